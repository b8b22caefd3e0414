"""What the demo school discloses, in two school years: who answers, what is up, one amended, one with the Secretary, one begun
(Điều 16.1.2; TT 09/2024). Figures are invented."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any, Final

from django.core.files.base import ContentFile

from portal.approval import actions as approval
from portal.base.clock import ZONE
from portal.base.official.paper import Signature
from portal.base.official.pdf import pdf
from portal.files import actions as files
from portal.people.models import Person
from portal.records.disclosures import actions, queries
from portal.records.disclosures.actions import Given
from portal.records.disclosures.circulars import ANNUAL_REPORT, circular_of
from portal.records.disclosures.papers import the_school
from portal.records.disclosures.typed import tables_of
from portal.records.figures.report import report

CHANNEL = "demo"
Up = Callable[[Any, Person, datetime], None]


@dataclass(frozen=True)
class Said:
    """One point of one year: when it was handed in, its words, its tables as typed; `stop` is where it stands now."""

    year: int
    code: str
    on: str
    words: str
    tables: str = ""
    stop: str = ""  # draft | review; "" where it is up


LAST_YEAR: Final = (  # the rest of a school year told to the end
    Said(2025, "4.1", "2025-09-08T09:00", "Trường Trung học cơ sở Ngô Gia Tự."),
    Said(2025, "4.2", "2025-09-08T09:10", "Số 1 ngõ Hàng Bàng, phường Việt Hưng, Hà Nội. Số máy, hộp thư ở trang Liên hệ."),
    Said(2025, "4.3", "2025-09-08T09:20", "Trường công lập, do Ủy ban nhân dân phường Việt Hưng quản lý."),
    Said(2025, "4.4", "2025-09-08T09:30", "Sứ mạng: giúp mỗi học sinh học tốt, sống tử tế, biết tự lo cho mình."),
    Said(2025, "4.5", "2025-09-09T09:00", "Trường mở năm học đầu tiên năm 1962, về địa điểm hiện nay năm 1994, thêm nhà đa năng năm 2018."),
    Said(2025, "4.6", "2025-09-09T09:10", "Người đại diện và phát ngôn: Hiệu trưởng. Giờ tiếp: sáng thứ Năm hằng tuần, phòng 101 nhà A."),
    Said(2025, "4.7", "2025-09-09T09:20", "Hội đồng trường, Ban giám hiệu, bốn tổ chuyên môn, tổ Văn phòng, Đoàn – Đội, Ban đại diện."),
    Said(2025, "4.8", "2025-09-09T09:30", "Chiến lược phát triển 2021–2030, quy chế dân chủ, quy chế làm việc: đọc ở mục Văn bản."),
    Said(2025, "9.1", "2025-09-15T09:00", "Kế hoạch giáo dục của năm học 2025–2026, đã thông qua Hội đồng trường ngày 29/8/2025."),
    Said(2025, "5.2", "2025-09-12T09:00", "Các khoản thu của năm học, mức thu theo nghị quyết của Hội đồng nhân dân thành phố.",
         "Mức thu năm học 2025–2026\nKhoản thu | Mức thu (đồng) | Thu theo\nHọc phí | 0 | được miễn\nNước uống | 16.000 | tháng\n"
         "Gửi xe đạp | 20.000 | tháng\nHọc 2 buổi/ngày | 225.000 | tháng"),
    Said(2025, "5.3", "2026-05-20T09:20", "Miễn giảm, hỗ trợ và học bổng theo chế độ; số tiền ở bảng.",
         "Hỗ trợ người học năm 2025\nKhoản | Số tiền (đồng)\nHỗ trợ chi phí học tập | 96.000.000\nHọc bổng quỹ khuyến học | 52.000.000"),
    Said(2025, "5.4", "2026-05-20T09:30", "Số dư các quỹ đến 31/12/2025.",
         "Số dư các quỹ\nQuỹ | Số dư (đồng)\nQuỹ phúc lợi | 58.100.000\nQuỹ khuyến học | 31.400.000"),
    Said(2025, "5.5", "2026-05-20T09:40", "Mua sắm tài sản công năm 2025: hai bộ máy chiếu, tủ sách ba lớp khối 6, sửa mái nhà xe."),
    Said(2025, "8.2", "2026-05-22T09:20", "Cơ sở vật chất đối sánh với mức tối thiểu.",
         "Diện tích và phòng\nHạng mục | Hiện có | Tối thiểu\nDiện tích đất một học sinh (m²) | 8,5 | 8\nPhòng học | 18 | 18\n"
         "Phòng bộ môn | 6 | 6\nThư viện (m²) | 128 | 120"),
    Said(2025, "8.3", "2026-05-22T09:40", "Kiểm định chất lượng giáo dục mức độ 2 (năm 2023). Tự đánh giá: 25 trong 28 tiêu chí đạt."),
)  # fmt: skip
SAID: Final = (
    Said(2025, "5.1", "2026-05-20T09:00", "Tình hình tài chính năm 2025 của trường, số liệu đã quyết toán.",
         "Thu năm 2025\nNguồn thu | Số tiền (đồng) | Tỷ lệ\nNgân sách cấp chi thường xuyên | 9.420.000.000 | 87,2%\n"
         "Ngân sách cấp theo nhiệm vụ | 860.000.000 | 8,0%\nThu dịch vụ phục vụ học sinh | 515.000.000 | 4,8%\n\n"
         "Chi năm 2025\nKhoản chi | Số tiền (đồng) | Tỷ lệ\nLương và phụ cấp | 8.310.000.000 | 77,4%\n"
         "Cơ sở vật chất, dịch vụ | 1.690.000.000 | 15,7%\nHỗ trợ người học | 148.000.000 | 1,4%\nChi khác | 587.000.000 | 5,5%"),
    Said(2025, "8.1", "2026-05-22T09:00", "Đội ngũ của trường tại thời điểm 30/4/2026.",
         "Nhà giáo, cán bộ, nhân viên\nVị trí | Số người | Thạc sĩ | Đại học | Đạt chuẩn\nCán bộ quản lý | 3 | 2 | 1 | 100%\n"
         "Giáo viên | 41 | 6 | 35 | 100%\nNhân viên | 7 | 0 | 4 | 100%"),
    Said(2025, "9.2", "2026-06-12T09:00", "Kết quả giáo dục năm học 2024–2025, số liệu tổng hợp toàn trường.",
         "Quy mô\nKhối | Số lớp | Số học sinh | Bình quân một lớp\n6 | 5 | 208 | 41,6\n7 | 5 | 201 | 40,2\n"
         "8 | 4 | 165 | 41,3\n9 | 4 | 160 | 40,0"),
    *LAST_YEAR,
    Said(2026, "4.1", "2026-09-08T09:00", "Trường Trung học cơ sở Ngô Gia Tự. Tên tiếng Anh: Ngo Gia Tu Lower Secondary School."),
    Said(2026, "4.4", "2026-09-08T10:00", "Sứ mạng: giúp mỗi học sinh học tốt, sống tử tế, biết tự lo cho mình.\n\nMục tiêu: trường "
         "đạt chuẩn quốc gia mức độ 2 trước năm 2030."),
    Said(2026, "5.2", "2026-09-11T09:00", "Các khoản thu của năm học, mức thu theo nghị quyết của Hội đồng nhân dân thành phố.",
         "Mức thu năm học 2026–2027\nKhoản thu | Mức thu (đồng) | Thu theo\nHọc phí | 0 | được miễn\nNước uống | 16.000 | tháng\n"
         "Gửi xe đạp | 20.000 | tháng\nHọc 2 buổi/ngày | 235.000 | tháng"),
    Said(2026, "8.2", "2026-10-19T09:00", "Cơ sở vật chất đối sánh với mức tối thiểu.",
         "Diện tích và phòng\nHạng mục | Hiện có | Tối thiểu\nDiện tích đất một học sinh (m²) | 8,6 | 8\nPhòng học | 18 | 18\n"
         "Phòng bộ môn | 7 | 6\nThư viện (m²) | 128 | 120"),
    Said(2026, "9.1", "2026-11-20T14:00", "Kế hoạch giáo dục của năm học 2026–2027, đã thông qua Hội đồng trường ngày 28/8/2026.", "",
         "review"),
    Said(2026, "5.4", "2026-11-21T09:00", "Số dư các quỹ đến 31/10/2026.",
         "Số dư các quỹ\nQuỹ | Số dư (đồng)\nQuỹ phúc lợi | 64.300.000\nQuỹ khuyến học | 27.850.000", "draft"),
)  # fmt: skip
ANSWER: Final[Mapping[str, tuple[str, ...]]] = {
    "thuky": ("4.1", "4.4", "9.1"), "phoban": ("8.1", "8.2"), "giaovien1": ("5.1", "5.2", "5.3", "5.4"),
}  # fmt: skip


def disclose(up: Up, people: Mapping[str, Person], now: datetime) -> None:
    """Everything said before `now`; `up` takes a page its whole way."""
    for name, codes in ANSWER.items():
        for code in codes:
            actions.charge(
                2026, code, people[name], by=people["hieutruong"], at=_at("2026-09-03T08:00"), channel=CHANNEL
            )
    for said in SAID:
        if _at(said.on) < now - timedelta(hours=4):
            _say(said, up, people["thuky"])
    told = _at("2026-06-26T09:00")
    if told < now - timedelta(hours=4):
        _report(up, people, told)
    amended = _at("2026-10-05T09:00")
    if amended < now - timedelta(hours=4):
        _amend(up, people["thuky"], amended)


def _say(said: Said, up: Up, by: Person) -> None:
    at = _at(said.on)
    page = actions.write(said.year, said.code, Given(said.words, tables_of(said.tables)), by=by, at=at, channel=CHANNEL)
    if said.stop == "review":
        approval.submit(page, by=by, at=at, channel=CHANNEL)
    elif not said.stop:
        up(page, by, at)


def _report(up: Up, people: Mapping[str, Person], at: datetime) -> None:
    """The annual report of the year that was told to its end: laid out from what is up, as a file of its point."""
    year, by, law = 2025, people["thuky"], circular_of(2025)
    assert law is not None
    there = {one.code: one for one in queries.up(at).filter(year=year)}
    points = {point.code: (point, there.get(point.code)) for point in law.points()}
    paper = report(year, points, the_school(), Signature("Hiệu trưởng", str(people["hieutruong"])), at.date())
    file = files.store_attachment(ContentFile(pdf(paper), f"bao-cao-{year}.pdf"), title=f"Báo cáo thường niên năm {year}", by=by,
                                  at=at, channel=CHANNEL)  # fmt: skip
    words = "Báo cáo của năm 2025, lập từ các mục đã công khai."
    up(actions.write(year, ANNUAL_REPORT, Given(words), [file], by=by, at=at, channel=CHANNEL), by, at)


def _amend(up: Up, by: Person, at: datetime) -> None:
    """The price of one service changed: told, and a new version within the ten days; the first copy hung on the board."""
    before = next(one for one in SAID if (one.year, one.code) == (2026, "5.2"))
    page = actions.write(2026, "5.2", Given(before.words, tables_of(before.tables.replace("16.000", "15.000")),
                                            "Nước uống giảm còn 15.000 đồng một tháng"), by=by, at=at, channel=CHANNEL)  # fmt: skip
    actions.tell_change(page, date(2026, 10, 1), "Mức thu nước uống giảm", by=by, at=at, channel=CHANNEL)
    up(page, by, at + timedelta(minutes=20))
    actions.post(page, date(2026, 10, 6), "Bảng tin cổng trường",
                 ["Lê Phong, Phó Trưởng ban", "Bà Đào Thị Minh Ngọc, Ban đại diện cha mẹ học sinh"], by=by,
                 at=at + timedelta(days=1), channel=CHANNEL)  # fmt: skip


def _at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=ZONE)
