"""The home page's parts for one reader, in a fixed number of queries. Every part holds approved items only (Điều 8.3)."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from django.db.models import OuterRef, QuerySet, Subquery

from portal.news import presenters
from portal.news.models import Article, Section
from portal.news.places import BY_KEY, FOR_PARENTS
from portal.news.queries import (
    Layout,
    for_cards,
    home_layout,
    leading,
    news_of,
    sections_for,
    standings,
    topics,
    visible_to,
)
from portal.news.rules import NOTICE_KIND, PHOTO_KIND
from portal.website.days import coming, today

NEWEST, NOTICES, PHOTOS, LATEST, A_SECTION = 30, 5, 5, 6, 4
PAPERS, LINKS = 3, 8
HEADS_ITSELF = "thông báo"
PLACES = (*FOR_PARENTS, "disclosures", "documents", "campaigns", "services")


def front(person: object, at: datetime, layout: Layout | None = None) -> dict[str, Any]:
    """The parts of the home page for this reader; what the board chose for it first.

    What is chosen is looked for among what this reader may see: whatever was taken down is simply not there (Điều 8.3).
    """
    visible = for_cards(news_of(person, at))
    layout = layout or home_layout(at)
    newest = list(visible[:NEWEST])
    chosen = _chosen(visible_to(person, at), layout)
    pins = [chosen[pk] for pk in layout.pins if pk in chosen]
    lead = chosen.get(layout.lead or 0) or leading(newest, pins)
    above = [*pins, *([lead] if lead else [])]
    others = visible.exclude(pk__in=[article.pk for article in above])
    notices = list(visible.filter(listed__kind=NOTICE_KIND)[:NOTICES])
    photos = list(others.filter(listed__kind=PHOTO_KIND)[:PHOTOS])
    groups = _by_section(
        others.exclude(listed__kind=NOTICE_KIND), layout, sections_for(person, at).filter(shape=Section.Shape.NEWS)
    )
    cards = _Cards([*above, *photos, *(one for found in groups.values() for one in found)])
    return {
        "lead": cards.of([lead])[0] if lead else None,
        "pinned": cards.of(pins),
        "notices": [item | {"note": _note(one, at), "section_title": ""} for item, one in zip(cards.of(notices), notices, strict=True)],
        "news_by_section": [
            {"section": {"title": section.title, "url": presenters.address(section)}, "items": cards.of(found)}
            for section, found in groups.items()
        ],
        "photos": [item for item in cards.of(photos) if "picture_url" in item],
        "latest": cards.of([article for article in newest if article not in above][:LATEST]),
        **_days(visible, at),
        **_places(person, at, notices),
    }  # fmt: skip


class _Cards:
    """Cards of the page, with the pictures of all of them in one query."""

    def __init__(self, articles: Iterable[Article]) -> None:
        self.pictures = presenters.pictures_of(articles)

    def of(self, articles: Sequence[Article]) -> list[presenters.Item]:
        return [presenters.card(article, self.pictures.get(article.pk)) for article in articles]


def _note(notice: Article, at: datetime) -> str:
    """What a parent wants to know of a notice before opening it: which part of the school, what comes with it, until when."""
    files = sum(block["type"] == "document" for block in notice.body.raw_data)
    ends = notice.expires_at.astimezone(at.tzinfo) if notice.expires_at else None
    named = notice.section.title if notice.section.title.casefold() != HEADS_ITSELF else ""
    told = (
        named,
        f"{files} tệp đính kèm" if files else "",
        f"còn hiệu lực đến {ends.day}/{ends.month}" if ends else "",
    )
    words = " · ".join(part for part in told if part)
    return words[:1].upper() + words[1:]


def _chosen(visible: QuerySet[Article], layout: Layout) -> dict[int, Article]:
    """The stories the board chose that this reader may see, by id."""
    ids = {*layout.pins, layout.lead} - {None}
    return {article.pk: article for article in visible.filter(pk__in=ids)} if ids else {}


def _by_section(flow: QuerySet[Article], layout: Layout, sections: QuerySet[Section]) -> dict[Section, list[Article]]:
    """The newest few of each section the front page shows, in the board's order, else the school's; two queries. A section of
    notices stands already, under that very name."""
    here = flow.filter(listed__section=OuterRef("pk")).values("pk")
    nth = {f"nth{number}": Subquery(here[number : number + 1]) for number in range(A_SECTION)}
    shown = [one for one in sections.annotate(**nth) if one.title.casefold() != HEADS_ITSELF]
    newest = {one: [pk for name in nth if (pk := getattr(one, name))] for one in layout.sections(shown)}
    articles = {one.pk: one for one in flow.filter(pk__in=[pk for found in newest.values() for pk in found])}
    found = {one: [articles[pk] for pk in pks if pk in articles] for one, pks in newest.items()}
    return {section: items for section, items in found.items() if items}


def _days(visible: QuerySet[Article], at: datetime) -> dict[str, Any]:
    """Today and what is to come, in one query."""
    announced = coming(visible, at)
    return {"today": today(announced, at), "ahead": [one.shown() for one in announced if one.begins.date() > at.date()]}


def _places(person: object, at: datetime, notices: Sequence[Article]) -> dict[str, Any]:
    """What stands in the named places: the parents' doors, disclosures, documents, links; one query (TT 37/2020 Đ.9)."""
    held = standings(PLACES, person, at)
    return {
        "doors": [_notices_door(notices), *(_door(key, held[key]) for key in FOR_PARENTS)],
        "papers": [
            {
                "title": BY_KEY[key].title,
                "url": BY_KEY[key].path,
                "items": [_paper(key, one) for one in held[key][:PAPERS]],
            }
            for key in ("disclosures", "documents")
        ],
        "campaigns": (links_of(held["campaigns"]) or _topics())[:LINKS],
        "services": links_of(held["services"])[:LINKS],
    }


def _notices_door(notices: Sequence[Article]) -> dict[str, Any]:
    newest = notices[0].case.published_at if notices else None
    return {"key": "notices", "title": "Thông báo", "url": "/tin-bai/?chi=thong-bao", "at": newest}


def _door(key: str, held: Sequence[Article]) -> dict[str, Any]:
    place = BY_KEY[key]
    return {"key": key, "title": place.title, "url": place.path, "at": _changed(held[0]) if held else None}


def _paper(key: str, article: Article) -> dict[str, Any]:
    is_page = article.section.shape == Section.Shape.PAGES
    url = BY_KEY[key].address_of(article.slug) if is_page else presenters.address(article)
    return {"title": article.title, "url": url, "at": _changed(article)}


def _changed(article: Article) -> datetime | None:
    """When what stands there last changed."""
    changed: datetime | None = article.case.corrected_at or article.case.published_at
    return changed


def _topics() -> list[dict[str, str]]:
    """The school's own topics, where no page says which thematic sites stand at home."""
    return [{"title": one.title, "url": presenters.address(one), "text": one.intro} for one in topics()]


def links_of(pages: Iterable[Article]) -> list[dict[str, str]]:
    """The rows of the `links` blocks of approved pages, in order."""
    rows = (
        row.get("value", row)
        for page in pages
        for block in page.body.raw_data
        if block["type"] == "links"
        for row in block["value"]
    )
    return [{"title": row["title"], "url": row["url"], "text": row.get("note") or ""} for row in rows]
