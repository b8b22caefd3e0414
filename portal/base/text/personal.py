"""Personal data of children, and numbers that lead to one person, in lines of text (Điều 8.1, 16.1.2). Pure.

It is a help for who reads, not a judge: both its errors are measured on texts of our own (docs/personal-data.md). A line is a
paragraph or a row of a table, its cells apart by tabs, as `files.words` gives them.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from portal.base.text.numbers_of import (
    ADDRESS,
    HOME,
    citizen_ids,
    days,
    is_birth,
    masked_number,
    of_a_child,
    phones,
)
from portal.base.text.people_named import is_staff, masked_name, names_in, row_of

VERSION = 1  # raised with the rules here: what was found by others is looked for again


class Kind(StrEnum):
    """What was found."""

    MARKS = "marks"
    BIRTH = "birth"
    PHONE = "phone"
    CITIZEN = "citizen"
    CLASS_LIST = "class_list"
    ADDRESS = "address"
    UNREAD = "unread"  # nothing was found, for nothing could be read


TITLES = {
    Kind.MARKS: "tên học sinh kèm điểm, xếp loại",
    Kind.BIRTH: "ngày sinh",
    Kind.PHONE: "số điện thoại di động",
    Kind.CITIZEN: "số căn cước, mã định danh, thẻ bảo hiểm",
    Kind.CLASS_LIST: "danh sách tên học sinh kèm lớp",
    Kind.ADDRESS: "địa chỉ nhà",
    Kind.UNREAD: "tệp máy không đọc được chữ",
}


@dataclass(frozen=True)
class Finding:
    """One kind of thing found: how often, from which line to which (1 is the first), a few of them masked."""

    kind: Kind
    count: int
    first: int
    last: int
    samples: tuple[str, ...]


Hit = tuple[Kind, int, str]  # line, masked

CLASS = r"(?:1[0-2]|[1-9])\s?(?:[A-K]\d{0,2}|[/.]\d{1,2})"
IN_CLASS = re.compile(rf"\blớp\s*:?\s*{CLASS}\b|(?<![\w/.,-])(?:[1-9]|1[0-2])[A-K]\d{{0,2}}(?![\w/])")
CLASS_CELL = re.compile(rf"(?:lớp\s*)?{CLASS}", re.IGNORECASE)
SCORE = re.compile(r"(?<![\d/.,:-])(?:10(?:[.,]0{1,2})?|\d(?:[.,]\d{1,2})?)(?:\s?/\s?10\b)?(?![\d/:%-]|[.,]\d)")
DECIMAL = re.compile(r"(?<![\d/.,:-])(?:(?:10|\d)[.,]\d{1,2}(?![\d/:%]|[.,]\d)|(?:10|\d)\s?/\s?10\b)")
LEVEL = re.compile(
    r"(?:^|[\t|;,:–-]|\s)\s*(?:tốt|khá|giỏi|xuất sắc|trung bình|yếu|kém|đạt|chưa đạt|tb|htt|htxs|cđ)\s*(?=$|[\t|;,.)–-]|\s)",
    re.IGNORECASE,
)
LETTER_LEVELS = re.compile(r"\t(?:T|K|Đ|CĐ|G|TB|Y)(?=\t|$)")
OF_MARKS = re.compile(
    r"\bđiểm\b|\bđtb|\btbm\b|học lực|hạnh kiểm|rèn luyện|xếp loại|kết quả học tập|bảng điểm|\btoán\b.*\bvăn\b|\bđgtx\b|\bđđg|\bhk[12i]\b",
    re.IGNORECASE,
)
OF_OTHER_NUMBERS = re.compile(
    r"số tiết|đơn giá|thành tiền|số lượng|\bphiếu\b|số tiền|định mức|số buổi|thâm niên|hệ số|số ngày|số lượt",
    re.IGNORECASE,
)
OF_PUPILS = re.compile(
    r"học sinh|\bhs\b|thí sinh|danh sách lớp|đội viên|\bcác em\b|\bem\b|\bsbd\b|số báo danh|họ tên con|các cháu",
    re.IGNORECASE,
)
OF_STAFF = re.compile(
    r"giáo viên|\bgv\b|gvcn|chủ nhiệm|phân công|chức vụ|chức danh|tổ trưởng|coi thi|giám thị|nhân viên|cán bộ|giám khảo|ban tổ chức|"
    r"thành viên ban|trưởng ban|ủy viên|diễn giả|huấn luyện viên|phụ huynh phụ trách", re.IGNORECASE,
)  # fmt: skip
BIRTH_COLUMN = re.compile(r"(?:ngày|năm|ngày,?\s*tháng,?\s*năm)\s*sinh|\bn\.?\s?sinh\b", re.IGNORECASE)
HOME_COLUMN = re.compile(r"địa chỉ|chỗ ở|nơi ở|hộ khẩu|thường trú", re.IGNORECASE)
GIVEN_MARK = re.compile(
    r"(?:điểm|đtb|trung bình|tổng kết|học lực|hạnh kiểm|rèn luyện|xếp loại)[^.;\n]{0,40}?(?:\d|giỏi|khá|tốt|yếu|kém|đạt|trung bình)"
    r"|\d{1,2}(?:[.,]\d{1,2})?\s*điểm",
    re.IGNORECASE,
)
ONE_OF_US = re.compile(r"\b(?:em|cháu|bạn|nhà riêng)\b", re.IGNORECASE)  # not an area whose children a school takes
OF_A_PUPIL = re.compile(r"\b(?:em|học sinh|hs|bạn|cháu|con)\b", re.IGNORECASE)
ABOVE, GAP, SHOWN = 6, 2, 3  # lines of head looked at, lines between two rows of one list, samples kept
HEX = re.compile(r"\b[0-9a-f]{32,}\b")


@dataclass(frozen=True)
class _Row:
    """A line that begins with a name."""

    at: int
    name: str
    rest: str
    staff: bool


def find(text: str, today: date) -> list[Finding]:
    """Everything found in a text, one finding a kind, in the order of `Kind`; `today` tells who is a child."""
    lines = [HEX.sub("", line) for line in text.splitlines()]
    hits = [*_of_lines(lines, today), *_of_lists(lines, today)]
    return [
        _gathered(kind, [hit for hit in hits if hit[0] is kind]) for kind in Kind if any(hit[0] is kind for hit in hits)
    ]


def _gathered(kind: Kind, hits: Sequence[Hit]) -> Finding:
    samples = tuple(dict.fromkeys(masked for _, _, masked in hits))[:SHOWN]
    where = [line for _, line, _ in hits]
    return Finding(kind, len(hits), min(where) + 1, max(where) + 1, samples)


def _of_lines(lines: Sequence[str], today: date) -> Iterator[Hit]:
    """What one line says for itself."""
    for at, line in enumerate(lines):
        if any(char.isdigit() for char in line):
            yield from ((Kind.PHONE, at, masked_number(found[0])) for found in phones(line))
            yield from ((Kind.CITIZEN, at, masked_number(found)) for _, found in citizen_ids(line, today))
            yield from (
                (Kind.BIRTH, at, f"…/…/{year}") for place, _, year in days(line) if is_birth(line, place, year, today)
            )
            homes = (found for found in HOME.finditer(line) if ADDRESS.search(line[found.end() :][:70]))
            yield from ((Kind.ADDRESS, at, "…") for _ in homes if ONE_OF_US.search(line) or names_in(line))
        yield from _in_prose(at, line)


def _in_prose(at: int, line: str) -> Iterator[Hit]:
    """A pupil's mark told in a sentence; three pupils and more with their classes in one paragraph."""
    if "\t" in line or len(line) < 20:
        return
    classed, all_named = [], []
    for sentence in re.split(r"(?<=[.!?;])\s+", line):
        named = [found for found in names_in(sentence) if not is_staff(sentence, found.start())]
        if named and GIVEN_MARK.search(sentence) and (OF_A_PUPIL.search(sentence) or IN_CLASS.search(sentence)):
            yield Kind.MARKS, at, masked_name(named[0][0])
        all_named += [found[0] for found in named]
        classed += [found[0] for found in named if IN_CLASS.match(sentence[found.end() :].lstrip(" ,(–-:"))]
    if len(classed) >= 3:
        yield from ((Kind.CLASS_LIST, at, masked_name(name)) for name in classed)
    elif len(all_named) >= 5 and OF_PUPILS.search(line) and not OF_STAFF.search(line):
        yield from ((Kind.CLASS_LIST, at, masked_name(name)) for name in all_named)


