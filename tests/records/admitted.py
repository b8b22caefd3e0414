"""A season of admissions and what families send for it; every name is invented."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

from portal.people.models import NamedDuty, Person
from portal.people.rules import Duty
from portal.records.admissions import actions, applying
from portal.records.admissions.applying import Receipt
from portal.records.admissions.dossier_rules import Said
from portal.records.admissions.rules import CONSENT, Given
from portal.records.models import AdmissionSeason
from tests.cast import NOW, OLD, Cast

SAID: dict[str, Any] = {"at": NOW, "channel": "test"}
OPENS, CLOSES = NOW - timedelta(hours=1), NOW + timedelta(days=7)
SHOWS, UNTIL = CLOSES + timedelta(days=3), CLOSES + timedelta(days=20)
BORN = date(2015, 2, 9)
GIVEN = Given(
    title="Tuyển sinh vào lớp 6", year=2027, who="Học sinh học xong lớp 5", method="Xét tuyển", dossier="Đơn\nBản sao khai sinh",
    quota="Tổ 1 đến 12 | thường trú | 180\nTổ 13 | tạm trú | 20", plan="01/06: nhận đơn\n05/07: báo kết quả", place="Văn phòng",
    hours="8–11 giờ", contact="Văn phòng", basis="Kế hoạch của phường", way="form", opens=OPENS, closes=CLOSES, consent=CONSENT,
)  # fmt: skip
CHILD = Said(
    child="Trần Thử Dụ", born=BORN, sex="nu", guardian="Lê Giả Bịa", relation="mẹ", phone="0900 000 001", address="Ngõ Giả",
    area="Tổ 13", guardian_agrees=True, child_agrees=True,
)  # fmt: skip
FORM: dict[str, Any] = {
    "child": CHILD.child, "born": "2015-02-09", "sex": "nu", "guardian": CHILD.guardian, "relation": "mẹ", "phone": "0900000001",
    "address": "Ngõ Giả", "area": "Tổ 13", "guardian_agrees": "on", "child_agrees": "on", "key": "khoa-thu",
}  # fmt: skip


def handler(cast: Cast) -> Person:
    """Khoa, whom the Principal named for admissions."""
    NamedDuty.objects.get_or_create(person=cast.khoa, duty=Duty.ADMISSIONS, named_by=cast.minh, starts=OLD)
    return cast.khoa


def a_season(cast: Cast, **changes: Any) -> AdmissionSeason:
    """A season that is up and takes applications by the portal's form."""
    made = actions.begin(replace(GIVEN, **changes), [], by=cast.sen, **SAID)
    return cast.up(made, cast.sen)  # type: ignore[no-any-return]


def applied(season: AdmissionSeason, number: int = 1, at: datetime = NOW, **changes: Any) -> Receipt:
    return applying.apply(
        season, replace(CHILD, **changes), key=f"k{number}", address=f"10.0.{number}.1", at=at, channel="test"
    )
