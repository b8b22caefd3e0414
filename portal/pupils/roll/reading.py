"""A spreadsheet of pupils as people make it: which column is which, and every row that cannot be right with the reason. Pure."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from portal.base.text import fold, one_line
from portal.pupils.roll.rules import CLASS_NAME, OLDEST, YOUNGEST, full_years

COLUMNS: dict[str, tuple[str, ...]] = {
    "code": ("ma hoc sinh", "ma hs", "ma so hoc sinh", "ma dinh danh", "ma dinh danh bo gd dt"),
    "name": ("ho va ten", "ho ten", "ho va ten hoc sinh", "ho ten hoc sinh"),
    "born": ("ngay sinh", "ngay thang nam sinh"),
    "school_class": ("lop", "ten lop", "lop hoc"),
    "account": ("tai khoan hoc sinh", "tai khoan em"),
    "guardian": ("cha me nguoi giam ho", "ho ten cha me", "nguoi giam ho", "phu huynh"),
    "relation": ("quan he", "quan he voi hoc sinh"),
    "guardian_account": ("tai khoan cha me", "tai khoan phu huynh", "tai khoan gia dinh"),
    "father": ("ho ten cha", "ho va ten cha", "ten cha", "ho ten bo"),
    "mother": ("ho ten me", "ho va ten me", "ten me"),
}
HEAD_WITHIN = 15  # rows, among which the head of the table stands
DAY = re.compile(r"^(\d{1,2})[/.\-](\d{1,2})[/.\-](\d{4})$")
ISO = re.compile(r"^(\d{4})-(\d{1,2})-(\d{1,2})")
LONGEST = {"code": 20, "name": 120, "school_class": 12, "account": 150, "guardian": 120}


@dataclass(frozen=True)
class Kin:
    """Who answers for a pupil: name, relation, user name of the account or nothing."""

    name: str
    relation: str = ""
    account: str = ""


@dataclass(frozen=True)
class Line:
    """One pupil of the sheet; `row` as the spreadsheet counts."""

    row: int
    code: str
    name: str
    born: date | None
    school_class: str
    account: str = ""
    kin: tuple[Kin, ...] = ()

    def packed(self) -> dict[str, Any]:
        return asdict(self) | {"born": self.born.isoformat() if self.born else ""}

    @classmethod
    def unpacked(cls, packed: dict[str, Any]) -> "Line":
        born = date.fromisoformat(packed["born"]) if packed["born"] else None
        return cls(**(packed | {"born": born, "kin": tuple(Kin(**one) for one in packed["kin"])}))


@dataclass(frozen=True)
class Fault:
    """What is wrong in a row, in words."""

    row: int
    words: str


@dataclass(frozen=True)
class Read:
    """What a sheet says, and what in it cannot be right."""

    lines: tuple[Line, ...] = ()
    faults: tuple[Fault, ...] = ()


def heading(text: str) -> str:
    """The head of a column without marks, case and punctuation; a 2 after it is the second of its kind."""
    return re.sub(r"[^a-z0-9]+", " ", fold(text)).strip()


def head_of(
    rows: Sequence[Sequence[str]], columns: dict[str, tuple[str, ...]], asked: tuple[str, ...]
) -> tuple[int, dict[str, int]] | None:
    """The row the head stands in, and where each column is; None where the columns asked for are in no row."""
    names = {alias: key for key, aliases in columns.items() for alias in aliases}
    for number, row in enumerate(rows[:HEAD_WITHIN]):
        found: dict[str, int] = {}
        for place, cell in enumerate(row):
            key = names.get(heading(cell))
            if key is not None:
                found.setdefault(key, place)
        if all(key in found for key in asked):
            return number, found
    return None


def day_in(text: str) -> date | None:
    """A day as schools write it: 9/2/2014, 09-02-2014, 2014-02-09. None where it is none."""
    found = DAY.match(text)
    parts = (found[3], found[2], found[1]) if found else None
    if parts is None and (iso := ISO.match(text)):
        parts = (iso[1], iso[2], iso[3])
    if parts is None:
        return None
    try:
        return date(int(parts[0]), int(parts[1]), int(parts[2]))
    except ValueError:
        return None


def read(rows: Sequence[Sequence[str]], on: date) -> Read:
    """The pupils of one sheet; `on` is the day they are counted as old as they are."""
    head = head_of(rows, COLUMNS, ("code", "name"))
    if head is None:
        return Read((), (Fault(1, "Không thấy dòng đầu bảng có cột “Mã học sinh” và “Họ và tên”."),))
    first, columns = head
    lines: list[Line] = []
    faults: list[Fault] = []
    seen: dict[str, int] = {}
    for number, row in enumerate(rows[first + 1 :], first + 2):
        said = {key: one_line(row[place]) if place < len(row) else "" for key, place in columns.items()}
        if not said["code"] and not said["name"]:
            continue
        wrong = list(_wrong(said, on, seen))
        faults += [Fault(number, words) for words in wrong]
        seen.setdefault(said["code"], number)
        if not wrong:
            lines.append(_line(number, said))
    if not lines and not faults:
        faults.append(Fault(first + 1, "Dưới dòng đầu bảng không có em nào."))
    return Read(tuple(lines), tuple(faults))


def _wrong(said: dict[str, str], on: date, seen: dict[str, int]) -> Iterator[str]:
    if not said["code"]:
        yield "Thiếu mã học sinh."
    elif said["code"] in seen:
        yield f"Mã học sinh trùng với dòng {seen[said['code']]}."
    if not said["name"]:
        yield "Thiếu họ và tên."
    for key, most in LONGEST.items():
        if len(said.get(key, "")) > most:
            yield f"Cột “{key_name(key)}” dài quá {most} chữ."
    born = said.get("born", "")
    day = day_in(born)
    if born and day is None:
        yield "Ngày sinh không đọc được; viết như 09/02/2014."
    if day is not None and not YOUNGEST <= full_years(day, on) <= OLDEST:
        yield "Ngày sinh không giống của học sinh."
    if not CLASS_NAME.match(said.get("school_class", "")):
        yield "Thiếu lớp, hoặc tên lớp không bắt đầu bằng số khối (như 6A1)."


def key_name(key: str) -> str:
    """How a column is called on paper."""
    return {"code": "Mã học sinh", "name": "Họ và tên", "school_class": "Lớp", "account": "Tài khoản"}.get(
        key, "Cha mẹ"
    )


def _line(number: int, said: dict[str, str]) -> Line:
    kin = [Kin(said[key][:120], relation) for key, relation in (("father", "Cha"), ("mother", "Mẹ")) if said.get(key)]
    if said.get("guardian") or said.get("guardian_account"):
        kin.append(Kin(said.get("guardian", ""), said.get("relation", "")[:40], said.get("guardian_account", "")))
    return Line(
        number, said["code"], said["name"], day_in(said.get("born", "")), class_name(said["school_class"]),
        said.get("account", ""), tuple(kin),
    )  # fmt: skip


def class_name(text: str) -> str:
    """A class as the rolls write it: “6a 1” is 6A1."""
    return one_line(text).replace(" ", "").upper()
