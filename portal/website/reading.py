"""How a reader likes to read: the size of letters, contrast, day or night (TT 26/2020 Đ.3). No account, no JavaScript.

The choice lives in one cookie with few values, `co2.tp1.toi`, so that a cache may keep a page for each of them.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from urllib.parse import urlsplit

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.cache import patch_cache_control
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

COOKIE, A_YEAR = "doc", 365 * 24 * 3600
HERE = "/tuy-chon-doc/"
SIZES = ("Vừa", "Lớn", "Lớn hơn", "Rất lớn")
SCHEMES: Mapping[str, str] = {"": "Theo máy", "sang": "Nền sáng", "toi": "Nền tối"}
WRITTEN = re.compile(r"co([0-3])\.tp([01])(?:\.(sang|toi))?", re.ASCII)


@dataclass(frozen=True)
class Reading:
    """The size of letters (a step of SIZES), more contrast or not, a scheme of SCHEMES."""

    size: int = 0
    contrast: bool = False
    scheme: str = ""

    @property
    def sizes(self) -> list[tuple[int, str]]:
        return list(enumerate(SIZES))

    @property
    def schemes(self) -> list[tuple[str, str]]:
        return list(SCHEMES.items())

    def __str__(self) -> str:
        return f"co{self.size}.tp{int(self.contrast)}" + (f".{self.scheme}" if self.scheme else "")


USUAL = Reading()


def read(cookie: str) -> Reading:
    """What a cookie says; whatever is not written as we write it says nothing."""
    found = WRITTEN.fullmatch(cookie)
    return Reading(int(found[1]), found[2] == "1", found[3] or "") if found else USUAL


def chosen(now: Reading, given: Mapping[str, str]) -> Reading:
    """The reading after pressing a button: `co`, `tp`, `nen`, or `lai` for the usual; anything unknown changes nothing."""
    if "lai" in given:
        return USUAL
    if given.get("co") in ("0", "1", "2", "3"):
        now = replace(now, size=int(given["co"]))
    if given.get("tp") in ("0", "1"):
        now = replace(now, contrast=given["tp"] == "1")
    return replace(now, scheme=given["nen"]) if given.get("nen") in SCHEMES else now


def reading(request: HttpRequest) -> dict[str, Reading]:
    """For every template: how this reader likes to read; nothing is asked of the database."""
    return {"reads": read(request.COOKIES.get(COOKIE, ""))}


@csrf_exempt  # it changes nothing but the asker's own letters, and public pages carry no token
@require_http_methods(["GET", "HEAD", "POST"])
def choose(request: HttpRequest) -> HttpResponse:
    """The page of choices; a choice leads back to where it was made."""
    if request.method != "POST":
        request.canonical_url = ""  # type: ignore[attr-defined]
        answer = render(request, "website/reading.html", {"back": _back(request)})
        patch_cache_control(answer, private=True, no_store=True)
        return answer
    answer = redirect(_back(request))
    wanted = chosen(read(request.COOKIES.get(COOKIE, "")), request.POST.dict())
    if wanted == USUAL:
        answer.delete_cookie(COOKIE, samesite="Lax")
    else:
        answer.set_cookie(
            COOKIE, str(wanted), max_age=A_YEAR, httponly=True, samesite="Lax", secure=settings.SESSION_COOKIE_SECURE
        )
    return answer


def _back(request: HttpRequest) -> str:
    """A local address: the one the form names, else the page the reader came from, else home."""
    try:
        came = urlsplit(request.headers.get("Referer", ""))
    except ValueError:  # "http://[": whoever sends that came from nowhere
        came = urlsplit("")
    referred = f"{came.path}?{came.query}" if came.query else came.path
    own = came.netloc == request.get_host() and came.path != HERE
    for path in (request.POST.get("ve", ""), referred if own else ""):
        if path.startswith("/") and url_has_allowed_host_and_scheme(path, allowed_hosts=None):
            return path
    return "/"
