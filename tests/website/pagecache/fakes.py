"""A small application in Django's place, and a reader who asks it by WSGI: what the page cache's tests stand on."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

from portal.base.kept import ASKED_FOR_KEEPING, KEPT
from portal.website.pagecache.asked import Asking, Environ
from portal.website.pagecache.entries import Headers
from portal.website.pagecache.layer import PageCache, Start

HOST = "truong.example"
NOON = 1_795_000_000.0


@dataclass
class Answer:
    status: str
    headers: Headers
    body: bytes

    def __getitem__(self, name: str) -> str | None:
        found = [value for one, value in self.headers if one.lower() == name.lower()]
        assert len(found) < 2, f"{name} is said twice"
        return found[0] if found else None


class School:
    """An application whose pages say which rendering they are, and how often each was asked for."""

    def __init__(self, **how: Any) -> None:
        self.asked: list[Environ] = []
        self.value, self.wall, self.horizon = 1, NOON, NOON + 3600
        self.words: Callable[[Environ], bytes] | None = None
        self.status, self.names = "200 OK", ("page", "chi")
        self.headers: Headers = [("Content-Type", "text/html; charset=utf-8")]
        self.marks, self.closed, self.token = True, 0, False
        how = {"limit": 1_000_000, "may_be_kept": lambda path: True} | how
        self.cache = PageCache(
            self.app,
            asking=Asking([HOST, "www." + HOST], proxied=True, personal=("sessionid", "messages")),
            epoch=self.epoch,
            until=lambda: self.horizon,
            now=lambda: self.wall,
            **how,
        )

    def epoch(self) -> int:
        return self.value

    def app(self, environ: Environ, start: Start) -> Iterable[bytes]:
        self.asked.append(dict(environ))
        words = self.words(environ) if self.words else f"lần {len(self.asked)} ".encode() * 40
        if self.marks:
            environ[KEPT] = self.names
        if self.token:
            environ["CSRF_COOKIE_NEEDS_UPDATE"] = True
        start(self.status, self.headers)
        return Closing([words], self)

    @property
    def for_keeping(self) -> list[bool]:
        """Of each question that reached the application, whether the cache asked it in everybody's name."""
        return [ASKED_FOR_KEEPING in environ for environ in self.asked]

    def ask(self, path: str = "/", *, method: str = "GET", scheme: str = "http", **headers: str) -> Answer:
        """Ask by WSGI; header names as in Python: `accept_encoding`."""
        path, _, query = path.partition("?")
        environ: Environ = {
            "REQUEST_METHOD": method, "PATH_INFO": path, "QUERY_STRING": query, "wsgi.url_scheme": scheme, "SCRIPT_NAME": "",
            "REMOTE_ADDR": "192.0.2.7", "HTTP_HOST": HOST,
        }  # fmt: skip
        environ |= {f"HTTP_{name.upper()}": value for name, value in headers.items()}
        said = Answer("", [], b"")

        def start(status: str, headers: Headers, exc_info: Any = None) -> None:
            said.status, said.headers = status, headers

        body = self.cache(environ, start)
        said.body = b"".join(body)
        if hasattr(body, "close"):
            body.close()
        return said


@dataclass
class Closing:
    """An answer that knows whether it was ended in good order."""

    words: list[bytes]
    school: School
    parts: Any = field(init=False)

    def __iter__(self) -> Any:
        return iter(self.words)

    def close(self) -> None:
        self.school.closed += 1
