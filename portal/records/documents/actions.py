"""The verbs of documents: begun, changed, handed in. Deciding is `approval`'s (Điều 14.2)."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from django.db import transaction

from portal.approval import actions as approval
from portal.approval.queries import latest
from portal.base.refused import refuse_if
from portal.base.text import slug
from portal.files.models import Attachment
from portal.people.models import Person
from portal.records.branches import branch
from portal.records.documents import queries, rules
from portal.records.documents.rules import Given
from portal.records.models import Document, RegisterLine
from portal.records.texts import hang, numbers, own, take_words

LINES = {"title": 255, "symbol": 60, "issuer": 200, "signer": 120, "signer_post": 120}
TEXTS = {"intro": 2000, "grounds": 4000, "body": 100_000, "recipients": 2000}


@transaction.atomic
def begin(
    given: Given,
    files: Sequence[Attachment],
    *,
    by: Person,
    at: datetime,
    channel: str,
    line: RegisterLine | None = None,
) -> Document:
    """Begin a document from plain values and stored files; `line` is the number of the register it bears. A summary is enough,
    the rest may come before it is handed in. Raises Refused (403, 409, 422)."""
    refuse_if(queries.may_write(by, at))
    draft = Document(live=False, owner=by)
    if line is not None:
        held = RegisterLine.objects.select_for_update().get(pk=line.pk)
        refuse_if(rules.may_bear(cancelled=held.cancelled_at is not None,
                                 other=Document.objects.filter(line=held).exists()))  # fmt: skip
        draft.line = held
    _fill(draft, given, files, by)
    parent = branch("van-ban", str((draft.issued or queries.today(at)).year))
    name = f"{draft.kind_name} {draft.symbol.replace('/', ' ')} {draft.title}"
    hang(draft, parent, slug(name)[:90].strip("-"), by=by, at=at, channel=channel)
    return draft


@transaction.atomic
def edit(
    document: Document, given: Given, files: Sequence[Attachment], *, by: Person, at: datetime, channel: str,
    based_on: str | None = None,
) -> Document:  # fmt: skip
    """Change a document; of one that is up, the beginning of its correction. Raises Refused (403, 409, 422)."""
    refuse_if(queries.may_write(by, at))
    draft: Document = latest(document)
    _fill(draft, given, files, by)
    approval.save_text(draft, by=by, at=at, channel=channel, based_on=based_on)
    return draft


def _fill(draft: Document, given: Given, files: Sequence[Attachment], by: Person) -> None:
    if draft.line is not None:  # what the register says is not typed again
        given = replace(given, symbol=draft.line.symbol, kind=draft.line.book.kind, issued=draft.line.issued,
                        origin=rules.Origin.SCHOOL.value)  # fmt: skip
    refuse_if(*rules.is_begun(given))
    carried = numbers(files)
    up = set(Document.objects.filter(live=True).values_list("pk", flat=True)) if given.relations else set()
    refuse_if(*rules.may_relate(given.relations, up | {pk for _, pk in draft.relations}, draft.pk),
              *rules.may_carry(carried, own=own(files, by), before=draft.papers))  # fmt: skip
    take_words(draft, given, LINES, TEXTS)
    for name, most in (LINES | TEXTS).items():
        setattr(draft, name, getattr(draft, name)[:most])
    for name in ("kind", "origin", "issued", "starts", "ends"):
        setattr(draft, name, getattr(given, name))
    if given.origin == rules.Origin.SCHOOL:
        draft.issuer = draft.issuer or queries.issuer_name()
    draft.field_id = given.field
    draft.papers = carried
    draft.relations = [[kind, pk] for kind, pk in given.relations]
