"""Slips of the keyboard: Telex and VNI left undone, a letter too many, two words run together."""

from collections.abc import Callable, Collection, Iterator, Mapping
from string import ascii_lowercase

from portal.base.text import fold
from portal.search.rules.syllables import spelled

TELEX_TONES = {"s": "\u0301", "f": "\u0300", "r": "\u0309", "x": "\u0303", "j": "\u0323"}
VNI_TONES = {"1": "\u0301", "2": "\u0300", "3": "\u0309", "4": "\u0303", "5": "\u0323"}
ROOFED = {"a": "â", "e": "ê", "o": "ô"}
HOOKED = {"o": "ơ", "u": "ư", "a": "ă"}
# As parents write to each other.
SHORT: Mapping[str, str] = {
    "bgh": "ban giám hiệu", "clb": "câu lạc bộ", "cmhs": "cha mẹ học sinh", "gvcn": "giáo viên chủ nhiệm",
    "gv": "giáo viên", "hs": "học sinh", "hsg": "học sinh giỏi", "kt": "kiểm tra", "ph": "phụ huynh",
    "tdtt": "thể dục thể thao", "tkb": "thời khóa biểu", "ts": "tuyển sinh", "tv": "thư viện",
}  # fmt: skip
LONGEST = 7  # letters of a Vietnamese syllable: nghiêng
MOST_LETTERS = 60
Key = Callable[[list[str], str], bool]  # what a key does to the letters before it; False where it is only a letter


def telex(word: str) -> str:
    """What the Telex keys of a word would have made: "dduwcs" → "đức"; the word itself where they make nothing."""
    return _typed(word, _telex_key, TELEX_TONES)


def vni(word: str) -> str:
    """What the VNI keys of a word would have made: "d9u71c" → "đức"; the word itself where they make nothing."""
    return word if word[:1].isdigit() else _typed(word, _vni_key, VNI_TONES)


def _typed(word: str, key: Key, tones: Mapping[str, str]) -> str:
    if not word.isascii() or len(word) > MOST_LETTERS:
        return word
    made, tone = list[str](), ""
    for letter in word.casefold():
        if letter in tones and any(fold(one) in "aeiouy" for one in made):
            tone = tones[letter]
        elif not key(made, letter):
            made.append(letter)
    letters = "".join(made)
    return spelled(letters + tone) if tone or not letters.isascii() else word


def _telex_key(made: list[str], letter: str) -> bool:
    if letter == "d":
        return _change(made[:1], made, {"d": "đ"})
    if letter in ROOFED:
        return _change(made, made, {letter: ROOFED[letter]})
    return letter == "w" and _hook(made)


def _vni_key(made: list[str], letter: str) -> bool:
    if letter == "9":
        return _change(made[:1], made, {"d": "đ"})
    if letter == "6":
        return _change(made, made, ROOFED)
    if letter == "8":
        return _change(made, made, {"a": "ă"})
    return letter == "7" and _hook(made)


def _hook(made: list[str]) -> bool:
    """The horn: on the last vowel that bears one, on both of "uo"."""
    if not _change(made, made, HOOKED):
        return False
    at = max(at for at, one in enumerate(made) if one in HOOKED.values())
    if made[at] == "ơ" and at and made[at - 1] == "u" and made[at - 2 : at - 1] != ["q"]:
        made[at - 1] = "ư"
    return True


def _change(among: list[str], made: list[str], shapes: Mapping[str, str]) -> bool:
    """Reshape the last letter among these that can be."""
    for at in range(len(among) - 1, -1, -1):
        if made[at] in shapes:
            made[at] = shapes[made[at]]
            return True
    return False


def neighbours(word: str) -> set[str]:
    """Every word one slip away: a letter left out, put in, put for another, or two in the wrong order."""
    if not 3 <= len(word) <= 20 or not word.isascii():
        return set()
    parts = [(word[:at], word[at:]) for at in range(len(word) + 1)]
    made = {left + right[1:] for left, right in parts if right}
    made |= {left + right[1] + right[0] + right[2:] for left, right in parts if len(right) > 1}
    made |= {left + one + right[1:] for left, right in parts if right for one in ascii_lowercase}
    return (made | {left + one + right for left, right in parts for one in ascii_lowercase}) - {word, ""}


def pieces(word: str) -> set[str]:
    """Every syllable that could be part of a run of them."""
    if len(word) > MOST_LETTERS:
        return set()
    return {word[at:end] for at in range(len(word)) for end in range(at + 1, min(at + LONGEST, len(word)) + 1)}


def split(word: str, known: Collection[str]) -> list[str]:
    """A run of words cut into the fewest known ones: "ducgiang" → ["duc", "giang"]; [] where it cannot be."""
    best: list[list[str] | None] = [[]] + [None] * len(word)
    for end in range(1, len(word) + 1):
        options = list(_ends(word, end, known, best))
        best[end] = min(options, key=lambda parts: (len(parts), -min(map(len, parts)))) if options else None
    return (best[-1] or []) if len(best[-1] or []) > 1 else []


def _ends(word: str, end: int, known: Collection[str], best: list[list[str] | None]) -> Iterator[list[str]]:
    for start in range(max(0, end - LONGEST), end - 1):  # no part of one letter
        before = best[start]
        if before is not None and word[start:end] in known:
            yield [*before, word[start:end]]
