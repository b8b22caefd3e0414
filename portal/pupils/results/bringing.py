"""A workbook of marks brought in: staged, its columns mapped, looked at, taken in by the worker, undone as a whole (Điều 16.1.2)."""

from dataclasses import asdict
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import Max

from portal.base import clock, journal, queue
from portal.base.refused import refuse_if
from portal.files import queries as files
from portal.files.office.paper import Unreadable
from portal.people.models import Person
from portal.pupils.models import Pupil, Result, ResultImport, ResultLayout, ResultPeriod
from portal.pupils.results import columns, queries, rules
from portal.pupils.results.queries import Columns

State = ResultImport.State
A_PIECE = 50  # pupils in one transaction
RECKONED = "Cả năm, tính từ hai học kỳ"
HEADLESS = (
    "Không thấy bảng điểm trong tệp: cần một dòng đầu bảng có tên các cột (Mã học sinh hoặc Họ và tên, rồi các môn). "
    "Thầy/cô mở tệp trong Excel xem lại, hoặc xuất lại từ phần mềm rồi gửi."
)  # fmt: skip


@transaction.atomic
def stage(period: ResultPeriod, data: bytes, name: str, *, by: Person, at: datetime, channel: str) -> ResultImport:
    """Keep a workbook's tables to be looked at; nothing is told of them yet, and the file itself is not kept. Raises Unreadable,
    Refused: 403, 409."""
    _may(period, by, at)
    found = [sheet for title, rows in files.book_sheets(data) if (sheet := columns.found(title[:60], rows)) is not None]
    if not found:
        raise Unreadable(HEADLESS)
    return _staged(period, found, name, by, at, channel)


@transaction.atomic
def reckon_year(period: ResultPeriod, *, by: Person, at: datetime, channel: str) -> ResultImport:
    """Stage a whole year out of its two terms, as if it were a workbook: looked at, taken and undone like one. Raises Refused: 403,
    409 where the period is no year, or no pupil has both terms."""
    _may(period, by, at)
    found = queries.year_of_terms(period.year)
    refuse_if(rules.year_may_be_reckoned(period.term == ResultPeriod.Term.YEAR, len(found.rows)))
    return _staged(period, [found], RECKONED, by, at, channel)


def _staged(
    period: ResultPeriod, found: list[columns.Sheet], name: str, by: Person, at: datetime, channel: str
) -> ResultImport:
    sheets = [{"name": one.name, "head": one.head, "rows": one.rows, "first": one.first} for one in found]
    brought = ResultImport.objects.create(period=period, name=name[:120], sheets=sheets, by=by, at=at)
    _record("results_staged", brought, by, at, channel, {"sheets": len(found)})
    return brought


@transaction.atomic
def map_columns(brought: ResultImport, mapped: Columns, *, by: Person, at: datetime, channel: str) -> None:
    """Say what each column of each kind of sheet is; remembered for the next sheet with the same head. Raises Refused: 403,
    409, 422."""
    kept = _locked(brought, by, at, State.STAGED)
    known = {sheet.signature: len(sheet.head) for sheet in queries.sheets_of(kept)}
    for signature, said in mapped.items():
        refuse_if(rules.columns_suffice(list(said.values())))
        if signature in known and set(said.values()) <= set(columns.FIELDS) and max(said) < known[signature]:
            ResultLayout.objects.update_or_create(
                signature=signature,
                defaults={"columns": {str(n): key for n, key in said.items()}, "kept_by": by, "kept_at": at},
            )
    _record("result_columns_mapped", kept, by, at, channel, {"kinds": len(mapped)})


@transaction.atomic
def take(brought: ResultImport, *, past_faults: bool, by: Person, at: datetime, channel: str) -> None:
    """Have the worker take it in, as it reads now; with `past_faults` without the rows that are wrong. Raises Refused: 403,
    409, 422."""
    kept = _locked(brought, by, at, State.STAGED)
    reading = queries.read(kept)
    refuse_if(rules.can_be_taken(len(reading.lines), len(reading.wrong), past_faults=past_faults))
    kept.rows = [asdict(line) for line in reading.lines]
    kept.sheets, kept.state, kept.many, kept.left_out = [], State.RUNNING, len(reading.lines), reading.wrong_rows
    kept.save()
    queue.enqueue(take_pieces, run_after=at, brought=kept.pk, channel=channel)
    _record("results_taken", kept, by, at, channel, {"many": kept.many, "left_out": kept.left_out})


