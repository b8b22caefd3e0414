"""Praise lists: who stands in them, and whether he agreed. Plain values (Luật 91/2025, Điều 24; Điều 16.1.2)."""

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from portal.base.rules import Ground, Refusal
from portal.base.text import fold

LAW = "Luật 91/2025, Điều 24"
UNBOUND = "R-PRAISE-02"
MOST, LONGEST = 300, 200  # rows of a list; letters of a name or an award
LIKE_A_CLASS = re.compile(r"(1[0-2]|[1-9])[A-Za-zĐđ]\w{0,8}")
POSTS = (
    "giáo viên",
    "cán bộ",
    "nhân viên",
    "cha mẹ học sinh",
    "phụ huynh",
    "người lớn",
)  # typed where a class would stand
NUMBER = re.compile(r"\d{1,3}[.)]?")


@dataclass(frozen=True)
class PraiseLine:
    """A row as it was typed: in `room` the class by its name, in `post` what an adult is."""

    number: int
    name: str
    room: str = ""
    award: str = ""
    post: str = ""
    extra: bool = False  # more was typed than name, class and award


@dataclass(frozen=True)
class Known:
    """A pupil of a class as the rolls have him."""

    pupil: int
    name: str
    code: str = ""


@dataclass(frozen=True)
class PraiseRow:
    """A row as a list keeps it: a pupil and his class by number, or a grown-up by name and post; the award."""

    pupil: int | None = None
    room: int | None = None
    adult: str = ""
    post: str = ""
    award: str = ""

    @property
    def pair(self) -> tuple[int, int]:
        """Pupil and class, where it is a pupil's."""
        return self.pupil or 0, self.room or 0


def praise_typed(
    rows: Iterable[tuple[int, Sequence[str]]], rooms: Collection[str], *, room: str = "", award: str = ""
) -> list[PraiseLine]:
    """Lines typed or pasted (number, cells) as name, class and award in whichever order class and name stand; a running number
    before them is left out, `room` and `award` stand where a line says none."""
    known = {fold(one): one for one in rooms}
    return [_line(number, cells, known, room, award) for number, cells in rows]


def _line(number: int, cells: Sequence[str], rooms: Mapping[str, str], room: str, award: str) -> PraiseLine:
    said = [" ".join(cell.split()) for cell in cells if cell.strip()]
    if len(said) > 1 and NUMBER.fullmatch(said[0]):
        said = said[1:]
    at = next((index for index, cell in enumerate(said) if _place(cell, rooms)), None)
    where = said.pop(at) if at is not None else ""
    name, *rest = said or [""]
    post = next((one for one in POSTS if fold(one) == fold(where)), "")
    return PraiseLine(
        number,
        name,
        "" if post else rooms.get(fold(where), where or room),
        rest[0] if rest else award,
        post,
        len(rest) > 1,
    )


def _place(cell: str, rooms: Mapping[str, str]) -> bool:
    return (
        fold(cell) in rooms or LIKE_A_CLASS.fullmatch(cell) is not None or any(fold(cell) == fold(one) for one in POSTS)
    )


def bound(
    lines: Iterable[PraiseLine], known: Mapping[str, tuple[int, Sequence[Known]]]
) -> tuple[list[tuple[PraiseLine, PraiseRow]], list[tuple[int, str]]]:
    """Each line with the pupil of the class it names (`known`: by name of a class its number and who sits in it), and what
    stands against the others: number of the line, words that name nobody."""
    found, faults = list[tuple[PraiseLine, PraiseRow]](), list[tuple[int, str]]()
    there = set[tuple[object, ...]]()
    for line in lines:
        row, wrong = _row(line, known)
        if row is not None and (key := (row.pupil, row.adult, row.award)) in there:
            row, wrong = None, "đã có ở trên với cùng danh hiệu."
        elif row is not None:
            there.add(key)
        if row is None:
            faults.append((line.number, wrong))
        else:
            found.append((line, row))
    return found, faults


