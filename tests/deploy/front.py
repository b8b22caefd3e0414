"""The real nginx with deploy/'s configuration before an application the test writes: started once, asked over TLS."""

from __future__ import annotations

import shutil
import socket
import ssl
import subprocess
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import cached_property
from http.client import HTTPConnection, HTTPMessage, HTTPSConnection
from pathlib import Path
from socketserver import ThreadingMixIn
from threading import Thread
from typing import Any, NamedTuple
from wsgiref.simple_server import WSGIRequestHandler, WSGIServer, make_server

from deploy.render import Place, whole

DOMAIN = "truong.edu.vn"
MARKED = "public, max-age=0, must-revalidate, s-maxage=1, stale-while-revalidate=1"
LONG = f"s-maxage=600, {MARKED}"  # nginx goes by the first number, our map by the second: no slow machine makes a difference
SOON = 20.0  # seconds until something that must happen is given up on
Environ = dict[str, Any]


def nginx() -> str | None:
    """Where nginx is; Debian keeps it out of many a PATH."""
    return shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin")


class Said(NamedTuple):
    """One answer of the stub."""

    words: bytes
    headers: dict[str, str]
    status: str = "200 OK"


@dataclass
class Stub:
    """An application: says what the test put under a path, and remembers who asked."""

    said: dict[str, Said | Callable[[Environ], Said]] = field(default_factory=dict)
    asked: list[Environ] = field(default_factory=list)

    def __call__(self, environ: Environ, start: Callable[..., Any]) -> Iterable[bytes]:
        self.asked.append(environ)
        found = self.said.get(environ["PATH_INFO"], Said(b"lost", {"Content-Type": "text/plain"}, "404 Not Found"))
        answer = found(environ) if callable(found) else found
        start(answer.status, [*answer.headers.items(), ("Content-Length", str(len(answer.words)))])
        return [answer.words]

    def page(
        self, path: str, words: str | Callable[[Environ], str] = "trang", cache: str | None = LONG, **more: str
    ) -> str:
        """Put a page under a path, marked, and for long, unless said otherwise."""

        def answer(environ: Environ) -> Said:
            made = words(environ) if callable(words) else words
            headers = {"Content-Type": "text/html; charset=utf-8", "Vary": "Accept-Encoding, Cookie"} | (
                {"Cache-Control": cache} if cache else {}
            )
            return Said(made.encode(), headers | {name.replace("_", "-"): value for name, value in more.items()})

        self.said[path] = answer
        return path

    def count(self, path: str) -> int:
        return sum(one["PATH_INFO"] == path for one in self.asked)


class Answer(NamedTuple):
    status: int
    headers: HTTPMessage
    body: bytes

    @property
    def cache(self) -> str:
        return self.headers.get("X-Cache", "")


class Quiet(WSGIRequestHandler):
    def log_message(self, *_: Any) -> None:
        pass


class Server(ThreadingMixIn, WSGIServer):
    daemon_threads = True
    request_queue_size = 64


@dataclass
class Front:
    """nginx running in `folder` before `app`, which listens on `port`."""

    folder: Path
    place: Place
    app: Callable[..., Iterable[bytes]]
    nginx: subprocess.Popen[bytes] | None = None
    server: Server | None = None
    lines: dict[bool, HTTPConnection] = field(default_factory=dict)  # kept open, with TLS and without

    def start(self) -> None:
        self.app_up()
        for part in (self.place.home / "media", self.place.home / "static"):
            part.mkdir(parents=True, exist_ok=True)
        certify(self.place)
        path = whole(self.place, self.folder / "etc", workers=1)
        found = nginx()
        assert found is not None
        self.nginx = subprocess.Popen([found, "-e", str(self.log), "-c", str(path)], stderr=subprocess.DEVNULL)
        eventually(self._listens)

    @property
    def log(self) -> Path:
        return self.folder / "etc" / "error.log"

    def app_up(self) -> None:
        host, port = self.place.app.split(":")
        self.server = make_server(host, int(port), self.app, server_class=Server, handler_class=Quiet)
        Thread(target=self.server.serve_forever, args=(0.02,), daemon=True).start()

    def app_down(self) -> None:
        assert self.server is not None
        self.server.shutdown()
        self.server.server_close()

    def hang_up(self) -> None:
        for line in self.lines.values():
            line.close()
        self.lines.clear()

    def stop(self) -> None:
        self.hang_up()
        if self.nginx is not None:
            self.nginx.terminate()
            self.nginx.wait(SOON)
        self.app_down()

    def _listens(self) -> bool:
        try:
            socket.create_connection(address(self.place.https), 1).close()
        except OSError:
            assert self.nginx is not None
            assert self.nginx.poll() is None, self.log.read_text()
            return False
        return True

    def line(self, name: str = DOMAIN) -> HTTPConnection:
        """A connection to nginx, having asked for the certificate of `name`."""
        reached = socket.create_connection(address(self.place.https), SOON)
        reached.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        line = HTTPSConnection(name)
        line.sock = self.trusting.wrap_socket(reached, server_hostname=name)
        return line

    @cached_property
    def trusting(self) -> ssl.SSLContext:
        return ssl.create_default_context(cafile=str(self.place.certificate))

    def ask(
        self,
        path: str,
        method: str = "GET",
        *,
        host: str = DOMAIN,
        tls: bool = True,
        body: bytes | None = None,
        **headers: str,
    ) -> Answer:
        """Ask once, on a connection of its own unless the last one is still good; names of headers are written with
        underscores."""
        line = self.lines.pop(tls, None) or (
            self.line() if tls else HTTPConnection(*address(self.place.http), timeout=SOON)
        )
        sent = {"Host": host} | {name.replace("_", "-"): one for name, one in headers.items()}
        line.request(method, path, body, sent)
        answer = line.getresponse()
        words = answer.read()
        if answer.will_close:
            line.close()
        else:
            self.lines[tls] = line
        return Answer(answer.status, answer.headers, words)


def told(front: Front, path: str, times: int = 2, **headers: str) -> list[str]:
    """What X-Cache says of a page asked for so many times in a row."""
    return [front.ask(path, **headers).cache for _ in range(times)]


def address(listen: str) -> tuple[str, int]:
    host, port = listen.split(":")
    return host, int(port)


def free_ports(number: int) -> list[int]:
    held = [socket.create_server(("127.0.0.1", 0)) for _ in range(number)]
    ports = [one.getsockname()[1] for one in held]
    for one in held:
        one.close()
    return ports


def place_in(folder: Path) -> Place:
    """A school whose everything lies in `folder`, listening on ports nobody has."""
    app, http_port, https = (f"127.0.0.1:{port}" for port in free_ports(3))
    return Place(
        domain=DOMAIN, app=app, http=http_port, https=https, code=Path(__file__).resolve().parents[2],
        home=folder / "home", cache=folder / "kept", certificate=folder / "tls.pem", key=folder / "tls.key",
    )  # fmt: skip


def certify(place: Place) -> None:
    """A certificate of the school's own for one day."""
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "1",
         "-subj", f"/CN={place.domain}", "-addext", f"subjectAltName=DNS:{place.domain}",
         "-keyout", place.key, "-out", place.certificate], check=True, capture_output=True,
    )  # fmt: skip


def eventually(holds: Callable[[], bool]) -> None:
    """Wait until something holds that must come to hold."""
    deadline = time.monotonic() + SOON
    while not holds():
        assert time.monotonic() < deadline
        time.sleep(0.02)
