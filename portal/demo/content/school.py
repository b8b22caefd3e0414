"""The demo school: its name, people, units, fields, sections, topics and the plan of the year."""

from dataclasses import dataclass
from datetime import date
from typing import Final, TypedDict


class School(TypedDict):
    name: str
    short: str
    ward: str
    domain: str
    address: str
    phone: str
    email: str
    hours: str
    motto: str


@dataclass(frozen=True)
class PersonSeed:
    username: str
    full_name: str
    note: str  # what this person is at the school, as the roster page says it


@dataclass(frozen=True)
class StaffSeed:
    """Somebody of the staff who has no account among the demo's twelve, but writes, stands in a unit, is named."""

    username: str
    full_name: str
    unit: str  # slug of a UnitSeed


@dataclass(frozen=True)
class UnitSeed:
    slug: str
    title: str
    leader: str  # username
    intro: str


@dataclass(frozen=True)
class FieldSeed:
    slug: str
    title: str
    member: str | None  # username of the Member the Head assigned


@dataclass(frozen=True)
class SectionSeed:
    slug: str
    title: str
    intro: str
    field: str  # slug of a FieldSeed
    audience: str = "public"
    shape: str = "news"
    language: str = "vi"


@dataclass(frozen=True)
class TopicSeed:
    slug: str
    title: str
    intro: str


@dataclass(frozen=True)
class PlanEntrySeed:
    title: str
    section: str | None  # slug of a SectionSeed; None: any section
    starts: date
    ends: date
    standing: bool = False


@dataclass(frozen=True)
class PlanSeed:
    title: str
    starts: date
    ends: date
    entries: tuple[PlanEntrySeed, ...]


SCHOOL: Final[School] = {
    "name": "Trường THCS Ngô Gia Tự",
    "short": "NGT",
    "ward": "Phường Việt Hưng, Hà Nội",
    "domain": "thcsngogiatu.longbien.edu.vn",
    "address": "Số 1 ngõ Hàng Bàng, phường Việt Hưng, Hà Nội",
    "phone": "(024) 3000 0000",
    "email": "c2ngogiatu@longbien.edu.vn",
    "hours": "thứ Hai đến thứ Sáu, 7:30–11:30 và 13:30–17:00",
    "motto": "Học kỹ – Làm thật – Sống tử tế",
}

PEOPLE: Final = (
    PersonSeed("hieutruong", "Nguyễn Thị Minh Nguyệt", "Hiệu trưởng"),
    PersonSeed("truongban", "Đặng Quốc Việt", "Phó Hiệu trưởng, Trưởng Ban biên tập"),
    PersonSeed("phoban", "Vũ Thị Hồng Nhung", "Chủ tịch Công đoàn, Phó Trưởng Ban biên tập"),
    PersonSeed("uyvien.cm", "Lê Hoàng Sơn", "Tổ trưởng Toán – Tin, Ủy viên phụ trách Chuyên môn"),
    PersonSeed("uyvien.dd", "Phạm Thu Trang", "Tổng phụ trách Đội, Ủy viên phụ trách Đoàn–Đội"),
    PersonSeed("thuky", "Bùi Ngọc Ánh", "Nhân viên văn thư, Thư ký Ban biên tập"),
    PersonSeed("quantri", "Ngô Đức Thành", "Giáo viên Tin học, Quản trị viên hệ thống"),
    PersonSeed("giaovien1", "Trần Thu Hà", "Giáo viên Khoa học tự nhiên, chủ nhiệm 7A3"),
    PersonSeed("giaovien2", "Hoàng Anh Tuấn", "Giáo viên Ngữ văn, chủ nhiệm 9A1"),
    PersonSeed("congtacvien", "Đỗ Quang Huy", "Phụ huynh lớp 8A2, cộng tác viên mảng Chuyên môn và Đoàn–Đội"),
    PersonSeed("phuhuynh", "Nguyễn Văn Khải", "Phụ huynh em Nguyễn Gia Bảo, lớp 6A4"),
    PersonSeed("hocsinh", "Lê Bảo An", "Học sinh lớp 7A3"),
)

