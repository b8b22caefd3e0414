"""A season of admissions of the demo: places that became free in grade 6, five families who applied, each application where it would
stand. Children and families are invented, and their names say so."""

from collections.abc import Callable, Mapping
from datetime import date, datetime, timedelta
from typing import Any, Final

from django.core.files.uploadedfile import SimpleUploadedFile

from portal.base.clock import ZONE
from portal.base.official.paper import Paper, Text
from portal.base.official.pdf import pdf
from portal.people import actions as people
from portal.people.models import Person
from portal.people.rules import Duty
from portal.records.admissions import actions, applying, handling
from portal.records.admissions.dossier_rules import Act, Said
from portal.records.admissions.rules import CONSENT, Given

CHANNEL = "demo"
Up = Callable[[Any, Person, datetime], None]
AREAS: Final = ("Tổ dân phố 1 đến 8", "Tổ dân phố 9 đến 14")
FAMILIES: Final = (
    ("Mây Tím Cò", "nu", AREAS[0], "Sông Xanh Trai", "mẹ"), ("Gió Nâu Vạc", "nam", AREAS[1], "Suối Vàng Hến", "cha"),
    ("Nắng Hồng Ốc", "nu", AREAS[0], "Mưa Trắng Cua", "mẹ"), ("Sương Biếc Diệc", "nam", AREAS[0], "Biển Tím Ngao", "ông nội"),
    ("Suối Nâu Sếu", "nu", AREAS[1], "Mây Xanh Tép", "mẹ"),
)  # fmt: skip


def _season(opens: datetime, closes: datetime) -> Given:
    told = closes + timedelta(days=3)
    return Given(
        title="Tuyển bổ sung học sinh lớp 6, học kỳ II", year=2026, method="Xét tuyển theo nơi cư trú, không thi",
        intro="Dành cho gia đình mới chuyển về phường; còn chỗ ở hai lớp 6.",
        who="Học sinh đang học lớp 6 ở trường khác, cư trú thực tế tại các tổ dân phố 1 đến 14",
        quota=f"{AREAS[0]} | thường trú | 12\n{AREAS[1]} | thường trú, tạm trú | 8",
        dossier="Đơn điền trên cổng hoặc tại trường\nBản sao giấy khai sinh\nHọc bạ tiểu học\nXác nhận nơi cư trú",
        plan=f"Từ {opens:%H:%M ngày %d/%m/%Y}: nhận đơn trên cổng và tại trường\nĐến {closes:%H:%M ngày %d/%m/%Y}: hết nhận đơn\n"
             f"{told:%H:%M ngày %d/%m/%Y}: báo kết quả riêng từng gia đình\nTuần đầu học kỳ II: nhập học",
        place="Phòng 102 nhà A", hours="Thứ Hai đến thứ Sáu, 8 giờ đến 11 giờ và 14 giờ đến 16 giờ",
        contact="Bộ phận tuyển sinh, (024) 3000 0000", way="form", opens=opens, closes=closes, consent=CONSENT,
        basis="Thông tư số 30/2024/TT-BGDĐT (Quy chế tuyển sinh trung học cơ sở, trung học phổ thông)\n"
              "Kế hoạch tuyển bổ sung đã báo cáo Ủy ban nhân dân phường",
    )  # fmt: skip


def arrange(up: Up, by_name: Mapping[str, Person], now: datetime) -> None:
    """By the verbs themselves: the season is up, its form open; who was named handles what came."""
    keeper, begun = by_name["uyvien.cm"], now - timedelta(days=9)
    people.name_for_duty(keeper, Duty.ADMISSIONS, by=by_name["hieutruong"], at=begun, channel=CHANNEL)
    opens = (now - timedelta(days=4)).astimezone(ZONE).replace(hour=7, minute=0, second=0, microsecond=0)
    closes = opens + timedelta(days=16, hours=10)
    season = actions.begin(_season(opens, closes), [], by=keeper, at=begun, channel=CHANNEL)
    up(season, keeper, begun)
    numbers = [_apply(season, number, opens) for number in range(len(FAMILIES))]
    about: dict[str, Any] = {"by": keeper, "at": now - timedelta(hours=20), "channel": CHANNEL}
    handling.handle(season, numbers[:2], Act.COMPLETE, "", **about)
    handling.handle(season, numbers[:1], Act.ADMIT, "", **about)
    handling.handle(season, numbers[2:3], Act.LACKING, "Xác nhận nơi cư trú; bản chụp khai sinh bị mờ.", **about)
    actions.announce(season, closes + timedelta(days=3), closes + timedelta(days=24), **about)


def _apply(season: Any, number: int, opens: datetime) -> int:
    child, sex, area, guardian, relation = FAMILIES[number]
    at = opens + timedelta(hours=26 * number // 2 + 1)
    said = Said(
        child=child, born=date(2015, 3, 3 + number), sex=sex, guardian=guardian, relation=relation, phone=f"0900 000 0{number:02}",
        address=f"Số {number + 1}, ngõ Thử, phường Việt Hưng", area=area, school="Trường THCS Thử Nghiệm", guardian_agrees=True,
        child_agrees=True,
    )  # fmt: skip
    one = applying.apply(
        season, said, key=f"demo-{number}", address=f"192.0.2.{number + 1}", at=at, channel=CHANNEL
    ).one
    if number % 2 == 0:
        applying.send_papers(one, [SimpleUploadedFile("giấy khai sinh.pdf", _paper())], at=at, channel=CHANNEL)
    return one.pk


def _paper() -> bytes:
    """A paper that says what it is."""
    return pdf(
        Paper(title="Giấy tờ thử của bản demo", body=(Text("Đây không phải giấy khai sinh của ai."),), signatures=())
    )
