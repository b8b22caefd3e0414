"""Articles as templates, feeds and search show them: plain values, the pictures of a whole page in one query."""

import re
from collections.abc import Iterable, Iterator, Sequence
from html import unescape
from typing import Any
from urllib.parse import urljoin

from django.conf import settings
from django.http import HttpResponse
from django.utils.html import strip_tags
from wagtail.models import Page

from portal.approval.models import Approval
from portal.approval.queries import live_approval
from portal.files.models import Picture, rendition_address
from portal.files.rules import may_be_served
from portal.news.models import Article, Byline, Section
from portal.news.praising import praise_lines as praise_lines
from portal.news.rules import GENRE_TITLES
from portal.people.models import Person
from portal.people.rules import OFFICE_NAMES, Kind

Item = dict[str, Any]
_BLOCK_END = re.compile(r"<(?:/p|/li|br)\b[^>]*>", re.IGNORECASE)


def address(page: Page) -> str:
    """The path of a page on the one site, without asking the database."""
    return path_of(str(page.url_path))


def path_of(url_path: str) -> str:
    """The same of what the tree calls it: its first part is the site itself."""
    return "/" + url_path.lstrip("/").partition("/")[2]


def absolute(path: str) -> str:
    """An address on the school's own domain, never on the Host that was asked (Điều 3)."""
    return urljoin(settings.PORTAL_BASE_URL, path)


def cards(articles: Iterable[Article], *, pictures: bool = True) -> list[Item]:
    """Articles as cards, in their order."""
    articles = list(articles)
    shown = pictures_of(articles) if pictures else {}
    return [card(article, shown.get(article.pk)) for article in articles]


def card(article: Article, picture: Picture | None = None) -> Item:
    """One article in a list; its source or advertiser goes with it everywhere (Điều 14.2)."""
    item: Item = {
        "id": article.pk, "title": article.title, "url": address(article), "summary": article.summary,
        "section_title": article.section.title, "published_at": article.case.published_at,
        "corrected_at": article.case.corrected_at, "source_name": article.source_name,
        "advertiser_name": article.advertiser_name, "origin": origin(article),
    }  # fmt: skip
    if picture is not None:
        item |= {"picture_url": picture.url, "picture_srcset": picture.srcset, "picture_avif": picture.avif,
                 "picture_alt": picture.alt}  # fmt: skip
    return item


def origin(article: Article) -> str:
    """Where a repost comes from or for whom an advertisement stands, in one phrase; empty for the school's own."""
    if article.kind == Article.Origin.REPOST:
        return f"Nguồn: {article.source_name}"
    if article.kind == Article.Origin.ADVERTISEMENT:
        return f"Thông tin của đơn vị: {article.advertiser_name}"
    return ""


def pictures_of(articles: Iterable[Article]) -> dict[int, Picture]:
    """The first picture of each article that has one, by article id, in one query."""
    first = {article.pk: pk for article in articles if (pk := next(_picture_ids(article), None)) is not None}
    found = Picture.objects.in_bulk(set(first.values())) if first else {}
    return {
        article: found[picture]
        for article, picture in first.items()
        if picture in found and may_be_served(found[picture].scan) and found[picture].withheld_at is None
    }


def has_picture(article: Article) -> bool:
    """Whether an article shows a picture, without loading it."""
    return next(_picture_ids(article), None) is not None


def how_many_pictures(article: Article) -> int:
    """How many pictures an article shows, without loading them."""
    return sum(1 for _ in _picture_ids(article))


def _picture_ids(article: Article) -> Iterator[int]:
    for block in article.body.raw_data:
        shots = block["value"] if block["type"] == "gallery" else [block["value"]] if block["type"] == "image" else []
        yield from (pk for shot in shots if (pk := shot.get("value", shot).get("picture")))


