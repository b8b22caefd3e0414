"""What can be read out of a few typed lines without asking: title, summary, when, where. Pure; takes and gives plain values."""

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import pairwise

from portal.base.text import fold, nfc

TITLE = 140  # a first line longer than this is a paragraph
SUMMARY = 300
LONG_AGO = timedelta(days=180)
_DAY = re.compile(r"\b(\d{1,2})[/.-](\d{1,2})(?:[/.-](\d{4}))?\b")
_HOUR = re.compile(r"\b(\d{1,2})\s*(?:giờ|g|h|:)\s*(\d{2})?(?!\d)", re.IGNORECASE)
_PLACE = re.compile(r"\btại ([^.,;:\n]{3,90})")
_PLACES = ("hội trường", "phòng", "sân", "nhà", "thư viện", "trường", "lớp", "khu", "văn phòng")
_SENTENCE = re.compile(r"(?<=[.!?…])\s+")


@dataclass(frozen=True)
class Opening:
    """When something opens, and whether its hour was said or only its day."""

    at: datetime
    exact: bool


def title_and_rest(text: str, title: str = "") -> tuple[str, str]:
    """The title and what stands below it: the first line, unless a title was given or the line is too long for one."""
    text = nfc(text.replace("\r\n", "\n")).strip()
    if title.strip():
        return nfc(title).strip(), text
    first, _, rest = text.partition("\n")
    first = first.strip()
    if len(first) <= TITLE:
        return first.rstrip(" .") if not first.endswith("...") else first, rest.strip()
    return _cut(_SENTENCE.split(first)[0], TITLE), text


def summary(text: str) -> str:
    """The first sentences of the first paragraph, as many as a card holds."""
    first = " ".join(re.split(r"\n\s*\n|\n", text.strip())[0].split())
    kept = ""
    for sentence in _SENTENCE.split(first):
        if len(kept) + len(sentence) >= SUMMARY:
            break
        kept = f"{kept} {sentence}".strip()
    return kept or _cut(first, SUMMARY)


def _cut(text: str, most: int) -> str:
    """At most so many characters, whole words."""
    return text if len(text) <= most else f"{text[: most - 1].rsplit(' ', 1)[0].rstrip(' ,;:')}…"


def paragraphs(text: str) -> str:
    """Every typed line a paragraph of its own; lines of a list stay together."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    kept = lines[:1]
    for before, line in pairwise(lines):
        kept += [line] if before.startswith("- ") and line.startswith("- ") else ["", line]
    return "\n".join(kept)


def syllables(text: str) -> int:
    """How long a text is, as Vietnamese counts: in syllables (tiếng)."""
    return len(text.split())


def opening(text: str, today: date) -> Opening | None:
    """The first day a text names, with its hour where one is said; None where it names no day."""
    named = next((found for one in _DAY.finditer(text) if (found := _day(one, today)) is not None), None)
    if named is None:
        named = today + timedelta(days=1) if re.search(r"\bngay mai\b|\bsang mai\b|\bchieu mai\b", fold(text)) else None
    if named is None:
        return None
    for said in _HOUR.finditer(text):
        hour, minute = int(said[1]), int(said[2] or 0)
        if hour < 24 and minute < 60:
            return Opening(datetime.combine(named, time(hour, minute)), True)
    return Opening(datetime.combine(named, time()), False)


def _day(said: re.Match[str], today: date) -> date | None:
    try:
        found = date(int(said[3] or today.year), int(said[2]), int(said[1]))
        late = not said[3] and found < today - LONG_AGO  # "5/1" written in November is next January
        return found.replace(year=found.year + 1) if late else found
    except ValueError:
        return None


def place(text: str) -> str:
    """Where it is, as the text says it after "tại": a name, or a kind of place; "" where it says neither."""
    for found in _PLACE.finditer(nfc(text)):
        said = found[1].strip()
        if said[0].isupper() or said.startswith(_PLACES):
            return said
    return ""
