"""Keeping praise lists true while readers see them: a row goes with the consent behind it (Luật 91/2025, Điều 24)."""

from collections.abc import Collection
from datetime import datetime, timedelta

from django.db import transaction
from wagtail.models import Page

from portal.base import epoch, journal
from portal.base.models import JournalEntry
from portal.base.refused import refuse_if
from portal.base.text import nfc
from portal.base.ticker import tick
from portal.people import offices
from portal.people.models import Person
from portal.pupils.models import Praised, PraiseHidden
from portal.pupils.praise import queries, rules
from portal.pupils.praise.queries import Pair
from portal.pupils.praise.rules import LAW

LISTENER = "pupils.praise"
OURS = frozenset({"withhold_praise", "praise_again", "settle_praise"})
BROUGHT_IN = "roll_brought_in"  # has no one subject
UNSEEN = ("consent_", "result", "slip")  # what of pupils changes no name; consents are looked at by themselves


@transaction.atomic
def praised(page: Page, pairs: Collection[Pair]) -> None:
    """Which pupils, of which classes, a text that outsiders may open names from now on; none where it came down. Within the verb
    that put it up or took it down."""
    there = {(one.pupil_id, one.room_id): one.pk for one in Praised.objects.filter(page=page.pk)}
    Praised.objects.filter(pk__in=[pk for pair, pk in there.items() if pair not in pairs]).delete()
    new = [
        Praised(page_id=page.pk, pupil_id=pupil, room_id=room) for pupil, room in pairs if (pupil, room) not in there
    ]
    if new:
        Praised.objects.bulk_create(new)
    if new or there.keys() - set(pairs):
        epoch.bump()


@transaction.atomic
def look_at_all(at: datetime) -> int:
    """Look at every row readers see; how many were hidden or shown again. Two queries where nothing changed."""
    rows = list(Praised.objects.select_for_update().order_by("pk"))
    yes = queries.agreed({(one.pupil_id, one.room_id) for one in rows}, at)
    changed = [one for one in rows if rules.hides(agreed=(one.pupil_id, one.room_id) in yes) is (one.hidden_at is None)]
    for row in changed:
        (_show if row.hidden_at else _hide)(row, at)
    if changed:
        epoch.bump()
    return len(changed)


def _hide(row: Praised, at: datetime) -> None:
    row.hidden_at = at
    row.save(update_fields=["hidden_at"])
    held, _ = PraiseHidden.objects.get_or_create(
        page_id=row.page_id, pupil_id=row.pupil_id, room_id=row.room_id, lifted_at=None, defaults={"at": at}
    )
    journal.record("withhold_praise", subject=held, by=None, at=at, channel="clock", rule="R-PRAISE-12", clause=LAW,
                   data={"page": row.page_id})  # fmt: skip


def _show(row: Praised, at: datetime) -> None:
    row.hidden_at = None
    row.save(update_fields=["hidden_at"])
    for held in PraiseHidden.objects.filter(page=row.page_id, pupil=row.pupil_id, room=row.room_id, lifted_at=None):
        held.lifted_at = at
        held.save(update_fields=["lifted_at"])
        journal.record("praise_again", subject=held, by=None, at=at, channel="clock", rule="R-PRAISE-12", clause=LAW,
                       data={"page": row.page_id})  # fmt: skip


@tick()
def watch(at: datetime) -> None:
    """Listen to what is written of pupils and their consents; after any of it look at the rows, and where the rolls changed let no
    page kept from before show another name."""
    heard: list[str] = []

    def hear(line: JournalEntry) -> None:
        if (line.subject_type.startswith("pupils.") or line.verb == BROUGHT_IN) and line.verb not in OURS:
            heard.append(line.verb)

    journal.listen(LISTENER, hear)
    if heard and not look_at_all(at) and not all(verb.startswith(UNSEEN) for verb in heard):
        _seen_anew()


@tick(every=timedelta(hours=1))
def watch_the_clock(at: datetime) -> None:
    """A consent may end by the clock alone: with a seventh birthday (R-CONS-02)."""
    look_at_all(at)


@transaction.atomic
def _seen_anew() -> None:
    if Praised.objects.exists():
        epoch.bump()


@transaction.atomic
def settle(held: PraiseHidden, *, note: str, by: Person, at: datetime, channel: str) -> None:
    """The Secretary says that the text of a hidden row was looked after; said twice it changes nothing more. Raises Refused (403)."""
    board = offices.board(at)
    refuse_if(rules.may_settle(secretary=by.pk in board.secretaries | board.substitutes | board.leaders))
    note = nfc(note).strip()[:300]
    if PraiseHidden.objects.filter(pk=held.pk, settled_at=None).update(settled_at=at, settled_by=by, note=note):
        journal.record(
            "settle_praise", subject=held, by=by, at=at, channel=channel, rule="R-PRAISE-13", clause="Điều 12.3"
        )
