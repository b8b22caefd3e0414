"""Which part of a text is shown with a result, and what in it is marked; always safe HTML."""

import re
from collections.abc import Sequence
from html import escape
from itertools import pairwise

from portal.base.text import nfc
from portal.search.rules.asking import Asked
from portal.search.rules.syllables import bare, exact

AROUND = 32  # words of a text shown with a result
LEAD_IN = 7  # of them before the first word found
TOKEN = re.compile(r"[^\W_]+")
Tokens = list[re.Match[str]]
Run = tuple[int, int]  # from one word up to before another


def snippet(text: str, asked: Asked) -> str:
    """The part of a text that shows the phrase asked for, else most of its words; the beginning where there are none."""
    text = nfc(text)
    tokens = list(TOKEN.finditer(text))
    if not tokens:
        return escape(text[: AROUND * 8])
    runs = _runs(text, tokens, asked)
    start = max(min(_best(tokens, runs, asked) - LEAD_IN, len(tokens) - AROUND), 0)
    end = min(start + AROUND, len(tokens))
    last = len(text) if end == len(tokens) else tokens[end - 1].end()
    shown = _dressed(text, tokens, runs, (tokens[start].start() if start else 0, last))
    return f"{'… ' if start else ''}{shown}{'' if end == len(tokens) else ' …'}"


def marked(text: str, asked: Asked) -> str:
    """A whole text, such as a title, with what was asked for marked in it."""
    text = nfc(text)
    tokens = list(TOKEN.finditer(text))
    return _dressed(text, tokens, _runs(text, tokens, asked), (0, len(text)))


def _runs(text: str, tokens: Tokens, asked: Asked) -> list[Run]:
    """Where the words stand: as phrases where there are any, else each for itself; with the marks typed where they are."""
    if not asked:
        return []
    loose = [bare(token.group()) for token in tokens]
    strict = [exact(token.group()) for token in tokens] if asked.marked else []
    ways = [(strict, asked.keys)] if asked.marked else []
    ways.append((loose, asked.words))
    for words, wanted in ways:
        if phrases := _phrases(text, tokens, words, wanted):
            return phrases
    for words, wanted in ways:
        if set(wanted) <= set(words):
            return _joined(text, tokens, [at for at, word in enumerate(words) if word in wanted])
    return _joined(text, tokens, [at for at, word in enumerate(loose) if word in asked.words])


def _phrases(text: str, tokens: Tokens, words: Sequence[str], wanted: Sequence[str]) -> list[Run]:
    size, first = len(wanted), wanted[0]
    return [
        (at, at + size)
        for at, word in enumerate(words)
        if word == first and tuple(words[at : at + size]) == tuple(wanted) and _one_piece(text, tokens[at : at + size])
    ]


def _joined(text: str, tokens: Tokens, hits: Sequence[int]) -> list[Run]:
    """Neighbours marked together: one mark for "Đức Giang", not two."""
    runs: list[Run] = []
    for at in hits:
        if runs and runs[-1][1] == at and _one_piece(text, tokens[at - 1 : at + 1]):
            runs[-1] = (runs[-1][0], at + 1)
        else:
            runs.append((at, at + 1))
    return runs


def _one_piece(text: str, tokens: Tokens) -> bool:
    """Nothing between these words that ends a sentence or begins a bracket."""
    return not any(set(text[one.end() : other.start()]) & set(".,;:!?…()\n") for one, other in pairwise(tokens))


def _best(tokens: Tokens, runs: list[Run], asked: Asked) -> int:
    """The run from which most different words asked for follow within one snippet."""
    hits = [(at, bare(tokens[at].group())) for start, end in runs[:200] for at in range(start, end)]

    def worth(run: Run) -> tuple[int, int, int]:
        within = {word for at, word in hits if run[0] <= at < run[0] + AROUND - LEAD_IN}
        return len(within), run[1] - run[0], -run[0]

    return max(runs[:200], key=worth, default=(0, 0))[0]


def _dressed(text: str, tokens: Tokens, runs: list[Run], window: tuple[int, int]) -> str:
    """The text between two characters, runs marked."""
    parts, at = [], window[0]
    for start, end in runs:
        first, last = tokens[start].start(), min(tokens[end - 1].end(), window[1])
        if at <= first < last:
            parts += [escape(text[at:first]), f"<mark>{escape(text[first:last])}</mark>"]
            at = last
    return "".join([*parts, escape(text[at : window[1]])])
