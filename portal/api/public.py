"""What any reader may see, without a token; nothing else. Search and news meet here, above both."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.db.models import Q, QuerySet
from django.http import HttpRequest
from ninja import Field, Query, Router, Schema
from wagtail.models import Page

from portal.base import clock
from portal.base.api import Listed, Number, in_pages, local, not_found
from portal.base.api import Paging as Pages
from portal.base.clock import ZONE
from portal.files.models import Attachment, Picture
from portal.files.rules import may_be_served
from portal.news import presenters
from portal.news.models import Article
from portal.news.queries import listed, public, sections_for
from portal.news.reading.tallies import tally
from portal.search import queries as search
from portal.search.rules import MOST_CHARACTERS, asked

router = Router()


class Sought(Pages):
    q: str = Field("", max_length=MOST_CHARACTERS, description="có dấu hay không dấu đều được")
    section: str = ""
    genre: str = ""
    year: Number = Field(None, ge=1900, le=2200)
    page_size: int = Field(20, ge=1, le=100)


class Shot(Schema):
    url: str
    alt: str
    credit: str
    width: int
    height: int


class Origin(Schema):
    name: str
    author: str = ""
    url: str = ""
    contact: str = ""


class Short(Schema):
    id: int
    url: str
    title: str
    summary: str
    section: str
    section_title: str
    genre: str
    kind: str
    source: Origin | None
    advertiser: Origin | None
    picture: Shot | None
    published_at: datetime
    corrected_at: datetime | None


class Whole(Short):
    body: list[dict[str, Any]]
    authors: list[str]
    photographer: str
    place: str
    event_start: datetime | None
    event_end: datetime | None
    opening_at: datetime | None


@router.get(
    "/articles", response=Listed[Short], summary="Articles any reader may see, newest first, or best first for q"
)
def articles(request: HttpRequest, sought: Query[Sought]) -> Any:
    at = clock.now()
    if not sought.q.strip():
        ids = _narrowed(listed(None, at), sought).values_list("pk", flat=True)
        return in_pages(ids, sought, lambda page: _shorts(_in_order(page, at)), _total(sought, at))
    among = Q(shelf=search.ARTICLE, item__in=_narrowed(public(at), sought).order_by().values("pk"))
    hits = search.found(asked(sought.q), None, at, among=among)
    return in_pages(hits, sought, lambda rows: _shorts(_in_order([row.item for row in rows], at)))


def _total(sought: Sought, at: datetime) -> int | None:
    """How many there are, of what is counted once for each state of the pages; a genre is not among it."""
    if sought.genre:
        return None
    sections = sections_for(None, at)
    months = tally(None, at, sections.filter(slug=sought.section) if sought.section else sections).months()
    return sum(many for month, many in months.items() if sought.year in (None, month // 100))


def _narrowed(found: QuerySet[Article], sought: Sought) -> QuerySet[Article]:
    if sought.section:
        found = found.filter(section__slug=sought.section)
    if sought.genre:
        found = found.filter(genre=sought.genre)
    if sought.year:
        first = datetime(sought.year, 1, 1, tzinfo=ZONE)
        found = found.filter(listed__up_at__gte=first, listed__up_at__lt=first.replace(year=sought.year + 1))
    return found


def _in_order(ids: Sequence[int], at: datetime) -> list[Article]:
    kept = public(at).in_bulk(ids)
    return [kept[pk] for pk in ids if pk in kept]


@router.get("/articles/{row:pk}", response=Whole, summary="One of them in full")
def article(request: HttpRequest, pk: int) -> Any:
    found = public(clock.now()).filter(pk=pk).first()
    if found is None:
        raise not_found("bài này")
    hours = ("event_start", "event_end", "opening_at")
    return {
        **_shorts([found])[0], **{name: local(getattr(found, name)) for name in hours}, "body": _body(found),
        "authors": presenters.authors([found])[found.pk], "photographer": found.photographer, "place": found.place,
    }  # fmt: skip


def _shorts(found: list[Article]) -> list[dict[str, Any]]:
    pictures = presenters.pictures_of(found)
    return [_short(one, pictures.get(one.pk)) for one in found]


def _short(one: Article, picture: Picture | None) -> dict[str, Any]:
    repost, advertisement = one.kind == Article.Origin.REPOST, one.kind == Article.Origin.ADVERTISEMENT
    return {
        "id": one.pk, "url": _url(one), "title": one.title, "summary": one.summary, "section": one.section.slug,
        "section_title": one.section.title, "genre": one.genre, "kind": one.kind,
        "source": {"name": one.source_name, "author": one.source_author, "url": one.source_url} if repost else None,
        "advertiser": {"name": one.advertiser_name, "contact": one.advertiser_contact} if advertisement else None,
        "picture": _shot(picture), "published_at": local(one.case.published_at),
        "corrected_at": local(one.case.corrected_at),
    }  # fmt: skip


def _url(page: Page) -> str:
    return presenters.absolute(presenters.address(page))


def _shot(picture: Picture | None) -> dict[str, Any] | None:
    if picture is None or not may_be_served(picture.scan):
        return None
    return {"url": presenters.absolute(presenters.shared_picture(picture)), "alt": picture.alt, "credit": picture.credit,
            "width": picture.width, "height": picture.height}  # fmt: skip


def _body(one: Article) -> list[dict[str, Any]]:
    """As the desk's calls give it, with addresses where those give ids; of a praise list its title alone, as no program is told
    of children."""
    return [
        {
            "type": block.block_type,
            "value": {"caption": block.value["caption"]} if block.block_type == "praise" else _given(block.value),
        }
        for block in one.body
    ]


def _given(value: Any) -> Any:
    if isinstance(value, Picture):
        return _shot(value)
    if isinstance(value, Attachment):
        if not may_be_served(value.scan):
            return None
        return {
            "url": presenters.absolute(value.url),
            "title": value.title,
            "kind": value.kind,
            "size": value.file_size,
        }
    if hasattr(value, "source") and not hasattr(value, "items"):
        return value.source
    if hasattr(value, "items"):
        return {name: _given(part) for name, part in value.items()}
    if isinstance(value, str) or value is None:
        return value
    return [_given(part) for part in value]
