"""The demo's classes and pupils with what their families consent to. The children are invented, and read so: Mây Tím Bưởi."""

from datetime import date, datetime, time, timedelta
from itertools import product
from typing import Final

from portal.base.clock import ZONE
from portal.demo.founding import CHANNEL, Named
from portal.people import actions as people
from portal.people.rules import Duty
from portal.pupils import actions
from portal.pupils.consents.actions import Upon
from portal.pupils.consents.rules import Answer, Purpose
from portal.pupils.models import Enrolment, SchoolClass
from portal.pupils.roll.actions import set_teacher
from portal.pupils.roll.reading import Kin, Line

YEAR: Final = 2026
FIRST_DAY: Final = date(YEAR, 9, 5)
IN_A_CLASS: Final = 20
FAMILY: Final = ("Mây", "Gió", "Sông", "Suối", "Nắng", "Mưa", "Sương", "Biển")
COLOUR: Final = ("Tím", "Hồng", "Xanh", "Vàng", "Trắng", "Nâu", "Biếc")
GIVEN: Final = ("Bưởi", "Sẻ", "Én", "Sáo", "Bàng", "Xoan", "Sấu", "Mận", "Ổi", "Quýt", "Khướu", "Gạo", "Nhãn")
TEACHERS: Final = {"7A3": "giaovien1", "9A1": "giaovien2", "8A2": "quantri", "6A4": "uyvien.dd"}
KNOWN: Final = {
    ("7A3", 0): ("Lê Bảo An", "hocsinh", ""),
    ("6A4", 0): ("Nguyễn Gia Bảo", "", "phuhuynh"),
}  # with accounts
NOT_YET: Final = "9A5"  # a class whose sheets have not come


def enrol(by_name: Named, now: datetime) -> None:
    """Twenty classes of twenty by the real verbs, as they come from a spreadsheet; their sheets a fortnight later."""
    principal, keeper = by_name["hieutruong"], by_name["thuky"]
    at = datetime.combine(FIRST_DAY, time(8), ZONE)
    people.name_for_duty(keeper, Duty.ROLLS, by=principal, at=at, channel=CHANNEL)
    actions.bring_in_roll(list(_lines()), year=YEAR, day=FIRST_DAY, by=keeper, at=at, channel=CHANNEL)
    signed = at + timedelta(days=14)
    for room in SchoolClass.objects.filter(year=YEAR):
        if room.name in TEACHERS:
            set_teacher(room, by_name[TEACHERS[room.name]], by=keeper, at=at, channel=CHANNEL)
        if room.name != NOT_YET:
            paper = Upon(f"tập phiếu lớp {room.name}, tủ văn phòng")
            actions.record_consents(room, _answers(room), paper, seen=None, by=keeper, at=signed, channel=CHANNEL)
    family = by_name["phuhuynh"]
    ward = Enrolment.objects.get(pupil__guardians__account=family).pupil
    actions.withdraw_consent(ward, [Purpose.VIDEO], by=family, at=now - timedelta(days=2), channel=CHANNEL)


def _lines() -> list[Line]:
    rooms = [f"{grade}A{number}" for grade in (6, 7, 8, 9) for number in range(1, 6)]
    names = [f"{family} {colour} {given}" for given, colour, family in product(GIVEN, COLOUR, FAMILY)]
    found = []
    for place, (room, number) in enumerate(product(rooms, range(IN_A_CLASS))):
        name, account, parent = KNOWN.get((room, number), (names[place * 11 % len(names)], "", ""))
        born = date(YEAR - 5 - int(room[0]), 1 + place * 5 % 12, 1 + place * 11 % 28)
        kin = (Kin("Nguyễn Văn Khải", "Bố", parent),) if parent else ()
        found.append(Line(place + 2, f"HS{26_000 + place}", name, born, room, account, kin))
    return found


def _answers(room: SchoolClass) -> list[Answer]:
    """All agree to everything, but two: one to no picture of himself, one whose sheet has not come."""
    everything = frozenset(Purpose)
    pupils = Enrolment.objects.filter(school_class=room).order_by("pk").values_list("pupil_id", flat=True)
    found = [Answer(pk, True, True, everything) for pk in pupils]
    found[7] = Answer(found[7].pupil, True, True, everything - {Purpose.PORTRAIT, Purpose.VIDEO})
    return [*found[:12], *found[13:]]
