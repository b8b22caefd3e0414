"""Broken Vietnamese typing, mended. Pure: text in, text and what was mended out; mended twice is mended once.

Addresses, quoted code, numbers and hours stay as they are, and so does the place of a tone mark: hoà or hòa is the
writer's own.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from portal.base.text import nfc
from portal.base.text.legacy import suspected

KEPT = re.compile(
    r"`[^`\n]*`"  # quoted code
    r"|\]\((?:\\.|[^\s()\\]|\((?:\\.|[^\s()\\])*\))+\)"  # where a link leads
    r"|(?:https?://|www\.)\S*[\w/=&#%+-]"
    r"|(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+"
    r"|\ufdd0"
)
HOLD = "\ufdd0"  # a character no text has stands for what is kept
UNSEEN = re.compile(
    r"[\u00ad\u180e\u200b\u200e\u200f\u2060\ufeff]|(?<=[\w\s])[\u200c\u200d]|[\u200c\u200d](?=[\w\s]|$)"
)
WRONG_D = re.compile("[ÐƉ]")  # look like Đ, sort and search as nothing Vietnamese
SPACES = re.compile(r"(?<=[^\s|])[ \u00a0]{2,}(?=[^\s|])")  # bars part the cells of a table
BEFORE = re.compile(r"(?<=[\w”’)\]%*\ufdd0])[ \u00a0]+(?=[,.!?]+(?:[\s”’\"')\]*]|$)|[:;](?:\s|$))", re.MULTILINE)
BETWEEN_NUMBERS = re.compile(r"\d[ \u00a0]+[.,:;][ \u00a0]?\d")
ONLY_A_NUMBER = re.compile(r"\s*\d+")
PAIR = re.compile(r"""(?<![\w"”’])"(?![\s"])([^"\n]*[^"\s])"(?![\w"])""")
HALF_OPEN = re.compile(r"""(?<![\w"])"([^"“”\n]+)”""")
HALF_CLOSED = re.compile(r"""“([^"“”\n]+)"(?!\w)""")
DOTS = re.compile(r"(?<![.\\\d])\.\.\.(?![.\d])|(?<=\d)\.\.\.(?![.\d])|(?<![.\\\d])\.\.\.(?=\d)")

WORDS = {  # kind → as it is told, in this order
    "marks": "chữ có dấu gõ rời",
    "unseen": "ký tự lạ không nhìn thấy",
    "letter": "chữ Đ sai mã",
    "spaces": "chỗ hai dấu cách",
    "before": "dấu cách trước dấu câu",
    "quotes": "cặp ngoặc kép",
    "dots": "dấu ba chấm",
}


@dataclass(frozen=True)
class Mended:
    """A text as it should have been typed, and how often each kind of slip was in it."""

    text: str
    slips: Counter[str] = field(default_factory=Counter)


def mend(text: str) -> Mended:
    """R-TEXT-01: broken typing is mended when a screen keeps it, and told to the writer (Điều 12.2).

    R-TEXT-03: characters nobody sees, and the Icelandic letter that looks like Đ, are mended (Điều 12.2).

    R-TEXT-04: between two words stands one space; the step of a list within a list stays (Điều 12.2).

    R-TEXT-07: three dots are one sign; the dots of a form to fill in stay (Điều 12.2).

    R-TEXT-10: a text in letters of an old font is left for its conversion, every code of it (Điều 12.2).
    """
    slips: Counter[str] = Counter()
    if suspected(text) is not None:  # what looks like slips is letters there, its soft hyphens the letter ư
        return Mended(text, slips)
    while True:
        again = _once(text, slips)
        if again == text:
            return Mended(text, slips)
        text = again


def told(slips: Counter[str]) -> str:
    """ "3 chỗ hai dấu cách, 1 cặp ngoặc kép"; "" where nothing was mended."""
    return ", ".join(f"{slips[kind]} {words}" for kind, words in WORDS.items() if slips[kind])


def _once(text: str, slips: Counter[str]) -> str:
    """One round; every step takes something away, so the rounds end."""
    kept = KEPT.findall(text)
    text = KEPT.sub(HOLD, text)
    for step in STEPS:
        text = step(text, slips)
    rest = iter(kept)
    return re.sub(HOLD, lambda _: next(rest), text)


def _marks(text: str, slips: Counter[str]) -> str:
    """R-TEXT-02: letters and marks typed apart become one letter, control characters go (Điều 12.2)."""
    whole = nfc(text)
    apart, gone = _letters_apart(text) - _letters_apart(whole), len(unicodedata.normalize("NFC", text)) - len(whole)
    slips["unseen"] += gone
    slips["marks"] += apart or int(whole != text and not gone)
    return whole


def _letters_apart(text: str) -> int:
    """How many letters carry a mark of their own beside them."""
    marks = [unicodedata.combining(char) > 0 for char in text]
    return sum(mark and not before for before, mark in pairwise([False, *marks]))


def _before(text: str, slips: Counter[str]) -> str:
    """R-TEXT-05: no space before a sign that ends a sentence or a part of it; 1 : 2 stays (Điều 12.2)."""

    def close(found: re.Match[str]) -> str:
        line = text[text.rfind("\n", 0, found.start()) + 1 : found.start()]
        dots = text.startswith("..", found.end())
        if dots or ONLY_A_NUMBER.fullmatch(line) or BETWEEN_NUMBERS.match(text, found.start() - 1):
            return found[0]
        slips["before"] += 1
        return ""

    return BEFORE.sub(close, text)


def _quotes(text: str, slips: Counter[str]) -> str:
    """R-TEXT-06: a pair of straight quotation marks round words becomes “…”; inches stay (Điều 12.2)."""
    for pattern in (PAIR, HALF_OPEN, HALF_CLOSED):
        text, count = pattern.subn(r"“\1”", text)
        slips["quotes"] += count
    return text


def _all(kind: str, pattern: re.Pattern[str], by: str) -> Callable[[str, Counter[str]], str]:
    def step(text: str, slips: Counter[str]) -> str:
        text, count = pattern.subn(by, text)
        slips[kind] += count
        return text

    return step


STEPS: tuple[Callable[[str, Counter[str]], str], ...] = (
    _marks,
    _all("unseen", UNSEEN, ""),
    _all("letter", WRONG_D, "Đ"),
    _all("spaces", SPACES, " "),
    _before,
    _quotes,
    _all("dots", DOTS, "…"),
)


@dataclass(frozen=True)
class Place:
    """One mended place with a word or two round it; spaces that went are shown as ␣."""

    lead: str
    old: str
    new: str
    tail: str


TOKENS = re.compile(r"\S+\s*|\s+")
ROUND = 2  # words shown on each side
FAR = 16  # words two texts part for before they meet again, at most


def places(before: str, after: str) -> Iterator[Place]:
    """Where two texts differ, line by line, to be shown to whoever typed the first."""
    for old, new in zip(before.split("\n"), after.split("\n"), strict=False):
        if old != new:
            yield from _in_line(TOKENS.findall(old), TOKENS.findall(new))


def _in_line(old: list[str], new: list[str]) -> Iterator[Place]:
    i = j = 0
    while i < len(old) or j < len(new):
        if i < len(old) and j < len(new) and old[i] == new[j]:
            i, j = i + 1, j + 1
            continue
        a, b = _meet(old, new, i, j)
        lead, tail = "".join(old[max(0, i - ROUND) : i]), "".join(old[a : a + ROUND])
        yield Place(lead, _seen("".join(old[i:a])), "".join(new[j:b]), tail)
        i, j = a, b


def _meet(old: list[str], new: list[str], i: int, j: int) -> tuple[int, int]:
    """Where both texts say the same again, looked for near by; their ends where they do not."""
    for steps in range(1, FAR):
        for a in sorted(range(steps + 1), key=lambda a: abs(2 * a - steps)):
            x, y = i + a, j + steps - a
            if x <= len(old) and y <= len(new) and old[x : x + 1] == new[y : y + 1]:
                return x, y
    return len(old), len(new)


def _seen(text: str) -> str:
    """Spaces and characters nobody sees, made visible."""
    return "".join("␣" if char in " \u00a0" else "�" if UNSEEN.match(char) else char for char in text)
