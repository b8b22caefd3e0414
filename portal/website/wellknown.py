"""What machines look for at addresses everybody agreed on: robots, security contact, the search box of browsers."""

from datetime import datetime, timedelta
from xml.etree.ElementTree import Element, SubElement, tostring

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.views.decorators.http import require_safe

from portal.base import clock
from portal.base.kept import kept_page
from portal.base.sharing import absolute, icon_path
from portal.website.answers import kept
from portal.website.queries import school
from portal.website.sharing import look_of

NOT_FOR_ROBOTS = (
    "/admin/", "/api/", "/tai-khoan/", "/tim-kiem/?", "/viec/", "/viec-cua-toi/", "/viet/", "/nhan-su/", "/ke-hoach/",
    "/tuy-chon-doc/", "/cham-soc/", "/noi-bo/", "/lich/",
)  # fmt: skip
OPEN_SEARCH = "http://a9.com/-/spec/opensearch/1.1/"
TEXT = "text/plain; charset=utf-8"


@kept_page()
@require_safe
def robots(request: HttpRequest) -> HttpResponseBase:
    lines = ["User-agent: *", *(f"Disallow: {path}" for path in NOT_FOR_ROBOTS), f"Sitemap: {absolute('/sitemap.xml')}"]
    return kept(request, _lines(lines), TEXT)


@kept_page()
@require_safe
def security(request: HttpRequest) -> HttpResponseBase:
    """Whom to tell of a hole (RFC 9116): the school's mail, or its contact page."""
    found = school()
    contact = f"mailto:{found.email}" if found is not None and found.email else absolute("/lien-he/")
    lines = [
        f"Contact: {contact}", f"Expires: {_half_a_year_on(clock.now()):%Y-%m-%dT%H:%M:%SZ}",
        "Preferred-Languages: vi, en", f"Canonical: {absolute('/.well-known/security.txt')}",
    ]  # fmt: skip
    return kept(request, _lines(lines), TEXT)


@require_safe
def change_password(request: HttpRequest) -> HttpResponseBase:
    """Where password managers send people (W3C)."""
    return redirect("account_change_password")


@kept_page()
@require_safe
def open_search(request: HttpRequest) -> HttpResponseBase:
    """The portal's search for the address bar of a browser."""
    look = look_of(school())
    tree = Element("OpenSearchDescription", xmlns=OPEN_SEARCH)
    for name, text in (
        ("ShortName", look.initials), ("LongName", look.name), ("Description", f"Tìm trong cổng của {look.name}"),
        ("Language", "vi"), ("InputEncoding", "UTF-8"),
    ):  # fmt: skip
        SubElement(tree, name).text = text
    SubElement(tree, "Image", width="32", height="32", type="image/png").text = absolute(icon_path(look, "32"))
    template = absolute("/tim-kiem/") + "?q={searchTerms}"
    SubElement(tree, "Url", type="text/html", method="get", template=template)
    content = tostring(tree, encoding="utf-8", xml_declaration=True)
    return kept(request, content, "application/opensearchdescription+xml")


def _half_a_year_on(at: datetime) -> datetime:
    """The first of a month, so that the answer stays the same for a month."""
    later = at + timedelta(days=180)
    return later.replace(day=1, hour=0, minute=0, second=0, microsecond=0)


def _lines(lines: list[str]) -> bytes:
    return ("\n".join(lines) + "\n").encode()
