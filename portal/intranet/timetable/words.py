"""What the words of one cell of a timetable say: a day, a half of the day, a period, a class, a room, a lesson. Pure."""

import re
from dataclasses import dataclass

from portal.base.text import fold, one_line
from portal.intranet.timetable.rules import Session

DAYS = {"2": 0, "hai": 0, "3": 1, "ba": 1, "4": 2, "tu": 2, "5": 3, "nam": 3, "6": 4, "sau": 4, "7": 5, "bay": 5}
DAY = re.compile(r"(?:thu\s*|t\.?)(2|3|4|5|6|7|hai|ba|tu|nam|sau|bay)(?![a-z0-9])")
BARE_DAY = re.compile(r"(2|3|4|5|6|7|hai|ba|tu|nam|sau|bay)(?:\.0)?(?![a-z0-9])")
SUNDAY = re.compile(r"(?:chu nhat|cn)(?![a-z0-9])")
SESSION = re.compile(r"(?:buoi\s+)?(sang|chieu|s|c)(?![a-z0-9])")
PERIOD = re.compile(r"(?:tiet\s*)?(\d{1,2})(?:\.0)?(?:\s*[(\n:,-].*)?", re.DOTALL)
GRADE = r"(?:1[0-2]|[1-9])"
NAME = rf"({GRADE})(?!\s?[hH]\d)\s?((?:[A-ZĐa-zđ]\s?\d{{0,2}}|[A-ZĐ]{{2}}\d{{0,2}})|/\s?\d{{1,2}}|\.\d{{1,2}})(?![\w/])"
CLASS = re.compile(rf"(?<![\w./]){NAME}")
CLASS_HEAD = re.compile(rf"(?:lớp\s*:?\s*)?{NAME}", re.IGNORECASE)
ROOM = re.compile(r"[(\[]?\s*(?<!\w)((?:[Pp]\.?\s?(?=[A-Z]?\d)|[Pp]hòng\s+)[A-Z]?\d{1,3}[A-Z]?|[Pp]hòng\s+[^\W\d_]+(?:\s[^\W\d_]+)?"
                  r"|[Ss]ân(?:\s(?:trường|bóng|tập))?|[Nn]hà (?:đa năng|thể chất))\s*[)\]]?")  # fmt: skip
NOTHING = {"", "-", "--", "—", "–", "x", ".", "/", "nghi", "trong", "0"}
LABELS = {
    "day": {"thu", "ngay", "thu ngay", "thu, ngay", "thu/ngay"}, "session": {"buoi", "buoi hoc"},
    "period": {"tiet", "tiet hoc", "tiet thu"}, "class": {"lop", "ten lop"}, "room": {"phong", "phong hoc"},
    "teacher": {"gv", "giao vien", "ho ten", "ho va ten", "ho ten giao vien", "ten giao vien", "ho va ten giao vien",
                "ten gv", "ho ten gv", "gvbm", "gv day"},
    "subject": {"mon", "mon hoc", "mon day", "chuyen mon", "ten mon"}, "skip": {"tt", "stt", "so tt", "so tiet", "ghi chu"},
}  # fmt: skip
LABEL = {word: kind for kind, found in LABELS.items() for word in found}
PAIRED = ("LS-ĐL", "LS - ĐL", "LS&ĐL", "Sử - Địa", "Sử-Địa", "Sử/Địa", "LS/ĐL", "HĐTN-HN", "HĐTN - HN", "HĐTN, HN", "HĐTN/HN", "TN-HN",
          "Văn - Tiếng Việt", "KHTN - Lí", "KHTN - Hóa", "KHTN - Sinh", "KHTN-Lí", "KHTN-Hóa", "KHTN-Sinh", "KHTN-Lý",
          "KHTN - Lý")  # fmt: skip
BETWEEN = re.compile(r"\s+[-–—]\s+|\n+|[-–—](?=[^\s])|(?<=\S)[-–—]\s*|\s*:\s*|\s*/\s*")
IN_BRACKETS = re.compile(r"^(.*?)\s*[(\[]([^()\[\]]+)[)\]]\s*$", re.DOTALL)
EDGES = " \n\t-–—:;,./()[]"


@dataclass(frozen=True)
class Said:
    """One lesson as a cell says it; what it does not say is "". `more` is what nobody understands of it."""

    subject: str = ""
    teacher: str = ""
    room: str = ""
    more: str = ""


def label_of(text: str) -> str:
    """What a column's or row's head is called: day, session, period, class, teacher, subject, room, skip; else ""."""
    return LABEL.get(" ".join(fold(text).split()), "")


def day_of(text: str, *, bare: bool = False) -> int | None:
    """0 for Monday; `bare` under a head that says “Thứ”, where “2” and “Hai” are days too."""
    key = fold(text.strip())
    if SUNDAY.match(key):
        return 6
    found = DAY.match(key) or (BARE_DAY.match(key) if bare else None)
    return DAYS[found[1]] if found else None


def session_of(text: str) -> Session | None:
    found = SESSION.match(fold(text.strip()))
    return {"s": Session.MORNING, "c": Session.AFTERNOON}[found[1][0]] if found else None


def period_of(text: str) -> int | None:
    found = PERIOD.fullmatch(fold(text.strip()))
    return int(found[1]) if found and 1 <= int(found[1]) <= 12 else None


def class_of(text: str) -> str:
    """The class a head names, “6A1”, “9/2”; "" where it names none. Words after it (room, homeroom teacher) are allowed."""
    found = CLASS_HEAD.match(text.strip())
    return _class(found) if found else ""


def classes_in(text: str) -> tuple[list[str], str]:
    """The classes named anywhere in a cell, and the words without them."""
    return [_class(found) for found in CLASS.finditer(text)], CLASS.sub(" ", text)


def _class(found: re.Match[str]) -> str:
    return found[1] + found[2].replace(" ", "").upper()


def room_in(text: str) -> tuple[str, str]:
    """The room a cell names, as people say it, and the words without it."""
    found = ROOM.search(text)
    if not found:
        return "", text
    name = one_line(found[1])
    name = re.sub(r"^[Pp]\.?\s?(?=[A-Z]?\d)", "P.", name)
    return name[0].upper() + name[1:], f"{text[: found.start()]} {text[found.end() :]}".strip(" \n\t-–—,;:/")


def lesson_in(text: str) -> Said | None:
    """A lesson of a class: “Toán - Hà”, “Toán (Hà)”, “Toán\\nHà P.201”. None where the cell says that there is none."""
    if fold(text.strip()) in NOTHING:
        return None
    room, rest = room_in(text)
    if not rest:
        return Said(room=room)
    known = next((one for one in PAIRED if rest.startswith(one)), None)
    if known is not None:
        return _said(known, rest[len(known) :].strip(EDGES), room, text)
    bracketed = IN_BRACKETS.match(rest)
    if bracketed and bracketed[1].strip(EDGES):
        return _said(bracketed[1], bracketed[2], room, text)
    subject, *others = [part for one in BETWEEN.split(rest) if (part := one.strip(EDGES))] or [""]
    return _said(subject, others[0] if others else "", room, text, others[1:])


def _said(subject: str, teacher: str, room: str, whole: str, more: list[str] | None = None) -> Said:
    left = one_line(whole) if more else ""
    return Said(one_line(subject.strip(EDGES)), one_line(teacher.strip(EDGES)), room, left)
