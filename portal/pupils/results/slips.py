"""Slips of paper that open one result once: made for a class, shown that one time, used at the door (Luật 91/2025 Đ.24)."""

import logging
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.views.decorators.debug import sensitive_variables

from portal.base import journal, regulation
from portal.base.refused import Refused, refuse_if
from portal.people.models import Person
from portal.pupils.models import Pupil, Result, ResultPeriod, ResultSlip, SchoolClass
from portal.pupils.results import codes, queries, rules, throttle

KIND = "result"
NOBODY = (0, 0, date(1800, 1, 1), None, None, None, None)
log = logging.getLogger("portal.pupils")


@dataclass(frozen=True)
class Printed:
    """One slip as it goes to the printer, this once."""

    pupil: Pupil
    code: str


@transaction.atomic
@sensitive_variables()
def print_slips(
    period: ResultPeriod, school_class: SchoolClass, *, by: Person, at: datetime, channel: str
) -> list[Printed]:
    """New slips for every pupil of a class who has a result; whoever had one before, its code opens nothing any more. Raises
    Refused: 403, 409, 422."""
    period = ResultPeriod.objects.select_for_update().get(pk=period.pk)
    found = list(
        Pupil.objects.filter(
            results__period=period, results__current=True, results__school_class=school_class, erased_at=None
        )
    )
    refuse_if(
        rules.may_see_class(queries.keeps(by, at), school_class.teacher_id, by.pk), rules.still_kept(period.erased_at is not None),
        rules.slips_may_be_made(period.closes is not None and period.closes <= at, len(found)),
    )  # fmt: skip
    ResultSlip.objects.filter(period=period, pupil__in=found).delete()
    printed = [Printed(pupil, throttle.new_code(KIND)) for pupil in found]
    ResultSlip.objects.bulk_create(
        ResultSlip(period=period, pupil=one.pupil, digest=throttle.digest(KIND, one.code), made_at=at)
        for one in printed
    )
    journal.record("result_slips_printed", subject=period, by=by, at=at, channel=channel, rule="R-RESULT-08",
                   clause="Điều 16.1.2", data={"class": school_class.pk, "many": len(printed)})  # fmt: skip
    return printed


@sensitive_variables()
def open_slip(code: str, born: date, *, address: str, at: datetime, channel: str) -> ResultSlip:
    """The slip this code opens, with the day of birth on it; it opens nothing a second time. Every wrong case does the same
    work and says the same. Raises Refused: R-RESULT-10 where it was tried too often, R-RESULT-09 for everything else."""
    crowded = throttle.count_try(KIND, code=code, address=address, at=at)
    row = _looked_up(codes.typed(code))
    tries = throttle.count_for_good(KIND, str(row[0]), until=row[5], at=at)
    try:
        slip = _opened(row, born, tries, at, channel)
    except Refused:
        log.info("a slip was not opened, from %s", throttle.digest("log", address)[:8])
        refuse_if(rules.TOO_OFTEN if crowded else None)
        raise
    throttle.take_back(KIND, code=code, address=address, at=at)
    return slip


@sensitive_variables()
def _looked_up(code: str) -> tuple[Any, ...]:
    """The slip of this code: number, pupil, his day, when it was used, its window, when its results were erased; else NOBODY."""
    row = ResultSlip.objects.filter(digest=throttle.digest(KIND, code)).values_list(
        "pk", "pupil_id", "pupil__born", "used_at", "period__opens", "period__closes", "period__erased_at"
    ).first()  # fmt: skip
    return row or NOBODY


@transaction.atomic
@sensitive_variables()
def _opened(row: tuple[Any, ...], born: date, tries: int, at: datetime, channel: str) -> ResultSlip:
    pk, pupil, day, used, opens, closes, erased = row
    holds = (
        codes.same((day or NOBODY[2]).isoformat(), born.isoformat()), pk > 0, used is None, erased is None,
        rules.is_open(opens, closes, at), rules.not_tried_out(tries, regulation.number("results.slip_tries", at.date())),
        Result.objects.filter(pupil=pupil, period__slips=pk, current=True).exists(),
    )  # fmt: skip
    taken = ResultSlip.objects.filter(pk=pk if all(holds) else 0, used_at=None).update(used_at=at)
    refuse_if(rules.opened(*holds, taken == 1))
    slip: ResultSlip = ResultSlip.objects.select_related("period").get(pk=pk)
    journal.record("result_slip_used", subject=slip, by=None, at=at, channel=channel, rule="R-RESULT-09",
                   clause=rules.SECRET, data={"pupil": pupil, "period": slip.period_id})  # fmt: skip
    return slip