def reading(article: Article) -> Item:
    """An article as its page and its preview show it."""
    blocks = list(article.body)
    top = blocks[0].value if blocks and blocks[0].block_type == "image" and blocks[0].value["picture"] else None
    any_picture = top["picture"] if top else article.lead_picture()
    if any_picture is not None and any_picture.withheld_at is not None:
        any_picture = None
    is_public = Section.Reach.PUBLIC == article.audience == article.section.audience
    named = writers(article, with_pages=is_public)
    return {
        "id": article.pk, "kind": article.kind, "origin": origin(article), "picture_id": any_picture.pk if any_picture else None,
        "is_public": is_public, "robots": "noindex" if article.shown_pupils() else "",
        "url": address(article), "is_page": article.section.shape == Section.Shape.PAGES, "language": article.section.language,
        "title": article.title, "summary": article.summary, "description": description(article),
        "section_title": article.section.title, "section_url": address(article.section),
        "genre_title": GENRE_TITLES.get(article.genre, ""), "authors": [one["name"] for one in named] or received(article),
        "writers": named,
        "photographer": article.photographer, "published_at": article.case.published_at,
        "corrected_at": article.case.corrected_at, "decided_by": decided_by(live_approval(article)),
        "source": {
            "name": article.source_name, "author": article.source_author, "url": article.source_url,
            "published_at": article.source_published_at,
        } if article.kind == Article.Origin.REPOST else None,
        "advertiser": {"name": article.advertiser_name, "contact": article.advertiser_contact}
        if article.kind == Article.Origin.ADVERTISEMENT else None,
        "opening_at": article.opening_at, "event_start": article.event_start, "event_end": article.event_end,
        "place": article.place, "over_at": article.event_end or article.opening_at or article.event_start,
        "calendar_url": f"{address(article)}lich.ics", "interviewee": article.interviewee,
        "picture": top["picture"] if top else None, "picture_caption": top["caption"] if top else "",
        "picture_absolute_url": absolute(shared_picture(any_picture)) if any_picture else "",
        "body": blocks[1:] if top else blocks,
    }  # fmt: skip


def unlisted(answer: HttpResponse, shown: Item) -> HttpResponse:
    """The answer with a page of `reading`; where it names children, machines are told to list it nowhere (Luật 91/2025, Điều 24)."""
    if shown["robots"]:
        answer["X-Robots-Tag"] = shown["robots"]
    return answer


def shared_picture(picture: Picture) -> str:
    """The form of a picture that other people's pages can show."""
    return shared_address(picture.pk)


def shared_address(picture: int) -> str:
    """The same of a picture known by its id only."""
    return rendition_address(picture, "width-1280|format-jpeg")


def description(article: Article) -> str:
    """What feeds and shared links say under the title, the origin first."""
    return ". ".join(part for part in (origin(article), article.summary or text_of(article)[:300]) if part)


def authors(articles: Sequence[Article]) -> dict[int, list[str]]:
    """Who is named under each article, in order: its authors, else from whom it was received."""
    named: dict[int, list[str]] = {article.pk: [] for article in articles}
    lines = Byline.objects.filter(article__in=articles).exclude(person__full_name="").select_related("person")
    for line in lines.order_by("sort_order", "pk"):
        named[line.article_id].append(str(line.person))
    return {article.pk: named[article.pk] or received(article) for article in articles}


def received(article: Article) -> list[str]:
    """From whom an article was received, as the one name under it; [] for others."""
    sender = ", ".join(part for part in (article.received_name, article.received_unit) if part)
    return [sender] if sender else []


def writers(article: Article, *, with_pages: bool) -> list[dict[str, str]]:
    """Who is named under an article, each with the page of those who have one; one query."""
    lines = Byline.objects.filter(article=article).exclude(person__full_name="").select_related("person")
    return [
        {
            "name": str(line.person),
            "url": f"/thay-co/{line.person_id}/" if with_pages and _has_page(line.person) else "",
        }
        for line in lines.order_by("sort_order", "pk")
    ]  # fmt: skip


def _has_page(person: Person) -> bool:
    return person.kind == Kind.STAFF and person.is_active and bool(person.full_name.strip())


def decided_by(approval: Approval | None) -> str:
    """The office that answers for what is up, with the paper where it was delegated."""
    if approval is None:
        return ""
    office = str(OFFICE_NAMES.get(approval.office, approval.office))
    return f"{office} (theo giấy số {approval.number})" if approval.number else office


def text_of(article: Article) -> str:
    """Every word of the body a reader sees, files' own titles left out; no query."""
    words = " ".join(
        _bare(block["value"]) if block["type"] == "paragraph" else _words_of(block["value"])
        for block in article.body.raw_data
    )
    return " ".join(words.split())


def _bare(html: str) -> str:
    return unescape(strip_tags(_BLOCK_END.sub(" ", html)))


def _words_of(value: Any) -> str:
    """Words of a plain block; identifiers and addresses are none."""
    if isinstance(value, dict):
        value = [part for name, part in value.items() if name not in ("id", "type", "url")]
    if isinstance(value, list):
        return " ".join(_words_of(part) for part in value)
    return value if isinstance(value, str) else ""


def links(sections: Iterable[Section], but: int | None = None) -> list[dict[str, str]]:
    """Sections as a list of links."""
    return [{"title": one.title, "url": address(one)} for one in sections if one.pk != but]