def _of_lists(lines: Sequence[str], today: date) -> Iterator[Hit]:
    rows = [row for at, line in enumerate(lines) if (row := _row(at, line)) is not None]
    for group in _groups(rows):
        first = group[0].at
        head = "\n".join(lines[max(0, first - ABOVE) : first])
        head = f"{head}\n{_signed(head)}"
        yield from _of_group(group, head, today)


UNSIGNED = (("diem", "điểm"), ("hoc sinh", "học sinh"), ("hoc luc", "học lực"), ("xep loai", "xếp loại"), ("ngay sinh", "ngày sinh"),
            ("giao vien", "giáo viên"), ("dia chi", "địa chỉ"), ("ren luyen", "rèn luyện"), ("thi sinh", "thí sinh"))  # fmt: skip


def _signed(head: str) -> str:
    """The words looked for in a head that was typed without marks."""
    bare = head.casefold()
    return " ".join(word for typed, word in UNSIGNED if typed in bare)


def _row(at: int, line: str) -> _Row | None:
    found = row_of(line)
    return None if found is None else _Row(at, found[0], line[found.end() :], is_staff(line, found.start()))


def _groups(rows: Iterable[_Row]) -> Iterator[list[_Row]]:
    """Rows that follow each other, with a line or two between; two at least."""
    group: list[_Row] = []
    for row in rows:
        if group and row.at - group[-1].at > GAP + 1:
            if len(group) > 1:
                yield group
            group = []
        if not group or row.name != group[-1].name:  # whoever took seven pictures is no list
            group.append(row)
    if len(group) > 1:
        yield group


