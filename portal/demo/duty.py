"""What keeps the people's screens alive: a term that ends, an absence to come, a proposal for the Principal."""

from collections.abc import Mapping
from datetime import datetime, time, timedelta
from typing import Any

from portal.base.clock import ZONE
from portal.people import actions
from portal.people.models import Appointment, Person
from portal.people.rules import Change, Office

REASON = "Lĩnh vực Văn phòng chưa có ủy viên; cô Hà viết đều và nắm việc công khai của trường."


def arrange(people: Mapping[str, Person], now: datetime) -> None:
    """By the verbs of the people themselves, the day before `now`."""
    about: dict[str, Any] = {"at": now - timedelta(days=1, hours=3), "channel": "demo"}
    _term(people, now, about)
    away = _midnight(now, 3)
    actions.mark_absence(people["thuky"], starts=away, ends=away + timedelta(days=1), substitute=people["uyvien.dd"],
                         reason="Tập huấn văn thư", by=people["thuky"], **about)  # fmt: skip
    actions.propose_personnel(people["giaovien1"], Office.MEMBER, change=Change.APPOINT, note=REASON, by=people["truongban"],
                              **about)  # fmt: skip


def _term(people: Mapping[str, Person], now: datetime, about: dict[str, Any]) -> None:
    """The administrator's term runs out in three weeks, so that the Principal is warned."""
    principal = people["hieutruong"]
    paper = actions.record_decision(number="58/QĐ-THCSNGT", signed_on=about["at"].date(), signer=principal.full_name,
                                    subject="Phân công quản trị viên hệ thống học kỳ I", by=principal, **about)  # fmt: skip
    held = Appointment.objects.get(person=people["quantri"])
    actions.end_appointment(held, decision=paper, ends=_midnight(now, 24), by=principal, **about)


def _midnight(now: datetime, days: int) -> datetime:
    return datetime.combine(now.astimezone(ZONE).date() + timedelta(days=days), time.min, ZONE)
