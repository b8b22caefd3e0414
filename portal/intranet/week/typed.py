"""One line of the week as people type it: “T5 14h họp tổ Toán P.304 – Hà”. Pure: words in, what was understood out.

What is not understood stays in the content, so that nothing a person typed is lost.
"""

import re
from dataclasses import dataclass, replace
from datetime import date, time
from enum import StrEnum


class Part(StrEnum):
    """The parts of a school day (buổi)."""

    MORNING = "sang"
    AFTERNOON = "chieu"
    EVENING = "toi"


NOON, DUSK = time(12), time(17, 30)


def part_of(hour: time) -> Part:
    """Which part of the day an hour falls in: morning before 12:00, evening from 17:30 on."""
    return Part.MORNING if hour < NOON else Part.AFTERNOON if hour < DUSK else Part.EVENING


@dataclass(frozen=True)
class Typed:
    """What a line says. `days` count from Monday, 0 to 6; `leads` are people as written, to be looked up."""

    content: str
    days: tuple[int, ...] = ()
    part: Part | None = None
    starts: time | None = None
    ends: time | None = None
    place: str = ""
    leads: tuple[str, ...] = ()


SEPARATOR = " \t:,;.|/–—-"
ORDINALS = {"hai": 0, "ba": 1, "tư": 2, "bốn": 2, "năm": 3, "sáu": 4, "bảy": 5, "bẩy": 5}
DAY = r"(?:t\s?\.?\s?(?P<{0}short>[2-7])|thứ\s+(?P<{0}long>[2-7]|hai|ba|tư|bốn|năm|sáu|bảy|bẩy)|(?P<{0}sunday>cn|chủ\s+nhật))"
ONE_DAY = re.compile(DAY.format("") + r"(?![\w.]*\d)(?!\w)", re.IGNORECASE)
SPAN = re.compile(DAY.format("a") + r"\s*(?:-|–|—|đến)\s*" + DAY.format("b") + r"(?!\w)", re.IGNORECASE)
DATE = re.compile(
    r"\(?(?:ngày\s+)?(?P<day>\d{1,2})[/.](?P<month>\d{1,2})(?:[/.](?P<year>\d{4}))?\)?(?!\w)", re.IGNORECASE
)
HOUR = (
    r"(?P<{0}h>\d{{1,2}})\s?(?:(?:h|giờ|g)\s?(?P<{0}m>[0-5]\d)?|:(?P<{0}c>[0-5]\d))"
    r"(?:\s?(?:phút|['’p])(?!\w))?(?:\s(?P<{0}half>sáng|chiều|tối)(?!\w))?"
)
HOURS = re.compile(
    r"(?<![\w.])(?:lúc\s+|từ\s+)?" + HOUR.format("a") + r"(?:\s*(?:-|–|—|đến)\s*" + HOUR.format("b") + r")?(?!\w)",
    re.IGNORECASE,
)
HALF = re.compile(r"(?:buổi\s+)?(?P<half>sáng|chiều|tối)(?!\w)", re.IGNORECASE)
HALVES = {"sáng": Part.MORNING, "chiều": Part.AFTERNOON, "tối": Part.EVENING}
PLACE = re.compile(
    r"(?:(?:tại|ở|địa điểm:?|đ/đ:?)\s+(?P<said>[^–—;()]+?)(?=\s+[-–—]\s|[;()]|$)"
    r"|(?P<room>(?<!\w)p(?:hòng)?\s?\.?\s?[A-Z]?\d{1,4}[A-Z]?(?!\w)"
    r"|(?<!\w)(?:phòng\s+(?:họp|hội đồng|thực hành|bộ môn|giáo viên|chờ|tin học|tin|thư viện"
    r"|truyền thống|y tế|đa năng|hội thảo|bgh|âm nhạc|stem|ngoại ngữ)"
    r"|hội trường|sân trường|sân bóng|nhà đa năng|nhà thể chất|thư viện|online|zoom|google meet|teams)(?!\w)))",
    re.IGNORECASE,
)
LEADS = re.compile(r"\s+[-–—]\s*(?:chủ trì:?|ct:|phụ trách:?|pt:)?\s*(?P<names>[^–—]+)$|"
                   r"[;,.(]\s*(?:chủ trì|ct|phụ trách|pt)\s*:?\s+(?P<named>[^()]+)\)?$", re.IGNORECASE)  # fmt: skip
TITLES = re.compile(r"^(?:đ/c|đc|thầy|cô|bà|ông|em)\s+", re.IGNORECASE)
BETWEEN = re.compile(r"\s*(?:,|;|&|\+|/|\s+và\s+)\s*", re.IGNORECASE)


def understood(line: str, monday: date) -> Typed:
    """What one line says of the week that begins on `monday` (NFC text; hours of Asia/Ho_Chi_Minh)."""
    said = Typed(" ".join(line.split()))
    said = _leads(said)
    said = _when(said, monday)
    said = _place(said)
    content = said.content.strip(SEPARATOR)
    return replace(said, content=content[:1].upper() + content[1:])


