"""WordPress as Debian packs it, before nginx, php-fpm and MariaDB of its own: plain, and with nginx's page cache before it."""

import json
import re
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from urllib.parse import quote_plus

from bench.peers import articles, nginx, php
from bench.peers.mariadb import PACKAGE, MariaDB
from bench.peers.peer import Missing
from bench.peers.processes import program

SITE = Path(__file__).resolve().parent / "site"
PACKAGES = ("wordpress", "wordpress-l10n", "php-getid3", "libjs-cropper", "libjs-underscore")
THEME = re.compile(r"define\( *'WP_DEFAULT_THEME', '(\w+)'")
SERVERS = """
    sendfile on; gzip on; gzip_vary on; client_max_body_size 32m;
    fastcgi_cache_path {folder}/cache levels=1:2 keys_zone=pages:64m max_size=1g inactive=1h;
    server {{ listen 127.0.0.1:{plain}; include {folder}/site.conf; fastcgi_cache off; }}
    server {{
        listen 127.0.0.1:{cached}; include {folder}/site.conf;
        fastcgi_cache pages; fastcgi_cache_key $scheme$request_method$host$request_uri; fastcgi_cache_valid 200 301 10m;
        fastcgi_cache_lock on; fastcgi_cache_use_stale updating error timeout;
        fastcgi_cache_bypass $query_string $http_authorization $cookie_wordpress_logged_in;
        fastcgi_no_cache $query_string $http_authorization $cookie_wordpress_logged_in;
        add_header X-Cache $upstream_cache_status;
    }}
"""
SITE_CONF = """
root {root}; index index.php;
location / {{ try_files $uri $uri/ /index.php?$args; }}
location ~ \\.php$ {{
    try_files $uri =404;
    fastcgi_pass unix:{php};
    fastcgi_index index.php;
    fastcgi_buffers 16 32k; fastcgi_buffer_size 32k;
    fastcgi_param SCRIPT_FILENAME $document_root$fastcgi_script_name; fastcgi_param SCRIPT_NAME $fastcgi_script_name;
    fastcgi_param REQUEST_URI $request_uri; fastcgi_param REQUEST_METHOD $request_method;
    fastcgi_param QUERY_STRING $query_string; fastcgi_param CONTENT_TYPE $content_type;
    fastcgi_param CONTENT_LENGTH $content_length; fastcgi_param DOCUMENT_ROOT $document_root;
    fastcgi_param SERVER_PROTOCOL $server_protocol; fastcgi_param SERVER_NAME $host; fastcgi_param SERVER_PORT $server_port;
    fastcgi_param SERVER_SOFTWARE nginx; fastcgi_param REMOTE_ADDR $remote_addr; fastcgi_param GATEWAY_INTERFACE CGI/1.1;
    fastcgi_param PEER_DATABASE {database}; fastcgi_param PEER_SOCKET {mariadb};
}}
"""


