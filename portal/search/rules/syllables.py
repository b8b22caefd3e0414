"""Vietnamese syllables as keys: bare to find, exact to rank, and spelled again for people."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache

from portal.base.text import fold, nfc

BREAK = "ǃ"  # stands between sentences in the index, so that no phrase reaches from one into the next; nobody types it
TONES = "\u0300\u0301\u0303\u0309\u0323"
VOWELS = frozenset("aeiouy")
_CUT = re.compile(r"[^\W_]+|[.,;:!?…](?=\s|$)|[()\n|]")
KNOWN = 8192  # syllables whose keys are remembered; Vietnamese writes about seven thousand
_LATIN = (*range(0x250), *range(0x1E00, 0x1F00), *range(0x2000, 0x20D0))  # with what stands between its words
_LONE_Y = re.compile(r"(h|k|l|m|s|t|qu)y")  # kỹ thuật and kĩ thuật, lý and lí: one syllable to whoever looks for it


@lru_cache(KNOWN)
def bare(word: str) -> str:
    """A word without marks and case: "Đức" → "duc"; a lone y as i."""
    folded = fold(word)
    return f"{folded[:-1]}i" if _LONE_Y.fullmatch(folded) else folded


@lru_cache(KNOWN)
def exact(word: str) -> str:
    """A word with its marks but without quarrels over their place: hòa and hoà, kỹ and kĩ get one key.

    The tone stands on the last vowel, as one letter with it, so that any database sees one word.
    """
    letters, tone = _parted(word)
    if _LONE_Y.fullmatch(fold(letters)):
        letters = f"{letters[:-1]}i"
    return _toned(
        letters, tone, max((at for at, one in enumerate(letters) if _is_vowel(one)), default=len(letters) - 1)
    )


def anyhow(word: str) -> str:
    """A pattern for all that is bare this word, in a text that is Latin throughout."""
    written = [_written().get(letter, letter) for letter in word]
    if word.endswith("i") and _LONE_Y.fullmatch(f"{word[:-1]}y"):
        written[-1] += _written()["y"]
    return "".join(f"[{letters}]" for letters in written)


def is_latin(text: str) -> bool:
    """Whether each letter of a text is one letter without its marks too: ß is two."""
    return not _beyond().search(text)


@cache
def _written() -> Mapping[str, str]:
    """What is which letter without marks: "d" → "DdĎď…Đđ"."""
    written = defaultdict[str, str](str)
    for letter in filter(str.isalnum, map(chr, _LATIN)):
        written[fold(letter)] += letter
    return written


@cache
def _beyond() -> re.Pattern[str]:
    several = {letter for plain, letters in _written().items() if len(plain) > 1 for letter in letters}
    return re.compile(f"[^{''.join(re.escape(chr(code)) for code in _LATIN if chr(code) not in several)}]")


def spelled(key: str) -> str:
    """A key as people write it, the tone where it belongs: "cuả" → "của", "hoà" → "hòa", "thưở" stays with its ơ."""
    letters, tone = _parted(key)
    return _toned(letters, tone, _bearer(letters)) if tone else letters


def cut(text: str) -> Iterator[str]:
    """The words of a text in order, BREAK where one sentence or part ends."""
    for piece in _CUT.findall(nfc(text).casefold().replace(BREAK, " ")):
        yield piece if piece[0].isalnum() else BREAK


def _parted(word: str) -> tuple[str, str]:
    parts = unicodedata.normalize("NFD", word.casefold())
    tone = "".join(one for one in parts if one in TONES)
    return unicodedata.normalize("NFC", "".join(one for one in parts if one not in TONES)), tone


def _toned(letters: str, tone: str, at: int) -> str:
    return unicodedata.normalize("NFC", letters[: at + 1] + tone + letters[at + 1 :])


def _bearer(letters: str) -> int:
    """Which letter bears the tone by the rules of spelling."""
    vowels = [at for at, one in enumerate(letters) if _is_vowel(one)]
    if len(vowels) > 1 and letters[:2] in ("qu", "gi") and vowels[0] == 1:
        vowels = vowels[1:]
    shaped = [at for at in vowels if letters[at] in "ăâêôơư"]
    if shaped:
        return shaped[-1]
    if not vowels:
        return len(letters) - 1
    closed = vowels[-1] < len(letters) - 1
    if closed or len(vowels) == 1:
        return vowels[-1]
    return vowels[1] if len(vowels) > 2 else vowels[0]


def _is_vowel(letter: str) -> bool:
    return fold(letter)[:1] in VOWELS
