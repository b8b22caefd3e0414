"""What the law has a school disclose, as dated data: one set of points for each circular (TT 09/2024/TT-BGDĐT). Pure.

A circular to come is one more `Circular` with the day it is in force from; the years before keep their own points and what was
disclosed under them.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

SEPTEMBER = 9  # a school year is named by the calendar year of its first September


@dataclass(frozen=True)
class Point:
    """One point: its code, its title, what it asks for, the clause it stands on."""

    code: str
    title: str
    asks: str
    basis: str

    @property
    def slug(self) -> str:
        """The code as addresses carry it: “5.1” is 5-1."""
        return self.code.replace(".", "-")


@dataclass(frozen=True)
class Group:
    """Points that belong together."""

    title: str
    points: tuple[Point, ...]


@dataclass(frozen=True)
class View:
    """What the regulation of the school calls a disclosure (Điều 16.1.2), and which points of the circular it shows."""

    key: str
    title: str
    codes: tuple[str, ...]
    beside: tuple[tuple[str, str], ...] = ()  # what else shows it on this portal: address, name


@dataclass(frozen=True)
class Circular:
    """One circular: its number, the day it is in force from, its points, and how the school's own regulation names them."""

    key: str
    number: str
    starts: date
    groups: tuple[Group, ...]
    views: tuple[View, ...]

    def points(self) -> Iterator[Point]:
        """Every point in the order of the circular."""
        for group in self.groups:
            yield from group.points

    def by_code(self) -> Mapping[str, Point]:
        return {point.code: point for point in self.points()}


