"""Who is away, and who stands in for the Secretary (Điều 12, 14.2)."""

from datetime import datetime

from django.db import transaction

from portal.base import journal
from portal.base.refused import refuse_if
from portal.people import offices, rules
from portal.people.actions.rights import close, leading, moved
from portal.people.models import Absence, Person


@transaction.atomic
def mark_absence(
    person: Person, *, starts: datetime, ends: datetime | None, by: Person, at: datetime, channel: str,
    substitute: Person | None = None, reason: str = "",
) -> Absence:  # fmt: skip
    """Mark someone away from–until: oneself, or anyone if one leads the board. A Secretary names who stands in."""
    board = offices.board(at)
    refuse_if(rules.may_mark_absent(board, by.pk, person.pk))
    refuse_if(
        rules.term_in_order(starts, ends, at),
        rules.may_stand_in(board, person.pk, substitute.pk if substitute else None),
    )
    row = Absence.objects.create(person=person, substitute=substitute, starts=starts, ends=ends, reason=reason,
                                 marked_by=by)  # fmt: skip
    journal.record("absence_mark", subject=person, by=by, at=at, channel=channel, rule="R-ABSENCE-01", clause="Điều 14.2",
                   office=leading(board, by.pk) if by.pk != person.pk else "",
                   data={"absence": row.pk, "substitute": substitute.pk if substitute else None,
                         "starts": starts.isoformat(), "ends": ends.isoformat() if ends else None})  # fmt: skip
    moved(person.pk, *([substitute.pk] if substitute else []))
    return row


@transaction.atomic
def end_absence(absence: Absence, *, by: Person, at: datetime, channel: str) -> None:
    """Back at work; an absence yet to come is struck out."""
    board = offices.board(at)
    row = Absence.objects.select_for_update().get(pk=absence.pk)
    refuse_if(rules.may_mark_absent(board, by.pk, row.person_id))
    refuse_if(rules.still_runs(row.starts, row.ends, at))
    journal.record("absence_end", subject=row.person, by=by, at=at, channel=channel, rule="R-ABSENCE-01",
                   clause="Điều 14.2", office=leading(board, by.pk) if by.pk != row.person_id else "",
                   data={"absence": row.pk})  # fmt: skip
    moved(row.person_id, *([row.substitute_id] if row.substitute_id else []))
    close(row, at)
