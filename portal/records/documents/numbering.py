"""The register's verbs: the next number taken, a number cancelled. A number is given once and never again (NĐ 30/2020 Điều 15)."""

from datetime import date, datetime

from django.db import transaction

from portal.base import journal
from portal.base.refused import refuse_if
from portal.base.text import nfc, one_line
from portal.people.models import Person
from portal.records.documents import queries, rules
from portal.records.models import RegisterBook, RegisterLine


@transaction.atomic
def take_number(
    kind: str, *, issued: date | None, summary: str, by: Person, at: datetime, channel: str, signer: str = "", to: str = "",
    unit: str = "",
) -> RegisterLine:  # fmt: skip
    """Give the next number of a kind in the year of `issued`; call it in no other transaction: whoever asks meanwhile waits, and no
    number is left out or given twice. `unit`: letters of the drafting unit in an official letter. Raises Refused (403, 422)."""
    refuse_if(queries.may_number(by, at))
    day = queries.today(at)
    refuse_if(*rules.may_take(kind, issued, summary, day, None))
    assert issued is not None
    RegisterBook.objects.get_or_create(kind=kind, year=issued.year)
    book = RegisterBook.objects.select_for_update().get(kind=kind, year=issued.year)
    refuse_if(*rules.may_take(kind, issued, summary, day, queries.last_day(kind, issued.year)))
    book.last += 1
    book.save(update_fields=["last"])
    given = RegisterLine.objects.create(
        book=book, number=book.last, symbol=rules.symbol(book.last, kind, queries.short_name(issued), _line(unit, 10)),
        summary=_line(summary, 500), issued=issued, signer=_line(signer, 120), to=_line(to, 300), taken_by=by, taken_at=at,
    )  # fmt: skip
    journal.record("number_taken", subject=given, by=by, at=at, channel=channel, rule="R-REG-01", clause=rules.NUMBERS,
                   data={"symbol": given.symbol, "issued": issued.isoformat()})  # fmt: skip
    return given


@transaction.atomic
def cancel_number(line: RegisterLine, reason: str, *, by: Person, at: datetime, channel: str) -> RegisterLine:
    """Cancel a number for good, with the reason; it stays in the register. Raises Refused (403, 409, 422)."""
    refuse_if(queries.may_number(by, at))
    held = RegisterLine.objects.select_for_update().get(pk=line.pk)
    refuse_if(*rules.may_cancel(reason, cancelled=held.cancelled_at is not None, used=queries.is_borne(held)))
    held.cancelled_by, held.cancelled_at, held.reason = by, at, _line(reason, 500)
    held.save(update_fields=["cancelled_by", "cancelled_at", "reason"])
    journal.record("number_cancelled", subject=held, by=by, at=at, channel=channel, rule="R-REG-02", clause=rules.NUMBERS,
                   reason=held.reason, data={"symbol": held.symbol})  # fmt: skip
    return held


def _line(text: str, most: int) -> str:
    return one_line(nfc(text)).strip()[:most]
