"""Sheets of marks as vnEdu, SMAS and eNetViet export them: where the head is, what each column says, what each row means. Pure."""

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from portal.base.text import slug
from portal.pupils.results.annual import award_of, is_said
from portal.pupils.results.tt22 import BY_KEY, LEVELS, SUBJECTS, level_of, mark_of, study

Rows = Sequence[Sequence[str]]
LOOKED_AT = 25  # rows within which a head begins
FIELDS: Mapping[str, tuple[str, tuple[str, ...]]] = {
    "code": ("Mã học sinh", ("ma-hoc-sinh", "ma-hs", "mahs", "ma-dinh-danh", "ma-dinh-danh-hs", "ma-dinh-danh-bo-gd-dt",
                             "ma-hoc-sinh-bo", "ma-hs-moet", "so-dinh-danh")),
    "name": ("Họ và tên", ("ho-va-ten", "ho-ten", "ho-ten-hoc-sinh", "ho-va-ten-hoc-sinh", "ten-hoc-sinh")),
    "last": ("Họ đệm", ("ho-dem", "ho-va-dem", "ho-lot", "ho-va-ten-dem")),
    "first": ("Tên", ("ten",)),
    "born": ("Ngày sinh", ("ngay-sinh", "ngay-thang-nam-sinh", "ns", "ngay-thang-sinh")),
    "class": ("Lớp", ("lop", "lop-hoc", "ten-lop")),
    **{subject.key: (subject.title, subject.heads) for subject in SUBJECTS},
    "study": ("Kết quả học tập", ("ket-qua-hoc-tap", "hoc-tap", "kqht", "kq-hoc-tap", "xep-loai-hoc-tap", "muc-hoc-tap")),
    "conduct": ("Kết quả rèn luyện", ("ket-qua-ren-luyen", "ren-luyen", "kqrl", "kq-ren-luyen", "xep-loai-ren-luyen",
                                      "muc-ren-luyen")),
    "award": ("Danh hiệu, khen thưởng", ("danh-hieu", "khen-thuong", "danh-hieu-thi-dua", "danh-hieu-khen-thuong")),
    "absent": ("Số buổi nghỉ", ("so-buoi-nghi", "so-ngay-nghi", "tong-so-buoi-nghi", "vang", "nghi", "so-buoi-vang")),
}  # fmt: skip
NAMED = {head: key for key, (_, heads) in FIELDS.items() for head in heads}
NOT_A_PUPIL = ("tong-", "cong-", "nguoi-lap", "giao-vien", "hieu-truong", "ngay-")  # how lines below the pupils begin


@dataclass(frozen=True)
class Sheet:
    """A sheet whose head was found: titles of its columns, rows below, and the number of the first of them in the file."""

    name: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    first: int

    @property
    def signature(self) -> str:
        """The same for every sheet of one kind, whoever stands in it."""
        return hashlib.sha256("|".join(map(slug, self.head)).encode()).hexdigest()


@dataclass(frozen=True)
class Roster:
    """The pupils of a school year: number of each by code, and by name and day of birth; class and name of each number."""

    by_code: Mapping[str, int]
    by_name: Mapping[tuple[tuple[str, ...], date], tuple[int, ...]]
    classes: Mapping[int, int]
    names: Mapping[int, tuple[str, ...]]


@dataclass
class Line:
    """One row that was understood."""

    pupil: int
    school_class: int
    marks: dict[str, str] = field(default_factory=dict)
    study: str = ""
    conduct: str = ""
    award: str = ""
    absent: str = ""


@dataclass(frozen=True)
class Told:
    """Something to say of a row: wrong, or worth a look. No name of a child stands in it."""

    sheet: str
    row: int
    column: str
    words: str


@dataclass
class Reading:
    """What a workbook says, row by row."""

    lines: list[Line] = field(default_factory=list)
    wrong: list[Told] = field(default_factory=list)
    odd: list[Told] = field(default_factory=list)

    @property
    def wrong_rows(self) -> int:
        return len({(one.sheet, one.row) for one in self.wrong})


def found(name: str, rows: Rows) -> Sheet | None:
    """The sheet under its head, which takes one row or two; None where no row names a pupil and a result."""
    best: tuple[int, int, tuple[str, ...]] = (0, 0, ())
    for number in range(min(LOOKED_AT, len(rows))):
        for high in (1, 2):
            head = _head(rows[number : number + high])
            known = set(guessed(head).values())
            score = len(known) if known & {"code", "name", "first"} and known & {*BY_KEY, "study", "conduct"} else 0
            if score > best[0]:
                best = score, number + high, head
    if not best[0]:
        return None
    head = best[2]
    wide = max(number for number, title in enumerate(head, 1) if title)
    below = [tuple(row[:wide]) if any(row[:wide]) else () for row in rows[best[1] :]]
    while below and not below[-1]:
        below.pop()
    return Sheet(name, head[:wide], tuple(below), best[1] + 1)


def _head(rows: Rows) -> tuple[str, ...]:
    wide = max(map(len, rows), default=0)
    cells = [[row[column] if column < len(row) else "" for row in rows] for column in range(wide)]
    return tuple(next((cell for cell in reversed(parts) if cell), "")[:80] for parts in cells)


def guessed(head: Sequence[str]) -> dict[int, str]:
    """What each column says, by its title; the first of two that say the same."""
    columns: dict[int, str] = {}
    for number, title in enumerate(head):
        key = NAMED.get(slug(title), "")
        if key and key not in columns.values():
            columns[number] = key
    return columns