TT09 = Circular(
    "tt09-2024", "Thông tư 09/2024/TT-BGDĐT", date(2024, 7, 19),
    (
        Group("Thông tin chung", (
            Point("4.1", "Tên trường", "Tên trường, kèm tên nước ngoài nếu có.", "Điều 4 khoản 1"),
            Point("4.2", "Địa chỉ và cách liên hệ", "Địa chỉ trụ sở chính và các địa điểm khác, điện thoại, thư điện tử, cổng thông tin.",
                  "Điều 4 khoản 2"),
            Point("4.3", "Loại hình và cơ quan quản lý", "Loại hình của trường, cơ quan quản lý trực tiếp hoặc chủ sở hữu, nhà đầu tư.",
                  "Điều 4 khoản 3"),
            Point("4.4", "Sứ mạng, tầm nhìn, mục tiêu", "Sứ mạng, tầm nhìn, mục tiêu của trường.", "Điều 4 khoản 4"),
            Point("4.5", "Quá trình hình thành và phát triển", "Tóm tắt quá trình hình thành và phát triển.", "Điều 4 khoản 5"),
            Point("4.6", "Người đại diện, người phát ngôn", "Họ tên, chức vụ, nơi làm việc, điện thoại, thư điện tử của người đại diện "
                  "pháp luật hoặc người phát ngôn, người để liên hệ.", "Điều 4 khoản 6"),
            Point("4.7", "Tổ chức bộ máy", "Quyết định thành lập; hội đồng trường; quyết định bổ nhiệm Hiệu trưởng, Phó Hiệu trưởng; "
                  "quy chế tổ chức và hoạt động, sơ đồ bộ máy; quyết định lập đơn vị; lãnh đạo trường và cách liên hệ.",
                  "Điều 4 khoản 7"),
            Point("4.8", "Văn bản khác của trường", "Chiến lược phát triển; quy chế dân chủ; nghị quyết của hội đồng trường; quy định về "
                  "quản lý hành chính, nhân sự, tài chính, tuyển dụng.", "Điều 4 khoản 8"),
        )),
        Group("Thu, chi tài chính", (
            Point("5.1", "Tình hình tài chính năm trước", "Các khoản thu theo nguồn và loại hoạt động; các khoản chi: lương, cơ sở vật "
                  "chất và dịch vụ, hỗ trợ người học, chi khác.", "Điều 5 khoản 1"),
            Point("5.2", "Các khoản thu và mức thu", "Các khoản thu, mức thu của năm học và dự kiến cho các năm tiếp theo.",
                  "Điều 5 khoản 2"),
            Point("5.3", "Trợ cấp, miễn giảm, học bổng", "Chính sách và kết quả thực hiện trợ cấp, miễn, giảm học phí, học bổng.",
                  "Điều 5 khoản 3"),
            Point("5.4", "Số dư các quỹ", "Số dư các quỹ theo quy định, kể cả quỹ đặc thù nếu có.", "Điều 5 khoản 4"),
            Point("5.5", "Nội dung tài chính khác", "Những nội dung công khai tài chính khác theo pháp luật.", "Điều 5 khoản 5"),
        )),
        Group("Điều kiện bảo đảm chất lượng", (
            Point("8.1", "Đội ngũ nhà giáo, cán bộ, nhân viên", "Số lượng theo vị trí việc làm và trình độ; số, tỷ lệ đạt chuẩn nghề "
                  "nghiệp; số, tỷ lệ hoàn thành bồi dưỡng hằng năm.", "Điều 8 khoản 1"),
            Point("8.2", "Cơ sở vật chất và học liệu", "Diện tích và bình quân một học sinh; các hạng mục; thiết bị; danh mục sách giáo "
                  "khoa và tài liệu, đối sánh với mức tối thiểu.", "Điều 8 khoản 2"),
            Point("8.3", "Đánh giá và kiểm định chất lượng", "Kết quả tự đánh giá, đánh giá ngoài và kế hoạch cải tiến.", "Điều 8 khoản 3"),
        )),
        Group("Kế hoạch và kết quả giáo dục", (
            Point("9.1", "Kế hoạch giáo dục của năm học", "Kế hoạch tuyển sinh; kế hoạch giáo dục; quy chế phối hợp nhà trường, gia đình "
                  "và xã hội; chương trình hỗ trợ học tập, rèn luyện; thực đơn nếu có.", "Điều 9 khoản 1"),
            Point("9.2", "Kết quả giáo dục thực tế năm trước", "Tuyển sinh; số học sinh theo khối; kết quả đánh giá học tập, rèn luyện; "
                  "lên lớp, ở lại lớp; tốt nghiệp. Chỉ số liệu tổng hợp, không có tên học sinh.", "Điều 9 khoản 2"),
        )),
        Group("Báo cáo thường niên", (
            Point("14", "Báo cáo thường niên", "Kết quả hoạt động đến ngày 31/12, một tệp PDF.", "Điều 14"),
        )),
    ),
    (
        View("chat-luong", "Cam kết chất lượng giáo dục và chất lượng giáo dục thực tế", ("8.3", "9.1", "9.2"),
             (("/cong-khai/ket-qua/", "Kết quả học tập, rèn luyện"),)),
        View("dieu-kien", "Điều kiện bảo đảm chất lượng giáo dục", ("8.1", "8.2")),
        View("tai-chinh", "Thu, chi tài chính", ("5.1", "5.2", "5.3", "5.4", "5.5"), (("/cac-khoan-thu/", "Các khoản thu"),)),
        View("tai-san", "Tài sản công", ("5.5", "8.2")),
        View("thu-tuc", "Thủ tục và văn bản hành chính", ("4.7", "4.8"), (("/thu-tuc/", "Thủ tục"), ("/van-ban/", "Văn bản"))),
        View("hoat-dong", "Hoạt động của nhà trường", ("14",), (("/tin-bai/", "Tin bài"),)),
    ),
)  # fmt: skip
CIRCULARS: Sequence[Circular] = (TT09,)
ANNUAL_REPORT = "14"

YEARS = range(2000, 2100)  # of which a calendar of the school may speak


def first_day(year: int) -> date:
    """The first day of the school year named `year` (2026 is 2026–2027)."""
    return date(year, SEPTEMBER, 1)


def year_of(day: date) -> int:
    """The school year a day lies in."""
    return day.year if day.month >= SEPTEMBER else day.year - 1


def year_name(year: int) -> str:
    """ "2026–2027"."""
    return f"{year}–{year + 1}"


def circular_of(year: int, known: Sequence[Circular] = CIRCULARS) -> Circular | None:
    """The circular a school year is disclosed under: the last one in force on its first day; None before the first,
    and of a year no calendar of the school has."""
    if year not in YEARS:
        return None
    held = [one for one in known if one.starts <= first_day(year)]
    return max(held, key=lambda one: one.starts, default=None)


def years(today: date, known: Sequence[Circular] = CIRCULARS) -> list[int]:
    """The school years under a circular the portal knows, up to the one `today` lies in, the newest first."""
    first = min(one.starts for one in known)
    oldest = year_of(first) if first <= first_day(year_of(first)) else year_of(first) + 1
    return list(range(year_of(today), oldest - 1, -1))
