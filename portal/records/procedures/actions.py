"""The verbs of procedures: begun, changed. Handing in and deciding is `approval`'s (Điều 14.2)."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from portal.approval import actions as approval
from portal.approval.queries import latest
from portal.base.refused import refuse_if
from portal.base.text import slug
from portal.files.models import Attachment
from portal.people.models import Person
from portal.records.branches import branch
from portal.records.models import Procedure
from portal.records.procedures import queries, rules
from portal.records.procedures.rules import Given
from portal.records.texts import hang, numbers, own, take_words

LINES = ("title", "who", "place", "hours", "fee_note", "outcome", "form_title", "form_to", "form_signer")
TEXTS = ("intro", "dossier", "steps", "basis", "form_lines")


@transaction.atomic
def begin(given: Given, files: Sequence[Attachment], *, by: Person, at: datetime, channel: str) -> Procedure:
    """Begin a procedure from plain values and stored files; a name is enough. Raises Refused (403, 422)."""
    refuse_if(queries.may_write(by, at))
    draft = Procedure(live=False, owner=by)
    _fill(draft, given, files, by)
    hang(draft, branch("thu-tuc"), slug(draft.title)[:80].strip("-") or "thu-tuc", by=by, at=at, channel=channel)
    return draft


@transaction.atomic
def edit(
    procedure: Procedure, given: Given, files: Sequence[Attachment], *, by: Person, at: datetime, channel: str,
    based_on: str | None = None,
) -> Procedure:  # fmt: skip
    """Change a procedure; of one that is up, the beginning of its correction. Raises Refused (403, 409, 422)."""
    refuse_if(queries.may_write(by, at))
    draft: Procedure = latest(procedure)
    _fill(draft, given, files, by)
    approval.save_text(draft, by=by, at=at, channel=channel, based_on=based_on)
    return draft


def _fill(draft: Procedure, given: Given, files: Sequence[Attachment], by: Person) -> None:
    carried = numbers(files)
    refuse_if(*rules.is_begun(given), *rules.may_carry(carried, own=own(files, by), before=draft.papers))
    take_words(draft, given, LINES, TEXTS)
    for name in ("days", "fee", "starts", "ends"):
        setattr(draft, name, getattr(given, name))
    draft.papers = carried
