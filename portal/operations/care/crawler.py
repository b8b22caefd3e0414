"""Our own pages as a machine outside gets them: asked in this process, without cookies, by a browser's name or a robot's."""

from dataclasses import dataclass
from functools import cache
from io import BytesIO
from urllib.parse import unquote_to_bytes, urljoin, urlsplit
from xml.etree.ElementTree import fromstring

from django.conf import settings
from django.core.handlers.base import BaseHandler
from django.core.handlers.wsgi import WSGIRequest
from django.core.signals import request_finished
from django.db import close_old_connections

BROWSER = "Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0"
ROBOT = "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)"
PLACE = "{http://www.sitemaps.org/schemas/sitemap/0.9}loc"


@dataclass(frozen=True)
class Answer:
    """What came: HTTP status, where it sends on, the words of a page ("" for anything that is no text)."""

    status: int
    location: str
    words: str

    @property
    def asks_to_sign_in(self) -> bool:
        return self.status in (301, 302) and urlsplit(self.location).path.startswith("/tai-khoan/")


def ask(path: str, agent: str = BROWSER, method: str = "GET") -> Answer:
    """Ask for one address of ours as a stranger would."""
    official = urlsplit(settings.PORTAL_BASE_URL)
    asked, _, query = path.partition("#")[0].partition("?")
    environ = {
        "REQUEST_METHOD": method, "PATH_INFO": unquote_to_bytes(asked or "/").decode("latin-1"), "QUERY_STRING": query,
        "SERVER_NAME": official.hostname or "localhost", "SERVER_PORT": "443" if official.scheme == "https" else "80",
        "HTTP_HOST": official.netloc, "HTTP_USER_AGENT": agent, "HTTP_X_FORWARDED_PROTO": official.scheme,
        "REMOTE_ADDR": "127.0.0.1", "wsgi.url_scheme": official.scheme, "wsgi.input": BytesIO(),
    }  # fmt: skip
    answer = _handler().get_response(WSGIRequest(environ))
    closes = request_finished.disconnect(close_old_connections)  # the database stays open from page to page
    try:
        text = answer.headers.get("Content-Type", "").startswith(("text/", "application/xml"))
        words = bytes(getattr(answer, "content", b"")).decode("utf-8", "replace") if text else ""
        return Answer(answer.status_code, answer.headers.get("Location", ""), words)
    finally:
        answer.close()
        if closes:
            request_finished.connect(close_old_connections)


@cache
def _handler() -> BaseHandler:
    handler = BaseHandler()
    handler.load_middleware()
    return handler


def pages() -> list[str]:
    """Every address the map of the portal names, in its order: what stands, then articles, the oldest first."""
    words = ask("/sitemap.xml").words
    if not words:
        return ["/"]
    first = fromstring(words)
    is_parted = first.tag.endswith("sitemapindex")
    parts = [fromstring(ask(urlsplit(place).path).words) for place in _places(first)] if is_parted else [first]
    return list(dict.fromkeys(urlsplit(place).path for part in parts for place in _places(part)))


def _places(tree: object) -> list[str]:
    return [(one.text or "").strip() for one in tree.iter(PLACE)]  # type: ignore[attr-defined]


def inside(href: str, page: str) -> str | None:
    """The address of ours a link leads to, without the place on the page; None for one that leads out or nowhere."""
    if href.startswith(("#", "mailto:", "tel:", "data:", "javascript:")) or not href:
        return None
    try:
        whole = urlsplit(urljoin(urljoin(settings.PORTAL_BASE_URL, page), href))
    except ValueError:
        return href[:200]
    if whole.scheme not in ("http", "https") or whole.netloc != urlsplit(settings.PORTAL_BASE_URL).netloc:
        return None
    return whole.path + (f"?{whole.query}" if whole.query else "")


def outside(href: str) -> str | None:
    """The address outside a link leads to; None for ours and for what is no address of the web."""
    try:
        whole = urlsplit(href)
    except ValueError:
        return None
    if whole.scheme not in ("http", "https") or not whole.hostname:
        return None
    return None if whole.netloc == urlsplit(settings.PORTAL_BASE_URL).netloc else href
