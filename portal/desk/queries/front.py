"""What the front page is arranged from, and a small picture of how it would look."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from portal.news.models import Article, Section
from portal.news.presenters import address
from portal.news.queries import Layout, home_layout, leading, public, sections_for

NEWEST = 60


@dataclass(frozen=True)
class Front:
    """The newest public stories and whatever is chosen among older ones, the public sections in their present order."""

    layout: Layout
    articles: list[Article]
    sections: list[Section]


def front(at: datetime) -> Front:
    layout = home_layout()
    newest = list(public(at)[:NEWEST])
    chosen = public(at).filter(pk__in={*layout.pins, layout.lead} - {None})
    articles = newest + [one for one in chosen if one not in newest]
    every = list(sections_for(None, at))
    here = layout.sections(every)
    return Front(layout, articles, here + [one for one in every if one not in here])


def sketch(found: Front, layout: Layout, at: datetime) -> dict[str, Any]:
    """The front page in words, as it would stand under `layout`."""
    by_id = {one.pk: one for one in found.articles}
    pins = [by_id[pk] for pk in layout.pins if pk in by_id]
    chosen = by_id.get(layout.lead or 0)
    lead = chosen or leading(found.articles[:NEWEST], pins)
    taken = [one.pk for one in [*pins, *([lead] if lead else [])]]
    others = public(at).exclude(pk__in=taken).exclude(notice=True).order_by("case__published_at", "pk")
    newest = dict(others.values_list("section_id", "title"))
    return {
        "lead": lead.title if lead else "",
        "lead_chosen": chosen is not None,
        "pins": [one.title for one in pins],
        "sections": [
            {"title": one.title, "url": address(one), "newest": newest[one.pk]}
            for one in layout.sections(found.sections)
            if one.pk in newest
        ],
    }
