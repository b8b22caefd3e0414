"""Letters of other alphabets that look like Latin ones: what a machine takes for another word, a reader does not. Pure.

A short table of those that are drawn alike in the letters people read on a screen – Cyrillic, Greek, Armenian, a few of
phonetics –, not Unicode's whole list: a school's own words of Greek letters (α, Δ, π of physics) must stay honest.
"""

import unicodedata

_CYRILLIC = {
    "а": "a", "А": "A", "в": "b", "В": "B", "с": "c", "С": "C", "ԁ": "d", "Ԁ": "D", "е": "e", "Е": "E", "ɡ": "g", "һ": "h",
    "Н": "H", "н": "h", "і": "i", "І": "I", "ј": "j", "Ј": "J", "к": "k", "К": "K", "ӏ": "l", "Ӏ": "I", "м": "m", "М": "M",
    "п": "n", "о": "o", "О": "O", "р": "p", "Р": "P", "ԛ": "q", "Ԛ": "Q", "г": "r", "ѕ": "s", "Ѕ": "S", "т": "t", "Т": "T",
    "ս": "u", "ѵ": "v", "Ѵ": "V", "ԝ": "w", "Ԝ": "W", "ѡ": "w", "х": "x", "Х": "X", "у": "y", "У": "Y", "ү": "y", "Ү": "Y",
    "ь": "b", "Ь": "b", "з": "3", "З": "3", "б": "6",
}  # fmt: skip
_GREEK = {
    "α": "a", "Α": "A", "Β": "B", "β": "b", "ϲ": "c", "Ϲ": "C", "ε": "e", "Ε": "E", "η": "n", "Η": "H", "ι": "i", "Ι": "I",
    "ϳ": "j", "κ": "k", "Κ": "K", "Μ": "M", "Ν": "N", "ν": "v", "ο": "o", "Ο": "O", "ρ": "p", "Ρ": "P", "τ": "t", "Τ": "T",
    "υ": "u", "Υ": "Y", "χ": "x", "Χ": "X", "γ": "y", "Ζ": "Z", "ω": "w", "σ": "o",
}  # fmt: skip
_OTHERS = {
    "ո": "n", "հ": "h", "օ": "o", "ց": "g", "զ": "q", "ք": "p", "յ": "j", "ı": "i", "ɩ": "i", "ɑ": "a", "ɴ": "n", "ʀ": "r",
    "ᴀ": "a", "ʙ": "b", "ᴄ": "c", "ᴅ": "d", "ᴇ": "e", "ꜰ": "f", "ɢ": "g", "ʜ": "h", "ɪ": "i", "ᴊ": "j", "ᴋ": "k", "ʟ": "l",
    "ᴍ": "m", "ᴏ": "o", "ᴘ": "p", "ꜱ": "s", "ᴛ": "t", "ᴜ": "u", "ᴠ": "v", "ᴡ": "w", "ʏ": "y", "ᴢ": "z", "ƅ": "b", "ɓ": "b",
    "ʋ": "v", "ѐ": "è", "ð": "đ", "Ð": "Đ", "ƌ": "đ", "Ɖ": "Đ", "ɖ": "đ",
}  # fmt: skip
_ALIKE = str.maketrans({**_CYRILLIC, **_GREEK, **_OTHERS})


def latin(text: str) -> str:
    """A text as a reader sees it, in NFC: letters that only look Latin are, whatever marks stand on them."""
    if text.isascii():
        return text
    return unicodedata.normalize("NFC", unicodedata.normalize("NFKD", text).translate(_ALIKE))
