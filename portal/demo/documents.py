"""Documents of the demo's year: numbered by the clerk, signed, put up; one replaced, one amended, two from above (Điều 16.1.2)."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any, Final

from django.core.files.base import ContentFile

from portal.base import regulation
from portal.base.clock import ZONE
from portal.base.official.pdf import pdf
from portal.files import actions as files
from portal.people import actions as people
from portal.people.models import Person
from portal.people.rules import Duty
from portal.records.documents import actions
from portal.records.documents.numbering import cancel_number, take_number
from portal.records.documents.rules import Given, Origin, Relation
from portal.records.documents.typed import as_paper
from portal.records.models import Document

CHANNEL = "demo"
Up = Callable[[Any, Person, datetime], None]
AUGUST: Final = date(2026, 8, 3)


@dataclass(frozen=True)
class Seed:
    """One document: its kind, day, summary, what it says; which earlier one it replaces or amends, by its summary."""

    kind: str
    issued: date
    title: str
    intro: str
    body: str
    replaces: str = ""
    amends: str = ""
    starts: date | None = None
    ends: date | None = None


GROUNDS: Final = "Căn cứ Điều lệ trường trung học cơ sở\nCăn cứ kế hoạch năm học của nhà trường"
RULES: Final = "Quy chế làm việc của nhà trường"
OPENING: Final = "Tổ chức Ngày hội đọc sách"
PAPERS: Final = (
    Seed("qd", date(2026, 8, 12), "Ban hành Quy chế tiếp công dân năm học 2026–2027",
         "Thầy cô tiếp cha mẹ học sinh vào sáng thứ Ba, tại phòng họp tầng 1.",
         "Điều 1. Ban hành kèm theo Quyết định này Quy chế tiếp công dân.\nĐiều 2. Quyết định có hiệu lực từ ngày ký.\n"
         "Điều 3. Các tổ trưởng, cán bộ, giáo viên, nhân viên thi hành Quyết định này."),
    Seed("qc", date(2026, 8, 20), RULES, "Giờ làm việc, chế độ họp, cách xử lý công văn trong trường.",
         "Điều 1. Quy chế này quy định giờ làm việc, chế độ họp và cách xử lý văn bản.\nĐiều 2. Họp hội đồng vào tuần đầu mỗi tháng."),
    Seed("kh", date(2026, 9, 8), "Giáo dục nhà trường năm học 2026–2027",
         "Mục tiêu, khung thời gian, hoạt động giáo dục của cả năm.",
         "I. Mục tiêu\nMọi học sinh đến lớp đều được học đủ và được lắng nghe.\n"
         "II. Khung thời gian\nHọc kỳ I có 18 tuần, học kỳ II có 17 tuần.",
         ends=date(2027, 6, 1)),
    Seed("kh", date(2026, 9, 28), OPENING, "Ngày hội ở sân trường, mỗi lớp một góc sách.",
         "I. Thời gian\nSáng thứ Bảy, 21/11/2026.\nII. Phân công\nMỗi lớp chuẩn bị một góc sách, tổ Ngữ văn chấm."),
    Seed("tb", date(2026, 10, 2), "Lịch tiếp cha mẹ học sinh học kỳ I", "Sáng thứ Ba hằng tuần, từ 8 giờ đến 10 giờ 30.",
         "Nhà trường tiếp cha mẹ học sinh vào sáng thứ Ba hằng tuần, từ 8 giờ đến 10 giờ 30, tại phòng họp tầng 1.",
         ends=date(2027, 1, 16)),
    Seed("qd", date(2026, 10, 26), "Sửa đổi chế độ họp trong Quy chế làm việc", "Họp hội đồng chuyển sang chiều thứ Năm tuần đầu tháng.",
         "Điều 1. Sửa Điều 2 của Quy chế làm việc: họp hội đồng vào chiều thứ Năm tuần đầu mỗi tháng.", amends=RULES),
    Seed("kh", date(2026, 11, 9), "Tổ chức Ngày hội đọc sách (thay lịch)", "Ngày hội chuyển sang 28/11 vì sân trường sửa mái vòm.",
         "I. Thời gian\nSáng thứ Bảy, 28/11/2026.\nII. Phân công\nGiữ như kế hoạch trước.", replaces=OPENING),
)  # fmt: skip
ABOVE: Final = (
    Given(title="Quy định về công khai trong hoạt động của các cơ sở giáo dục thuộc hệ thống giáo dục quốc dân", kind="tt",
          symbol="09/2024/TT-BGDĐT", origin=Origin.ABOVE.value, issuer="Bộ Giáo dục và Đào tạo", issued=date(2024, 6, 3),
          starts=date(2024, 7, 19), signer="Phạm Ngọc Thưởng", signer_post="Thứ trưởng",
          intro="Nhà trường phải công khai những gì, khi nào, bao lâu. Toàn văn xem ở cổng của cơ quan ban hành.",
          body="Bản tóm tắt của nhà trường: thông tin chung, thu chi tài chính, "
               "điều kiện bảo đảm chất lượng, kế hoạch và kết quả giáo dục."),
    Given(title="Về công tác văn thư", kind="nd", symbol="30/2020/NĐ-CP", origin=Origin.ABOVE.value, issuer="Chính phủ",
          issued=date(2020, 3, 5), signer="Nguyễn Xuân Phúc", signer_post="Thủ tướng",
          intro="Thể thức văn bản, cách đánh số, lưu hồ sơ.",
          body="Bản tóm tắt của nhà trường: thể thức văn bản hành chính, cấp số, lập và lưu hồ sơ."),
)  # fmt: skip


def file_away(up: Up, by_name: Mapping[str, Person], now: datetime) -> None:
    """The clerk named, two documents from above, the school's own by number; one number cancelled, one waiting for its paper."""
    clerk, principal = by_name["thuky"], by_name["hieutruong"]
    begun = _hour(AUGUST)
    people.name_for_duty(clerk, Duty.CLERK, by=principal, at=begun, channel=CHANNEL)
    for name, to in (
        ("records.symbol", "THCSNGT"),
        ("records.parent", "UBND phường Việt Hưng"),
        ("records.place", "Việt Hưng"),
    ):
        regulation.set_from(AUGUST, name, to, "NĐ 30/2020")
    made: dict[str, Document] = {}
    for given in ABOVE:
        up(actions.begin(given, [], by=clerk, at=begun, channel=CHANNEL), clerk, begun)
    for seed in PAPERS:
        if _hour(seed.issued) < now - timedelta(days=2):
            made[seed.title] = _numbered(up, seed, made, clerk, principal)
    spoilt = take_number("tb", issued=date(2026, 11, 3), summary="Nghỉ học ngày 20/11", by=clerk, at=_hour(date(2026, 11, 3)),
                         channel=CHANNEL)  # fmt: skip
    cancel_number(
        spoilt, "In nhầm ngày, đã thay bằng lịch công tác tuần", by=clerk, at=_hour(date(2026, 11, 4)), channel=CHANNEL
    )
    take_number("bc", issued=date(2026, 11, 12), summary="Sơ kết tháng 10", signer=str(principal), to="UBND phường", by=clerk,
                at=_hour(date(2026, 11, 12)), channel=CHANNEL)  # fmt: skip


