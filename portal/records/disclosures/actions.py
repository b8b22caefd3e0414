"""The verbs of what the school discloses: who answers, what is written, what changed, what hangs on the notice-board. Its route is
`approval`'s (Điều 14.2, 16.1.2; TT 09/2024)."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from django.db import transaction

from portal.approval import actions as approval
from portal.approval.actions.holding import note
from portal.approval.models import Case
from portal.approval.queries import latest
from portal.base import journal
from portal.base.refused import refuse_if
from portal.base.text import nfc, one_line
from portal.files.models import Attachment
from portal.people import offices
from portal.people.models import Person
from portal.records.branches import branch
from portal.records.disclosures import queries, rules
from portal.records.disclosures.amended_rules import of_pupils
from portal.records.disclosures.circulars import circular_of, year_name
from portal.records.disclosures.rules import Table
from portal.records.disclosures.shown import files_are_shut
from portal.records.models import Disclosure, DisclosureChange, DisclosureCharge, DisclosurePosting
from portal.records.texts import hang, numbers, own


@dataclass(frozen=True)
class Given:
    """What a point says: words; tables, each {"caption": str, "head": [str], "rows": [[str]]}; what is another than before."""

    words: str = ""
    tables: Sequence[Table] = field(default_factory=tuple)
    change: str = ""


def _record(verb: str, subject: Any, rule: str, by: Person, at: datetime, channel: str, **more: Any) -> None:
    journal.record(verb, subject=subject, by=by, at=at, channel=channel, rule=rule, clause=rules.CLAUSE, **more)


def _may_write(year: int, code: str, by: Person, at: datetime) -> None:
    law = circular_of(year)
    refuse_if(
        rules.is_asked(code, law.by_code() if law else (), year), queries.may_write(year, code, by, at),
    )  # fmt: skip


@transaction.atomic
def write(
    year: int, code: str, given: Given, files: Sequence[Attachment] | None = None, *, by: Person, at: datetime, channel: str,
    based_on: str | None = None,
) -> Disclosure:  # fmt: skip
    """Write one point of a school year (2026 is 2026–2027): begun, or changed; of one that is up, its next version.

    `files` are stored attachments in their order; None keeps those it has. `based_on` is the hash the writer started from.
    Raises Refused: 403, 409, 422.
    """
    _may_write(year, code, by, at)
    page = Disclosure.objects.filter(year=year, code=code).first()
    if page is None:
        parent = branch("cong-khai", str(year))  # locks the tree: of two who begin at once the second finds the first's
        page = Disclosure.objects.filter(year=year, code=code).first()
    if page is not None:
        _let_write(page, by)
        draft: Disclosure = latest(page)
        _fill(draft, given, files, by)
        approval.save_text(draft, by=by, at=at, channel=channel, based_on=based_on)
        return draft
    law = circular_of(year)
    assert law is not None
    point = law.by_code()[code]
    draft = Disclosure(title=f"{code}. {point.title}, năm học {year_name(year)}", circular=law.key, code=code,
                       year=year, live=False, owner=by)  # fmt: skip
    _fill(draft, given, files, by)
    hang(draft, parent, point.slug, by=by, at=at, channel=channel)
    return draft


def _let_write(page: Disclosure, by: Person) -> None:
    """Whoever R-DISC-03 lets write is one of its writers, though another began it."""
    case = Case.objects.select_for_update().get(page_id=page.pk)
    if by.pk not in case.authors:
        case.authors = sorted({*case.authors, by.pk})
        case.save(update_fields=["authors"])


@transaction.atomic
def set_tables(year: int, code: str, tables: Sequence[Table], *, by: Person, at: datetime, channel: str) -> Disclosure:
    """Put tables made elsewhere (forms of figures) into a point, its words and files left as they are. Raises Refused."""
    page = Disclosure.objects.filter(year=year, code=code).first()
    before: Disclosure | None = latest(page) if page is not None else None
    words, change = (before.words, before.change) if before is not None else ("", "")
    return write(year, code, Given(words, tables, change), by=by, at=at, channel=channel)


def _fill(draft: Disclosure, given: Given, files: Sequence[Attachment] | None, by: Person) -> None:
    refuse_if(rules.are_tables(given.tables))
    if files is not None:
        carried = numbers(files)
        refuse_if(rules.may_carry(carried, own=own(files, by), before=draft.papers))
        draft.papers = carried
    draft.words = nfc(given.words).replace("\r\n", "\n").strip()[: rules.LONGEST + 1]
    draft.change = one_line(nfc(given.change)).strip()[:300]
    draft.tables = [
        {"caption": _cell(one["caption"]), "head": [_cell(cell) for cell in one["head"]],  # type: ignore[attr-defined]
         "rows": [[_cell(cell) for cell in row] for row in one["rows"]]}  # type: ignore[attr-defined]
        for one in given.tables
    ]  # fmt: skip


def _cell(said: object) -> str:
    return one_line(nfc(str(said))).strip()[:500]


@transaction.atomic
def charge(year: int, code: str, person: Person, *, by: Person, at: datetime, channel: str) -> DisclosureCharge:
    """Have somebody of the staff answer for one point of a school year from now on, whoever did so before no longer. Raises
    Refused (403, 422)."""
    law = circular_of(year)
    refuse_if(
        rules.may_charge(offices.board(at), by.pk), rules.is_asked(code, law.by_code() if law else (), year),
        rules.may_be_charged(offices.is_insider(person, at)),
    )  # fmt: skip
    held = DisclosureCharge.objects.select_for_update().filter(year=year, code=code, ends=None).first()
    if held is not None and held.person_id == person.pk:
        return held
    if held is not None:
        held.ends = at
        held.save(update_fields=["ends"])
    made = DisclosureCharge.objects.create(year=year, code=code, person=person, named_by=by, starts=at)
    case = (
        Case.objects.select_for_update()
        .filter(page__in=Disclosure.objects.filter(year=year, code=code).values("pk"))
        .first()
    )
    if case is not None:  # the writers of what was begun are others now
        note(case, latest(case.page), at)
        case.save()
    _record("disclosure_charged", made, "R-DISC-01", by, at, channel,
            data={"year": year, "code": code, "person": person.pk, "before": held.person_id if held else None})  # fmt: skip
    return made


@transaction.atomic
def tell_change(
    page: Disclosure, changed_on: date | None, what: str, *, by: Person, at: datetime, channel: str
) -> DisclosureChange:
    """Say that what is up became another on a day: a new version is due within ten working days of it. Raises Refused (403, 409,
    422)."""
    fresh = Disclosure.objects.select_for_update().get(pk=page.pk)
    _may_write(fresh.year, fresh.code, by, at)
    refuse_if(*rules.is_change(changed_on, what, at, live=fresh.live))
    assert changed_on is not None
    made = DisclosureChange.objects.create(page=fresh, changed_on=changed_on, what=one_line(nfc(what)).strip()[:300], told_by=by,
                                           told_at=at)  # fmt: skip
    _record("disclosure_changed", fresh, "R-DISC-09", by, at, channel, data={"on": str(changed_on), "change": made.pk})
    return made


@transaction.atomic
def post(
    page: Disclosure, posted_on: date | None, place: str, witnesses: Sequence[str], *, by: Person, at: datetime, channel: str
) -> DisclosurePosting:  # fmt: skip
    """Note that the version that is up hangs on the notice-board from a day on, before witnesses (“họ tên, chức vụ”). Raises
    Refused (403, 409, 422)."""
    fresh = Disclosure.objects.select_for_update().get(pk=page.pk)
    _may_write(fresh.year, fresh.code, by, at)
    seen = [one for one in (one_line(nfc(line)).strip()[:120] for line in witnesses) if one][:10]
    refuse_if(*rules.may_post(fresh.live, posted_on, place, seen, at))
    assert posted_on is not None
    shown = next(one for one in reversed(fresh.versions()) if one.in_force)
    made = DisclosurePosting.objects.create(
        page=fresh, hash=shown.approval.hash, version=shown.number, place=one_line(nfc(place)).strip()[:200], posted_on=posted_on,
        until=queries.terms().board_until(posted_on), witnesses=seen, posted_by=by,
    )  # fmt: skip
    _record("disclosure_posted", fresh, "R-DISC-17", by, at, channel, hash=made.hash,
            data={"posting": made.pk, "on": str(posted_on), "until": str(made.until)})  # fmt: skip
    return made


@transaction.atomic
def take_off(
    posting: DisclosurePosting, removed_on: date | None, *, by: Person, at: datetime, channel: str
) -> DisclosurePosting:
    """Note that it came off the notice-board. Raises Refused (403, 409, 422)."""
    held = DisclosurePosting.objects.select_for_update().get(pk=posting.pk)
    page = held.page
    _may_write(page.year, page.code, by, at)
    up = {one.approval.hash for one in page.versions() if one.in_force} if page.live else set()
    replaced = of_pupils(page.code) and ((bool(up) and held.hash not in up) or files_are_shut(page))
    refuse_if(rules.may_take_off(held.until, removed_on, at, hanging=held.removed_on is None, replaced=replaced))
    held.removed_on, held.removed_by = removed_on, by
    held.save(update_fields=["removed_on", "removed_by"])
    _record("disclosure_removed", page, "R-DISC-18", by, at, channel, hash=held.hash,
            data={"posting": held.pk, "on": str(removed_on)})  # fmt: skip
    return held
