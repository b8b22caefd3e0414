"""The map of the portal for search engines: every public address, when it last changed, the pictures it shows."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from xml.etree.ElementTree import Element, SubElement, tostring

from django.db.models import Q
from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.urls import Resolver404, resolve
from django.views.decorators.http import require_safe

from portal.base import clock
from portal.base.clock import ZONE
from portal.base.kept import kept_page
from portal.files.models import Exposure, Picture
from portal.files.rules import may_be_served
from portal.news.models import Section
from portal.news.places import ENGLISH_FRONT, PLACES
from portal.news.presenters import absolute, address, shared_picture
from portal.news.queries import place_addresses, public, sections_for, topics
from portal.website.answers import kept
from portal.website.places.people import units

SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9"
IMAGE = "http://www.google.com/schemas/sitemap-image/1.1"
A_PART = 5000
FIXED = (
    "/tin-bai/",
    "/anh/",
    "/luu-tru/",
    "/ban-bien-tap/",
    "/to/",
    "/gioi-thieu/",
    "/lien-he/",
    "/theo-doi/",
    "/so-do/",
)
SERVABLE = tuple(state.value for state in Picture.ScanState if may_be_served(state.value))


@dataclass(frozen=True)
class Address:
    """One public address, when what stands there last changed, and which article it is, where it is one."""

    path: str
    changed_at: datetime | None = None
    article: int | None = None


@kept_page()
@require_safe
def sitemap(request: HttpRequest) -> HttpResponseBase:
    """All addresses, the same for whoever asks; past five thousand, the list of the parts they stand in."""
    at = clock.now()
    found = addresses(at)
    if len(found) <= A_PART:
        return _answer(request, _urls(found, at))
    tree = Element("sitemapindex", xmlns=SITEMAP)
    for number, part in enumerate(_parts(found), 1):
        _place(SubElement(tree, "sitemap"), f"/sitemap-{number}.xml", _newest(one.changed_at for one in part))
    return _answer(request, tree)


@kept_page()
@require_safe
def part(request: HttpRequest, number: int) -> HttpResponseBase:
    """One part of a map that was parted."""
    at = clock.now()
    parts = _parts(addresses(at))
    if not 1 <= number <= len(parts) or len(parts) == 1:
        raise Http404
    return _answer(request, _urls(parts[number - 1], at))


def addresses(at: datetime) -> list[Address]:
    """Every page a stranger may open once, home first, in a fixed number of queries. The oldest articles come first, so that
    parts stay as they are while new ones appear."""
    rows = public(at).order_by("case__published_at", "pk").values_list(
        "pk", "url_path", "section_id", "topic_id", "section__shape", "case__published_at", "case__corrected_at"
    )  # fmt: skip
    stands = place_addresses([row[0] for row in rows if row[4] == Section.Shape.PAGES])
    articles, of_page, of_month = (
        [],
        defaultdict[int | None, list[datetime]](list),
        defaultdict[str, list[datetime]](list),
    )
    for pk, url_path, section, topic, shape, up, corrected in rows:
        changed = corrected or up
        if shape == Section.Shape.NEWS:
            of_month[f"{up.astimezone(ZONE):/luu-tru/%Y/%m/}"].append(changed)
        articles.append(Address(stands.get(pk) or "/" + url_path.lstrip("/").partition("/")[2], changed, pk))
        for page in (section, topic):
            of_page[page].append(changed)
    newest = _newest(one.changed_at for one in articles)
    pages = [Address(address(one), _newest(of_page[one.pk])) for one in (*sections_for(None, at), *topics())]
    fixed = [Address(path, newest if path == "/tin-bai/" else None) for path in FIXED if is_ours(path)]
    above = _above(stands.values())
    shelves = [Address(path) for path in (*(one.path for one in PLACES if one.many), ENGLISH_FRONT) if path in above]
    months = [Address(path, _newest(changes)) for path, changes in of_month.items() if is_ours(path)]
    every = [Address("/", newest), *fixed, *shelves, *pages, *_people(at), *months, *articles]
    return list({one.path: one for one in reversed(every)}.values())[::-1]


def _above(paths: Iterable[str]) -> frozenset[str]:
    """The addresses one step up."""
    return frozenset(path.rstrip("/").rpartition("/")[0] + "/" for path in paths)


def _people(at: datetime) -> list[Address]:
    """The pages of units and of those in them."""
    found = units(at)
    people = dict.fromkeys(one.pk for unit in found for one in unit.people)
    return [*(Address(f"/to/{unit.slug}/") for unit in found), *(Address(f"/thay-co/{pk}/") for pk in people)]


def is_ours(path: str) -> bool:
    """Whether a room answers there; what nobody answers is left to the tree of pages, and stands in it by itself."""
    try:
        return resolve(path).view_name != "wagtail_serve" or path == "/tin-bai/"
    except Resolver404:
        return False


def _parts(found: Sequence[Address]) -> list[Sequence[Address]]:
    return [found[start : start + A_PART] for start in range(0, len(found), A_PART)]


def _urls(found: Iterable[Address], at: datetime) -> Element:
    found = list(found)
    pictures = _pictures([one.article for one in found if one.article], at)
    tree = Element("urlset", {"xmlns": SITEMAP, "xmlns:image": IMAGE})
    for one in found:
        url = SubElement(tree, "url")
        _place(url, one.path, one.changed_at)
        for picture in pictures.get(one.article or 0, ()):
            SubElement(SubElement(url, "image:image"), "image:loc").text = absolute(shared_picture(picture))
    return tree


def _pictures(articles: Sequence[int], at: datetime) -> dict[int, list[Picture]]:
    """What each article shows, as the files room knows it; one query."""
    rows = Exposure.objects.filter(
        Q(until=None) | Q(until__gt=at), holder_type="news.article", audience=Exposure.Audience.PUBLIC,
        picture__scan__in=SERVABLE,
    ).order_by("pk").values_list("holder_id", "picture_id")  # fmt: skip
    wanted, found = frozenset(articles), defaultdict(list)
    for holder, picture in rows:
        if holder in wanted:
            found[holder].append(Picture(pk=picture))
    return found


def _place(parent: Element, path: str, changed_at: datetime | None) -> None:
    SubElement(parent, "loc").text = absolute(path)
    if changed_at:
        SubElement(parent, "lastmod").text = changed_at.astimezone(ZONE).isoformat(timespec="seconds")


def _newest(hours: Iterable[datetime | None]) -> datetime | None:
    return max((hour for hour in hours if hour), default=None)


def _answer(request: HttpRequest, tree: Element) -> HttpResponseBase:
    return kept(request, tostring(tree, encoding="utf-8", xml_declaration=True), "application/xml")
