"""What the front page is arranged from, how it would look, and what is to come."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from urllib.parse import urlencode

from django.urls import reverse

from portal.news.models import Article, HomeArrangement, Section
from portal.news.places import VIETNAMESE
from portal.news.queries import Layout, home_ahead, home_in_force, home_layout, news_of, public, sections_for

NEWEST = 60


@dataclass(frozen=True)
class Front:
    """The newest public stories, the pages that stand still, whatever is chosen among older ones; the public sections in
    their present order; since when the page stands as it does."""

    layout: Layout
    articles: list[Article]
    sections: list[Section]
    since: HomeArrangement | None


def front(at: datetime) -> Front:
    """What may be chosen, and what stands now."""
    layout = home_layout(at)
    newest = list(news_of(None, at).defer("body")[:NEWEST])
    chosen = public(at).filter(pk__in={*layout.pins, layout.lead} - {None})
    pages = Section.objects.filter(shape=Section.Shape.PAGES, language=VIETNAMESE).values_list("pk", flat=True)
    still = public(at).filter(
        section__in=list(pages)
    )  # by number, so that few sections are looked into and not the archive
    others = {one.pk: one for found in (chosen, still) for one in found.defer("body")}
    known = {one.pk for one in newest}
    articles = newest + [one for pk, one in others.items() if pk not in known]
    every = list(sections_for(None, at).filter(shape=Section.Shape.NEWS))
    here = layout.sections(every)
    return Front(layout, articles, here + [one for one in every if one not in here], home_in_force(at))


def preview(layout: Layout) -> str:
    """The address of the front page as it would stand under `layout`."""
    shown = layout.shown or ([0] if layout.hidden else [])
    asked = [("lead", layout.lead), *(("pin", pk) for pk in layout.pins), *(("show", pk) for pk in shown)]
    query = urlencode([(name, value) for name, value in asked if value is not None])
    return f"{reverse('website:home_trial')}?{query}"


def scheduled(at: datetime) -> list[dict[str, Any]]:
    """Arrangements to come, soonest first: from when, what stands there, who chose it; three queries at most."""
    coming = home_ahead(at)
    ids = {pk for one in coming for pk in (one.layout.lead, *one.layout.pins) if pk}
    titles = dict(Article.objects.filter(pk__in=ids).values_list("pk", "title")) if ids else {}
    return [
        {
            "pk": one.arrangement.pk, "starts": one.arrangement.starts, "by": one.arrangement.made_by,
            "automatic": one.layout.automatic, "lead": titles.get(one.layout.lead or 0, ""),
            "pins": [titles[pk] for pk in one.layout.pins if pk in titles], "sections": len(one.layout.shown),
            "preview": preview(one.layout),
        }
        for one in coming
    ]  # fmt: skip
