"""Writes the configuration in deploy/ for one school: its name, its folders, its certificate. Standard library only.

    python3 deploy/render.py --domain truong.edu.vn --to /tmp/portal     then follow deploy/README.md

`whole` writes a complete configuration that nginx can be started with as anybody: for trials, tests and measuring.
"""

from __future__ import annotations

import argparse
import os
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).resolve().parent


@dataclass(frozen=True)
class Place:
    """Where one school's portal lies. Addresses to listen on are as nginx writes them: `443`, `127.0.0.1:8443`."""

    domain: str = "truong.example"
    app: str = "127.0.0.1:8001"
    code: Path = Path("/opt/portal")
    home: Path = Path("/var/lib/portal")
    cache: Path = Path("/run/nginx-portal")
    certificate: Path = Path("/etc/letsencrypt/live/truong.example/fullchain.pem")
    key: Path = Path("/etc/letsencrypt/live/truong.example/privkey.pem")
    http: str = "80"
    https: str = "443"

    @property
    def variables(self) -> dict[str, str]:
        """What server and worker must be told to stand behind this nginx."""
        return {"PORTAL_PROXIES": "1", "PORTAL_ACCEL": "/_tep/", "PORTAL_NGINX_CACHE": str(self.cache)}

    def fill(self, text: str) -> str:
        """One file of deploy/ with this place's names instead of the example's."""
        for line, port in (("80", self.http), ("443", self.https)):
            if port != line:
                text = "\n".join(one for one in text.split("\n") if f"listen [::]:{line}" not in one)
                text = text.replace(f"listen {line}", f"listen {port}")
        for example, own in (
            ("/etc/letsencrypt/live/truong.example/fullchain.pem", self.certificate),
            ("/etc/letsencrypt/live/truong.example/privkey.pem", self.key),
            ("truong.example", self.domain),
            ("127.0.0.1:8001", self.app),
            ("/run/nginx-portal", self.cache),
            ("/var/lib/portal", self.home),
            ("/opt/portal", self.code),
        ):
            text = text.replace(example, str(own))
        return text


def write(place: Place, to: Path) -> list[Path]:
    """Every file of deploy/nginx and deploy/systemd filled in, in folders as /etc has them."""
    folders = {"portal-http.conf": "nginx/conf.d/portal.conf", "site.conf": "nginx/sites-available/portal.conf",
               "site-plain.conf": "nginx/sites-available/portal-plain.conf"}  # fmt: skip
    files = {HERE / "nginx" / name: to / there for name, there in folders.items()}
    files |= {one: to / "nginx" / "snippets" / one.name for one in sorted((HERE / "nginx" / "snippets").glob("*.conf"))}
    units = [*sorted((HERE / "systemd").glob("*.service")), HERE / "systemd" / "portal.target"]
    files |= {one: to / "systemd" / "system" / one.name for one in units}
    files |= {HERE / "systemd" / "tmpfiles.conf": to / "tmpfiles.d" / "portal.conf"}
    files |= {HERE / "systemd" / "portal.env": to / "portal.env"}
    for example, own in files.items():
        own.parent.mkdir(parents=True, exist_ok=True)
        own.write_text(place.fill(example.read_text()))
    return list(files.values())


WHOLE = """\
{user}daemon off;
worker_processes {workers};
pid {folder}/pid;
error_log {folder}/error.log info;
events {{ worker_connections 1024; }}
http {{
    include /etc/nginx/mime.types;
    default_type application/octet-stream;
    access_log off;
    keepalive_requests 100000000;
    client_body_temp_path {folder}/body;
    proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/other;
    scgi_temp_path {folder}/other;
    uwsgi_temp_path {folder}/other;
    include conf.d/portal.conf;
    include sites-available/{site}.conf;
}}
"""


def whole(place: Place, folder: Path, *, plain: bool = False, workers: int = 2) -> Path:
    """A configuration for `nginx -e stderr -c`; everything nginx writes stays in `folder`. `plain` is without TLS."""
    write(place, folder)
    path = folder / "nginx" / "nginx.conf"
    user = "user root;\n" if os.geteuid() == 0 else ""
    site = "portal-plain" if plain else "portal"
    path.write_text(WHOLE.format(folder=folder, workers=workers, site=site, user=user))
    return path


def main() -> None:
    parser = argparse.ArgumentParser(description="Viết cấu hình nginx và systemd cho một trường.")
    parser.add_argument("--domain", required=True, help="tên miền của cổng, ví dụ thcsngogiatu.edu.vn")
    parser.add_argument("--to", type=Path, required=True, help="thư mục để viết vào, xếp như /etc")
    parser.add_argument("--code", type=Path, default=Place.code)
    parser.add_argument("--home", type=Path, default=Place.home)
    parser.add_argument("--app", default=Place.app, help="nơi máy chủ ứng dụng nghe")
    parser.add_argument("--certificate", type=Path)
    parser.add_argument("--key", type=Path)
    given = {name: value for name, value in vars(parser.parse_args()).items() if value is not None}
    to = given.pop("to")
    kept = Path("/etc/letsencrypt/live") / given["domain"]
    given = {"certificate": kept / "fullchain.pem", "key": kept / "privkey.pem"} | given
    print("\n".join(str(path) for path in write(Place(**given), to)))


if __name__ == "__main__":
    main()
