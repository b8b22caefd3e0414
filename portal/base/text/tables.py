"""TCVN3 (.VnTime) and VNI: what each code of the old fonts drew. Pure; a run is converted by its font, never a file as a whole.

Old text is kept as the characters Windows showed for those codes, so it looks like Western European: "Th«ng b¸o" drew
"Thông báo". ư was code 173 there, which is the soft hyphen programs throw away; tones on capitals had no code at all: fonts
whose names end in H drew the small letter large.
"""

import re
import unicodedata
from collections.abc import Iterator
from enum import Enum

from portal.base.text.folding import steady


class Font(Enum):
    """How a run was drawn; NCR is text in which letters stand as numbers of HTML: "&#7897;"."""

    UNICODE = "Unicode"
    TCVN3 = "TCVN3"
    TCVN3_CAPS = "TCVN3 (phông chữ hoa)"
    VNI = "VNI"
    NCR = "mã số HTML"


def _by_code(first: int, letters: str) -> dict[str, str]:
    """One letter a code from the first on; a dot where the font has none."""
    return {chr(first + step): letter for step, letter in enumerate(letters) if letter != "."}


TCVN3 = {
    **_by_code(0xA1, "ĂÂÊÔƠƯĐăâêôơưđ"),
    **_by_code(0xB5, "àảãáạ.ằẳẵắ......."),
    **_by_code(0xC6, "ặầẩẫấậè.ẻẽéẹềểễếệìỉ...ĩíịò.ỏõóọồổỗốộờởỡớợù.ủũúụừửữứựỳỷỹýỵ"),
}

_TONES = dict(zip("ùøûõï", "\u0301\u0300\u0309\u0303\u0323", strict=True))
_HATS = {"â": "\u0302", **{mark: f"\u0302{tone}" for mark, tone in zip("áàåãä", _TONES.values(), strict=True)}}
_BOWLS = {"ê": "\u0306", **{mark: f"\u0306{tone}" for mark, tone in zip("éèúüë", _TONES.values(), strict=True)}}
_ALONE = {"ñ": "đ", "î": "ỵ", "í": "í", "ì": "ì", "æ": "ỉ", "ó": "ĩ", "ò": "ị", "ô": "ơ", "ö": "ư"}


def _vni() -> dict[str, str]:
    """Small letters: one character, or a vowel and the mark behind it."""
    marks = {
        "a": _TONES | _HATS | _BOWLS,
        **dict.fromkeys("eo", _TONES | _HATS),
        **dict.fromkeys("uyôö", _TONES),
    }
    pairs = {
        vowel + mark: unicodedata.normalize("NFC", _ALONE.get(vowel, vowel) + drawn)
        for vowel, drawn_by in marks.items()
        for mark, drawn in drawn_by.items()
    }
    return _ALONE | pairs


def _in_capitals(small: dict[str, str]) -> dict[str, str]:
    """The same with capitals; the letter decides, its mark may be either: AÂ and Aâ are Â, aÂ is â."""
    large = {}
    for code, letter in small.items():
        for mark in {code[1:], code[1:].upper()}:
            large[code[0] + mark] = letter
            large[code[0].upper() + mark] = letter.upper()
    return large


VNI = _in_capitals(_vni())
_VNI_UNIT = re.compile("|".join(sorted(VNI, key=len, reverse=True)))
_TCVN3_CODES = str.maketrans(TCVN3)

