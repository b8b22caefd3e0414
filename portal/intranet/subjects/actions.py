"""The verbs of the catalogue: a name added, written anew, put out of use, taken into use again (Điều 15.1, 15.2)."""

from datetime import datetime

from django.db import transaction
from django.db.models import Max

from portal.base import journal
from portal.base.refused import refuse_if
from portal.base.text import nfc, one_line, slug
from portal.intranet.subjects import rules
from portal.intranet.subjects.queries import KINDS, Kept
from portal.people import offices
from portal.people.models import Person

RENAMED = "subject_renamed"


def _named(kind: type[Kept], title: str, row: Kept | None) -> str:
    """The name as it is kept. Raises Refused 422."""
    said = one_line(nfc(title)).strip()
    others = kind.objects.exclude(pk=row.pk if row else None).values_list("title", flat=True)
    refuse_if(rules.is_named(said, kind._meta.get_field("title").max_length or 0, others))
    return said


def _record(verb: str, row: Kept, by: Person, at: datetime, channel: str, **data: str) -> None:
    journal.record(verb, subject=row, by=by, at=at, channel=channel, rule="R-SUBJECT-01", clause=rules.KEPT_CLAUSE,
                   data={"title": row.title, **data})  # fmt: skip


@transaction.atomic
def add(kind: str, title: str, *, by: Person, at: datetime, channel: str) -> Kept:
    """A subject ("mon") or a series ("sach") more, the last of its list. Raises Refused: 403, 422; KeyError for another kind."""
    refuse_if(rules.may_keep(offices.board(at), by.pk))
    model = KINDS[kind]
    said = _named(model, title, None)
    last = model.objects.aggregate(last=Max("position"))["last"] or 0
    made: Kept = model.objects.create(title=said, slug=_free(model, slug(said)[:70]), position=min(last + 10, 32_000))
    _record("subject_added", made, by, at, channel)
    return made


def _free(model: type[Kept], wanted: str) -> str:
    taken = set(model.objects.filter(slug__startswith=wanted).values_list("slug", flat=True))
    tries = (wanted if number == 1 else f"{wanted}-{number}" for number in range(1, len(taken) + 2))
    return next(one for one in tries if one not in taken)


@transaction.atomic
def rename(row: Kept, title: str, *, by: Person, at: datetime, channel: str) -> Kept:
    """The same under another name; what is filed under it says the new one from now on, and is found by it. Raises Refused:
    403, 422."""
    refuse_if(rules.may_keep(offices.board(at), by.pk))
    kept: Kept = type(row).objects.select_for_update().get(pk=row.pk)
    before, kept.title = kept.title, _named(type(row), title, kept)
    if before != kept.title:
        kept.save(update_fields=["title"])
        _record(RENAMED, kept, by, at, channel, before=before)
    return kept


@transaction.atomic
def use(row: Kept, *, wanted: bool, by: Person, at: datetime, channel: str) -> Kept:
    """Put one out of use for new items, or take it into use again. Raises Refused: 403, 409."""
    refuse_if(rules.may_keep(offices.board(at), by.pk))
    kept: Kept = type(row).objects.select_for_update().get(pk=row.pk)
    refuse_if(rules.changes_use(retired=kept.retired_at is not None, wanted=not wanted))
    kept.retired_at = None if wanted else at
    kept.save(update_fields=["retired_at"])
    _record("subject_returned" if wanted else "subject_retired", kept, by, at, channel)
    return kept
