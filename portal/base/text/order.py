"""The order of Vietnamese words, as CLDR has it for `vi`. Pure.

a ă â b c d đ e ê … o ô ơ … u ư …; where letters are the same, the tones: level, huyền, hỏi, ngã, sắc, nặng; where those are
the same too, small before large. Spaces come before signs, signs before digits, digits before letters.
"""

import re
import unicodedata

SortKey = tuple[tuple[int, ...], tuple[int, ...], tuple[bool, ...], str]

_LETTERS = {letter: place for place, letter in enumerate("aăâbcdđeêfghijklmnoôơpqrstuưvwxyz")}
_HATS = {"a": "\u0302\u0306", "e": "\u0302", "o": "\u0302\u031b", "u": "\u031b"}
_MARKS = {mark: place for place, mark in enumerate("\u0300\u0309\u0303\u0301\u0323", start=2)}
_NO_MARK, _OTHER_MARK = 1, 16
_SPACE, _SIGN, _DIGIT, _LETTER, _REST = (place << 24 for place in range(5))
FIRST = 40  # characters of a text an order kept in a column looks at
_CLUSTER = re.compile(r"(.)([\u0300-\u036f]*)", re.DOTALL)


def sort_key(text: str) -> SortKey:
    """A key to sort texts by; two texts share one only where they are the same under NFC."""
    letters: list[int] = []
    marks: list[int] = []
    large: list[bool] = []
    for char, drawn in _CLUSTER.findall(unicodedata.normalize("NFD", text)):
        small = char.lower()
        hats = [mark for mark in drawn if mark in _HATS.get(small, "")]
        letters.append(_place(unicodedata.normalize("NFC", small + hats[0]) if hats else small))
        marks += [_NO_MARK, *(_MARKS.get(mark, _OTHER_MARK + ord(mark)) for mark in drawn if mark not in hats[:1])]
        large.append(small != char)
    return tuple(letters), tuple(marks), tuple(large), unicodedata.normalize("NFC", text)


def sort_bytes(text: str) -> bytes:
    """The same order in a column that plain bytes are compared by, for lists too long to sort: by the first characters."""
    letters, marks, large, _ = sort_key(text[:FIRST])
    by_letter = b"".join((_SIGN + place).to_bytes(4, "big") for place in letters)  # none begins with a zero
    by_mark = b"".join(mark.to_bytes(2, "big") for mark in marks)
    return b"\0".join((by_letter, by_mark + b"\0", bytes(large)))


def name_key(full_name: str) -> tuple[SortKey, SortKey]:
    """Order of people: by given name (the last word), then the rest, family name first."""
    *rest, given = full_name.split() or [""]
    return sort_key(given), sort_key(" ".join(rest))


def _place(letter: str) -> int:
    """Where one letter stands among all characters."""
    if letter in _LETTERS:
        return _LETTER + _LETTERS[letter]
    if letter.isspace():
        return _SPACE + ord(letter[0])
    if letter.isdecimal():
        return _DIGIT + unicodedata.decimal(letter)
    return (_REST if letter[0].isalpha() else _SIGN) + ord(letter[0])