class Stack:
    """The three servers and the files; the two peers share it, so that one database serves both."""

    def __init__(self, home: Path, ports: tuple[int, int]) -> None:
        self.home, self.ports = home / "wordpress", ports
        self.mariadb, self.fpm = MariaDB(self.home / "mariadb"), php.Fpm(self.home / "php")
        self.nginx, self.tree = nginx.Nginx(self.home / "nginx"), self.home / "tree" / "usr" / "share" / "wordpress"
        self.size, self.held, self.paths = 0, 0, dict[str, str]()

    def prepare(self, size: int) -> None:
        """Files unpacked, database of `size` articles loaded, once each; a corpus that changed is loaded anew."""
        for name, package in (("nginx", "nginx"), ("mariadbd", PACKAGE), ("mariadb-install-db", PACKAGE)):
            program(name, package)
        php.check()
        self._unpack()
        noted, key = self.home / f"loaded-{size}.json", articles.key(size)
        known = json.loads(noted.read_text()) if noted.exists() else {}
        if known.get("key") != key:
            noted.unlink(missing_ok=True)
            known = {"key": key, **self._load(size)}
            noted.write_text(json.dumps(known))
        self.size, self.paths = size, known

    def _unpack(self) -> None:
        """Debian's packages into the folder, nothing installed: neither services nor rights are needed."""
        done = self.home / "unpacked"
        if not done.exists():
            shutil.rmtree(self.home / "packages", ignore_errors=True)
            self._bring(*PACKAGES)
            theme = THEME.search((self.tree / "wp-includes" / "default-constants.php").read_text())
            self._bring(f"wordpress-theme-{theme[1] if theme else 'unknown'}")
            done.touch()
        shutil.copy(SITE / "wp-config.php", self.tree)

    def _bring(self, *packages: str) -> None:
        fetched = self.home / "packages"
        fetched.mkdir(parents=True, exist_ok=True)
        asked = subprocess.run(
            [program("apt-get", "apt"), "download", *packages], cwd=fetched, capture_output=True, text=True
        )
        if asked.returncode:
            raise Missing(f"WordPress cannot be fetched: apt-get update, then again ({asked.stderr.strip()[-200:]})")
        for name in packages:
            for package in fetched.glob(f"{name}_*.deb"):
                subprocess.run(["dpkg", "-x", package, self.home / "tree"], check=True)

    def _load(self, size: int) -> dict[str, Any]:
        """A database made anew; gives the paths of the pages measured."""
        name, pictures = f"wp_{size}", articles.pictures(self.home / "pictures")
        shutil.rmtree(self.tree / "wp-content" / f"uploads-{name}", ignore_errors=True)
        self.mariadb.start()
        self.mariadb.ask(
            f"DROP DATABASE IF EXISTS {name}; CREATE DATABASE {name} CHARSET utf8mb4 COLLATE utf8mb4_unicode_520_ci"
        )
        given = "\n".join(articles.lines(size)).encode()
        environment = {"PEER_DATABASE": name, "PEER_SOCKET": str(self.mariadb.socket)}
        told = php.run(SITE / "load.php", str(self.tree), str(pictures), env=environment, said=given)
        if not self.held:
            self.mariadb.stop()
        if told["posts"] != size:
            raise RuntimeError(f"WordPress holds {told['posts']} articles of {size}")
        return told

    def hold(self) -> None:
        """Start all three unless they run, the cache empty; every hold wants one release."""
        self.held += 1
        if self.held > 1:
            return
        try:
            self._start()
        except BaseException:
            self.release()
            raise

    def _start(self) -> None:
        self.mariadb.start()
        self.fpm.start()
        folder = self.nginx.folder
        shutil.rmtree(folder / "cache", ignore_errors=True)
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "site.conf").write_text(
            SITE_CONF.format(
                root=self.tree, php=self.fpm.socket, database=f"wp_{self.size}", mariadb=self.mariadb.socket
            )
        )
        plain, cached = self.ports
        self.nginx.start(SERVERS.format(folder=folder, plain=plain, cached=cached), plain)

    def release(self) -> None:
        self.held = max(0, self.held - 1)
        if not self.held:
            for server in (self.nginx, self.fpm, self.mariadb):
                server.stop()

    def pids(self) -> list[int]:
        return [*self.nginx.pids(), *self.fpm.pids(), *self.mariadb.pids()]

    def version(self) -> str:
        said = subprocess.run(["dpkg-deb", "-f", next((self.home / "packages").glob("wordpress_*.deb")), "Version"],
                              capture_output=True, text=True, check=True).stdout.split("+")[0]  # fmt: skip
        return f"WordPress {said} of Debian, {nginx.version()}, {php.version()}, {self.mariadb.version()}"


class WordPress:
    """One of the two faces of a stack: `cached` with nginx's page cache before it, without query strings, emptied at each start."""

    def __init__(self, stack: Stack, *, cached: bool) -> None:
        self.stack, self.cached, self.running = stack, cached, False
        self.name = "WordPress + nginx cache" if cached else "WordPress"

    def prepare(self, size: int) -> None:
        self.stack.prepare(size)

    def start(self) -> str:
        if not self.running:
            self.stack.hold()
        self.running = True
        return f"http://127.0.0.1:{self.stack.ports[self.cached]}"

    def pages(self) -> Mapping[str, str]:
        known = self.stack.paths
        return {
            "home": "/", "article": known["article"], "list": known["list"], "search_marks": "/?s=" + quote_plus("Đức Giang"),
            "search_plain": "/?s=duc+giang", "feed": "/feed/",
        }  # fmt: skip

    def pids(self) -> list[int]:
        return self.stack.pids()

    def stop(self) -> None:
        if self.running:
            self.stack.release()
        self.running = False

    def version(self) -> str:
        return self.stack.version()
