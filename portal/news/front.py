"""Arranging the front page: only order and choice of approved items (Điều 8.3, 12.1). Door: `news.actions`."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.db import transaction

from portal.base import epoch, journal
from portal.base.refused import refuse_if
from portal.news.layout import Layout
from portal.news.models import HomeArrangement, HomePage, HomeSlot
from portal.news.queries import public, sections_for
from portal.news.rules import home_refusals, may_arrange_home, may_begin_home, may_cancel_home
from portal.people import offices
from portal.people.models import Person

Kind = HomeSlot.Kind


@transaction.atomic
def arrange_home(
    *, lead: int | None, pins: Sequence[int], shown: Sequence[int], by: Person, at: datetime, channel: str,
    starts: datetime | None = None,
) -> Layout:  # fmt: skip
    """Choose the lead story (None: automatic), up to three pinned ones, and which sections stand in which order; from
    `starts` on (None: at once) until the next arrangement begins.

    Raises Refused: 403 whose it is not, 422 where something chosen cannot be opened by every reader, or the hour is past.
    """
    refuse_if(may_arrange_home(offices.board(at), by.pk))
    public_sections = frozenset(sections_for(None, at).values_list("pk", flat=True))
    asked = {*pins, lead} - {None}
    articles = frozenset(public(at).filter(pk__in=asked).values_list("pk", flat=True))
    wrong = home_refusals(lead, list(pins), list(shown), open_articles=articles, open_sections=public_sections)
    refuse_if(*wrong, may_begin_home(starts, at))
    layout = Layout(lead, tuple(pins), tuple(shown), public_sections - set(shown))
    made = _keep(layout, starts=starts, by=by, at=at)
    _record("home_arrange" if starts is None else "home_schedule", made, layout, by=by, at=at, channel=channel)
    return layout


@transaction.atomic
def undo_home(*, by: Person, at: datetime, channel: str, starts: datetime | None = None) -> Layout:
    """Back to automatic: the newest story with a picture leads, sections stand in the school's own order."""
    refuse_if(may_arrange_home(offices.board(at), by.pk))
    refuse_if(may_begin_home(starts, at))
    made = _keep(Layout(), starts=starts, by=by, at=at)
    _record("home_automatic" if starts is None else "home_schedule", made, Layout(), by=by, at=at, channel=channel)
    return Layout()


@transaction.atomic
def cancel_home(pk: int, *, by: Person, at: datetime, channel: str) -> HomeArrangement | None:
    """Call off an arrangement that has not begun.

    Raises Refused: 403 whose it is not, 409 where it has begun, was called off before, or never was.
    """
    refuse_if(may_arrange_home(offices.board(at), by.pk))
    found = HomeArrangement.objects.select_for_update().filter(pk=pk).first()
    refuse_if(may_cancel_home(found.starts if found and found.cancelled_at is None else None, at))
    assert found is not None
    found.cancelled_at = at
    found.save(update_fields=["cancelled_at"])
    _journal(
        "home_cancel", {"arrangement": found.pk, "starts": found.starts.isoformat()}, by=by, at=at, channel=channel
    )
    return found


def _keep(layout: Layout, *, starts: datetime | None, by: Person, at: datetime) -> HomeArrangement:
    made = HomeArrangement.objects.create(starts=starts or at, made_by=by, made_at=at)
    pages = {Kind.LEAD: [layout.lead] if layout.lead else [], Kind.PIN: layout.pins, Kind.SHOWN: layout.shown,
             Kind.HIDDEN: sorted(layout.hidden)}  # fmt: skip
    HomeSlot.objects.bulk_create(
        HomeSlot(arrangement=made, kind=kind, position=number, page_id=pk)
        for kind, ids in pages.items()
        for number, pk in enumerate(ids)
    )
    return made


def _record(verb: str, made: HomeArrangement, layout: Layout, *, by: Person, at: datetime, channel: str) -> None:
    data: dict[str, Any] = {
        "lead": layout.lead,
        "pins": list(layout.pins),
        "shown": list(layout.shown),
        "hidden": sorted(layout.hidden),
    }
    if made.starts > at:
        data |= {"arrangement": made.pk, "starts": made.starts.isoformat()}
    _journal(verb, data, by=by, at=at, channel=channel)


def _journal(verb: str, data: dict[str, Any], *, by: Person, at: datetime, channel: str) -> None:
    journal.record(verb, subject=HomePage.objects.get(), by=by, at=at, channel=channel, rule="R-HOME-01",
                   clause="Điều 8.3, 12.1", office=offices.board(at).highest(by.pk) or "", data=data)  # fmt: skip
    epoch.bump()
