"""What tells who somebody is, looked for in a text: by the name itself as long as it is known, afterwards by keyed hashes of it
that find it only where it still stands. Pure."""

import html
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from portal.base.text import fold, has_marks, nfc, syllable

WORD = re.compile(r"[^\W_]+")
TAG = re.compile(r"<[^<>]{0,2000}>")
Key = Callable[[str], str]


def phrases(names: Iterable[str]) -> tuple[str, ...]:
    """What is looked for: whole names and addresses; a name of one word is none, it would be found everywhere."""
    return tuple(dict.fromkeys(one for name in names if len(WORD.findall(one := nfc(name))) > 1))


def _exact(words: Iterable[str]) -> str:
    return " ".join(syllable(word) for word in words)


def _bare(words: Iterable[str]) -> str:
    return " ".join(fold(word) for word in words)


@dataclass(frozen=True)
class Sought:
    """Windows of so many words, each with the keys a text's window may have; `key` makes one of a window."""

    keys: Mapping[int, frozenset[str]]
    key: Key = field(default=str)

    def spots(self, text: str) -> Iterator[tuple[int, int]]:
        """Where in a text it stands, from–to: with its marks, or where the text has none at all."""
        found = [(one.start(), one.end(), one.group()) for one in WORD.finditer(text)]
        for many, keys in self.keys.items():
            for first in range(len(found) - many + 1):
                window = found[first : first + many]
                if self._is(tuple(word for _, _, word in window), keys):
                    yield window[0][0], window[-1][1]

    def _is(self, words: tuple[str, ...], keys: frozenset[str]) -> bool:
        if self.key(_exact(words)) in keys:
            return True
        return not any(map(has_marks, words)) and self.key(_bare(words)) in keys

    def stands_in(self, text: str) -> bool:
        return next(self.spots(text), None) is not None


@dataclass(frozen=True)
class Known:
    """The same while the name is known: whole archives are read through by it."""

    sought: Sought
    quick: tuple[str, ...]

    def stands_in(self, text: str) -> bool:
        if not any(one in f" {' '.join(WORD.findall(fold(text)))} " for one in self.quick):
            return False
        return self.sought.stands_in(text)


def keyed(said: Iterable[str], key: Key = str) -> list[tuple[int, str]]:
    """The windows of these phrases: how many words, and the key, each with marks and without."""
    found = dict[tuple[int, str], None]()
    for phrase in phrases(said):
        words = WORD.findall(phrase)
        found |= {(len(words), key(_exact(words))): None, (len(words), key(_bare(words))): None}
    return list(found)


def sought(windows: Iterable[tuple[int, str]], key: Key = str) -> Sought:
    """What `keyed` gave, to look for."""
    keys = dict[int, set[str]]()
    for many, one in windows:
        keys.setdefault(many, set()).add(one)
    return Sought({many: frozenset(one) for many, one in keys.items()}, key)


def known(said: Iterable[str]) -> Known:
    """Names and addresses one knows, to look for."""
    said = phrases(said)
    return Known(sought(keyed(said)), tuple(f" {_bare(WORD.findall(one))} " for one in said))


def plain(text: str) -> str:
    """A text as it is read: without the marks of a page."""
    return html.unescape(TAG.sub(" ", text)) if "<" in text or "&" in text else text
