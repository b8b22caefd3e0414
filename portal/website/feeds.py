"""RSS and Atom: what any reader may see, of the whole school, of a section, a topic or an author."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import QuerySet
from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.urls import URLPattern, path
from django.utils.feedgenerator import Atom1Feed, Rss201rev2Feed, SyndicationFeed
from django.utils.html import escape
from django.views.decorators.http import require_safe

from portal.base import clock
from portal.base.clock import ZONE
from portal.base.kept import kept_page
from portal.base.sharing import icon_path
from portal.base.text import is_number
from portal.files.models import Picture
from portal.news.models import Article
from portal.news.presenters import absolute, address, authors, description, pictures_of, shared_picture
from portal.news.queries import newest_named, news_of, sections_for, topics
from portal.people.models import Person
from portal.pupils.queries import pages_praising
from portal.website.answers import kept
from portal.website.places.people import has_page
from portal.website.queries import school
from portal.website.sharing import look_of

NEWEST = 20
MEDIA = "http://search.yahoo.com/mrss/"


@dataclass(frozen=True)
class Stream:
    """What one feed carries: its title, the page people read instead, the articles."""

    title: str
    page: str
    about: str
    articles: QuerySet[Article]


class WithPictures(SyndicationFeed):
    """The first picture of an article with its words, as Media RSS says it; both kinds of feed carry it."""

    def root_attributes(self) -> dict[str, str]:
        return {**super().root_attributes(), "xmlns:media": MEDIA}

    def add_item_elements(self, handler: Any, item: dict[str, Any]) -> None:
        super().add_item_elements(handler, item)
        picture: Picture | None = item["picture"]
        if picture is None:
            return
        handler.startElement(
            "media:content", {"url": absolute(shared_picture(picture)), "medium": "image", "type": "image/jpeg"}
        )
        handler.addQuickElement("media:description", picture.alt, {"type": "plain"})
        if picture.credit:
            handler.addQuickElement("media:credit", picture.credit, {"role": "photographer"})
        handler.endElement("media:content")


class Rss(WithPictures, Rss201rev2Feed):
    """RSS 2.0."""


class Atom(WithPictures, Atom1Feed):
    """Atom 1.0, with the school's icon."""

    def add_root_elements(self, handler: Any) -> None:
        super().add_root_elements(handler)
        handler.addQuickElement("icon", absolute(icon_path(look_of(school()), "192")))


def everything(at: datetime) -> Stream:
    return Stream("", "/", "Tin, bài mới", news_of(None, at))


def of_section(at: datetime, slug: str) -> Stream:
    """Internal sections have no feed, not even for those inside; pages are no news."""
    section = sections_for(None, at).filter(slug=slug).first()
    if section is None:
        raise Http404
    found = news_of(None, at).filter(listed__section=section)
    return Stream(section.title, address(section), f"Tin, bài mới của chuyên mục {section.title}", found)


def of_topic(at: datetime, slug: str) -> Stream:
    topic = topics().filter(slug=slug).first()
    if topic is None:
        raise Http404
    return Stream(
        topic.title, address(topic), f"Tin, bài mới về {topic.title}", news_of(None, at).filter(listed__topic=topic)
    )


def of_author(at: datetime, pk: int) -> Stream:
    """Whose name stands under something public; of anybody else nothing is said, not even that he exists."""
    theirs = newest_named([pk], NEWEST) if is_number(str(pk)) else []
    found = news_of(None, at).filter(pk__in=theirs)
    person = Person.objects.filter(pk=pk).first() if found.exists() else None
    if person is None or not has_page(person):
        raise Http404
    return Stream(person.full_name, f"/thay-co/{pk}/", f"Tin, bài của {person.full_name}", found)


def feed(kind: type[Rss] | type[Atom], stream: Callable[..., Stream]) -> Callable[..., HttpResponseBase]:
    """The screen of one kind of feed over one kind of stream."""

    @kept_page()
    @require_safe
    def view(request: HttpRequest, **which: Any) -> HttpResponseBase:
        found = stream(clock.now(), **which)
        made = _opened(request, kind, found)
        new = found.articles.filter(case__past=None)  # what the portal before had is not new
        articles = list(new.exclude(pk__in=pages_praising())[:NEWEST])
        named, pictures = authors(articles), pictures_of(articles)
        for article in articles:
            made.add_item(**_entry(article, named[article.pk]), picture=pictures.get(article.pk))
        return kept(request, made.writeString("utf-8").encode(), made.content_type)

    return view


def _entry(article: Article, names: list[str]) -> dict[str, Any]:
    url, up = absolute(address(article)), article.case.published_at
    return {
        "title": article.title, "link": url, "description": escape(description(article)), "unique_id": url,
        "pubdate": up.astimezone(ZONE), "updateddate": (article.case.corrected_at or up).astimezone(ZONE),
        "author_name": ", ".join(names) or None, "categories": [article.section.title],
    }  # fmt: skip


def _opened(request: HttpRequest, kind: type[Rss] | type[Atom], stream: Stream) -> Rss | Atom:
    found = school()
    name = found.name if found else "Cổng Trường"
    return kind(
        title=f"{stream.title} – {name}" if stream.title else name, link=absolute(stream.page), language="vi",
        feed_url=absolute(request.path), author_name=name,
        description=stream.about if stream.title else f"{stream.about} của {name}",
    )  # fmt: skip


def addresses(prefix: str, kind: type[Rss] | type[Atom]) -> list[URLPattern]:
    """Where feeds of one kind are found."""
    return [
        path(f"{prefix}/", feed(kind, everything), name=prefix),
        path(f"{prefix}/chuyen-de/<slug:slug>/", feed(kind, of_topic), name=f"topic_{prefix}"),
        path(f"{prefix}/tac-gia/<int:pk>/", feed(kind, of_author), name=f"author_{prefix}"),
        path(f"{prefix}/<slug:slug>/", feed(kind, of_section), name=f"section_{prefix}"),
    ]