@transaction.atomic
def drop(brought: ResultImport, *, by: Person, at: datetime, channel: str) -> None:
    """Do without a sheet that was looked at. Raises Refused: 403, 409."""
    kept = _locked(brought, by, at, State.STAGED)
    ResultImport.objects.filter(pk=kept.pk).update(state=State.DROPPED, sheets=[], rows=[])
    _record("results_dropped", kept, by, at, channel, {})


@queue.task_by_itself
def take_pieces(brought: int, channel: str) -> None:
    """Write the rows piece by piece, unseen by anybody until all are there; a worker that was killed goes on where it was."""
    while not _piece(brought, channel):
        pass


@transaction.atomic
def _piece(number: int, channel: str) -> bool:
    """One piece; whether nothing is left to do."""
    kept = (
        ResultImport.objects.select_for_update().select_related("period").filter(pk=number, state=State.RUNNING).first()
    )
    if kept is None:
        return True
    rows = kept.rows[kept.taken : kept.taken + A_PIECE]
    if kept.period.erased_at is None:
        known = Pupil.objects.filter(pk__in=[row["pupil"] for row in rows], erased_at=None).values_list("pk", flat=True)
        here = set(known)
        Result.objects.bulk_create(_result(kept, row) for row in rows if row["pupil"] in here)
    kept.taken += len(rows)
    if kept.taken < len(kept.rows):
        kept.save(update_fields=["taken"])
        return False
    pupils = list(kept.results.values_list("pupil_id", flat=True))
    Result.objects.filter(period=kept.period, current=True, pupil__in=pupils).update(current=False)
    kept.results.update(current=True)
    kept.state, kept.rows = State.DONE, []
    kept.save(update_fields=["taken", "state", "rows"])
    _record("results_told", kept, None, clock.now(), channel, {"many": kept.taken})
    return True


def _result(kept: ResultImport, row: dict[str, Any]) -> Result:
    told = {key: row[key] for key in ("marks", "study", "conduct", "award", "absent")}
    return Result(
        period_id=kept.period_id, brought=kept, pupil_id=row["pupil"], school_class_id=row["school_class"], **told
    )


@transaction.atomic
def undo(brought: ResultImport, *, by: Person, at: datetime, channel: str) -> int:
    """Take a whole import back: what stood before it is told again. How many results went. Raises Refused: 403, 409."""
    kept = _locked(brought, by, at, State.DONE)
    pupils = list(kept.results.filter(current=True).values_list("pupil_id", flat=True))
    many = kept.results.all().delete()[0]
    told = Result.objects.filter(period=kept.period, pupil__in=pupils, brought__state=State.DONE)
    before = told.values("pupil").annotate(last=Max("pk"))
    Result.objects.filter(pk__in=[row["last"] for row in before]).update(current=True)
    ResultImport.objects.filter(pk=kept.pk).update(state=State.UNDONE)
    _record("results_undone", kept, by, at, channel, {"many": many})
    return many


def _may(period: ResultPeriod, by: Person, at: datetime) -> None:
    refuse_if(rules.may_bring(queries.keeps(by, at)), rules.still_kept(period.erased_at is not None))


def _locked(brought: ResultImport, by: Person, at: datetime, state: str) -> ResultImport:
    kept: ResultImport = ResultImport.objects.select_for_update().select_related("period").get(pk=brought.pk)
    _may(kept.period, by, at)
    refuse_if(rules.stands_as(kept.state, {state}))
    return kept


def _record(
    verb: str, brought: ResultImport, by: Person | None, at: datetime, channel: str, data: dict[str, Any]
) -> None:
    """The record knows numbers alone: no name, no mark, no name of a file."""
    journal.record(verb, subject=brought, by=by, at=at, channel=channel, rule="R-RESULT-01", clause="Điều 16.1.2",
                   data={"period": brought.period_id, **data})  # fmt: skip
