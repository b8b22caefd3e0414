"""Personal data of children, and numbers that lead to one person, in lines of text (Điều 8.1, 16.1.2). Pure.

It is a help for who reads, not a judge: both its errors are measured on texts of our own (docs/personal-data.md). A line is a
paragraph or a row of a table, its cells apart by tabs, as `files.words` gives them. What numbers and sentences say stands in
`personal_told`, lists and tables in `personal_lists`, other shapes in `personal_shapes`.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from portal.base.text.personal_kinds import TITLES as TITLES
from portal.base.text.personal_kinds import Hit
from portal.base.text.personal_kinds import Kind as Kind
from portal.base.text.personal_lists import of_lists
from portal.base.text.personal_shapes import of_shapes
from portal.base.text.personal_told import of_lines
from portal.base.text.personal_words import EXAMPLE, HEX

VERSION = 2  # raised with the rules here: what was found by others is looked for again
SHOWN = 3  # samples kept


@dataclass(frozen=True)
class Finding:
    """One kind of thing found: how often, from which line to which (1 is the first), a few of them masked."""

    kind: Kind
    count: int
    first: int
    last: int
    samples: tuple[str, ...]


def find(text: str, today: date) -> list[Finding]:
    """Everything found in a text, one finding a kind, in the order of `Kind`; `today` tells who is a child."""
    lines = ["" if EXAMPLE.search(line) else HEX.sub("", line) for line in text.splitlines()]
    hits = [*of_lines(lines, today), *of_lists(lines, today)]
    known = {hit[:2] for hit in hits}
    hits += (hit for hit in of_shapes(lines) if hit[:2] not in known)
    return [
        _gathered(kind, [hit for hit in hits if hit[0] is kind]) for kind in Kind if any(hit[0] is kind for hit in hits)
    ]


def _gathered(kind: Kind, hits: Sequence[Hit]) -> Finding:
    samples = tuple(dict.fromkeys(masked for _, _, masked in hits))[:SHOWN]
    where = [line for _, line, _ in hits]
    return Finding(kind, len(hits), min(where) + 1, max(where) + 1, samples)
