"""Our tables and our order against what others made on their own: glibc, ICU, two packages."""

import json
import random
import subprocess
import unicodedata

import vn_text
from viparse.normalize.encodings import CHARMAPS
from viparse.normalize.tables import convert as viparse

from portal.base import text
from portal.base.text.legacy import Font, convert
from portal.base.text.tables import TCVN3, VIETNAMESE, VNI
from tests import legacy

UNOBSERVED = {"ẳ", "Ẳ", "ỵ", "Ỵ"}  # the other table leaves out what its documents never had
ICU = """
import icu, json, sys
key = icu.Collator.createInstance(icu.Locale("vi")).getSortKey
print(json.dumps(sorted(json.load(sys.stdin), key=lambda one: (key(one), one))))
"""
LETTERS = [*sorted(VIETNAMESE), *"bcdfghjklmnpqrstvwxzBCDGHKLMNPQRSTVX 0123456789", " ", " "]


def _said(*command: str, to: bytes) -> bytes:
    return subprocess.run(command, input=to, capture_output=True, check=True, timeout=60).stdout


def test_glibc_reads_every_code_of_tcvn3_as_we_do() -> None:
    codes = "".join(TCVN3)
    read = _said("iconv", "-f", "TCVN5712-1", "-t", "UTF-8", to=codes.encode("latin-1")).decode()
    assert unicodedata.normalize("NFC", read) == convert(codes, Font.TCVN3)


def test_another_converter_reads_both_fonts_as_we_do() -> None:
    assert viparse("".join(TCVN3), CHARMAPS["tcvn3"]) == "".join(TCVN3.values())
    known = {codes: letter for letter, codes in legacy.VNI.items() if letter not in UNOBSERVED}
    assert {codes: viparse(codes, CHARMAPS["vni"]) for codes in known} == known
    assert {codes: VNI[codes] for codes in known} == known


def test_a_word_is_folded_as_another_program_folds_it() -> None:
    words = _made(300)
    assert [text.folded_key(word) for word in words] == [vn_text.fold(word) for word in words]
    assert [text.fold(letter) for letter in VIETNAMESE] == [vn_text.fold(letter) for letter in VIETNAMESE]


def test_icu_orders_as_we_do() -> None:
    """CLDR `vi` itself, asked of the system's ICU; ties, which only forms of the same letters are, by code."""
    words = _made(1500)
    ordered = json.loads(_said("/usr/bin/python3", "-c", ICU, to=json.dumps(words).encode()))
    assert sorted(sorted(words), key=lambda word: text.sort_key(word)[:3]) == ordered


def _made(many: int) -> list[str]:
    """Words of all letters, many of them alike but for one letter, and every pair of single letters; the same each time."""
    dice = random.Random(1912)
    words = {"", *LETTERS}
    while len(words) < many:
        word = [dice.choice(LETTERS) for _ in range(dice.randint(1, 5))]
        words.add("".join(word))
        word[dice.randrange(len(word))] = dice.choice(LETTERS)
        words.add("".join(word))
    return sorted(words)
