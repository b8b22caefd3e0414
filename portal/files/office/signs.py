"""Signs that fonts of signs draw in the place of letters, and digits set high or low."""

_GREEK = dict(zip("abcdefghijklmnopqrstuvwxyz", "αβχδεφγηιϕκλμνοπθρστυϖωξψζ", strict=True))
_GREEK |= dict(zip("ABCDEFGHIJKLMNOPQRSTUVWXYZ", "ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ", strict=True))
_SYMBOL = _GREEK | {char: char for char in "0123456789 !#%&()+,./:;<=>?[]_{|}"} | {
    "-": "−", "*": "∗", '"': "∀", "$": "∃", "'": "∋", "@": "≅", "^": "⊥", "~": "∼", "\\": "∴",
    **{chr(code): sign for code, sign in zip(range(0xA2, 0xC0), "′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…⏐⎯↵", strict=True)},
    **{chr(code): sign for code, sign in zip(range(0xC4, 0xD1), "⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠", strict=True)},
    **{chr(code): sign for code, sign in zip(range(0xD5, 0xDF), "∏√⋅¬∧∨⇔⇐⇑⇒", strict=True)},
    "\u00e5": "∑", "\u00f2": "∫",
}  # fmt: skip
_WINGDINGS = {
    " ": " ", "(": "☎", "*": "✉", "F": "☞", "J": "☺", "l": "●", "m": "❍", "n": "■", "o": "□", "q": "❑", "u": "◆",
    "v": "❖", "w": "⬥", "\u009f": "•", "\u00a7": "▪", "\u00a8": "◻", "\u00b2": "◇", "\u00d8": "➢", "\u00df": "←",
    "\u00e0": "→", "\u00e1": "↑", "\u00e2": "↓", "\u00e8": "➔", "\u00f0": "⇨", "\u00fb": "✗", "\u00fc": "✓",
    "\u00fd": "☒", "\u00fe": "☑",
}  # fmt: skip
FONTS = {"symbol": _SYMBOL, "wingdings": _WINGDINGS}
OTHER_SIGNS = frozenset({"wingdings 2", "wingdings 3", "webdings"})
UNKNOWN = "\ufffd"

_HIGH = str.maketrans("0123456789+-=()n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿ")
_LOW = str.maketrans("0123456789+-=()", "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎")


def draws_signs(font: str | None) -> bool:
    return font is not None and (font.casefold() in FONTS or font.casefold() in OTHER_SIGNS)


def signs(text: str, font: str) -> str:
    """What a font of signs draws for these codes; U+FFFD where Unicode, or this table, has no such sign."""
    table = FONTS.get(font.casefold(), {})
    return "".join(char if char in "\t\n" else table.get(_code(char), UNKNOWN) for char in text)


def _code(char: str) -> str:
    """Word writes the codes of such fonts in a place of their own, F000 higher."""
    return chr(ord(char) - 0xF000) if 0xF000 <= ord(char) <= 0xF0FF else char


def set_high_or_low(text: str, raised: str) -> str:
    """m2 with its 2 set high → m²; what has no such sign stays as it is."""
    table = {"superscript": _HIGH, "subscript": _LOW}.get(raised, {})
    return text.translate(table) if all(ord(char) in table for char in text) else text
