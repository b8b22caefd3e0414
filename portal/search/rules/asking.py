"""What a reader's words mean: how they are cut, and in which order what was found is shown."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from heapq import nlargest
from itertools import islice, pairwise

from portal.base.text import has_marks, one_line
from portal.search.rules.syllables import BREAK, bare, cut, exact

MOST_CHARACTERS = 200
MOST_WORDS = 16
CLOSE = 7  # words stand together where each is at most so many places from the next one asked for
VARIANTS = 6  # markings of one word that are tried
MARKINGS_TRIED = 16
MARKINGS_RANKED = 4
MOST_FOUND = 1000  # how many things are counted and can be paged through; of more it is said that there are more
CLOSE_JUDGED = 400  # how many pairs of words are judged for closeness: of two words asked for, in the newest 400 texts
MARKINGS_AMONG = 5000  # where each word stands in more texts than these, its markings are counted in the newest of them


@dataclass(frozen=True)
class Asked:
    """A query cut into words, in order and with repeats: bare to find, exact to rank."""

    words: tuple[str, ...]
    keys: tuple[str, ...]
    marked: tuple[str, ...]  # those of `keys` the reader typed with marks

    @property
    def folded(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(self.words))

    def __bool__(self) -> bool:
        return bool(self.words)


def typed(query: str) -> str:
    """What was typed, in one line that every database and page can carry, whatever it was."""
    sound = query[: MOST_CHARACTERS * 2].encode("utf-8", "replace").decode("utf-8")
    return one_line(sound)[:MOST_CHARACTERS]


def asked(query: str) -> Asked:
    """The words of a query, at most MOST_WORDS, whatever was typed around them."""
    found = list(islice((word for word in cut(typed(query)) if word != BREAK), MOST_WORDS))
    marked = dict.fromkeys(exact(word) for word in found if has_marks(word))
    return Asked(tuple(map(bare, found)), tuple(map(exact, found)), tuple(marked))


@dataclass(frozen=True)
class Sought:
    """Words to look for in one column of the index, said to both databases."""

    column: str
    fts5: str
    tsquery: str
    pairs: str = ""  # of a phrase in a text: its neighbours, as PostgreSQL keeps them
    together: bool = False  # whether the words must stand one after another
    near: int = 0  # of closeness: how many pairs of words must be judged in each text


def every(column: str, words: Iterable[str]) -> Sought:
    """R-SEARCH-01: every word must be there, with or without marks."""
    words = list(dict.fromkeys(words))
    return Sought(column, " AND ".join(f'"{word}"' for word in words), " & ".join(f"'{word}'" for word in words))


def phrase(column: str, words: Sequence[str]) -> Sought:
    """The words one after another."""
    pairs = " & ".join(f"'{one}_{other}'" for one, other in pairwise(words))
    kept = pairs if column.endswith("_text") else ""
    return Sought(column, f'"{" ".join(words)}"', " <-> ".join(f"'{word}'" for word in words), kept, True)


def close(column: str, words: Sequence[str]) -> Sought:
    """Each word near the next one asked for, before it or after."""
    pairs = [(one, other) for one, other in pairwise(dict.fromkeys(words)) if one != other]
    return Sought(
        column,
        " AND ".join(f'NEAR("{one}" "{other}", {CLOSE - 1})' for one, other in pairs),
        " & ".join(f"({' | '.join(_apart(one, other))})" for one, other in pairs),
        near=len(pairs),
    )


def _apart(one: str, other: str) -> Iterator[str]:
    for places in range(1, CLOSE + 1):
        yield from (f"'{one}' <{places}> '{other}'", f"'{other}' <{places}> '{one}'")


def begun(column: str, words: Sequence[str]) -> Sought:
    """Every word, the last one perhaps not yet typed to its end."""
    *whole, last = words
    fts5 = [f'"{word}"' for word in whole] + [f'"{last}" *']
    return Sought(column, " AND ".join(fts5), " & ".join([*(f"'{word}'" for word in whole), f"'{last}':*"]))


Tier = tuple[Sought, ...]


def tiers(asked: Asked, markings: Sequence[Sequence[str]] = ()) -> list[Tier]:
    """R-SEARCH-02: the classes of what was found, best first; what is in none comes last, the newest first in each.

    Typed with marks: these very words as a phrase, close together, scattered; then the words marked so with the others in any
    marking; then any marking. Typed without: phrases, the commoner marking before the rarer; then close; then scattered. In
    each, titles before bodies.
    """
    several = len(asked.folded) > 1
    return [*(_as_marked(asked, several) if asked.marked else _by_marking(markings, several)), *_any(asked, several)]


def _as_marked(asked: Asked, several: bool) -> Iterator[Tier]:
    yield from _both("exact", asked.keys)
    if several:
        yield (every("exact_title", asked.keys),)
        yield (close("exact_text", asked.keys),)
        yield (every("exact_text", asked.keys),)
    if set(asked.marked) < set(asked.keys):
        yield from ((found, every("exact_text", asked.marked)) for (found,) in _both("folded", asked.words))
        yield (every("exact_text", asked.marked),)


def _by_marking(markings: Sequence[Sequence[str]], several: bool) -> Iterator[Tier]:
    if several:
        for marking in markings:
            yield from _both("exact", marking)
    else:
        for column in ("exact_title", "exact_text"):
            yield from ((phrase(column, marking),) for marking in markings)


def _any(asked: Asked, several: bool) -> Iterator[Tier]:
    yield from _both("folded", asked.words)
    if several:
        yield (every("folded_title", asked.words),)
        yield (close("folded_text", asked.words),)


def _both(kind: str, words: Sequence[str]) -> Iterator[Tier]:
    yield (phrase(f"{kind}_title", words),)
    yield (phrase(f"{kind}_text", words),)


def likely(words: Sequence[str], variants: Mapping[str, Sequence[tuple[str, int]]]) -> list[tuple[str, ...]]:
    """Markings of a phrase worth counting, from how often each of its words is written how: [(exact, count)] by bare word."""
    best: list[tuple[tuple[str, ...], int]] = [((), 1)]
    for word in words:
        longer = [((*marks, key), times * count) for marks, times in best for key, count in variants.get(word, ())]
        best = nlargest(MARKINGS_TRIED, longer, key=lambda one: one[1])
    return [marks for marks, _ in best]
