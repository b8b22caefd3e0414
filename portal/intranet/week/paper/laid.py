"""A week laid out as its paper: rows under eight heads, duties, what changed, who signs. Plain values in and out."""

from collections.abc import Iterable
from dataclasses import dataclass

from portal.base.clock import ZONE
from portal.base.text import nfc
from portal.intranet.week.rules import PARTS
from portal.intranet.week.told import Change, Day, Line, Sheet

HEAD = ("Thứ, ngày", "Buổi", "Thời gian", "Nội dung", "Thành phần", "Chủ trì", "Địa điểm", "Chuẩn bị")
WIDTHS = (23, 16, 28, 74, 41, 32, 27, 32)  # millimetres: 273 of A4 across
SCHOOL_DAYS = 5  # days that stand on the paper though nothing is on them
DRAFT = "BẢN NHÁP, CHƯA ĐĂNG"


@dataclass(frozen=True)
class Row:
    """One line. `day` and `part` say over how many rows they reach where they begin, else 0."""

    day: str
    part: str
    cells: tuple[str, ...]  # hours, content, attendees, lead, place, preparation
    days: int
    parts: int
    mark: str = ""  # "Bổ sung", "Thay đổi", "Hủy"
    cancelled: bool = False


@dataclass(frozen=True)
class Laid:
    """The whole paper, in the order it is read."""

    school: str
    title: str
    rows: tuple[Row, ...]
    duties: tuple[tuple[str, str], ...]
    note: str
    changes: tuple[str, ...]
    dated: str
    office: str
    signer: str
    draft: bool

    @property
    def told(self) -> list[str]:
        """What stands below the table, line by line."""
        lines = [f"{name}: {who}" for name, who in self.duties]
        return [*lines, *([f"Lưu ý: {self.note}"] if self.note else []), *self.changes]


def laid(sheet: Sheet, school: str) -> Laid:
    """A sheet as a paper of this school; changes since it was posted are marked and told below."""
    rows = [row for day in sheet.days for row in _rows(day)]
    posted = sheet.posted_at.astimezone(ZONE) if sheet.posted_at else None
    return Laid(
        nfc(school), nfc(sheet.title), tuple(rows), tuple(_duties(sheet)), nfc(sheet.note),
        tuple(_changed(line, change) for line, change in sheet.changes),
        f"Ngày {posted.day:02} tháng {posted.month:02} năm {posted.year}" if posted else "",
        nfc(sheet.signer.office) if sheet.signer else "", nfc(sheet.signer.name) if sheet.signer else "", posted is None,
    )  # fmt: skip


def _rows(day: Day) -> Iterable[Row]:
    name, many = f"{day.name}\n{day.day:%d/%m}", day.many
    if not many and day.day.weekday() < SCHOOL_DAYS:
        yield Row(name, "", ("",) * 6, 1, 1)
    first = True
    for part in day.parts:
        for number, line in enumerate(part.lines):
            yield Row(
                name, PARTS[part.part], _cells(line), many if first else 0, len(part.lines) if number == 0 else 0,
                line.change.name if line.change else "Hủy" if line.cancelled else "", line.cancelled,
            )  # fmt: skip
            first = False


def _cells(line: Line) -> tuple[str, ...]:
    told = (line.hours, line.content, line.who, line.lead, line.place, line.preparation)
    return tuple(nfc(one) for one in told)


def _duties(sheet: Sheet) -> Iterable[tuple[str, str]]:
    """Each kind of duty once: who all week, then who on which day."""
    for name in dict.fromkeys(one.name for one in sheet.duties):
        mine = [one for one in sheet.duties if one.name == name]
        yield nfc(name), nfc("; ".join(f"{one.when}: {one.who}" if one.day else one.who for one in mine))


def _changed(line: Line, change: Change) -> str:
    """One change as a sentence: when, what became another, why, by whom."""
    before = dict(change.before)
    what = "; ".join(f"{name} {before.get(name, '')} thành {now}" for name, now in change.after)
    hour = change.at.astimezone(ZONE)
    told = f"{change.name} lúc {hour:%H:%M %d/%m}, {line.weekday} {line.day:%d/%m}: {line.content}"
    detail = f" ({what})" if change.kind == "change" else ""
    return nfc(f"{told}{detail}{f', vì {change.reason}' if change.reason else ''} – {change.by}")
