"""An nginx of its own in a folder, and the peer that is nothing else: files of given bytes, the limit of the machine."""

import getpass
import os
import subprocess
from collections.abc import Mapping
from pathlib import Path

from bench.peers.processes import Daemon, answers, program

FRAME = """
{user}
worker_processes 2;
pid {folder}/nginx.pid;
error_log {folder}/error.log;
events {{ worker_connections 1024; }}
http {{
    types {{ text/html html; text/css css; text/javascript js; image/jpeg jpg jpeg; image/png png; image/webp webp; }}
    default_type text/html;
    charset utf-8;
    access_log off;
    keepalive_requests 100000000;
    client_body_temp_path {folder}/body; proxy_temp_path {folder}/proxy; fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi; scgi_temp_path {folder}/scgi;
{inside}
}}
"""
STATIC = """
    sendfile on; tcp_nopush on; gzip_static on; open_file_cache max=1000; etag on;
    server {{ listen 127.0.0.1:{port}; root {root}; }}
"""


class Nginx(Daemon):
    """One nginx with two workers, in a folder."""

    def start(self, inside: str, port: int) -> None:
        """Serve what `inside` says, the directives of its http block; comes back once `port` answers."""
        self.folder.mkdir(parents=True, exist_ok=True)
        if answers(port):
            raise RuntimeError(f"port {port} is taken")
        conf = self.folder / "nginx.conf"
        user = f"user {getpass.getuser()};" if os.geteuid() == 0 else ""
        conf.write_text(FRAME.format(user=user, folder=self.folder, inside=inside))
        said = self.folder / "error.log"
        self.run([program("nginx", "nginx"), "-p", self.folder, "-c", conf, "-e", said, "-g", "daemon off;"], port)


def version() -> str:
    """As `nginx 1.22.1`."""
    said = subprocess.run([program("nginx", "nginx"), "-v"], capture_output=True, text=True, check=True).stderr
    return f"nginx {said.split('/')[1].split()[0]}"


class StaticNginx:
    """nginx serving the very bytes it was given (those of our own pages): `bodies` by the page's name; `packed` likewise, gzip."""

    name = "nginx static"

    def __init__(
        self, home: Path, port: int, bodies: Mapping[str, bytes], packed: Mapping[str, bytes] | None = None
    ) -> None:
        self.home, self.port, self.bodies, self.packed = home / "static", port, bodies, packed or {}
        self.nginx = Nginx(self.home / "nginx")

    def prepare(self, size: int) -> None:
        """Write the files; `size` says nothing here. Raises `Missing` where nginx is absent."""
        program("nginx", "nginx")
        root = self.home / "root"
        root.mkdir(parents=True, exist_ok=True)
        for name, body in self.bodies.items():
            (root / f"{name}.html").write_bytes(body)
        for name, body in self.packed.items():
            (root / f"{name}.html.gz").write_bytes(body)

    def start(self) -> str:
        self.nginx.start(STATIC.format(port=self.port, root=self.home / "root"), self.port)
        return f"http://127.0.0.1:{self.port}"

    def pages(self) -> Mapping[str, str]:
        return {name: f"/{name}.html" for name in self.bodies}

    def pids(self) -> list[int]:
        return self.nginx.pids()

    def stop(self) -> None:
        self.nginx.stop()

    def version(self) -> str:
        return version()
