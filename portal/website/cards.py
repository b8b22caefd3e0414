"""What stands for the school elsewhere: the cards of shared links, its icons, the manifest of its portal."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import BinaryIO

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.views.decorators.http import require_safe

from portal.base import clock
from portal.base.kept import kept_page
from portal.base.sharing import SCHOOL, icon_path, school_card
from portal.files.models import Picture
from portal.website import drawn
from portal.website.answers import ASK_AGAIN_AFTER, kept
from portal.website.drawing.card import draw, draw_school
from portal.website.drawing.crest import ICONS
from portal.website.drawing.crest import icon as draw_icon
from portal.website.queries import school
from portal.website.sharing import arms_of, card_of, look_of

A_YEAR = 365 * 24 * 3600
PAPER = "#fffdf8"


@require_safe
def of_page(request: HttpRequest, pk: int, key: str) -> HttpResponseBase:
    """The card of an article, section or topic any reader may open; an old address leads to what it says now."""
    found = card_of(pk, clock.now())
    if found is None:
        raise Http404
    card, picture = found
    look = look_of(school())
    if key != card.key(look):
        return redirect(card.path(pk, look))

    def drawing() -> bytes:
        with _opened(picture) as beside, _opened(arms_of(look)) as arms:
            return draw(card, look, beside, arms)

    return kept(request, drawn.once(f"{key}.jpg", drawing), "image/jpeg", tag=key)


@require_safe
def of_school(request: HttpRequest, key: str) -> HttpResponseBase:
    """The card of everything that has none of its own."""
    look = look_of(school())
    card = school_card(look)
    if key != card.key(look):
        return redirect(card.path(SCHOOL, look))

    def drawing() -> bytes:
        with _opened(arms_of(look)) as arms:
            return draw_school(look, arms)

    return kept(request, drawn.once(f"{key}.jpg", drawing), "image/jpeg", tag=key)


@require_safe
def icon(request: HttpRequest, key: str, name: str) -> HttpResponseBase:
    """One of the school's icons; kept for ever under its address, which changes with the look."""
    if name not in ICONS:
        raise Http404
    look = look_of(school())
    if key != look.key:
        return redirect(icon_path(look, name))

    def drawing() -> bytes:
        with _opened(arms_of(look)) as arms:
            return draw_icon(look, name, arms)

    picture = drawn.once(f"{key}-{name}.png", drawing)
    return kept(request, picture, "image/png", tag=f"{key}-{name}", seconds=A_YEAR)


@require_safe
def favicon(request: HttpRequest) -> HttpResponse:
    """Where old browsers look for the icon."""
    return redirect(icon_path(look_of(school()), "32"))


@kept_page()
@require_safe
def manifest(request: HttpRequest) -> HttpResponse:
    """The portal as something a phone can keep beside its other doors."""
    look = look_of(school())
    icons = [
        {"src": icon_path(look, name), "sizes": f"{ICONS[name][0]}x{ICONS[name][0]}", "type": "image/png", "purpose": purpose}
        for name, purpose in (("192", "any"), ("512", "any"), ("rong", "maskable"))
    ]  # fmt: skip
    doors = (
        ("Thông báo", "/tin-bai/?chi=thong-bao"),
        ("Tìm trong cổng", "/tim-kiem/"),
        ("Việc của tôi", "/viec-cua-toi/"),
    )
    answer = JsonResponse({
        "id": "/", "name": look.name, "short_name": look.initials, "lang": "vi", "dir": "ltr", "start_url": "/", "scope": "/",
        "description": f"Cổng thông tin điện tử chính thức của {look.name}", "display": "minimal-ui",
        "theme_color": look.ink, "background_color": PAPER, "categories": ["education", "news"], "icons": icons,
        "shortcuts": [{"name": name, "url": url} for name, url in doors],
    }, content_type="application/manifest+json", json_dumps_params={"ensure_ascii": False})  # fmt: skip
    answer["Cache-Control"] = f"public, max-age={ASK_AGAIN_AFTER}"
    return answer


@contextmanager
def _opened(picture: Picture | None) -> Iterator[BinaryIO | None]:
    """The stored file of a picture, open while it is drawn from; None where there is none."""
    try:
        file = picture.file.storage.open(picture.file.name, "rb") if picture is not None else None
    except FileNotFoundError:
        file = None
    try:
        yield file
    finally:
        if file is not None:
            file.close()
