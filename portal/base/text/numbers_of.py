"""Numbers that lead to one person: mobile phones, citizen ids, days of birth, addresses of homes. Pure."""

import re
from collections.abc import Iterator
from datetime import date

_S = r"[ .()\u00a0-]{0,2}"
PHONE = re.compile(rf"(?<![\d.,/])(?:\+?84{_S}|0{_S})(?:3|5|7|8|9)(?:{_S}\d){{8}}(?!\d|[.,]\d)")
TWELVE = re.compile(r"(?<![\d.,])0\d{2}[ .]?[0-3]\d{2}[ .]?\d{3}[ .]?\d{3}(?!\d|[.,]\d)")
CALLED_ID = re.compile(
    r"(?:cccd|cmnd|cmt|căn cước(?: công dân)?|chứng minh (?:nhân dân|thư)|(?:mã |số )?định danh(?: cá nhân)?)"
    r"(?:\s*\([^)]{1,20}\))?\D{0,25}(\d(?:[ .]?\d){8}(?:(?:[ .]?\d){3})?)(?!\d)", re.IGNORECASE,
)  # fmt: skip
INSURED = re.compile(r"(?<!\w)(?:HS|TE|HN|HT|CN|GD|DN|BT)[ ]?\d[ ]?\d{2}[ ]?\d{10}(?!\d)")
ACCOUNT = re.compile(
    r"(?:stk|tài khoản|tk|mã số thuế|mst|mã vạch|isbn|số seri|hóa đơn|mã đơn|mã hàng)\D{0,30}$", re.IGNORECASE
)
_PROVINCES = (
    "001 002 004 006 008 010 011 012 014 015 017 019 020 022 024 025 026 027 030 031 033 034 035 036 037 038 040 042 "
    "044 045 046 048 049 051 052 054 056 058 060 062 064 066 067 068 070 072 074 075 077 079 080 082 083 084 086 087 "
    "089 091 092 093 094 095 096"
)
PROVINCES = frozenset(_PROVINCES.split())  # of the citizen id, since 2016
DAY = re.compile(r"(?<![\d/.-])(\d{1,2})\s?[/.-]\s?(\d{1,2})\s?[/.-]\s?((?:19|20)\d{2})(?![\d/])")
DAY_IN_WORDS = re.compile(r"(?:ngày\s+)?(\d{1,2})\s+tháng\s+(\d{1,2})\s+năm\s+((?:19|20)\d{2})", re.IGNORECASE)
DAY_TURNED = re.compile(r"(?<![\d/.-])((?:19|20)\d{2})-(\d{1,2})-(\d{1,2})(?![\d/-])")
_MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
DAY_ENGLISH = re.compile(rf"\b(\d{{1,2}}) ({'|'.join(_MONTHS)})[a-z]* ((?:19|20)\d{{2}})\b", re.IGNORECASE)
BORN = re.compile(
    r"(?:\bborn(?: on)?|chào đời|"
    r"\bsinh(?:\s+ngày)?|ngày\s+sinh|\bns|\bn\.s|ngày,?\s*tháng,?\s*năm\s+sinh)\s*[:(-]?\s*(?:là\s+)?(?:vào\s+)?(?:ngày\s+)?$",
    re.IGNORECASE,
)
ADDRESS = re.compile(
    r"(?:\b(?:số nhà|sn|số)\s*\d+\w*|\b\d+[a-z]?(?:/\d+)*[,\s]+(?:đường|phố|ngõ|ngách|hẻm|kiệt)\b|\b(?:ngõ|ngách|hẻm|kiệt)\s*\d+"
    r"|\btổ\s*(?:dân phố\s*)?(?:số\s*)?\d+|\b(?:thôn|xóm|ấp|bản|khu)\s+(?-i:[A-ZÂÊÔĐ]|\d)|\b(?:chung cư|tòa|toà|căn hộ|căn)\s*\w*\d+)",
    re.IGNORECASE,
)
HOME = re.compile(
    r"(?:thường trú|tạm trú|hộ khẩu|nơi ở|chỗ ở|nhà riêng|\bnhà\s+(?:em|cháu|con|bạn|ở|số)|gia đình (?:em|cháu|bạn)[^.]{0,40}\bở"
    r"|địa chỉ (?:nhà|gia đình|nơi ở)|hiện (?:đang )?(?:ở|sống|trú)|(?:sống|trú) (?:tại|ở)|phòng trọ|nhà trọ|ở trọ)", re.IGNORECASE,
)  # fmt: skip


def phones(line: str) -> Iterator[re.Match[str]]:
    """Mobile numbers; those of a school's office (024…) and of help lines are nobody's own."""
    return (
        found for found in PHONE.finditer(line) if not ACCOUNT.search(line[max(0, found.start() - 40) : found.start()])
    )


def citizen_ids(line: str, today: date) -> Iterator[tuple[int, str]]:
    """(place, number): twelve digits built as a citizen id is, and what is called one; cards of health insurance."""
    seen: set[int] = set()
    for found in TWELVE.finditer(line):
        if _is_citizen(re.sub(r"\D", "", found[0]), today) and not ACCOUNT.search(
            line[max(0, found.start() - 40) : found.start()]
        ):
            seen.add(found.start())
            yield found.start(), found[0]
    for found in CALLED_ID.finditer(line):
        if found.start(1) not in seen:
            yield found.start(1), found[1]
    for found in INSURED.finditer(line):
        yield found.start(), found[0]


def _is_citizen(digits: str, today: date) -> bool:
    """Province, century with sex, year: a child's number says when it was born."""
    born = (1900 if digits[3] in "01" else 2000) + int(digits[4:6])
    return digits[:3] in PROVINCES and today.year - 110 <= born <= today.year


def days(line: str) -> Iterator[tuple[int, str, int]]:
    """(place, as written, year) of every day of the calendar in a line."""
    for found in (*DAY.finditer(line), *DAY_IN_WORDS.finditer(line)):
        if 1 <= int(found[1]) <= 31 and 1 <= int(found[2]) <= 12:
            yield found.start(), found[0], int(found[3])
    for found in DAY_TURNED.finditer(line):
        if 1 <= int(found[3]) <= 31 and 1 <= int(found[2]) <= 12:
            yield found.start(), found[0], int(found[1])
    for found in DAY_ENGLISH.finditer(line):
        if 1 <= int(found[1]) <= 31:
            yield found.start(), found[0], int(found[3])


def is_birth(line: str, at: int, year: int, today: date) -> bool:
    """Whether the day there is told as somebody's birth, of a person who may live: not a poet's of long ago."""
    return today.year - 80 <= year <= today.year and BORN.search(line[max(0, at - 45) : at]) is not None


def of_a_child(year: int, today: date) -> bool:
    """Whether a pupil may have been born in that year."""
    return today.year - 19 <= year <= today.year - 5


def masked_number(text: str) -> str:
    """Its first two and last two digits: "09……78"."""
    digits = [char for char in text if char.isdigit()]
    return f"{''.join(digits[:2])}……{''.join(digits[-2:])}"