VIETNAMESE = frozenset(
    letter
    for base, hats in {"a": ["", "\u0302", "\u0306"], "e": ["", "\u0302"], "i": [""], "o": ["", "\u0302", "\u031b"],
                       "u": ["", "\u031b"], "y": [""]}.items()
    for hat in hats
    for tone in ["", *_TONES.values()]
    for letter in (unicodedata.normalize("NFC", base + hat + tone), unicodedata.normalize("NFC", base + hat + tone).upper())
) | {"đ", "Đ"}  # fmt: skip
ONLY_UNICODE = re.compile(
    f"[{''.join(sorted(letter for letter in VIETNAMESE if ord(letter) > 0xFF))}]"
    "|[\u0300-\u0303\u0306\u0309\u031b\u0323]"
)  # letters no old font could keep: where one stands, the text is Unicode already
_ANY, _VNI_ANY = re.compile(".", re.DOTALL), re.compile(f"{_VNI_UNIT.pattern}|.", re.DOTALL)
_SYMBOL_FONT = re.compile("[\uf0a1-\uf0ff]")  # Word's place for the codes of fonts it takes for symbols
_AMONG = f"[{re.escape(''.join(TCVN3))}A-Za-z]"
_MISREAD = re.compile(f"(?<={_AMONG})[\u2212\u2219]|[\u2212\u2219](?={_AMONG})|\u03bc")
_AS_MEANT = {"\u2212": "\u00ad", "\u2219": "\u00b7", "\u03bc": "\u00b5"}
_NUMBERED = re.compile("&#(?:([0-9]{2,5})|[xX]([0-9a-fA-F]{2,4}));")


def as_codes(text: str, font: Font) -> str:
    """Codes put back where they belong: Word moves those of fonts it takes for symbols; what is copied out of a PDF has the
    signs minus, bullet and Greek mu for codes of TCVN3 that look like them."""
    text = _SYMBOL_FONT.sub(lambda found: chr(ord(found[0]) - 0xF000), text)
    return text if font is Font.VNI else _MISREAD.sub(lambda found: _AS_MEANT[found[0]], text)


def convert(text: str, font: Font) -> str:
    """R-TEXT-08: a run is converted by the font it was drawn with, to Unicode NFC; what the font had no letter for stays, and
    a run that is Unicode already is not converted again (Điều 12.2)."""
    text = steady(text)
    if font is Font.NCR:
        return unicodedata.normalize("NFC", _NUMBERED.sub(_numbered, text))
    if font is not Font.UNICODE and not ONLY_UNICODE.search(text):
        text = _drawn(as_codes(text, font), font)
    return unicodedata.normalize("NFC", text)


def _drawn(text: str, font: Font) -> str:
    if font is Font.VNI:
        return _VNI_UNIT.sub(lambda found: VNI[found[0]], text)
    text = text.translate(_TCVN3_CODES)
    return text.upper() if font is Font.TCVN3_CAPS else text


def units(text: str, font: Font) -> Iterator[tuple[str, str]]:
    """A run of an old font unit by unit: the codes of one letter, and that letter; the same twice where it has none."""
    for found in re.finditer(_VNI_ANY if font is Font.VNI else _ANY, as_codes(text, font)):
        yield found[0], _drawn(found[0], font)


def _numbered(found: re.Match[str]) -> str:
    """The Vietnamese letter or mark of a number; what is no such letter (&#60;) stays as it is."""
    letter = chr(int(found[1]) if found[1] else int(found[2], 16))
    return letter if letter in VIETNAMESE or ONLY_UNICODE.match(letter) else found[0]


_OLD_NAME = re.compile(r"[._]vn[a-z0-9]|vn(?:time|arial)", re.IGNORECASE)
_SUBSET = re.compile(r"[A-Z]{6}\+")  # how a PDF names a part of a font
_STYLE = re.compile(r"[ -]*(?:bold|italic|regular|normal)$", re.IGNORECASE)


def font_named(name: str) -> Font | None:
    """Which codes a font's name promises: ".VnTime" → TCVN3, ".VnTimeH" → TCVN3_CAPS, "VNI-Times" → VNI; else None."""
    name = _SUBSET.sub("", name.split(",")[0].strip().strip("'\"").strip())
    while (bare := _STYLE.sub("", name)) != name:
        name = bare
    if re.match(r"vni[- ]", name, re.IGNORECASE):
        return Font.VNI
    if not _OLD_NAME.match(name):
        return None
    return Font.TCVN3_CAPS if name.endswith("H") or (name.islower() and name.endswith("h")) else Font.TCVN3
