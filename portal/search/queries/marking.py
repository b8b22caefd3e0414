"""How words typed without marks are written, the commonest first."""

from collections.abc import Iterable, Mapping, Sequence

from portal.search.models import Word
from portal.search.queries import fulltext
from portal.search.rules import Asked, likely, phrase
from portal.search.rules.asking import MARKINGS_AMONG, MARKINGS_RANKED, MOST_FOUND, VARIANTS
from portal.search.rules.standing import BOTTOM

Variants = Mapping[str, list[tuple[str, int]]]


def markings(asked: Asked, texts: Iterable[str] | None = None) -> list[tuple[str, ...]]:
    """How the words asked for without marks are written as a phrase, the commonest first; `texts` are all that have the
    phrase in any marking, where these are few. Two queries at most."""
    if asked.marked or not asked:
        return []
    written = variants(asked.folded)
    tried = likely(asked.words, written)
    if len(tried) < 2 or len(asked.words) == 1:
        return tried[:MARKINGS_RANKED]
    times = _counted(tried, written) if texts is None else [sum(stands(one, text) for text in texts) for one in tried]
    ranked = sorted(zip(times, tried, strict=True), key=lambda one: -one[0])
    return [marks for count, marks in ranked if count][:MARKINGS_RANKED]


def stands(marks: Sequence[str], text: str) -> bool:
    """Whether words stand so, one after another, in an entry's `exact_text`."""
    return f" {' '.join(marks)} " in f" {text} "


def _counted(tried: Iterable[Sequence[str]], written: Variants) -> list[int]:
    return fulltext.counts([phrase("exact_text", marks) for marks in tried], _from(written), MOST_FOUND)


def variants(folded: Iterable[str]) -> dict[str, list[tuple[str, int]]]:
    """How some words are written, the commonest first: [(exact, count)] by bare word; one query."""
    ways: dict[str, list[tuple[str, int]]] = {}
    words = Word.objects.filter(folded__in=list(folded)).order_by("-count", "exact")
    for bare, exact, count in words.values_list("folded", "exact", "count"):
        ways.setdefault(bare, []).append((exact, count))
    return {word: written[:VARIANTS] for word, written in ways.items()}


def _from(written: Variants) -> int:
    """A rare word's phrases are counted everywhere, those of words that stand everywhere among the newest texts."""
    rarest = min(sum(count for _, count in ways) for ways in written.values())
    return fulltext.numbered(MARKINGS_AMONG) if rarest > MARKINGS_AMONG else BOTTOM