def _row(line: PraiseLine, known: Mapping[str, tuple[int, Sequence[Known]]]) -> tuple[PraiseRow | None, str]:
    if line.extra:
        return None, "bảng khen chỉ có họ tên, lớp, danh hiệu; thầy/cô bỏ bớt ô."
    if not line.name or not line.award:
        return None, "chưa ghi danh hiệu." if line.name else "chưa ghi họ tên."
    if max(len(line.name), len(line.award)) > LONGEST:
        return None, f"dài quá {LONGEST} ký tự."
    if line.post:
        return PraiseRow(adult=line.name, post=line.post, award=line.award), ""
    if not line.room:
        return None, "chưa ghi lớp; người lớn thì ghi “giáo viên” hoặc “phụ huynh” ở ô lớp."
    if line.room not in known:
        return None, f"không có lớp {line.room[:12]}."
    room, sits = known[line.room]
    same = named(line.name, sits)
    if len(same) == 1:
        return PraiseRow(same[0].pupil, room, award=line.award), ""
    if same:
        return (
            None,
            f"lớp {line.room} có {len(same)} em cùng tên; chọn em ở “Chọn từ danh sách lớp”, hoặc ghi #mã học sinh sau tên.",
        )
    return None, f"lớp {line.room} không có em nào tên như vậy."


def named(name: str, sits: Iterable[Known]) -> list[Known]:
    """Who of a class is meant by a typed name: with its marks, else without; “#” and the school's number of him behind it
    tell namesakes apart."""
    said, _, code = (part.strip() for part in name.partition("#"))
    among = [one for one in sits if not code or one.code.casefold() == code.casefold()]
    exact = [one for one in among if _same(one.name) == _same(said)]
    return exact or [one for one in among if fold(_same(one.name)) == fold(_same(said))]


def _same(name: str) -> str:
    return " ".join(name.casefold().split())


def may_praise(insider: bool) -> Refusal | None:
    """R-PRAISE-01: praise lists are written by the staff (Luật 91/2025, Điều 24)."""
    if insider:
        return None
    return Refusal("R-PRAISE-01", LAW, "Bảng khen do cán bộ, giáo viên của trường lập.")


def is_bound(*, there: bool, proven: bool) -> Refusal | None:
    """R-PRAISE-02: each row is a pupil of the rolls: one the list had, one its writer named in his class, or one of a class its
    writer sees (Luật 91/2025, Điều 24)."""
    if there and proven:
        return None
    return Refusal(UNBOUND, LAW, "Có dòng không khớp với em nào trong lớp đã ghi.", "", Ground.NOT_READY)


def line_refused(number: int, words: str) -> Refusal:
    """The same of one line, with what stands against it."""
    return Refusal(UNBOUND, LAW, f"Dòng {number}: {words}", "", Ground.NOT_READY)


def not_too_long(many: int) -> Refusal | None:
    """R-PRAISE-03: a list holds so many rows that somebody can look through it (Điều 9.5)."""
    if many <= MOST:
        return None
    return Refusal("R-PRAISE-03", "Điều 9.5", f"Một bảng khen có nhiều nhất {MOST} dòng.", "", Ground.NOT_READY)


def not_agreed(by_class: Mapping[str, int]) -> Refusal | None:
    """R-PRAISE-10: outsiders read no child's name whose family, and who himself from seven on, has not agreed to “họ tên và
    thành tích” (Luật 91/2025, Điều 24). The sentence names classes and how many, never a child."""
    told = ", ".join(f"lớp {name}: {many} em" for name, many in sorted(by_class.items()) if many)
    if not told:
        return None
    return Refusal(
        "R-PRAISE-10", LAW, f"Bảng khen có em chưa đồng ý đăng họ tên và thành tích ({told}). Hãy bỏ các em ấy khỏi bảng, hoặc "
        "xin ý kiến gia đình.", "body", Ground.NOT_READY,
    )  # fmt: skip


def still_known(many: int) -> Refusal | None:
    """R-PRAISE-11: a row whose pupil is no longer on the rolls goes to no outsider (Luật 91/2025, Điều 24)."""
    if not many:
        return None
    return Refusal("R-PRAISE-11", LAW, f"Bảng khen có {many} em không còn trong danh sách của lớp đã ghi. Hãy bỏ các dòng ấy.",
                   "body", Ground.NOT_READY)  # fmt: skip


def hides(*, agreed: bool) -> bool:
    """R-PRAISE-12: a row readers see is hidden as soon as the consent behind it no longer stands, and comes back with it
    (Luật 91/2025, Điều 24)."""
    return not agreed


def may_settle(*, secretary: bool) -> Refusal | None:
    """R-PRAISE-13: that a list with a hidden row was looked after is said by the Secretary (Điều 12.3)."""
    if secretary:
        return None
    return Refusal("R-PRAISE-13", "Điều 12.3", "Việc này do Thư ký hoặc người thay Thư ký khép.")