def days_in(words: str) -> tuple[tuple[int, ...], str]:
    """Days that open some words, and the rest of them: “T2: thầy Minh” is Monday and “thầy Minh”."""
    said = Typed(" ".join(words.split()))
    while (found := _days(said)) is not None:
        said = found
    return said.days, said.content


def _when(said: Typed, monday: date) -> Typed:
    """Days, part and hours, in whatever order they open the line; hours alone may stand further in."""
    found: Typed | None = said
    while found is not None:
        said = found
        found = _days(said) or _date(said, monday) or _half(said) or _hours(said, opening=True)
    return said if said.starts else _hours(said, opening=False) or said


def _rest(said: Typed, match: re.Match[str]) -> str:
    return said.content[match.end() :].lstrip(SEPARATOR)


def _days(said: Typed) -> Typed | None:
    if span := SPAN.match(said.content):
        first, last = _number(span, "a"), _number(span, "b")
        if first <= last:
            return replace(said, days=tuple(range(first, last + 1)), content=_rest(said, span))
    if (one := ONE_DAY.match(said.content)) and (day := _number(one, "")) not in said.days:
        return replace(said, days=(*said.days, day), content=_rest(said, one))
    return None


def _number(match: re.Match[str], which: str) -> int:
    if match[f"{which}sunday"]:
        return 6
    told = match[f"{which}short"] or match[f"{which}long"].lower()
    return int(told) - 2 if told.isdigit() else ORDINALS[told]


def _date(said: Typed, monday: date) -> Typed | None:
    """A day of this very week named by its date; any other date is part of the content."""
    match = DATE.match(said.content)
    if match is None:
        return None
    try:
        named = date(int(match["year"] or monday.year), int(match["month"]), int(match["day"]))
        if not match["year"] and (named - monday).days < -300:  # the week of New Year
            named = named.replace(year=named.year + 1)
    except ValueError:
        return None
    day = (named - monday).days
    if not 0 <= day <= 6 or (said.days and day not in said.days):
        return None
    return replace(said, days=said.days or (day,), content=_rest(said, match))


def _half(said: Typed) -> Typed | None:
    match = HALF.match(said.content) if said.part is None else None
    return replace(said, part=HALVES[match["half"].lower()], content=_rest(said, match)) if match else None


def _hours(said: Typed, *, opening: bool) -> Typed | None:
    if said.starts is not None:
        return None
    match = HOURS.match(said.content) if opening else HOURS.search(said.content)
    if match is None:
        return None
    half = HALVES.get((match["ahalf"] or match["bhalf"] or "").lower()) or said.part
    starts, ends = _hour(match, "a", half), _hour(match, "b", half) if match["bh"] else None
    if starts is None or (match["bh"] and ends is None) or (ends is not None and ends <= starts):
        return None
    before = said.content[: match.start()].rstrip()
    rest = f"{before} {_rest(said, match)}".strip() if before else _rest(said, match)
    return replace(said, starts=starts, ends=ends, part=said.part or part_of(starts), content=rest)


def _hour(match: re.Match[str], which: str, half: Part | None) -> time | None:
    """“2h chiều” is 14:00; an hour no clock shows is none."""
    hour, minute = int(match[f"{which}h"]), int(match[f"{which}m"] or match[f"{which}c"] or 0)
    if half in (Part.AFTERNOON, Part.EVENING) and 1 <= hour < 12:
        hour += 12
    return time(hour, minute) if hour < 24 else None


def _place(said: Typed) -> Typed:
    match = PLACE.search(said.content)
    if match is None:
        return said
    place = (match["said"] or match["room"]).strip(SEPARATOR)
    rest = f"{said.content[: match.start()].rstrip(SEPARATOR + '(')} {said.content[match.end() :].lstrip(SEPARATOR + ')')}".strip()
    return replace(said, place=place, content=rest) if rest.strip(SEPARATOR) else replace(said, place=place)


def _leads(said: Typed) -> Typed:
    match = LEADS.search(said.content)
    if match is None:
        return said
    named = (match["names"] or match["named"]).strip(SEPARATOR)
    people = tuple(name for one in BETWEEN.split(named) if (name := TITLES.sub("", one.strip(SEPARATOR))))
    if not people or HOURS.match(named) or not all(_a_name(one) for one in people):
        return said
    return replace(said, leads=people, content=said.content[: match.start()])


def _a_name(words: str) -> bool:
    """Names are short and capitalised; an office or a unit said in letters (“BGH”, “tổ Toán”, “TPT”) leads too."""
    return (
        len(words) <= 40 and len(words.split()) <= 6 and any(letter.isupper() for letter in words) and "." not in words
    )
