"""What search finds in the newsroom: articles and pages, sections and topics."""

from collections.abc import Collection, Iterable, Iterator
from datetime import datetime
from typing import Any

from django.db.models import QuerySet

from portal.base.findable import Shelf, Words, register
from portal.base.models import JournalEntry
from portal.files.models import Picture
from portal.news import presenters
from portal.news.models import Article, Section, Topic
from portal.news.queries import for_cards, sections_for, topics, visible_to

ARTICLE = "article"
KINDS = {
    "tin-bai": "Tin, bài", "thong-bao": "Thông báo", "dang-lai": "Đăng lại từ nơi khác",
    "quang-cao": "Tin cho đơn vị khác", "trang": "Trang giới thiệu, hướng dẫn",
}  # fmt: skip
PLACES = {"chuyen-muc": "Chuyên mục, chuyên đề"}
ORIGINS = {Article.Origin.REPOST: "dang-lai", Article.Origin.ADVERTISEMENT: "quang-cao"}
CHANGING = frozenset({"publish", "raise_history", "withdraw"})
A_LUMP = 100  # articles held at once


def _about(label: str, line: JournalEntry) -> Iterator[int]:
    if line.verb in CHANGING and line.subject_type == label and line.subject_id is not None:
        yield line.subject_id


def _articles(items: Collection[int] | None) -> Iterator[Words]:
    live = Article.objects.filter(live=True, case__published_at__isnull=False).select_related("case", "section")
    if items is not None:
        live = live.filter(pk__in=items)
    last = 0
    while articles := list(live.filter(pk__gt=last).order_by("pk")[:A_LUMP]):
        yield from _told(articles)
        last = articles[-1].pk


def _told(articles: list[Article]) -> Iterator[Words]:
    """The words of some articles; what they show of others is asked for all at once."""
    authors, shown = presenters.authors(articles), {article.pk: article.shown_pictures() for article in articles}
    alts = dict(Picture.objects.filter(pk__in=set().union(*shown.values())).values_list("pk", "alt"))
    for article in articles:
        text = article.summary, presenters.text_of(article)
        pictures = [alts[pk] for pk in sorted(shown[article.pk]) if pk in alts]
        is_page = article.section.shape == Section.Shape.PAGES
        yield Words(
            item=article.pk, title=article.title, kind=_kind(article, is_page),
            parts=(*text, *authors[article.pk], *_named(article), *pictures),
            published_at=article.case.published_at, dated=not is_page, section=article.section_id,
            genre="" if is_page else article.genre,
        )  # fmt: skip


def _kind(article: Article, is_page: bool) -> str:
    if is_page:
        return "trang"
    return ORIGINS.get(article.kind) or ("thong-bao" if article.notice else "tin-bai")


def _named(article: Article) -> list[str]:
    """What else its page shows: people, places, where it comes from, the titles of files."""
    shown = [block.value["document"] for block in article.body if block.block_type == "document"]
    return [
        *(article.photographer, article.interviewee, article.place),
        *(article.source_name, article.source_author, article.advertiser_name),
        *(document.title for document in shown if document),
    ]


def _article_cards(items: Iterable[int], person: object, at: datetime) -> dict[int, dict[str, Any]]:
    articles = list(for_cards(visible_to(person, at)).filter(pk__in=items).order_by())
    pictures = presenters.pictures_of(articles)
    return {
        article.pk: {
            **presenters.card(article, pictures.get(article.pk)),
            "text": f"{article.summary} {presenters.text_of(article)}".strip(),
            "undated": article.section.shape == Section.Shape.PAGES,
        }
        for article in articles
    }


def _worded(model: type[Section] | type[Topic], items: Collection[int] | None) -> Iterator[Words]:
    live = model.objects.filter(live=True)
    if items is not None:
        live = live.filter(pk__in=items)
    for page in live.order_by("pk"):
        yield Words(item=page.pk, title=page.title, parts=(page.intro,), kind="chuyen-muc", dated=False)


def _worded_cards(pages: QuerySet[Any], items: Iterable[int], called: str) -> dict[int, dict[str, Any]]:
    found = pages.filter(pk__in=items)
    return {
        page.pk: {"title": page.title, "url": presenters.address(page), "text": page.intro, "section_title": called}
        for page in found
    }


register(Shelf(
    ARTICLE, KINDS, visible_to, _articles, _article_cards, lambda line: _about(Article._meta.label_lower, line), order=0,
))  # fmt: skip
register(Shelf(
    "section", PLACES, sections_for, lambda items: _worded(Section, items),
    lambda items, person, at: _worded_cards(sections_for(person, at), items, "Chuyên mục"),
    lambda line: _about(Section._meta.label_lower, line), order=10, dated=False,
))  # fmt: skip
register(Shelf(
    "topic", PLACES, lambda person, at: topics(), lambda items: _worded(Topic, items),
    lambda items, person, at: _worded_cards(topics(), items, "Chuyên đề"),
    lambda line: _about(Topic._meta.label_lower, line), order=11, dated=False,
))  # fmt: skip