STAFF: Final = (
    StaffSeed("gv.duy", "Đinh Văn Duy", "to-khoa-hoc-tu-nhien"),
    StaffSeed("gv.oanh", "Lương Kim Oanh", "to-khoa-hoc-tu-nhien"),
    StaffSeed("gv.bach", "Phạm Gia Bách", "to-khoa-hoc-tu-nhien"),
    StaffSeed("gv.hai", "Nguyễn Thanh Hải", "to-khoa-hoc-tu-nhien"),
    StaffSeed("gv.que", "Tạ Thị Quế", "to-ngu-van-khoa-hoc-xa-hoi"),
    StaffSeed("gv.phuong", "Hoàng Mai Phương", "to-ngu-van-khoa-hoc-xa-hoi"),
    StaffSeed("gv.lam", "Chu Văn Lâm", "to-ngu-van-khoa-hoc-xa-hoi"),
    StaffSeed("gv.bang", "Trịnh Công Bằng", "to-toan-tin"),
    StaffSeed("gv.van", "Nguyễn Thị Vân", "to-toan-tin"),
    StaffSeed("gv.chi", "Lê Khánh Chi", "lien-doi"),
    StaffSeed("nv.yen", "Phan Thị Yến", "van-phong"),
    StaffSeed("nv.hoa", "Nguyễn Thị Hòa", "van-phong"),
    StaffSeed("nv.hang", "Đào Thu Hằng", "van-phong"),
    StaffSeed("nv.tam", "Nguyễn Văn Tám", "van-phong"),
)
MEMBERS: Final = (  # further people of the units, among the twelve: username, slug of the unit
    ("quantri", "to-toan-tin"),
    ("nv.hang", "cong-doan"),
    ("nv.tam", "cong-doan"),
)

UNITS: Final = (
    UnitSeed(
        "to-khoa-hoc-tu-nhien",
        "Tổ Khoa học tự nhiên",
        "giaovien1",
        "Hai mươi mốt thầy cô dạy Khoa học tự nhiên, Công nghệ và Giáo dục thể chất, phụ trách phòng thực hành ở nhà B.",
    ),
    UnitSeed(
        "to-ngu-van-khoa-hoc-xa-hoi",
        "Tổ Ngữ văn – Khoa học xã hội",
        "giaovien2",
        "Tổ dạy Ngữ văn, Lịch sử và Địa lí, Giáo dục công dân, Tiếng Anh; giữ góc sách mượn ở cuối mỗi lớp.",
    ),
    UnitSeed(
        "to-toan-tin",
        "Tổ Toán – Tin",
        "uyvien.cm",
        "Mười bảy thầy cô dạy Toán và Tin học, hẹn học sinh ở phòng 304 mỗi chiều thứ Tư để giải đáp thắc mắc.",
    ),
    UnitSeed("lien-doi", "Liên đội", "uyvien.dd", "Hai mươi tám chi đội, từ lớp 6A1 đến lớp 9A7."),
    UnitSeed("cong-doan", "Công đoàn", "phoban", "Tổ chức của toàn thể thầy cô và nhân viên nhà trường."),
    UnitSeed("van-phong", "Văn phòng", "thuky", "Nơi nhận đơn, cấp giấy xác nhận và trả lời điện thoại của phụ huynh."),
)

FIELDS: Final = (
    FieldSeed("chuyen-mon", "Chuyên môn", "uyvien.cm"),
    FieldSeed("doan-doi", "Đoàn–Đội", "uyvien.dd"),
    FieldSeed("van-phong", "Văn phòng", None),
)