def _numbered(up: Up, seed: Seed, made: Mapping[str, Document], clerk: Person, principal: Person) -> Document:
    at = _hour(seed.issued)
    line = take_number(
        seed.kind, issued=seed.issued, summary=seed.title, signer=str(principal), by=clerk, at=at, channel=CHANNEL
    )
    relations = [
        (kind, made[title].pk)
        for kind, title in ((Relation.REPLACES, seed.replaces), (Relation.AMENDS, seed.amends))
        if title
    ]
    given = Given(title=seed.title, intro=seed.intro, grounds=GROUNDS, body=seed.body, signer=str(principal), signer_post="Hiệu trưởng",
                  starts=seed.starts, ends=seed.ends, recipients="Các tổ\nLưu: VT", relations=tuple(relations))  # fmt: skip
    draft = actions.begin(given, [], by=clerk, at=at, channel=CHANNEL, line=line)
    copy = files.store_attachment(ContentFile(pdf(as_paper(draft, seed.issued)), "van-ban.pdf"), title=f"{draft.kind_name} {draft.symbol}",
                                  by=clerk, at=at, channel=CHANNEL)  # fmt: skip
    draft = actions.edit(draft, given, [copy], by=clerk, at=at, channel=CHANNEL)
    up(draft, clerk, at)
    return draft


def _hour(day: date) -> datetime:
    return datetime.combine(day, time(9, 20), ZONE)
