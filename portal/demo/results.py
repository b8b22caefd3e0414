"""The demo's marks: one workbook of the middle of the first term, as families have it in November, as a school's program exports it,
taken in, and open to families. Invented, like the children."""

from datetime import datetime, timedelta
from random import Random
from typing import Any

from portal.base.sheets import Value, table
from portal.demo.founding import CHANNEL, Named
from portal.people import actions as people
from portal.people.rules import Duty
from portal.pupils.models import Enrolment, ResultPeriod, SchoolClass
from portal.pupils.results import actions, bringing, slips
from portal.pupils.results.tt22 import SUBJECTS

YEAR, TERM = 2026, ResultPeriod.Term.FIRST_HALF
TAUGHT = [subject for subject in SUBJECTS if subject.key != "nn2"]


def tell(by_name: Named, now: datetime) -> None:
    """The Member for teaching brings the marks in; a class teacher prints the slips of her class."""
    principal, keeper = by_name["hieutruong"], by_name["uyvien.cm"]
    at = now - timedelta(days=2)
    about: dict[str, Any] = {"at": at, "channel": CHANNEL}
    people.name_for_duty(keeper, Duty.RESULTS, by=principal, at=at - timedelta(days=1), channel=CHANNEL)
    period = actions.begin_period(YEAR, TERM, by=keeper, **about)
    brought = bringing.stage(period, _book(), "giua-hoc-ky-1.xlsx", by=keeper, **about)
    bringing.take(brought, past_faults=False, by=keeper, **about)
    bringing.take_pieces(brought.pk, CHANNEL)
    actions.set_window(period, at + timedelta(days=1), now + timedelta(days=20), by=keeper, **about)
    period.refresh_from_db()
    home = SchoolClass.objects.get(year=YEAR, teacher=by_name["giaovien1"])
    slips.print_slips(period, home, by=by_name["giaovien1"], at=now - timedelta(hours=20), channel=CHANNEL)


def _book() -> bytes:
    head = [
        "STT",
        "Mã học sinh",
        "Họ và tên",
        "Ngày sinh",
        "Lớp",
        *(one.title for one in TAUGHT),
        "Số buổi nghỉ",
    ]
    rows = (
        Enrolment.objects.filter(school_class__year=YEAR, ends=None)
        .select_related("pupil", "school_class")
        .order_by("pk")
    )
    return table("Giữa học kỳ I", head, [12] * len(head), (_row(n, one, Random(n)) for n, one in enumerate(rows, 1)))


def _row(number: int, seat: Enrolment, dice: Random) -> list[Value]:
    """One pupil's line; a steady child has steady marks."""
    base = dice.choice((58, 66, 72, 78, 82, 86, 90))
    marks = (f"{min(98, base + dice.randint(-7, 7)) / 10:.1f}" if subject.scored else "Đ" for subject in TAUGHT)
    one = seat.pupil
    told: list[Value] = [number, str(one.code), str(one.full_name), one.born, str(seat.school_class.name)]
    return [*told, *marks, dice.randint(0, 4)]
