"""Bold lines that act as headings, told from those that only stress, sign or letterhead."""

import re
from collections.abc import Sequence
from dataclasses import replace

from portal.files.office.lines import Line, Thing, told

LONGEST_HEADING, MOST_IN_A_ROW = 150, 2
ROMAN = re.compile(r"(?:[IVX]{1,5}|PHẦN|CHƯƠNG|Phần|Chương)\b")
DECIMAL = re.compile(r"(?:\d{1,2}(?:\.\d{1,2})*|[a-zđ])[.)]")
IN_BRACKETS = re.compile(r"\([^()]{1,40}\)")  # "(Đã ký)"
ENDS = (".", ",", ";", "!", "…")


def headed(things: Sequence[Thing]) -> list[Thing]:
    """Bold lines that act as headings become headings, where the text below them shows that they are."""
    bold = [_is_bold_line(thing) for thing in things]
    lines = sum(isinstance(thing, Line) for thing in things)
    if sum(bold) * 2 > max(lines, 2):
        return list(things)  # bold is how this text is written, it heads nothing
    out, seen_roman, at = list(things), False, 0
    while at < len(out):
        if not bold[at]:
            at += 1
            continue
        end = at
        while end < len(out) and bold[end]:
            end += 1
        if end - at <= MOST_IN_A_ROW and not _signs(out[end:]):
            for place in range(at, end):
                line = out[place]
                assert isinstance(line, Line)
                said = told(line.runs)
                seen_roman = seen_roman or ROMAN.match(said) is not None
                out[place] = replace(line, level=3 if seen_roman and DECIMAL.match(said) else 2)
        at = end
    return out


def _signs(rest: Sequence[Thing]) -> bool:
    """Nothing but names follows: the bold line is the office of whoever signed."""
    return all(isinstance(thing, Line) and _is_name(told(thing.runs)) for thing in rest)


def _is_name(said: str) -> bool:
    words = said.split()
    return IN_BRACKETS.fullmatch(said) is not None or (1 < len(words) < 8 and all(word[0].isupper() for word in words))


def _is_bold_line(thing: Thing) -> bool:
    if not isinstance(thing, Line) or not thing.ordinary or thing.caption or not all(
        run.bold for run in thing.runs if run.text.strip()
    ):  # fmt: skip
        return False
    said = told(thing.runs)
    return 1 < len(said) <= LONGEST_HEADING and not said.endswith(ENDS) and any(map(str.isalpha, said))
