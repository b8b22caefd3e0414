"""What a reader's words mean: how they are cut, what counts as found, which part of a text is shown."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from portal.base.text import fold, has_marks, nfc, syllable, words

MOST_CHARACTERS = 200
MOST_WORDS = 16
AROUND = 24  # words of a text shown with a result
LEAD_IN = 6  # of them before the first word found
TOKEN = re.compile(r"[^\W_]+")


@dataclass(frozen=True)
class Asked:
    """A query cut into words: R-SEARCH-01, every word must be there; folded to find, with marks to rank."""

    folded: tuple[str, ...]
    exact: tuple[str, ...]
    marked: tuple[str, ...]  # those of `exact` the reader typed with marks


def asked(query: str) -> Asked:
    """The words of a query, at most MOST_WORDS, whatever was typed around them."""
    typed = list(dict.fromkeys(words(query[:MOST_CHARACTERS])))[:MOST_WORDS]
    return Asked(
        folded=tuple(dict.fromkeys(fold(word) for word in typed)),
        exact=tuple(dict.fromkeys(syllable(word) for word in typed)),
        marked=tuple(dict.fromkeys(syllable(word) for word in typed if has_marks(word))),
    )


def padded(key: str) -> str:
    """Words between single spaces, one before and one after."""
    return f" {key} "


def snippet(text: str, asked: Asked) -> str:
    """The part of a text with most of the words asked for, as safe HTML with <mark>; the beginning where there is none."""
    text = nfc(text)
    tokens = list(TOKEN.finditer(text))
    if not tokens:
        return escape(text[: AROUND * 8])
    hits = [index for index, token in enumerate(tokens) if fold(token.group()) in asked.folded]
    start = max(min(_best(tokens, hits) - LEAD_IN, len(tokens) - AROUND), 0)
    end = min(start + AROUND, len(tokens))
    return _dressed(text, tokens[start:end], set(hits), start, len(tokens))


def _best(tokens: Sequence[re.Match[str]], hits: Sequence[int]) -> int:
    """The hit after which most different words asked for follow within one snippet."""

    def different(first: int) -> int:
        return len({fold(tokens[hit].group()) for hit in hits if first <= hit < first + AROUND - LEAD_IN})

    return max(hits[:200], key=lambda first: (different(first), -first), default=0)


def _dressed(text: str, shown: Sequence[re.Match[str]], hits: set[int], start: int, total: int) -> str:
    parts, at = [], shown[0].start() if start else 0
    for index, token in enumerate(shown, start):
        parts.append(escape(text[at : token.start()]))
        word = escape(token.group())
        parts.append(f"<mark>{word}</mark>" if index in hits else word)
        at = token.end()
    last = start + len(shown) >= total
    return f"{'… ' if start else ''}{''.join(parts)}{escape(text[at:]) if last else ' …'}"
