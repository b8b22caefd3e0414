"""What a request asks for, as far as a page kept in memory depends on it; and who must be answered by Django instead."""

import re
from collections.abc import Collection, Mapping
from functools import lru_cache
from typing import Any, NamedTuple

from portal.base.kept import ASKED_FOR_KEEPING
from portal.website.reading import COOKIE, USUAL, read

Environ = dict[str, Any]
PLAIN = re.compile(r"(chi|thang|page)=([a-z0-9-]{1,40})", re.ASCII)
A_PAGE = re.compile(r"[1-9][0-9]{0,5}", re.ASCII)
TRACKERS = re.compile(
    r"(?:utm_[a-z_]+|fbclid|gclid|gbraid|wbraid|dclid|msclkid|zarsrc|zanpid|mibextid|igshid|_gl|_ga|ref_src)(?:=|$)",
    re.ASCII | re.IGNORECASE,
)
CHOSEN = re.compile(rf"(?:^|; ?){COOKIE}=([^;]*)", re.ASCII)
LONGEST = 512  # characters of a path, a query, a header one looks at: what is longer nobody of ours wrote, and nobody remembers
KINDS = ("br", "gzip")  # the ways a page is packed, the smallest first; "" is as it is


class Key(NamedTuple):
    """What one kept page is kept under: everything its words may depend on."""

    host: str
    secure: bool
    path: str
    query: str
    reading: str


class Asking:
    """Reads requests for a school that answers on `hosts`, exactly so written; `proxied` where a proxy of ours says whether
    it was asked by https; `personal`: the names of the cookies whose bearer is never answered from memory."""

    def __init__(self, hosts: Collection[str], *, proxied: bool, personal: Collection[str]) -> None:
        self.hosts = frozenset(hosts)
        self.proxied = proxied
        self.personal = re.compile(rf"(?:^|[;\s])(?:{'|'.join(map(re.escape, personal))})\s*=")

    def key(self, environ: Environ) -> Key | None:
        """What is asked for; None for whoever must be answered by Django itself."""
        host, path, query = environ.get("HTTP_HOST"), environ["PATH_INFO"], canonical(environ.get("QUERY_STRING", ""))
        if host not in self.hosts or query is None or len(path) > LONGEST:
            return None
        if "HTTP_AUTHORIZATION" in environ or environ.get("SCRIPT_NAME"):
            return None
        cookies = environ.get("HTTP_COOKIE")
        if cookies and self.personal.search(cookies):
            return None
        return Key(host, self._secure(environ), path, query, preference(cookies) if cookies else "")

    def _secure(self, environ: Environ) -> bool:
        if not self.proxied:
            return bool(environ["wsgi.url_scheme"] == "https")
        said = str(environ.get("HTTP_X_FORWARDED_PROTO", environ["wsgi.url_scheme"]))
        return said.partition(",")[0].strip() == "https"


def preference(cookies: str) -> str:
    """How this reader likes to read, in the one way we write it; "" for the usual and for what says nothing."""
    found = CHOSEN.findall(cookies)
    chosen = read(found[-1].strip()) if found else USUAL
    return "" if chosen == USUAL else str(chosen)


def canonical(query: str) -> str | None:
    """A query in one order; None where it holds anything but single plain values of the names kept pages know."""
    if not query:
        return ""
    return _canonical(query) if len(query) <= LONGEST else None


@lru_cache(1024)
def _canonical(query: str) -> str | None:
    found = [PLAIN.fullmatch(part) for part in query.split("&")]
    said = {one[1]: one[2] for one in found if one}
    if len(said) < len(found) or not A_PAGE.fullmatch(said.get("page", "1")):
        return None
    return "&".join(f"{name}={said[name]}" for name in sorted(said))


def names(query: str) -> set[str]:
    """The names a canonical query carries."""
    return {part.partition("=")[0] for part in query.split("&") if part}


def untracked(query: str) -> str:
    """A query without what other sites hang on an address to know who followed it: each time other words, not remembered."""
    return "&".join(part for part in query.split("&") if not TRACKERS.match(part))


def packing(accepted: str) -> str:
    """How an answer travels to whoever sends this Accept-Encoding: "br", "gzip", or "" as it is (RFC 9110, 12.5.3)."""
    return _packing(accepted) if len(accepted) <= LONGEST else ""


@lru_cache(256)
def _packing(accepted: str) -> str:
    weights = dict(_weighed(part) for part in accepted.lower().split(","))
    return max(KINDS, key=lambda kind: weights.get(kind, weights.get("*", 0.0))) if _any(weights) else ""


def _any(weights: Mapping[str, float]) -> bool:
    return any(weights.get(kind, weights.get("*", 0.0)) > 0 for kind in KINDS)


def _weighed(part: str) -> tuple[str, float]:
    name, _, more = part.partition(";")
    told = more.strip().removeprefix("q=").strip()
    try:
        return name.strip(), float(told) if told else 1.0
    except ValueError:
        return name.strip(), 0.0


def as_a_stranger(environ: Environ, key: Key) -> Environ:
    """The same question with nothing in it but what the key holds, so that no header of one reader's can mark a page that
    all will get."""
    plain = {name: value for name, value in environ.items() if not name.startswith("HTTP_")}
    plain |= {"REQUEST_METHOD": "GET", "QUERY_STRING": key.query, "CONTENT_LENGTH": "", "CONTENT_TYPE": ""}
    plain |= {"HTTP_HOST": key.host, "HTTP_X_FORWARDED_PROTO": "https" if key.secure else "http"}
    plain[ASKED_FOR_KEEPING] = True
    if key.reading:
        plain["HTTP_COOKIE"] = f"{COOKIE}={key.reading}"
    if "HTTP_ACCEPT_ENCODING" in environ:  # for answers that are not kept; kept ones come unpacked
        plain["HTTP_ACCEPT_ENCODING"] = environ["HTTP_ACCEPT_ENCODING"]
    return plain
