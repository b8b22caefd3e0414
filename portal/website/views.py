"""The front door: home, roster, site map, what machines read, and what is said when something is wrong."""

from xml.etree.ElementTree import Element, SubElement, tostring

from django.contrib.staticfiles.storage import staticfiles_storage
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from portal.base import clock
from portal.base.clock import ZONE
from portal.base.refused import Refused
from portal.news.presenters import absolute
from portal.website import queries

SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9"
MORE = {"notices_url": "/tin-bai/?chi=thong-bao", "photos_url": "/tin-bai/?chi=anh", "latest_url": "/tin-bai/"}
NOT_FOR_ROBOTS = (
    "/admin/",
    "/api/",
    "/tai-khoan/",
    "/tim-kiem/",
    "/viec/",
    "/viec-cua-toi/",
    "/viet/",
    "/nhan-su/",
    "/ke-hoach/",
)


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    parts = queries.front(request.user, clock.now())
    return render(request, "website/home.html", {**parts, **MORE})


@require_safe
def roster(request: HttpRequest) -> HttpResponse:
    return render(request, "website/roster.html", {"rows": queries.roster(clock.now())})


@require_safe
def places(request: HttpRequest) -> HttpResponse:
    return render(request, "website/sitemap_page.html", {"sections": queries.places(request.user, clock.now())})


@require_safe
def sitemap(request: HttpRequest) -> HttpResponse:
    """Public addresses for search engines; the same for whoever asks."""
    tree = Element("urlset", xmlns=SITEMAP)
    for one in queries.public_addresses(clock.now()):
        url = SubElement(tree, "url")
        SubElement(url, "loc").text = absolute(one.path)
        if one.changed_at:
            SubElement(url, "lastmod").text = one.changed_at.astimezone(ZONE).isoformat(timespec="seconds")
    return HttpResponse(tostring(tree, encoding="utf-8", xml_declaration=True), content_type="application/xml")


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    lines = ["User-agent: *", *(f"Disallow: {path}" for path in NOT_FOR_ROBOTS), f"Sitemap: {absolute('/sitemap.xml')}"]
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain; charset=utf-8")


@require_safe
def favicon(request: HttpRequest) -> HttpResponse:
    return redirect(staticfiles_storage.url("img/favicon.svg"), permanent=True)


def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Why not, in the words of the rule that said no."""
    said = exception.refusals if isinstance(exception, Refused) else ()
    reasons = " ".join(refusal.message for refusal in said)
    clauses = "; ".join(dict.fromkeys(refusal.clause for refusal in said if refusal.clause))
    return _wrong(request, "403.html", 403, reason=reasons, clause=clauses)


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return _wrong(request, "404.html", 404)


def forged(request: HttpRequest, reason: str = "") -> HttpResponse:
    """A form sent without its token: an old page, or another site's."""
    message = "Trang mở đã lâu hoặc được gửi từ nơi khác. Mời tải lại trang rồi gửi lại; chưa có gì bị thay đổi."
    return _wrong(request, "403.html", 403, reason=message)


def broken(request: HttpRequest) -> HttpResponse:
    return render(request, "500.html", status=500)


def _wrong(request: HttpRequest, template: str, status: int, **said: str) -> HttpResponse:
    request.canonical_url = ""  # type: ignore[attr-defined]
    return render(request, template, said, status=status)
