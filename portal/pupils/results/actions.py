"""The verbs of results: a period and its window, erasing when its days are over (Điều 16.1.2, Luật 91/2025 Đ.24)."""

from datetime import datetime, timedelta

from django.db import transaction

from portal.base import journal, regulation
from portal.base.refused import refuse_if
from portal.base.ticker import tick
from portal.people.models import Person
from portal.pupils.models import Pupil, Result, ResultImport, ResultPeriod, ResultSlip
from portal.pupils.results import queries, rules, throttle

State = ResultImport.State


@transaction.atomic
def begin_period(year: int, term: int, *, by: Person, at: datetime, channel: str) -> ResultPeriod:
    """The period of a term (1, 2; 3 for the whole year) of a school year, shut until somebody opens it; the one that is there
    where there is one. Raises Refused (403)."""
    refuse_if(rules.may_bring(queries.keeps(by, at)))
    period, fresh = ResultPeriod.objects.get_or_create(year=year, term=term)
    if fresh:
        journal.record("result_period_begun", subject=period, by=by, at=at, channel=channel, rule="R-RESULT-01",
                       clause="Điều 16.1.2", data={"year": year, "term": term})  # fmt: skip
    return period


@transaction.atomic
def set_window(
    period: ResultPeriod, opens: datetime, closes: datetime, *, by: Person, at: datetime, channel: str
) -> None:
    """Have families look results up from `opens` until `closes` (half-open); said again it moves. Raises Refused: 403, 409, 422."""
    kept = _locked(period, by, at)
    refuse_if(rules.opens_before_it_closes(opens, closes, at))
    kept.opens, kept.closes = opens, closes
    kept.save(update_fields=["opens", "closes"])
    journal.record("result_window_set", subject=kept, by=by, at=at, channel=channel, rule="R-RESULT-03", clause="Điều 16.1.2",
                   data={"opens": opens.isoformat(), "closes": closes.isoformat()})  # fmt: skip


@transaction.atomic
def shut(period: ResultPeriod, *, by: Person, at: datetime, channel: str) -> None:
    """Nobody looks anything up from this second on. Raises Refused: 403, 409."""
    kept = _locked(period, by, at)
    if kept.opens is None or kept.closes is None or kept.closes <= at:
        return
    kept.opens, kept.closes = (kept.opens, at) if kept.opens < at else (None, None)
    kept.save(update_fields=["opens", "closes"])
    journal.record(
        "result_window_shut", subject=kept, by=by, at=at, channel=channel, rule="R-RESULT-03", clause="Điều 16.1.2"
    )


def _locked(period: ResultPeriod, by: Person, at: datetime) -> ResultPeriod:
    kept: ResultPeriod = ResultPeriod.objects.select_for_update().get(pk=period.pk)
    refuse_if(rules.may_bring(queries.keeps(by, at)), rules.still_kept(kept.erased_at is not None))
    return kept


@tick(every=timedelta(minutes=10))
def erase_what_is_over(at: datetime) -> None:
    """Results go so many days after their window closed (results.erase_days as on that day); sheets nobody took in go after a
    day, counts of tries too."""
    for period in ResultPeriod.objects.filter(closes__lte=at, erased_at=None):
        assert period.closes is not None
        if at >= period.closes + timedelta(days=regulation.number("results.erase_days", period.closes.date())):
            _erase(period, at)
    ResultImport.objects.filter(state=State.STAGED, at__lte=at - rules.STAGED).update(
        state=State.DROPPED, sheets=[], rows=[]
    )
    throttle.forget(at)


@transaction.atomic
def _erase(period: ResultPeriod, at: datetime) -> None:
    many = Result.objects.filter(period=period).delete()[0]
    ResultSlip.objects.filter(period=period).delete()
    ResultImport.objects.filter(period=period).update(sheets=[], rows=[], name="")
    ResultPeriod.objects.filter(pk=period.pk).update(erased_at=at)
    journal.record("results_erased", subject=period, by=None, at=at, channel="worker", rule="R-RESULT-04",
                   clause=rules.SECRET, data={"many": many})  # fmt: skip


@transaction.atomic
def forget_pupil(pupil: Pupil) -> None:
    """Nothing of a pupil's results and slips is left; called inside the transaction that erases who he is. A sheet that is
    being looked at goes too: it may tell of him."""
    Result.objects.filter(pupil=pupil).delete()
    ResultSlip.objects.filter(pupil=pupil).delete()
    ResultImport.objects.filter(state=State.STAGED).update(state=State.DROPPED, sheets=[], rows=[])
