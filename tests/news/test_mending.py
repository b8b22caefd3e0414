"""Broken Vietnamese typing: what is mended when a text is kept, what stays, and how it is told."""

import unicodedata
from collections import Counter
from itertools import islice

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from portal.base.mending import WORDS, mend, places, told

NFD = unicodedata.normalize("NFD", "Tiếng trống trường")


def slips(text: str) -> dict[str, int]:
    return dict(+mend(text).slips)


@pytest.mark.parametrize(
    "typed, kept, said",
    [
        # R-TEXT-02: letters and marks typed apart
        (NFD, "Tiếng trống trường", {"marks": 4}),
        ("Bé tha\u0309", "Bé thả", {"marks": 1}),
        ("Tin\x01 mới", "Tin mới", {"unseen": 1}),
        # R-TEXT-03: what nobody sees, what only looks right
        ("sân\u200b trường\ufeff", "sân trường", {"unseen": 2}),
        ("Ðội bóng Ðức Giang", "Đội bóng Đức Giang", {"letter": 2}),
        # R-TEXT-04: two spaces
        ("Sân  trường   rất \u00a0đông", "Sân trường rất đông", {"spaces": 3}),
        # R-TEXT-05: a space before a sign
        ("Chào các em , cô đến đây !", "Chào các em, cô đến đây!", {"before": 2}),
        ("Chuẩn bị :\n- nước ;\n- khăn .", "Chuẩn bị:\n- nước;\n- khăn.", {"before": 3}),
        ("Thế à ?!", "Thế à?!", {"before": 1}),
        # R-TEXT-06: straight quotation marks
        ('Em nói: "Con thích học"', "Em nói: “Con thích học”", {"quotes": 1}),
        ('"Một", "hai"', "“Một”, “hai”", {"quotes": 2}),
        ('**"đậm"**', "**“đậm”**", {"quotes": 1}),
        ('“nửa này"', "“nửa này”", {"quotes": 1}),
        ('"nửa kia”', "“nửa kia”", {"quotes": 1}),
        ('"ngoài "trong" ngoài"', "“ngoài “trong” ngoài”", {"quotes": 2}),
        ('Xem "https://thcs.edu.vn/a" nhé', "Xem “https://thcs.edu.vn/a” nhé", {"quotes": 1}),
        # R-TEXT-07: three dots
        ("Thế rồi... cả lớp cười", "Thế rồi… cả lớp cười", {"dots": 1}),
        # together
        ('Cô hỏi :  "Ai biết ?"', "Cô hỏi: “Ai biết?”", {"spaces": 1, "before": 2, "quotes": 1}),
    ],
)
def test_broken_typing_is_mended_and_counted(typed: str, kept: str, said: dict[str, int]) -> None:
    assert (mend(typed).text, slips(typed)) == (kept, said)


@pytest.mark.parametrize(
    "text",
    [
        "Giá 1.000 đồng, 1 000 000 đồng, 3,5 điểm",
        "Lúc 7:30, lúc 7 : 30, tỉ số 2 : 1, tỉ lệ 1 : 2",
        "hoà, hòa, thuý, thúy, quý, qúy",
        "https://thcs.edu.vn/a?x=1,2;y...z  ".strip(),
        "[ảnh](https://thcs.edu.vn/a...b) và co.lan@thcs.edu.vn",
        'Gõ `print("a  b" ...)` rồi xem',
        'màn hình 15" và 17"',
        'dấu " lẻ',
        "Họ tên: ........ lớp: ....",
        "từ 1...5",
        "- nước\n  - lọc\n    - chanh",
        "1 . không phải mục",
        "Sáng nay … chiều nay",
        "| ô một |  | ô ba |",
        "Vui :) buồn :(",
        "Gia đình 👨‍👩‍👧 và cô giáo 👩🏽‍🏫",
        "Ai – người nào; “trích” ‘trong’…",
        "một\thai\r\nba",
        "",
    ],
)
def test_what_is_meant_stays(text: str) -> None:
    assert (mend(text).text, slips(text)) == (text, {})


SIGNS = [*'ab Đðê"“”.,:;!?()[]`*|-12\n\u0301\u0309\u200b\u200d\u00a0\ufdd0\u1fef', "  ", "...", " .", "https://a.vn"]
ODD = st.lists(st.sampled_from(SIGNS), max_size=30).map("".join)


@example('"a "b" c"')
@example("\u1fefa  b\u1fef")
@example("https://a.vn  .")
@given(ODD | st.text(max_size=40))
def test_mended_twice_is_mended_once(text: str) -> None:
    """R-TEXT-01"""
    once = mend(text)
    again = mend(once.text)
    assert (again.text, +again.slips) == (once.text, Counter())


@given(ODD, ODD, st.sampled_from(["https://vi.wikipedia.org/wiki/A_(b)", "1.000", "7:30", "`a  b`", "12.345,6"]))
def test_addresses_numbers_hours_and_code_are_never_touched(before: str, after: str, kept: str) -> None:
    before, after = before.replace("`", ""), after.replace("`", "").replace("\u1fef", "")
    assert kept in mend(f"{before.replace(chr(0x1FEF), '')} {kept} {after}").text


@given(ODD)
def test_nothing_is_mended_without_being_told(text: str) -> None:
    mended = mend(text)
    assert (mended.text != text) == bool(told(mended.slips))


def test_it_is_told_in_words() -> None:
    assert told(mend('a  b  c "d" e .').slips) == ("2 chỗ hai dấu cách, 1 dấu cách trước dấu câu, 1 cặp ngoặc kép")
    assert told(Counter()) == ""
    assert set(WORDS) >= set(slips('Ð  a\u200b ... "x" .' + NFD))


def test_the_places_show_what_went_and_what_came() -> None:
    before = 'Cô nói  với lớp : "Chào"\nDòng hai'
    found = [(place.lead, place.old, place.new, place.tail) for place in places(before, mend(before).text)]
    assert found == [
        ("Cô ", "nói␣␣", "nói ", "với lớp "), ("nói  với ", 'lớp␣:␣"Chào"', "lớp: “Chào”", ""),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "word", ["a", "a.", "]( ", "](a", '"', '"a', "“", "` ", "www.", "http://)", " ", " .", "\u0301", "a  b "]
)
def test_a_very_long_text_is_mended_in_a_moment(word: str) -> None:
    text = word * 30_000
    mended = mend(text)
    assert mend(mended.text).text == mended.text
    shown = list(islice(places(text, mended.text), 8))
    assert bool(shown) == (mended.text != text)
