"""Whether a text that names no font was written for an old one, by what its syllables are before and after. Pure.

"Unsure" is an answer: text stays as it is unless nearly everything that would change becomes a Vietnamese syllable, and
hardly any of it was one before. ô, ó, ò, í and ì are letters of both worlds, « and ® stand in good Unicode.
"""

import re
import unicodedata
from dataclasses import dataclass

from portal.base.text.folding import steady
from portal.base.text.syllables import is_syllable
from portal.base.text.tables import ONLY_UNICODE, Font, as_codes, convert

_EDGES = "\"'“”‘’().,:;!?…/-–—*[]{}<>"
_SPLIT = re.compile(r"[\s\u00a0/\-–—]+")
_BEHIND_A_VOWEL = re.compile("[aeouy][øåä]", re.IGNORECASE)
_MOST = 0.6  # of what changes must become syllables
_MANY = 0.4  # of those must have been none before
_LENGTH = 20_000  # characters looked at: a longer text is not more certain


@dataclass(frozen=True)
class _Evidence:
    """Of the words a conversion changes: how many become syllables, were syllables; of all words, how many are in the end."""

    changed: int
    good: int
    were: int
    words: int
    read: int
    sure: bool  # some word cannot have been anything else

    def convinces(self) -> bool:
        gained = self.good - self.were
        return (
            (gained >= 2 or (gained == 1 and self.sure))
            and self.good >= _MOST * self.changed
            and gained >= _MANY * self.good
            and self.read >= self.words / 2
        )


def suspected(text: str) -> Font | None:
    """The font a text seems to be written for; None where it is Vietnamese already, is no Vietnamese, or cannot be told."""
    text = steady(text[:_LENGTH])
    if _in_numbers(text):
        return Font.NCR
    if text.isascii() or ONLY_UNICODE.search(text):
        return None
    words = _words(as_codes(text, Font.VNI))
    found = {font: _weigh(words, font) for font in (Font.TCVN3, Font.VNI)}
    convinced = [font for font, evidence in found.items() if evidence.convinces()]
    if len(convinced) == 2:
        tcvn3, vni = found[Font.TCVN3].good, found[Font.VNI].good
        return None if tcvn3 == vni else Font.TCVN3 if tcvn3 > vni else Font.VNI
    return convinced[0] if convinced else None


def _in_numbers(text: str) -> bool:
    """Whether numbers of HTML in a text are letters of Vietnamese words."""
    if "&#" not in text:
        return False
    after = convert(text, Font.NCR)
    if after == unicodedata.normalize("NFC", text):
        return False
    marked = [word for word in _words(after) if not word.isascii()]
    return sum(map(is_syllable, marked)) >= _MOST * len(marked)


def _words(text: str) -> list[str]:
    """What may be words; numbers and dates are evidence of nothing."""
    return [word for part in _SPLIT.split(text) if (word := part.strip(_EDGES)) and not _is_figure(word)]


def _is_figure(word: str) -> bool:
    return any(char.isdigit() and char.isascii() for char in word) or not any(char.isalpha() for char in word)


def _weigh(words: list[str], font: Font) -> _Evidence:
    pairs = [(word, convert(word, font)) for word in words]
    changed = [(before, after) for before, after in pairs if before != after and before != "µm"]  # micrometres
    good = [before for before, after in changed if is_syllable(after)]
    return _Evidence(
        changed=len(changed),
        good=len(good),
        were=sum(is_syllable(before) for before in good),
        words=len(pairs),
        read=sum(is_syllable(after) for _, after in pairs),
        sure=any(_only_old(before) for before in good),
    )


def _only_old(word: str) -> bool:
    """A sign among letters, a µ behind one, two strange letters in one word, ø behind a vowel: no living language writes so."""
    strange = [char for char in word if not char.isascii()]
    signs = [
        char for char in strange if not unicodedata.category(char).startswith("L") or (char in "µμ" and word[0] != char)
    ]
    among = bool(signs) and any(char.isascii() for char in word)
    return among or len(strange) > 1 or bool(_BEHIND_A_VOWEL.search(word))
