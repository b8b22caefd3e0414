"""What waits of what the school discloses, for whoever it waits for: points he answers for, points nobody answers for that are of
his duty, redacted versions due after a takedown for privacy (Điều 16.1.2; TT 09/2024 Đ.15)."""

from collections.abc import Iterator
from datetime import datetime

from django.db.models import CharField, F, Value

from portal.approval.rules import State as Text
from portal.base.morning import Line, Panel, stands_inside
from portal.people import offices
from portal.people.models import NamedDuty, Person
from portal.people.rules import Duty, Office
from portal.records.disclosures import queries, rules
from portal.records.disclosures.queries import Row
from portal.records.disclosures.terms_rules import STATES, State, remind_mark
from portal.records.models import Disclosure, DisclosureCharge
from portal.records.models.disclosures import today

MOST = 6
MINE, DOWN = "mine", "down"


@stands_inside
def points_owed(person: object, at: datetime) -> Panel | None:
    """One query where nothing concerns him; a fixed number a school year where something may."""
    if not isinstance(person, Person):
        return None
    lines = list(_lines(person, at))
    return Panel("cong-khai", "Mục công khai đến hạn", "/noi-bo/cong-khai/", tuple(lines[:MOST])) if lines else None


def _concerned(person: Person, at: datetime) -> set[tuple[int, str, str]]:
    """(year, code, why): points he is charged with, points that came down, and (0, duty, ""): what he is named for."""
    mine = DisclosureCharge.objects.filter(person=person, ends=None).annotate(why=Value(MINE, CharField()))
    down = Disclosure.objects.order_by().filter(live=False, case__state=Text.WITHDRAWN)
    named = NamedDuty.objects.filter(
        offices.in_force(at), person=person, duty__in=(Duty.CLERK, Duty.ACCOUNTANT)
    ).annotate(year=Value(0), code=F("duty"), why=Value("", CharField()))
    told = ("year", "code", "why")
    found = mine.values_list(*told).union(
        down.annotate(why=Value(DOWN, CharField())).values_list(*told), named.values_list(*told)
    )
    return set(found)


def _lines(person: Person, at: datetime) -> Iterator[Line]:
    concerned = _concerned(person, at)
    duties = {Duty(code) for year, code, _ in concerned if not year}
    looks_after = any(why == DOWN for _, _, why in concerned) and bool(
        offices.held_by(person.pk, at) & {Office.PRINCIPAL, Office.SECRETARY, Office.HEAD}
    )
    mine = {(year, code) for year, code, why in concerned if why == MINE}
    years = {year for year, _, why in concerned if why == MINE or (why == DOWN and (duties or looks_after))}
    years |= {queries.present_year(at)} if duties else set()
    marks = queries.terms().remind_days(today(at)) if years else ()
    rows = [row for year in years for row in queries.checklist(year, at, routes=False) if _presses(row, at, marks)]
    for row in sorted(rows, key=lambda row: (row.stands.due or today(at), row.point.code)):
        if (
            (row.year, row.point.code) in mine
            or (looks_after and row.down)
            or (row.person is None and rules.of_duty(row.point.code, duties))
        ):
            assert row.stands.due is not None
            late = STATES[State.LATE] if row.stands.state is State.LATE else "hạn"
            note = f"{row.stands.why}: {late} hết ngày {row.stands.due:%d/%m/%Y}"
            yield Line(f"{row.point.code} {row.point.title}", row.address, note)


def _presses(row: Row, at: datetime, marks: tuple[int, ...]) -> bool:
    """Whether it is owed, and soon: the yearly ones in their last days, those after a change or a takedown at once; what waits
    with its reviewers presses nobody else."""
    due = row.stands.due
    if due is None or row.stands.under is State.WAITING:
        return False
    return row.first_up is not None or remind_mark(due, at, marks) is not None
