"""The map of the portal for search engines: every public address, when it last changed, the pictures it shows."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from xml.etree.ElementTree import Element, SubElement, tostring

from django.db.models import Max, Q, QuerySet
from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.urls import Resolver404, resolve
from django.views.decorators.http import require_safe

from portal.base import clock
from portal.base.clock import ZONE
from portal.base.kept import kept_page
from portal.files.models import Exposure, Picture
from portal.files.rules import may_be_served
from portal.intranet.queries import timetable_classes
from portal.news.models import Listed, Section
from portal.news.places import ENGLISH_FRONT, PLACES
from portal.news.presenters import absolute, address, shared_address
from portal.news.queries import place_addresses, public, sections_for, topics
from portal.pupils.queries import pages_praising
from portal.records.queries import admission_addresses, disclosure_addresses, document_addresses, procedure_addresses
from portal.website.answers import kept
from portal.website.places.people import unit_pages

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
    "/lich-cong-tac/",
    "/theo-doi/",
    "/so-do/",
)
TIMETABLE, PROCEDURES, DOCUMENTS = "/thoi-khoa-bieu/", "/thu-tuc/", "/van-ban/"
DISCLOSED, ADMISSIONS = "/cong-khai/", "/tuyen-sinh/"
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
    found, articles = pages(at), places(at)
    many = articles.count()
    if len(found) + many <= A_PART:
        return _answer(request, _urls([*found, *of_articles(articles, at)], at))
    tree = Element("sitemapindex", xmlns=SITEMAP)
    newest = [*(_newest(one.changed_at for one in part) for part in _parts(found)), *_newest_of_parts(many, at)]
    for number, changed_at in enumerate(newest, 1):
        _place(SubElement(tree, "sitemap"), f"/sitemap-{number}.xml", changed_at)
    return _answer(request, tree)


@kept_page()
@require_safe
def part(request: HttpRequest, number: int) -> HttpResponseBase:
    """One part of a map that was parted: first the pages, then the articles, each part read without the others."""
    at = clock.now()
    found, articles = pages(at), places(at)
    above, many = _parts(found), articles.count()
    start = (number - len(above) - 1) * A_PART
    if number < 1 or start >= many or len(found) + many <= A_PART:
        raise Http404
    if start < 0:
        return _answer(request, _urls(above[number - 1], at))
    return _answer(request, _urls(of_articles(articles[start : start + A_PART], at), at))


def places(at: datetime) -> QuerySet[Listed]:
    """Where every article a stranger may open stands in lists, the oldest first, so that parts stay as they are while new
    ones appear."""
    sections = sections_for(None, at).values("pk")
    open_ones = Listed.objects.filter(Q(until=None) | Q(until__gt=at), public=True, section__in=sections)
    open_ones = open_ones.exclude(article__in=pages_praising())
    return open_ones.order_by("up_at", "article")


def of_articles(listed: QuerySet[Listed], at: datetime) -> list[Address]:
    """The addresses of articles in the order of their places; two queries."""
    rows = public(at).filter(pk__in=listed.values("article")).order_by("case__published_at", "pk").values_list(
        "pk", "url_path", "section__shape", "case__published_at", "case__corrected_at"
    )  # fmt: skip
    stands = place_addresses([row[0] for row in rows if row[2] == Section.Shape.PAGES])
    return [
        Address(stands.get(pk) or "/" + url_path.lstrip("/").partition("/")[2], corrected or up, pk)
        for pk, url_path, _, up, corrected in rows
    ]


def pages(at: datetime) -> list[Address]:
    """Every page a stranger may open that is no article, home first, in a fixed number of queries."""
    sections = list(sections_for(None, at))
    flowing = frozenset(one.pk for one in sections if one.shape == Section.Shape.NEWS)
    standing = public(at).filter(section__shape=Section.Shape.PAGES).order_by().values_list("pk", flat=True)
    above = _above(place_addresses(standing).values())
    newest, of_page, of_month = _changes(at, flowing)
    fixed = [Address(path, newest if path == "/tin-bai/" else None) for path in FIXED if is_ours(path)]
    shelves = [Address(path) for path in (*(one.path for one in PLACES if one.many), ENGLISH_FRONT) if path in above]
    paged = [Address(address(one), of_page.get(one.pk)) for one in (*sections, *topics())]
    months = [Address(path, changed_at) for path, changed_at in of_month.items() if is_ours(path)]
    every = [Address("/", newest), *fixed, *shelves, *paged, *_people(at), *_classes(at), *_procedures(), *_admissions(), *_documents(),
             *_disclosed(at), *months]  # fmt: skip
    return list({one.path: one for one in reversed(every)}.values())[::-1]


Changes = tuple[datetime | None, dict[int, datetime], dict[str, datetime]]


def _changes(at: datetime, flowing: frozenset[int]) -> Changes:
    """When an article last changed: of all, of each section and topic by its id, of each month's page by its path. Two
    queries: the newest of each heap, and what was corrected since."""
    went_up = places(at).order_by().values_list("section", "topic", "month").annotate(newest=Max("up_at"))
    mended = public(at).filter(case__corrected_at__isnull=False).order_by()
    rows = [*went_up, *mended.values_list("section", "topic", "listed__month", "case__corrected_at")]
    of_page, of_month = dict[int, datetime](), dict[str, datetime]()
    for section, topic, month, changed_at in sorted(rows, key=lambda row: row[-1]):
        of_page |= {page: changed_at for page in (section, topic) if page}
        if section in flowing and month:
            of_month[f"/luu-tru/{month // 100}/{month % 100:02}/"] = changed_at
    return _newest(row[-1] for row in rows), of_page, of_month


def _newest_of_parts(many: int, at: datetime) -> list[datetime]:
    """When an article of each part last changed: its last one went up, or one was corrected since; two queries."""
    hours = enumerate(places(at).values_list("up_at", flat=True).iterator(), 1)
    newest = [hour for number, hour in hours if number % A_PART == 0 or number == many]
    mended = public(at).filter(case__corrected_at__isnull=False).order_by()
    for up_at, corrected_at in mended.values_list("listed__up_at", "case__corrected_at"):
        here = min(bisect_left(newest, up_at), len(newest) - 1)
        newest[here] = max(newest[here], corrected_at)
    return newest


def _above(paths: Iterable[str]) -> frozenset[str]:
    """The addresses one step up."""
    return frozenset(path.rstrip("/").rpartition("/")[0] + "/" for path in paths)


def _people(at: datetime) -> list[Address]:
    """The pages of units and of those in them."""
    slugs, people = unit_pages(at)
    return [*(Address(f"/to/{slug}/") for slug in slugs), *(Address(f"/thay-co/{pk}/") for pk in people)]


def _classes(at: datetime) -> list[Address]:
    """The timetable, and the page of each class of the one in force and the one that waits: changed when that went up or
    began; one query where there is none, two else."""
    found = [Address(f"{TIMETABLE}{slug}/", changed_at) for slug, changed_at in timetable_classes(at)]
    return [Address(TIMETABLE, _newest(one.changed_at for one in found)), *found] if found else []


def _procedures() -> list[Address]:
    """What families come to the office for: the list where there is anything on it, and each; one query."""
    found = [Address(path, changed_at) for path, changed_at in procedure_addresses()]
    return [Address(PROCEDURES, _newest(one.changed_at for one in found)), *found] if found else []


def _admissions() -> list[Address]:
    """The seasons of admissions that are up; never a page where a child is named; one query."""
    found = [Address(path, changed_at) for path, changed_at in admission_addresses()]
    return [Address(ADMISSIONS, _newest(one.changed_at for one in found)), *found] if found else []


def _documents() -> list[Address]:
    """The documents of the school and of those above it: the list, and each; one query."""
    found = [Address(path, changed_at) for path, changed_at in document_addresses()]
    return [Address(DOCUMENTS, _newest(one.changed_at for one in found)), *found] if found else []


def _disclosed(at: datetime) -> list[Address]:
    """The school years disclosed, and each point of them; one query."""
    found = [Address(path, changed_at) for path, changed_at in disclosure_addresses(at)]
    return [Address(DISCLOSED, _newest(one.changed_at for one in found)), *found] if found else []


def is_ours(path: str) -> bool:
    """Whether a room answers there; what nobody answers is left to the tree of pages, and stands in it by itself."""
    try:
        return resolve(path).view_name != "wagtail_serve"
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
            SubElement(SubElement(url, "image:image"), "image:loc").text = absolute(shared_address(picture))
    return tree


def _pictures(articles: Sequence[int], at: datetime) -> dict[int, list[int]]:
    """The pictures each article shows, as the files room knows it; one query."""
    rows = Exposure.objects.filter(
        Q(until=None) | Q(until__gt=at), holder_type="news.article", holder_id__in=articles,
        audience=Exposure.Audience.PUBLIC, picture__scan__in=SERVABLE, picture__withheld_at=None,
    ).order_by("pk").values_list("holder_id", "picture_id")  # fmt: skip
    found = defaultdict(list)
    for holder, picture in rows:
        found[holder].append(picture)
    return found


def _place(parent: Element, path: str, changed_at: datetime | None) -> None:
    SubElement(parent, "loc").text = absolute(path)
    if changed_at:
        SubElement(parent, "lastmod").text = changed_at.astimezone(ZONE).isoformat(timespec="seconds")


def _newest(hours: Iterable[datetime | None]) -> datetime | None:
    return max((hour for hour in hours if hour), default=None)


def _answer(request: HttpRequest, tree: Element) -> HttpResponseBase:
    return kept(request, tostring(tree, encoding="utf-8", xml_declaration=True), "application/xml")