SECTIONS: Final = (
    SectionSeed(
        "day-va-hoc",
        "Dạy và học",
        "Chuyện trong giờ học: một thí nghiệm, một cách giảng, một câu hỏi hay. Thầy cô và học sinh cùng kể.",
        "chuyen-mon",
    ),
    SectionSeed(
        "thong-bao",
        "Thông báo",
        "Lịch thi, lịch họp, giờ giấc và những điều gia đình cần biết trong tuần.",
        "van-phong",
    ),
    SectionSeed(
        "thu-vien",
        "Thư viện",
        "Sách mới về, giờ mở cửa và những trang sách học sinh trong trường đang chuyền tay nhau.",
        "chuyen-mon",
    ),
    SectionSeed(
        "sang-tao",
        "Khoa học – Sáng tạo",
        "Các câu lạc bộ, dự án và cuộc thi, nơi học sinh tự tay làm ra một thứ chạy được.",
        "chuyen-mon",
    ),
    SectionSeed(
        "hoat-dong-doi",
        "Hoạt động Đội",
        "Việc của Liên đội và hai mươi tám chi đội, từ lễ chào cờ đầu tuần đến những buổi trực cổng trường.",
        "doan-doi",
    ),
    SectionSeed(
        "the-thao-van-nghe",
        "Thể thao – Văn nghệ",
        "Sân bóng, đường chạy, sàn diễn: kết quả các giải và hậu trường những buổi tập.",
        "doan-doi",
    ),
    SectionSeed(
        "truong-xanh",
        "Trường xanh",
        "Vườn trường, phân loại rác và những cây mới trồng, được các lớp ghi chép theo tuần.",
        "doan-doi",
    ),
    SectionSeed(
        "viec-tu-te",
        "Việc tử tế",
        "Những việc nhỏ học sinh làm cho bạn, cho trường, cho bà con quanh phường.",
        "doan-doi",
    ),
    SectionSeed(
        "gia-dinh-nha-truong",
        "Gia đình và nhà trường",
        "Buổi họp, cuộc trò chuyện và các việc cha mẹ học sinh cùng làm với thầy cô.",
        "van-phong",
    ),
    SectionSeed(
        "trao-doi-chuyen-mon",
        "Trao đổi chuyên môn",
        "Biên bản sinh hoạt tổ, góp ý giờ dạy và tài liệu dùng chung, dành riêng cho thầy cô trong trường.",
        "chuyen-mon",
        audience="internal",
    ),
    SectionSeed(
        "thong-tin-truong",
        "Thông tin về trường",
        "Trường ở đâu, ai phụ trách việc gì, mở cửa lúc nào, thu những khoản nào.",
        "van-phong",
        shape="pages",
    ),
    SectionSeed(
        "in-english",
        "In English",
        "What the school is, who runs it and how to reach us.",
        "van-phong",
        shape="pages",
        language="en",
    ),
)

TOPICS: Final = (
    TopicSeed(
        "tri-an-thay-co-20-11",
        "Tri ân thầy cô 20/11",
        "Ba tuần chuẩn bị và một buổi sáng sân trường đầy hoa cúc: những bài viết quanh ngày 20/11 năm nay.",
    ),
    TopicSeed(
        "an-toan-giao-thong",
        "An toàn giao thông",
        "Giờ cao điểm trước cổng trường, mũ bảo hiểm, xe đạp điện và cách cả trường cùng giữ con đường an toàn.",
    ),
    TopicSeed(
        "vuon-truong-bon-mua",
        "Vườn trường bốn mùa",
        "Thùng ủ lá, luống cải, cây phượng già đi khám bệnh: việc trong vườn được ghi lại qua hai năm học.",
    ),
    TopicSeed(
        "lam-that-do-that",
        "Làm thật, đo thật",
        "Cân bằng thước gỗ, đo số Pi bằng vung nồi, bắt tiếng động của trường: những phép đo học sinh tự nghĩ ra.",
    ),
)

_SEPTEMBER, _MAY = date(2026, 9, 1), date(2027, 5, 31)

PLAN: Final = PlanSeed(
    "Kế hoạch hoạt động năm học 2026-2027",
    _SEPTEMBER,
    _MAY,
    (
        PlanEntrySeed("Lễ khai giảng năm học mới", "hoat-dong-doi", date(2026, 9, 3), date(2026, 9, 8)),
        PlanEntrySeed("Tháng An toàn giao thông", "hoat-dong-doi", _SEPTEMBER, date(2026, 9, 30)),
        PlanEntrySeed("Đại hội Liên đội", "hoat-dong-doi", date(2026, 9, 28), date(2026, 10, 10)),
        PlanEntrySeed("Tuần lễ đọc sách", "thu-vien", date(2026, 10, 5), date(2026, 10, 17)),
        PlanEntrySeed("Hội khỏe Phù Đổng cấp trường", "the-thao-van-nghe", date(2026, 10, 12), date(2026, 11, 14)),
        PlanEntrySeed("Chuyên đề và hội giảng cấp trường", "day-va-hoc", date(2026, 10, 12), date(2026, 11, 27)),
        PlanEntrySeed("Cuộc thi khoa học kĩ thuật cấp trường", "sang-tao", date(2026, 10, 5), date(2026, 12, 5)),
        PlanEntrySeed("Kiểm tra giữa học kỳ I", None, date(2026, 10, 26), date(2026, 11, 7)),
        PlanEntrySeed("Chào mừng Ngày Nhà giáo Việt Nam 20/11", None, date(2026, 11, 2), date(2026, 11, 22)),
        PlanEntrySeed("Tết trồng cây và chăm vườn trường", "truong-xanh", date(2026, 9, 14), date(2027, 3, 31)),
        PlanEntrySeed("Họp cha mẹ học sinh", "gia-dinh-nha-truong", date(2026, 9, 12), date(2027, 5, 30)),
        PlanEntrySeed("Thông báo và lịch làm việc hằng tuần", "thong-bao", _SEPTEMBER, _MAY, standing=True),
        PlanEntrySeed("Chuyện trong giờ học hằng tuần", "day-va-hoc", _SEPTEMBER, _MAY, standing=True),
        PlanEntrySeed("Sinh hoạt Đội và gương việc tốt hằng tuần", None, _SEPTEMBER, _MAY, standing=True),
        PlanEntrySeed("Thư viện: sách mới và giờ đọc", "thu-vien", _SEPTEMBER, _MAY, standing=True),
        PlanEntrySeed("Các trang thông tin về trường", None, _SEPTEMBER, _MAY, standing=True),
    ),
)
PAGES_ENTRY: Final = len(PLAN.entries) - 1

