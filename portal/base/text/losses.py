"""Which letters of an old text cannot have survived, each named with its neighbourhood. Pure.

A conversion never guesses: what was thrown away before the text came to us is told to a person, who knows the word.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from portal.base.text.syllables import is_syllable
from portal.base.text.tables import ONLY_UNICODE, TCVN3, VNI, Font, as_codes, convert, units

SOFT_HYPHEN = "\u00ad"  # the code of ư in TCVN3
_NEAR = 24  # characters shown on each side
_SOME = 50  # syllables of Vietnamese hardly ever stand together without a ư
_WORD = re.compile(r"[^\W\d_]+")
_GONE = re.compile(r"\ufffd|(?<=[^\W\d_])\?(?=[^\W\d_])")
_ORDINARY = frozenset("\u00a0¡§©«\u00ad®°±²³´·»¼½¾¿×÷")
_CONSONANTS = re.compile("[b-df-hj-np-tv-xz]+")
_ABBREVIATED = re.compile(r"(?!nh$|th$|\w+ng$)[b-df-hj-np-tv-xz]+")  # consonants alone, but như, thư, nhưng, Hưng

_OLD = (Font.TCVN3, Font.TCVN3_CAPS, Font.VNI)
BEFORE_US = "Một chữ đã mất từ trước khi gửi tới, chỉ còn dấu hỏi."
BOTH = "Đoạn này có cả chữ Unicode lẫn ký hiệu của phông {font}; phần mềm để nguyên, xin thầy/cô đọc lại."
NO_LETTER = "Phông {font} không có chữ nào ở mã này; ký hiệu “{sign}” được giữ nguyên."
NO_U_HORN = "Chữ ư ở đây đã rơi mất khi sao chép (phông TCVN3); có lẽ là “{maybe}”."
NO_U_HORN_AT_ALL = (
    "Cả đoạn không có chữ ư nào: có lẽ chữ ư đã rơi mất khi sao chép (phông TCVN3). "
    "Xin thầy/cô xem lại những chữ như “cha” (chưa), “ma” (mưa), “đa” (đưa), “ngời” (người)."
)


@dataclass(frozen=True)
class Lost:
    """One place: where it begins in the converted text, what stands round it there, what is to be told, a guess or ""."""

    at: int
    near: str
    sentence: str
    maybe: str = ""


def lost(text: str, font: Font) -> list[Lost]:
    """R-TEXT-09: what a conversion cannot bring back is named with its place, never guessed silently (Điều 12.2).

    Takes the text as it came and its font; gives places in the converted text, in order."""
    after = convert(text, font)
    found = [Lost(match.start(), _near(after, *match.span()), BEFORE_US) for match in _GONE.finditer(after)]
    if font in _OLD and ONLY_UNICODE.search(text):
        found += _of_both_worlds(after, font)
    elif font in _OLD:
        found += [*_without_a_letter(text, after, font), *_without_u_horn(text, after, font)]
    return sorted(found, key=lambda one: one.at)


def _near(after: str, begin: int, end: int) -> str:
    return after[max(0, begin - _NEAR) : end + _NEAR]


def _of_both_worlds(after: str, font: Font) -> list[Lost]:
    """A run that holds both worlds was left alone, and is named where that shows."""
    signs = [at for at, char in enumerate(after) if not char.isalpha() and char in TCVN3 and char not in "«§"]
    shows = signs and font is not Font.VNI
    return [Lost(signs[0], _near(after, signs[0], signs[0] + 1), BOTH.format(font=font.value))] if shows else []


def _without_a_letter(text: str, after: str, font: Font) -> Iterator[Lost]:
    """Codes no letter of the font has, marks that stand behind no vowel."""
    table, at = VNI if font is Font.VNI else TCVN3, 0
    for code, letter in units(text, font):
        if code not in table and "\u00a1" <= code <= "\u00ff" and code not in _ORDINARY:
            sentence = NO_LETTER.format(font=font.value, sign=letter)
            yield Lost(at, _near(after, at, at + len(letter)), sentence)
        at += len(letter)


def _without_u_horn(text: str, after: str, font: Font) -> Iterator[Lost]:
    """Words that cannot be said, and can with one ư more, in a text of TCVN3 whose soft hyphens somebody dropped."""
    if font is Font.VNI or SOFT_HYPHEN in as_codes(text, font):
        return
    words = list(_WORD.finditer(after))
    whole = [word for word in words if not _is_cut(word, len(after))]
    guesses = [(word, _with_u_horn(word[0], capitals=font is Font.TCVN3_CAPS)) for word in whole]
    if any(maybe for _, maybe in guesses) or sum(is_syllable(word[0]) for word in words) >= _SOME:
        yield Lost(0, after[: 2 * _NEAR], NO_U_HORN_AT_ALL)
    for word, maybe in guesses:
        if maybe:
            yield Lost(word.start(), _near(after, *word.span()), NO_U_HORN.format(maybe=maybe), maybe)


def _is_cut(word: re.Match[str], length: int) -> bool:
    """Consonants at the edge of a run may belong to a letter in another font: Ả in .VnTimeH, nh in .VnTime."""
    return (word.start() == 0 or word.end() == length) and bool(_CONSONANTS.fullmatch(word[0].lower()))


def _with_u_horn(word: str, *, capitals: bool) -> str:
    """The one syllable a word becomes with a ư put in, "" where there is none or more than one. Ư has a code of its own."""
    small = word.lower()
    if is_syllable(word) or (not capitals and word[1:] != small[1:]):
        return ""
    if _ABBREVIATED.fullmatch(small):
        return ""
    grown = {small[:at] + "ư" + small[at:] for at in range(len(small) + 1)}
    found = [one for one in grown if is_syllable(one)]
    if len(found) != 1:
        return ""
    return found[0].upper() if capitals else word[0] + found[0][1:] if found[0][0] == small[0] else found[0]
