"""Which part of a text is shown with a result, and what in it is marked; always safe HTML.

A text is long and its hits are few: only words that were asked for are looked at one by one.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from html import escape
from itertools import accumulate, islice, pairwise
from typing import NamedTuple

from portal.base.text import nfc
from portal.search.rules.asking import Asked
from portal.search.rules.syllables import anyhow, bare, exact, is_latin

AROUND = 32  # words of a text shown with a result
LEAD_IN = 7  # of them before the first word found
A_WORD = 12  # characters a word takes, generously
LOOKED_AT = 200  # runs among which the best is looked for
TOKEN = re.compile(r"[^\W_]+")
APART = re.compile(r"[^\W_]|[.,;:!?…()\n]")  # another word, the end of a sentence, a bracket
Span = tuple[int, int]  # from one character up to before another


class Hit(NamedTuple):
    """A word of a text that was asked for."""

    start: int
    end: int
    word: str  # bare
    key: str  # with its marks


Run = Sequence[Hit]  # neighbours


def snippet(text: str, asked: Asked) -> str:
    """The part of a text that shows the phrase asked for, else most of its words; the beginning where there are none."""
    text = nfc(text)
    if not TOKEN.search(text):
        return escape(text[: AROUND * 8])
    runs = _runs(text, asked)
    start, end = _window(text, _best(text, runs))
    shown = _dressed(text, runs, (start, end))
    return f"{'… ' if start else ''}{shown}{'' if end == len(text) else ' …'}"


def marked(text: str, asked: Asked) -> str:
    """A whole text, such as a title, with what was asked for marked in it."""
    text = nfc(text)
    return _dressed(text, _runs(text, asked), (0, len(text)))


def _runs(text: str, asked: Asked) -> list[Run]:
    """Where the words stand: as phrases where there are any, else each for itself; with the marks typed where they are."""
    hits = list(_hits(text, asked.words)) if asked else []
    ways: list[tuple[Callable[[Hit], str], Sequence[str]]] = [(_bare, asked.words)]
    if asked.marked:
        ways.insert(0, (_key, asked.keys))
    for written, wanted in ways:
        if phrases := _phrases(text, [hit for hit in hits if written(hit) in wanted], written, wanted):
            return phrases
    for written, wanted in ways:
        if set(wanted) <= set(map(written, hits)):
            return _joined(text, [hit for hit in hits if written(hit) in wanted])
    return _joined(text, hits)


def _hits(text: str, words: Sequence[str]) -> Iterator[Hit]:
    """The words of a text that are among these, in order."""
    looked_for = _any(words) if is_latin(text) else TOKEN
    for place in looked_for.finditer(text):
        start, end = place.span()
        word = text[start:end]
        if not text[start - 1 : start].isalnum() and bare(word) in words:
            yield Hit(start, end, bare(word), exact(word))


@lru_cache(64)
def _any(words: Sequence[str]) -> re.Pattern[str]:
    return re.compile(f"(?:{'|'.join(map(anyhow, dict.fromkeys(words)))})(?![^\\W_])")


def _bare(hit: Hit) -> str:
    return hit.word


def _key(hit: Hit) -> str:
    return hit.key


def _phrases(text: str, hits: list[Hit], written: Callable[[Hit], str], wanted: Sequence[str]) -> list[Run]:
    runs = (hits[at : at + len(wanted)] for at, hit in enumerate(hits) if written(hit) == wanted[0])
    return [
        run
        for run in runs
        if tuple(map(written, run)) == tuple(wanted) and all(_together(text, *both) for both in pairwise(run))
    ]


def _joined(text: str, hits: Sequence[Hit]) -> list[Run]:
    """Neighbours marked together: one mark for "Đức Giang", not two."""
    runs: list[list[Hit]] = []
    for hit in hits:
        if runs and _together(text, runs[-1][-1], hit):
            runs[-1].append(hit)
        else:
            runs.append([hit])
    return [*runs]


def _together(text: str, one: Hit, other: Hit) -> bool:
    """Whether one word follows the other with nothing between that ends a sentence or begins a bracket."""
    return not APART.search(text, one.end, other.start)


def _best(text: str, runs: Sequence[Run]) -> int:
    """Where the run begins from which most different words asked for follow within one snippet."""
    runs = runs[:LOOKED_AT]
    if not runs:
        return 0
    words, longest = {hit.word for run in runs for hit in run}, max(map(len, runs))
    if len(runs[0]) == longest and {hit.word for hit in runs[0]} == words:
        return runs[0][0].start
    hits = [hit for run in runs for hit in run]
    places = list(
        accumulate(len(TOKEN.findall(text, one.start, other.start)) for one, other in pairwise([hits[0], *hits]))
    )

    def worth(begun: tuple[Run, int]) -> tuple[int, int, int]:
        run, first = begun
        ahead = zip(hits[first : first + AROUND], places[first:], strict=False)
        within = {hit.word for hit, place in ahead if place < places[first] + AROUND - LEAD_IN}
        return len(within), len(run), -first

    firsts = accumulate(map(len, runs[:-1]), initial=0)
    return max(zip(runs, firsts, strict=True), key=worth)[0][0].start


def _window(text: str, best: int) -> Span:
    """AROUND words with this place among them, LEAD_IN before it where there are enough behind; to the very ends of a text."""
    start = min([*_before(text, best, LEAD_IN), best])
    shown = list(islice(TOKEN.finditer(text, start), AROUND + 1))
    if len(shown) < AROUND:
        start = min([*_before(text, len(text), AROUND), start])
    first = start if TOKEN.search(text, 0, start) else 0
    return first, shown[AROUND - 1].end() if len(shown) > AROUND else len(text)


def _before(text: str, at: int, many: int) -> list[int]:
    """Where the last so many words before a place begin."""
    reach = many * A_WORD
    while True:
        low = max(at - reach, 0)
        starts = [token.start() for token in TOKEN.finditer(text, low, at)]
        if not low or len(starts) > many:  # the first may be half a word
            return starts[-many:]
        reach *= 2


def _dressed(text: str, runs: Sequence[Run], window: Span) -> str:
    """The text between two characters, runs marked."""
    parts, at = [], window[0]
    for run in runs:
        first, last = run[0].start, min(run[-1].end, window[1])
        if at <= first < last:
            parts += [escape(text[at:first]), f"<mark>{escape(text[first:last])}</mark>"]
            at = last
    return "".join([*parts, escape(text[at : window[1]])])