def _of_group(group: list[_Row], head: str, today: date) -> Iterator[Hit]:
    pupils = OF_PUPILS.search(head) is not None
    staff = not pupils and (OF_STAFF.search(head) is not None or sum(row.staff for row in group) * 2 > len(group))
    of_births, of_homes = BIRTH_COLUMN.search(head), HOME_COLUMN.search(head)
    for row in group:
        for _, _, year in days(row.rest):
            if (of_births and year <= today.year) or (of_a_child(year, today) and not staff):
                yield Kind.BIRTH, row.at, f"…/…/{year}"
        if of_births and not staff and re.search(r"\b(?:19|20)\d{2}\b", row.rest) and not any(days(row.rest)):
            yield Kind.BIRTH, row.at, masked_name(row.name)
        if ADDRESS.search(row.rest) and (of_homes or not staff):
            yield Kind.ADDRESS, row.at, masked_name(row.name)
    if staff:
        return
    if _has_marks(group, head):
        yield from ((Kind.MARKS, row.at, masked_name(row.name)) for row in group if _marked(row.rest))
    classed = [row for row in group if _class_of(row.rest)]
    if len(classed) >= 3 or (pupils and len(group) >= 5):
        yield from (
            (Kind.CLASS_LIST, row.at, masked_name(row.name)) for row in (classed if len(classed) >= 3 else group)
        )


def _class_of(rest: str) -> bool:
    return IN_CLASS.search(rest) is not None or any(CLASS_CELL.fullmatch(cell.strip()) for cell in rest.split("\t"))


def _marked(rest: str) -> bool:
    return bool(SCORE.search(rest) or LEVEL.search(rest) or LETTER_LEVELS.search(rest))


def _has_marks(group: list[_Row], head: str) -> bool:
    """Most rows have a mark or a level, and either the head speaks of marks or the marks look like nothing else."""
    marked = sum(_marked(row.rest) for row in group)
    if marked * 5 < len(group) * 3:
        return False
    if OF_MARKS.search(head):
        return True
    if OF_OTHER_NUMBERS.search(head) or len(group) < 3:
        return False
    sure = sum(
        bool(DECIMAL.search(row.rest) or LEVEL.search(row.rest)) or len(SCORE.findall(row.rest)) >= 3 for row in group
    )
    return sure * 2 >= len(group)