_BEFORE, _SUMMER = date(2025, 9, 1), date(2026, 8, 31)

LAST_PLAN: Final = PlanSeed(
    "Kế hoạch hoạt động năm học 2025-2026",
    _BEFORE,
    _SUMMER,
    (
        PlanEntrySeed("Lễ khai giảng", "hoat-dong-doi", date(2025, 9, 3), date(2025, 9, 8)),
        PlanEntrySeed("Vui Trung thu", "hoat-dong-doi", date(2025, 9, 29), date(2025, 10, 8)),
        PlanEntrySeed("Ngày đọc sách đầu năm", "thu-vien", date(2025, 10, 6), date(2025, 10, 18)),
        PlanEntrySeed("Hội khỏe Phù Đổng cấp trường", "the-thao-van-nghe", date(2025, 10, 6), date(2025, 11, 15)),
        PlanEntrySeed("Chào mừng Ngày Nhà giáo Việt Nam", None, date(2025, 11, 3), date(2025, 11, 22)),
        PlanEntrySeed("Khoa học kĩ thuật và robot", "sang-tao", date(2025, 10, 6), date(2026, 1, 31)),
        PlanEntrySeed("Tết ở trường", "hoat-dong-doi", date(2026, 1, 26), date(2026, 2, 11)),
        PlanEntrySeed("Cây và vườn trường", "truong-xanh", date(2025, 9, 15), date(2026, 5, 31)),
        PlanEntrySeed("Ngày thành lập Đoàn 26/3", "hoat-dong-doi", date(2026, 3, 16), date(2026, 3, 28)),
        PlanEntrySeed("Học tập trải nghiệm", "day-va-hoc", date(2026, 3, 2), date(2026, 4, 30)),
        PlanEntrySeed("Ngày Sách và Văn hóa đọc 21/4", "thu-vien", date(2026, 4, 13), date(2026, 4, 25)),
        PlanEntrySeed("Tổng kết và ra trường", None, date(2026, 5, 18), date(2026, 5, 30)),
        PlanEntrySeed("Sinh hoạt hè", None, date(2026, 6, 1), _SUMMER),
        PlanEntrySeed("Phòng cháy, thoát hiểm", "hoat-dong-doi", date(2025, 11, 3), date(2026, 3, 31)),
        PlanEntrySeed("Thông báo hằng tuần", "thong-bao", _BEFORE, _SUMMER, standing=True),
        PlanEntrySeed("Chuyện trong giờ học", "day-va-hoc", _BEFORE, _SUMMER, standing=True),
        PlanEntrySeed("Việc của các chi đội, câu lạc bộ", None, _BEFORE, _SUMMER, standing=True),
        PlanEntrySeed("Thư viện hằng tháng", "thu-vien", _BEFORE, _SUMMER, standing=True),
        PlanEntrySeed("Gia đình và nhà trường", "gia-dinh-nha-truong", _BEFORE, _SUMMER, standing=True),
    ),
)
ENTRIES: Final = (*PLAN.entries, *LAST_PLAN.entries)


def last(number: int) -> int:
    """Where the entry `number` of last year's plan stands among all entries."""
    return len(PLAN.entries) + number
