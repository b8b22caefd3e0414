"""The verbs of results in figures: begun, changed. Handing in and deciding are `approval`'s (Điều 14.2, 16.1.2)."""

from datetime import datetime

from django.db import transaction

from portal.approval import actions as approval
from portal.approval.queries import latest
from portal.base.refused import refuse_if
from portal.base.text import nfc
from portal.people.models import Person
from portal.records.branches import branch
from portal.records.models.outcomes import Outcome, as_rows
from portal.records.outcomes import queries, rules
from portal.records.outcomes.rules import Counts, Term
from portal.records.texts import hang


@transaction.atomic
def begin(year: int, term: Term, counts: Counts, note: str = "", *, by: Person, at: datetime, channel: str) -> Outcome:
    """Begin the page of a term; `counts` may be empty yet. Raises Refused: 403, 409, 422."""
    refuse_if(queries.may_write(by, at))
    refuse_if(rules.is_once(already=Outcome.objects.filter(year=year, term=term).exists()))
    draft = Outcome(live=False, owner=by, year=year, term=term, title=rules.title_of(year, term))
    _fill(draft, counts, note)
    hang(draft, branch("ket-qua"), f"{year}-{term}", by=by, at=at, channel=channel)
    return draft


@transaction.atomic
def edit(
    page: Outcome, counts: Counts, note: str, *, by: Person, at: datetime, channel: str, based_on: str | None = None
) -> Outcome:
    """Write the figures of a term anew; of one that is up, in its opened correction. Raises Refused: 403, 409, 422."""
    refuse_if(queries.may_write(by, at))
    draft: Outcome = latest(page)
    _fill(draft, counts, note)
    approval.save_text(draft, by=by, at=at, channel=channel, based_on=based_on)
    return draft


def _fill(draft: Outcome, counts: Counts, note: str) -> None:
    refuse_if(
        *(
            rules.is_number(count, "-".join((cell.kind, str(cell.grade), cell.who, cell.level)))
            for cell, count in counts.items()
        )
    )
    draft.counts = as_rows(counts)
    draft.note = nfc(note).replace("\r\n", "\n").strip()[:2000]
