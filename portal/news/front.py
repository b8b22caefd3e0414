"""Arranging the front page: only order and choice of approved items (Điều 8.3, 12.1). Door: `news.actions`."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from portal.base import epoch, journal
from portal.base.refused import refuse_if
from portal.news.layout import Layout
from portal.news.models import HomePage, HomeSlot
from portal.news.queries import public, sections_for
from portal.news.rules import home_refusals, may_arrange_home
from portal.people import offices
from portal.people.models import Person
from portal.people.rules import OFFICE_NAMES

Kind = HomeSlot.Kind


@transaction.atomic
def arrange_home(
    *, lead: int | None, pins: Sequence[int], shown: Sequence[int], by: Person, at: datetime, channel: str
) -> Layout:
    """Choose the lead story (None: automatic), up to three pinned ones, and which sections stand in which order.

    Raises Refused: 403 whose it is not, 422 where something chosen cannot be opened by every reader.
    """
    board = offices.board(at)
    refuse_if(may_arrange_home(board, by.pk))
    public_sections = frozenset(sections_for(None, at).values_list("pk", flat=True))
    asked = {*pins, lead} - {None}
    articles = frozenset(public(at).filter(pk__in=asked).values_list("pk", flat=True))
    refuse_if(*home_refusals(lead, list(pins), list(shown), open_articles=articles, open_sections=public_sections))
    layout = Layout(lead, tuple(pins), tuple(shown), public_sections - set(shown))
    _keep(layout)
    _record("home_arrange", layout, by=by, at=at, channel=channel)
    return layout


@transaction.atomic
def undo_home(*, by: Person, at: datetime, channel: str) -> Layout:
    """Back to automatic: the newest story with a picture leads, sections stand in the school's own order."""
    refuse_if(may_arrange_home(offices.board(at), by.pk))
    _keep(Layout())
    _record("home_automatic", Layout(), by=by, at=at, channel=channel)
    return Layout()


def _keep(layout: Layout) -> None:
    HomeSlot.objects.all().delete()
    pages = {Kind.LEAD: [layout.lead] if layout.lead else [], Kind.PIN: layout.pins, Kind.SHOWN: layout.shown,
             Kind.HIDDEN: sorted(layout.hidden)}  # fmt: skip
    HomeSlot.objects.bulk_create(
        HomeSlot(kind=kind, position=number, page_id=pk) for kind, ids in pages.items() for number, pk in enumerate(ids)
    )


def _record(verb: str, layout: Layout, *, by: Person, at: datetime, channel: str) -> None:
    held = sorted(offices.board(at).offices(by.pk), key=list(OFFICE_NAMES).index)
    data = {
        "lead": layout.lead,
        "pins": list(layout.pins),
        "shown": list(layout.shown),
        "hidden": sorted(layout.hidden),
    }
    journal.record(verb, subject=HomePage.objects.get(), by=by, at=at, channel=channel, rule="R-HOME-01",
                   clause="Điều 8.3, 12.1", office=held[0].value if held else "", data=data)  # fmt: skip
    epoch.bump()
