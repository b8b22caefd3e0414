"""Names of people in Vietnamese text: a family name and one to four given syllables, with marks or without. Pure."""

import re

from portal.base.text.folding import fold

_SURNAMES = (
    "Nguyễn Trần Lê Phạm Hoàng Huỳnh Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý Đào Đinh Trịnh Trương Mai Lâm Đoàn Hà Tạ "
    "Cao Lương Lưu Phùng Tô Chu Châu Nghiêm Quách Thái Tôn Vương Kiều Khuất Khổng La Lại Lục Mạc Ninh Nông Ông Phí "
    "Quan Sầm Tăng Thân Tống Tiêu Triệu Trà Từ Uông Văn Viên Vi Đàm Đậu Đồng Doãn Giáp Hán Hứa Hoa Kim Khương Bạch Bế "
    "Cấn Chử Cù Cung Đới Diệp Âu Ân An Bành Biện Bàng Cát Giang Giàng Sùng Vàng Thào Lò Lường Quàng Cầm Cà Tòng Hờ "
    "Mùa Lầu Tẩn Phàn Chảo Hạng Ma Lù Lèng Thèn Rơ Ksor Siu Kpă Nay Rmah Y H Điểu Thạch Sơn Danh Kiên Lộc Nhâm Ngụy "
    "Nhữ Ngọ Phương Thiều Tưởng Vòng Xa Lã Liễu Ung Hàn Mã Mẫn Lữ Khiếu Dư Thẩm Sái Nhan Đái Pờ Vừ Hảng Hầu"
)
SURNAMES = tuple(_SURNAMES.split())
_LETTERS = [chr(code) for code in (*range(0x41, 0x250), *range(0x1EA0, 0x1EFA)) if chr(code).isalpha()]
_UP, _LOW = ("".join(filter(test, _LETTERS)) for test in (str.isupper, str.islower))
_BARE = {fold(one).capitalize() for one in SURNAMES}
_FAMILY = "|".join(sorted({*SURNAMES, *_BARE}, key=len, reverse=True))
_LOUD = "|".join(one.upper() for one in _FAMILY.split("|") if len(one) > 1)  # NGUYỄN Thị Hoa
_GIVEN = rf"[{_UP}][{_LOW}]{{0,6}}"
_GAP = r"[ \u00a0]{1,2}"
_NO_NAME = r"(?!(?:Tốt|Khá|Giỏi|Đạt|Chưa|Xuất|Trung|Yếu|Kém|TB|CĐ|HT|HTT|HTXS)\b)"  # what stands in the next column
NAME = re.compile(
    rf"(?<![^\W\d])(?<![’'-])(?:(?:{_FAMILY}|{_LOUD})(?:(?:{_GAP}{_GIVEN}){{1,4}}|(?:{_GAP}{_GIVEN}){{0,3}}\t{_NO_NAME}[{_UP}][{_LOW}]{{1,6}})"
    rf"|(?:{_FAMILY.upper()})(?:(?:{_GAP}[{_UP}]{{1,7}}){{1,4}}|(?:{_GAP}[{_UP}]{{1,7}}){{0,3}}\t{_NO_NAME}[{_UP}]{{2,7}}))(?![^\W\d]|[’'])"
)
FIRST_NAME = rf"((?-i:[{_UP}][{_LOW}]{{1,6}})(?:{_GAP}(?-i:[{_UP}][{_LOW}]{{1,6}})){{0,2}})"
OF_A_PLACE = re.compile(
    r"(?:trường|thcs|thpt|tiểu học|mầm non|đường|phố|ngõ|quỹ|giải|cầu|hồ|phường|xã|quận|huyện|cúp|chùa|đền|tượng|công viên|"
    r"anh hùng|liệt sĩ|đồng chí|nhà (?:thơ|văn|giáo)|chủ tịch|tổng bí thư|nhạc sĩ|tác giả|trung tâm|công ty|"
    r"nhà xuất bản)\s+(?:mang tên\s+)?$",
    re.IGNORECASE,
)
OF_STAFF = re.compile(r"(?:\b(?:thầy|cô|gv|ông|bà|đ/c|ths|ts|bs|cn|nhà giáo)\.?:?\s*(?:giáo\s+)?)$", re.IGNORECASE)
_IN_CLASS = r"(?:(?:lớp *)?(?:1[0-2]|[1-9]) ?(?:[A-K]\d{0,2}|[/.]\d{1,2})\t\s*)?"  # its class in the column before
ORDINAL = re.compile(
    rf"[\s\t]*{_IN_CLASS}(?:(?:hạng|thứ|giải|top)\s+)?(?:\d{{1,4}}|[-–•*+])?[.):/]?[\s\t]*{_IN_CLASS}"
    r"(?:[A-Z]{0,4}\d{2,14}[\s\t]*){0,2}(?:em|hs|bạn|học sinh|cháu)?:?[\s\t]*",
    re.IGNORECASE,
)


def names_in(line: str) -> list[re.Match[str]]:
    """Where names of people stand in a line, without those of streets, schools and poets."""
    return [
        found
        for found in NAME.finditer(line)
        if not OF_A_PLACE.search(line[max(0, found.start() - 40) : found.start()])
    ]


def row_of(line: str) -> re.Match[str] | None:
    """The name a row of a list begins with, after its number and code; None where the line is no such row."""
    lead = ORDINAL.match(line)
    start = lead.end() if lead else 0
    found = NAME.match(line, start)
    if found is None:
        return None
    after = line[found.end() : found.end() + 1]
    return found if after in ("", "\t", ",", ";", ":", "-", "–", "(", "|", ".") or _apart(line[found.end() :]) else None


def _apart(rest: str) -> bool:
    """Whether what follows a name on a line without columns is still a row: a number, a class, a short word."""
    return (
        re.match(rf"\s*(?:[-–|:;,(]|\d|lớp\b|(?:nam|nữ)\b|[{_UP}]{{1,3}}\b)", rest, re.IGNORECASE) is not None
        or not rest.strip()
    )


def is_staff(line: str, at: int) -> bool:
    """Whether the name that begins there is a teacher's by the word before it."""
    return OF_STAFF.search(line[max(0, at - 16) : at]) is not None


def masked_name(name: str) -> str:
    """Its first letters, for who knows the text to find the place: "N… V… A…"."""
    return " ".join(f"{part[0]}…" for part in name.split())