def read(
    sheet: Sheet,
    columns: Mapping[int, str],
    roster: Roster,
    into: Reading,
    *,
    judged: bool = True,
    yearly: bool = False,
) -> None:
    """Read every row of a sheet into `into`; a pupil who stood before is wrong the second time. `judged`: the marks are of a whole
    term or year, so that they make a level of learning. `yearly`: of a whole year, so that they may make a title."""
    seen = {line.pupil for line in into.lines}
    for number, row in enumerate(sheet.rows, sheet.first):
        said = {key: " ".join(row[column].split()) for column, key in columns.items() if column < len(row)}
        if not _is_of_a_pupil(row, said):
            continue
        line, told = _line(said, roster, judged, yearly)
        wrong = [(column, words) for is_wrong, column, words in told if is_wrong]
        if line is not None and line.pupil in seen:
            wrong.append(("code", "học sinh này đã có ở một dòng trên"))
        into.wrong += [Told(sheet.name, number, _title(column), words) for column, words in wrong]
        if line is None or wrong:
            continue
        seen.add(line.pupil)
        into.lines.append(line)
        into.odd += [Told(sheet.name, number, _title(column), words) for _, column, words in told]


def _title(key: str) -> str:
    return FIELDS[key][0] if key in FIELDS else key


def _is_of_a_pupil(row: Sequence[str], said: Mapping[str, str]) -> bool:
    begins = slug(next(filter(None, row), ""))
    return not begins.startswith(NOT_A_PUPIL) and bool(said.get("code") or (_name(said) and said.get("born")))


def _name(said: Mapping[str, str]) -> str:
    return said.get("name") or f"{said.get('last', '')} {said.get('first', '')}".strip()


def _line(
    said: Mapping[str, str], roster: Roster, judged: bool, yearly: bool
) -> tuple[Line | None, list[tuple[bool, str, str]]]:
    told = list(_of_whom(said, roster))
    pupil = next((number for number, *_ in told if number), 0)
    notes = [(not number, column, words) for number, column, words in told if words]
    if not pupil:
        return None, notes
    line = Line(pupil, roster.classes[pupil], award=said.get("award", "")[:60], absent=said.get("absent", "")[:12])
    for key, subject in BY_KEY.items():
        try:
            if mark := mark_of(subject, said.get(key, "")):
                line.marks[key] = mark
        except ValueError as why:
            notes.append((True, key, str(why)))
    for key in ("study", "conduct"):
        try:
            if cell := said.get(key, ""):
                setattr(line, key, level_of(cell, slug(cell)))
        except ValueError as why:
            notes.append((True, key, str(why)))
    reckoned = study(line.marks) if judged else None
    if reckoned is not None and line.study and reckoned != line.study:
        notes.append((False, "study", f"bảng ghi {LEVELS[line.study]}, tính theo TT 22/2021 là {LEVELS[reckoned]}"))  # type: ignore[index]
    line.study = line.study or reckoned or ""
    if yearly and line.marks:
        notes += _titled(line)
    if not (line.marks or line.study or line.conduct):
        notes.append((True, "code", "dòng không có kết quả nào"))
    return line, notes


def _titled(line: Line) -> Iterator[tuple[bool, str, str]]:
    """The title a year's marks make: taken where the sheet has none, told where it has another."""
    reckoned = award_of(line.marks, line.study, line.conduct)
    if line.award and line.study and line.conduct and not is_said(slug(line.award), reckoned):
        yield (
            False,
            "award",
            f"bảng ghi “{line.award[:30]}”, tính theo TT 22/2021 là {reckoned or 'không có danh hiệu'}",
        )
    line.award = line.award or reckoned


def _of_whom(said: Mapping[str, str], roster: Roster) -> Iterator[tuple[int, str, str]]:
    """(number of the pupil or 0, column, what is to be said of it)."""
    key = name_key_of(_name(said))
    if code := said.get("code", ""):
        pupil = roster.by_code.get(code.upper(), 0)
        if not pupil:
            yield 0, "code", "không có học sinh mang mã này trong danh sách năm học"
        elif key and key != roster.names[pupil]:
            yield 0, "name", "họ tên khác với danh sách của mã này"
        else:
            yield pupil, "", ""
        return
    day = day_of(said.get("born", ""))
    if day is None:
        yield 0, "born", "ngày sinh chưa đúng (ví dụ 09/02/2014)"
        return
    pupils = roster.by_name.get((key, day), ())
    if len(pupils) == 1:
        yield pupils[0], "", ""
    else:
        yield (
            0,
            "name",
            "hai học sinh cùng họ tên và ngày sinh: cần cột mã" if pupils else "không có trong danh sách năm học",
        )


def name_key_of(name: str) -> tuple[str, ...]:
    """A name as it is compared: letters and marks count, case and spaces do not."""
    return tuple(name.casefold().split())


def day_of(said: str) -> date | None:
    """A day as sheets write it: 09/02/2014, 9-2-2014, 2014-02-09."""
    parts = said.split(" ")[0].replace("-", "/").replace(".", "/").split("/")
    if len(parts) != 3 or not all(part.isascii() and part.isdigit() for part in parts):
        return None
    numbers = [int(part) for part in parts]
    year, month, day = numbers if numbers[0] > 31 else numbers[::-1]
    try:
        return date(year, month, day) if 1900 <= year <= 2200 else None
    except ValueError:
        return None
