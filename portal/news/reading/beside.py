"""What to read after an article: of its topic, its section, its authors' unit; what stands before and after it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import QuerySet

from portal.base.ordering import titled
from portal.news import presenters
from portal.news.models import Article, Byline, Listed
from portal.news.models.listed import EVER
from portal.news.queries import for_cards, newest_named, news_of
from portal.people import offices
from portal.people.models import Unit, UnitPost
from portal.people.offices import in_force

OF_SECTION, OF_TOPIC, OF_UNIT = 4, 4, 3
SPARE = 3  # neighbours looked at: the first that may be read is the one


@dataclass(frozen=True)
class Shelf:
    """A few articles under a title, with the way to all of them."""

    title: str
    url: str
    more: str
    items: Sequence[presenters.Item]


def beside(article: Article, person: object, at: datetime) -> dict[str, Any]:
    """What else there is, nearest first, each article once, and the neighbours in the section: at most eight queries, of which
    one reads articles. `shelves`, `older`, `newer`; what nobody may read by now is left out."""
    heaps, shown = [], {article.pk}
    places = _places(offices.is_insider(person, at))
    for title, url, more, found, most in _near(article, places, at):
        ids = [pk for pk in found[: most + len(shown)] if pk not in shown][:most]
        shown |= set(ids)
        heaps.append((title, url, more, ids))
    older, newer = _neighbours(article, places)
    wanted = news_of(person, at).filter(pk__in=[*shown - {article.pk}, *older, *newer])
    cards = {one.pk: presenters.card(one) for one in for_cards(wanted).defer("body")}
    return {
        "shelves": [Shelf(title, url, more, items) for title, url, more, ids in heaps if (items := _shelf(ids, cards))],
        "older": next((cards[pk] for pk in older if pk in cards), None),
        "newer": next((cards[pk] for pk in newer if pk in cards), None),
    }  # fmt: skip


def _shelf(ids: Iterable[int], cards: Mapping[int, presenters.Item]) -> list[presenters.Item]:
    return [cards[pk] | {"section_title": ""} for pk in ids if pk in cards]


def _places(inside: bool) -> QuerySet[Listed, int]:
    """Places in lists, newest first, as far as a reader's own kind goes."""
    places = Listed.objects.filter(up_at__gt=EVER) if inside else Listed.objects.filter(up_at__gt=EVER, public=True)
    return places.order_by("-up_at", "-article").values_list("article", flat=True)


def _near(
    article: Article, places: QuerySet[Listed, int], at: datetime
) -> Iterator[tuple[str, str, str, Sequence[int] | QuerySet[Listed, int], int]]:
    topic, section = article.topic if article.topic_id else None, article.section
    if topic is not None and topic.live:
        yield topic.title, presenters.address(topic), "Cả chuyên đề", places.filter(topic=topic), OF_TOPIC
    yield "Cùng chuyên mục", presenters.address(section), "Tất cả", places.filter(section=section), OF_SECTION
    unit = _unit(article, at)
    if unit is not None:
        colleagues = UnitPost.objects.filter(in_force(at), unit=unit).values("person")
        theirs = newest_named(colleagues, OF_TOPIC + OF_SECTION + OF_UNIT + 1)
        yield f"Của {unit.title}", f"/to/{unit.slug}/", "Trang riêng", theirs, OF_UNIT


def _unit(article: Article, at: datetime) -> Unit | None:
    """The unit of the first author who has one."""
    authors = Byline.objects.filter(article=article).values("person")
    posts = UnitPost.objects.filter(in_force(at), person__in=authors).select_related("unit")
    post = posts.order_by("-leads", titled("unit__title")).first()
    return post.unit if post else None


def _neighbours(article: Article, places: QuerySet[Listed, int]) -> tuple[list[int], list[int]]:
    """The next of the section that went up before this one, nearest first, and after it; two queries."""
    at, pk, row = article.case.published_at, article.pk, places.filter(section=article.section_id)
    older = row.filter(up_at__lte=at).exclude(up_at=at, article__gte=pk)
    newer = row.filter(up_at__gte=at).exclude(up_at=at, article__lte=pk).order_by("up_at", "article")
    return list(older[:SPARE]), list(newer[:SPARE])
