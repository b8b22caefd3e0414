"""Vietnamese text: the one form it is stored in, folding, slugs, keys with and without marks. Pure."""

import re
import unicodedata

_BETWEEN = str.maketrans("–—/", "---")
_D = str.maketrans("đĐ", "dD")
_TONES = frozenset("\u0300\u0301\u0303\u0309\u0323")
_UNSEEN: dict[int, str | None] = {
    **dict.fromkeys((*range(32), 127, 0xFFFE, 0xFFFF, *range(0x202A, 0x202F), *range(0x2066, 0x206A))),
    **{code: chr(code) for code in b"\t\n\r"}, 0x0B: " ", 0x0C: " ",
}  # fmt: skip
_ANY_UNSEEN = re.compile(f"[{''.join(re.escape(chr(code)) for code, to in _UNSEEN.items() if to != chr(code))}]")
_CROWD = re.compile(r"[^\w\s\x00-\x7f]{31,}")  # what may be more marks on one letter than any writing has
MOST_MARKS = 30  # on one letter, as the Stream-Safe Text Format of Unicode (UAX 15) has it
_NOT_SLUG = re.compile(r"[^a-z0-9]+")
_WORD = re.compile(r"[^\W_]+")


def steady(text: str) -> str:
    """A text with no more marks on one letter than a writing has: putting them in order takes the square of their number,
    hours for a megabyte of them. To be asked before any form of Unicode is."""
    return text if len(text) <= MOST_MARKS or text.isascii() else _CROWD.sub(_thinned, text)


def _thinned(found: re.Match[str]) -> str:
    kept, many = [], 0
    for char in found[0]:
        many = many + 1 if unicodedata.combining(char) else 0
        if many <= MOST_MARKS:
            kept.append(char)
    return "".join(kept)


def nfc(text: str) -> str:
    """The one form text is stored in: no control characters, which no feed can carry (a break pasted from Word is a space),
    and none that turn the direction of what stands beside them."""
    text = steady(text)
    if _ANY_UNSEEN.search(text):  # looked through ten times sooner than translated
        text = text.translate(_UNSEEN)
    return unicodedata.normalize("NFC", text)


def is_number(text: str) -> bool:
    """Whether a text is a whole number in plain digits that a database can hold; "²" and "1" five thousand times are not."""
    return text.isascii() and text.isdigit() and len(text) < 19


def fold(text: str) -> str:
    """Without marks and case, đ as d; Icelandic ð stays: "Đức Giang" → "duc giang"."""
    bare = unicodedata.normalize("NFD", text.translate(_D))
    return "".join(char for char in bare if not unicodedata.combining(char)).casefold()


def slug(title: str) -> str:
    """ASCII slug of a Vietnamese title, at most 200 characters: "Lễ hội 2/9 ở Đức Giang" → "le-hoi-2-9-o-duc-giang"."""
    plain = unicodedata.normalize("NFKD", fold(title).translate(_BETWEEN)).encode("ascii", "ignore").decode()
    return re.sub(r"[-\s]+", "-", re.sub(r"[^\w\s-]", "", plain)).strip("-_")[:200].strip("-") or "bai"


def words(text: str) -> list[str]:
    """Words of a text in NFC, lower case, in order."""
    return _WORD.findall(nfc(text).casefold())


def syllable(word: str) -> str:
    """Marks kept, placement forgotten: hòa and hoà, thủy and thuỷ get one key."""
    parts = unicodedata.normalize("NFD", word.casefold())
    tone = "".join(char for char in parts if char in _TONES)
    return unicodedata.normalize("NFC", "".join(char for char in parts if char not in _TONES)) + tone


def has_marks(text: str) -> bool:
    """Whether a reader typed Vietnamese marks or đ."""
    return fold(text) != nfc(text).casefold()


def exact_key(text: str) -> str:
    """Words as syllable keys, for comparing with marks but without quarrels over their placement."""
    return " ".join(syllable(word) for word in words(text))


def folded_key(text: str) -> str:
    """Words folded, for comparing without marks."""
    return " ".join(fold(word) for word in words(text))


def one_line(text: str) -> str:
    """A name or a title as it is kept: one line, one space between words, nothing unseen."""
    return " ".join(nfc(text).split())
