"""What waits of consents: classes whose sheets have not all come, for the class teacher; classes without any, for who keeps the
rolls (Luật 91/2025, Điều 24). One query."""

from collections.abc import Iterator
from datetime import datetime

from django.db.models import Count, Exists, F, Q
from django.urls import reverse

from portal.base.morning import Line, Panel, stands_inside
from portal.people import offices
from portal.people.models import NamedDuty, Person
from portal.people.rules import Duty
from portal.pupils.models import SchoolClass
from portal.pupils.roll import queries as roll
from portal.pupils.roll.rules import school_year

MOST = 6
WHY = "chưa có phiếu thì chưa đăng được ảnh và tên em"


@stands_inside
def sheets_owed(person: object, at: datetime) -> Panel | None:
    """Nothing in a year whose classes are complete."""
    if not isinstance(person, Person):
        return None
    lines = list(_lines(person, at))
    return (
        Panel("phieu-dong-y", "Phiếu đồng ý chưa đủ", reverse("pupils:classes"), tuple(lines[:MOST])) if lines else None
    )


def _lines(person: Person, at: datetime) -> Iterator[Line]:
    on = roll.today(at)
    keeps = NamedDuty.objects.filter(offices.in_force(at), person=person, duty=Duty.ROLLS)
    sits = Q(enrolments__starts__lte=on, enrolments__pupil__erased_at=None)
    sits &= Q(enrolments__ends=None) | Q(enrolments__ends__gt=on)
    answered = Q(enrolments__pupil__consents__ends=None, enrolments__pupil__consents__year=F("year"))
    found = SchoolClass.objects.filter(Q(teacher=person) | Exists(keeps), year=school_year(on)).annotate(
        many=Count("enrolments__pupil", sits, distinct=True),
        came=Count("enrolments__pupil", sits & answered, distinct=True),
    )
    for room in found.order_by("grade", "name"):
        address = reverse("pupils:consents", args=[room.pk])
        if room.many and not room.came:
            yield Line(f"Lớp {room.name}: chưa có phiếu đồng ý nào", address, WHY)
        elif room.teacher_id == person.pk and room.came < room.many:
            yield Line(f"Lớp {room.name}: {room.many - room.came} em chưa có phiếu đồng ý", address, WHY)
