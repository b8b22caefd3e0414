"""Text of the time before Unicode: every code of every old font, whole names, and what must not be touched."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.base.text.legacy import Font, convert, font_named, suspected
from portal.base.text.syllables import is_syllable
from portal.base.text.tables import TCVN3, VIETNAMESE, VNI, units
from tests import legacy

PUPILS = (
    "Đỗ Ý Nhi", "Ngô Gia Bảo", "Nguyễn Thị Hoè", "Ưng Hoàng Phúc", "Ý Lan", "Mừng", "Kỳ Duyên", "Đặng Thuỳ Dương",
    "Ông Ích Khiêm", "Lê Ẩn", "Ứng Hoè", "Ưu", "Ỷ Thiên", "Phạm Quỹ", "Trịnh Xuân Ỷ", "Đoàn Thị Điểm", "Ấu Lăng",
    "Âu Dương Ngọc Ánh", "Ngụy Như Kon Tum", "Quách Thị Ửng", "Giàng A Sùng", "Hờ Thị Xía", "Yên", "Ỵ", "Ẵm", "Ọp ẹp",
)  # fmt: skip
SENTENCE = "Cộng hòa xã hội chủ nghĩa Việt Nam, Độc lập – Tự do – Hạnh phúc"
OLD_FONTS = (Font.TCVN3, Font.TCVN3_CAPS, Font.VNI)


def test_every_code_of_tcvn3_draws_its_letter() -> None:
    assert {code: letter for letter, code in legacy.TCVN3.items()} == TCVN3
    assert len(TCVN3) == 74


def test_a_font_of_capitals_draws_them_large() -> None:
    drawn = {code: convert(code, Font.TCVN3_CAPS) for code in TCVN3}
    assert drawn == {code: letter.upper() for code, letter in TCVN3.items()}


def test_every_code_of_vni_draws_its_letter_small_and_large() -> None:
    wanted = {codes: letter for letter, codes in legacy.VNI.items()}
    assert {codes: convert(codes, Font.VNI) for codes in wanted} == wanted
    assert set(VNI.values()) == {letter for letter in VIETNAMESE if not letter.isascii()}


@pytest.mark.parametrize("codes,letter", [("Aâ", "Â"), ("aÂ", "â"), ("OÀ", "Ồ"), ("Oà", "Ồ"), ("Öù", "Ứ"), ("öÙ", "ứ")])
def test_the_letter_decides_about_size_not_its_mark(codes: str, letter: str) -> None:
    assert convert(codes, Font.VNI) == letter


@pytest.mark.parametrize("name", PUPILS)
def test_names_of_pupils_come_through_as_they_were_typed(name: str) -> None:
    assert "".join(convert(codes, font) for font, codes in _typed(name, Font.TCVN3)) == name
    assert "".join(convert(codes, font) for font, codes in _typed(name, Font.VNI)) == name
    assert convert(legacy.old(name, Font.TCVN3_CAPS), Font.TCVN3_CAPS) == name.upper()
    assert convert(legacy.old(name, Font.NCR), Font.NCR) == name


def _typed(name: str, font: Font) -> list[tuple[Font, str]]:
    return [(font_named(called) or Font.UNICODE, codes) for called, codes in legacy.runs(name, font)]


def test_what_stands_in_the_ledgers_of_domain_work_comes_through() -> None:
    assert convert("Céng hßa x· héi chñ nghÜa ViÖt Nam", Font.TCVN3) == SENTENCE.split(",")[0]
    assert convert("Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam", Font.VNI) == SENTENCE.split(",")[0]
    assert convert("Tr\u00ad¬ng Thuû", Font.TCVN3) == "Trương Thuỷ"


@pytest.mark.parametrize("font", OLD_FONTS)
def test_a_run_that_is_unicode_already_is_not_converted_again(font: Font) -> None:
    """R-TEXT-08"""
    once = convert(legacy.old(SENTENCE, font), font)
    assert convert(once, font) == once
    assert convert("Trường® «Đức Giang»", font) == "Trường® «Đức Giang»"


def test_a_registered_sign_is_a_d_only_where_its_own_run_was_drawn_by_the_old_font() -> None:
    runs = [("Times New Roman", "Microsoft® và "), (".VnTime", "®Êt n\u00ad\u00adíc".replace("\u00ad\u00ad", "\u00ad"))]
    assert "".join(convert(text, font_named(font) or Font.UNICODE) for font, text in runs) == "Microsoft® và đất nước"


def test_codes_word_keeps_in_its_place_for_symbols_are_read_too() -> None:
    moved = "".join(
        chr(ord(char) + 0xF000) if not char.isascii() else char for char in legacy.old("Đặng Thuỳ Dương", Font.TCVN3)
    )
    assert convert(moved, Font.TCVN3) == "Đặng Thuỳ Dương"
    assert convert(moved, Font.UNICODE) == moved


def test_signs_a_pdf_puts_for_codes_are_read_among_letters_alone() -> None:
    assert convert("nhμ n\u2212íc ®\u2219 th«ng t\u2212", Font.TCVN3) == "nhà nước đã thông tư"
    assert convert("5 \u2212 3 \u2219 2", Font.TCVN3) == "5 \u2212 3 \u2219 2"
    assert suspected("nhμ n\u2212íc") is Font.TCVN3


def test_numbers_of_letters_are_read_and_signs_of_html_stay_what_they_were() -> None:
    assert convert("C&#7897;ng h&#xF2;a &#60;b&#62; &#169; &amp; &#99999; &#0;", Font.NCR) == (
        "Cộng hòa &#60;b&#62; &#169; &amp; &#99999; &#0;"
    )


@pytest.mark.parametrize(
    "name,font",
    [
        (".VnTime", Font.TCVN3),
        (".VnTimeH", Font.TCVN3_CAPS),
        (".VnArial NarrowH", Font.TCVN3_CAPS),
        (".VnArial Narrow", Font.TCVN3),
        (".VnAvantH Bold", Font.TCVN3_CAPS),
        (".VNTIME", Font.TCVN3),
        (".vntimeh", Font.TCVN3_CAPS),
        ("_VnTime", Font.TCVN3),
        ("VnTime", Font.TCVN3),
        ("'.VnTime', serif", Font.TCVN3),
        ("ABCDEF+.VnTime", Font.TCVN3),
        ("VNI-Times", Font.VNI),
        ("vni-helve", Font.VNI),
        ("VNI Times", Font.VNI),
        ("Times New Roman", None),
        ("UVN Bach Dang", None),
        ("UTM Avo", None),
        ("VNUnicode", None),
        (".", None),
        ("", None),
    ],
)
def test_a_fonts_name_promises_its_codes(name: str, font: Font | None) -> None:
    assert font_named(name) is font


VIETNAMESE_TEXT = st.text(
    alphabet=sorted(VIETNAMESE) + list(" abcdghiklmnpqrstuvxyABCDGHKLMNOPQRSTUVXY0123456789.,-\n")
)


@given(VIETNAMESE_TEXT)
def test_what_a_font_can_keep_it_gives_back(text: str) -> None:
    text = unicodedata.normalize("NFC", text)
    assert convert(legacy.old(text, Font.VNI), Font.VNI) == text
    assert convert(legacy.old(text, Font.NCR), Font.NCR) == text
    assert "".join(convert(codes, font) for font, codes in _typed(text, Font.TCVN3)) == text
    assert convert(legacy.old(text, Font.TCVN3_CAPS), Font.TCVN3_CAPS) == text.upper()


@given(st.text(), st.sampled_from(list(Font)))
def test_no_text_is_ever_shortened_and_unicode_only_takes_its_one_form(text: str, font: Font) -> None:
    whole = unicodedata.normalize("NFC", text)
    assert convert(text, Font.UNICODE) == whole
    if font in OLD_FONTS:
        pairs = list(units(text, font))
        assert len(pairs) >= len(text) / 2
        assert all(drawn for _, drawn in pairs)
    if any(char in VIETNAMESE and ord(char) > 0xFF for char in text) and font in OLD_FONTS:
        assert convert(text, font) == whole


@pytest.mark.parametrize(
    "word", (" ".join(PUPILS) + " nguyễn quyển giếng gì gìn nghiêng khuya quýt ngoằn khuỷu").split()
)
def test_what_can_be_said_is_a_syllable(word: str) -> None:
    assert is_syllable(word) is (word != "Kon")


def test_what_nobody_can_say_is_none() -> None:
    nonsense = "đợc trờng nguyôn cafộ nghanh cĩ kương tóc̀ matn Windowsđ à́ bạch̃ các̀ ka\u030b qua\u032d"
    assert [word for word in nonsense.split() if is_syllable(word)] == []
