"""What to read after an article: of its topic, its section, its authors' unit; what stands before and after it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import QuerySet

from portal.news import presenters
from portal.news.models import Article, Byline
from portal.people.models import Unit, UnitPost
from portal.people.offices import in_force

OF_SECTION, OF_TOPIC, OF_UNIT = 4, 4, 3


@dataclass(frozen=True)
class Shelf:
    """A few articles under a title, with the way to all of them."""

    title: str
    url: str
    more: str
    items: Sequence[presenters.Item]


def shelves(article: Article, flow: QuerySet[Article], at: datetime) -> list[Shelf]:
    """What else there is, nearest first, each article once; at most six queries, whatever is shown."""
    shown = {article.pk}
    made = []
    for title, url, more, found, most in _near(article, flow, at):
        items = list(found.exclude(pk__in=shown).defer("body")[:most])
        shown |= {one.pk for one in items}
        if items:
            cards = presenters.cards(items, pictures=False)
            made.append(Shelf(title, url, more, [card | {"section_title": ""} for card in cards]))
    return made


def _near(
    article: Article, flow: QuerySet[Article], at: datetime
) -> list[tuple[str, str, str, QuerySet[Article], int]]:
    near = []
    topic = article.topic if article.topic_id else None
    if topic is not None and topic.live:
        near.append((topic.title, presenters.address(topic), "Cả chuyên đề", flow.filter(listed__topic=topic), OF_TOPIC))
    section = article.section
    near.append(("Cùng chuyên mục", presenters.address(section), "Tất cả", flow.filter(listed__section=section), OF_SECTION))
    unit = _unit(article, at)
    if unit is not None:
        colleagues = UnitPost.objects.filter(in_force(at), unit=unit).values("person")
        theirs = Byline.objects.filter(person__in=colleagues).values("article")
        near.append((f"Của {unit.title}", f"/to/{unit.slug}/", "Trang riêng", flow.filter(pk__in=theirs), OF_UNIT))
    return near


def _unit(article: Article, at: datetime) -> Unit | None:
    """The unit of the first author who has one."""
    authors = Byline.objects.filter(article=article).values("person")
    posts = UnitPost.objects.filter(in_force(at), person__in=authors).select_related("unit")
    post = posts.order_by("-leads", "unit__title").first()
    return post.unit if post else None


def neighbours(article: Article, flow: QuerySet[Article]) -> dict[str, presenters.Item | None]:
    """The article of the section that went up before this one, and the one after it; two queries."""
    at, pk = article.case.published_at, article.pk
    row = flow.filter(listed__section=article.section_id).defer("body")
    older = row.filter(listed__up_at__lte=at).exclude(listed__up_at=at, pk__gte=pk).first()
    newer = row.filter(listed__up_at__gte=at).exclude(listed__up_at=at, pk__lte=pk).reverse().first()
    return {"older": _card(older), "newer": _card(newer)}


def _card(article: Article | None) -> presenters.Item | None:
    return presenters.card(article) if article else None
