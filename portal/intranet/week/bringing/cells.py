"""What single cells of a week's table say: which day, which lines, nothing but a title. Pure."""

import re
from collections.abc import Sequence
from datetime import date

from portal.base.text import folded_key
from portal.intranet.week.typed import DATE, ONE_DAY, ORDINALS, understood

BULLET = re.compile(r"^\s*(?:[-–—+•*●▪◦]|\d{1,2}[.)](?!\d))\s*")
BARE = re.compile(r"^\s*(?P<n>[2-7]|hai|ba|tư|bốn|năm|sáu|bảy|bẩy|cn|chủ nhật)(?!\w)", re.IGNORECASE)
NOISE = re.compile(r"hieu truong|noi nhan|nguoi lap|lich cong tac|cong hoa xa hoi|doc lap tu do|phong gd|uy ban|truong thcs"
                   r"|ky ten|da ky|ke hoach tuan|^luu \w* vt")  # fmt: skip
HOUR_OPENS = re.compile(r"^\s*(?:lúc\s+)?\d{1,2}\s?(?:h|g|giờ|:)\s?\d{0,2}", re.IGNORECASE)


def tidy(cell: str) -> str:
    """Each line of a cell without needless space; empty lines go."""
    return "\n".join(line for one in cell.replace("\r", "\n").split("\n") if (line := " ".join(one.split())))


def pieces_of(cell: str) -> list[str]:
    """The lines a cell holds, where each opens with a sign or an hour; else all of it is one."""
    lines = cell.split("\n") if cell else []
    opening = [bool(BULLET.match(line) or HOUR_OPENS.match(line)) for line in lines]
    if not any(opening):
        return [" ".join(lines)] if lines else []
    pieces: list[str] = []
    for line, opens in zip(lines, opening, strict=True):
        if opens or not pieces:
            pieces.append(line)
        else:
            pieces[-1] = f"{pieces[-1]} {line}"
    return pieces


def day_of(cell: str, monday: date) -> tuple[int | None, bool]:
    """Which day a cell names, and whether its date is of another week."""
    words = " ".join(cell.split())
    dated = next((day for match in DATE.finditer(words) if (day := _dated(match, monday)) is not None), None)
    named = weekday(words)
    if dated is not None and not 0 <= (dated - monday).days <= 6:
        return named, True
    return (named if named is not None else (dated - monday).days if dated is not None else None), False


def weekday(cell: str) -> int | None:
    if match := ONE_DAY.match(cell):
        if match["sunday"]:
            return 6
        told = match["short"] or match["long"].lower()
        return int(told) - 2 if told.isdigit() else ORDINALS[told]
    if bare := BARE.match(cell):
        told = bare["n"].lower()
        return 6 if told in ("cn", "chủ nhật") else int(told) - 2 if told.isdigit() else ORDINALS[told]
    return None


def _dated(match: re.Match[str], monday: date) -> date | None:
    try:
        named = date(int(match["year"] or monday.year), int(match["month"]), int(match["day"]))
    except ValueError:
        return None
    return named.replace(year=named.year + 1) if not match["year"] and (named - monday).days < -300 else named


def only_when(row: Sequence[str], monday: date) -> bool:
    """A row that names a day, a part or an hour and no more."""
    words = " ".join(dict.fromkeys(cell for cell in row if cell))
    return not understood(words, monday).content or (len(words) < 30 and BARE.match(words) is not None)


def is_noise(row: Sequence[str]) -> bool:
    """Titles above a table and signatures below it."""
    filled = [cell for cell in row if cell]
    return len(set(filled)) <= 2 and bool(filled) and bool(NOISE.search(folded_key(" ".join(filled))))
