"""What a reader's words mean, without a database."""

import unicodedata

import pytest

from portal.search.rules import BREAK, MOST_WORDS, Asked, asked, cut, likely, marked, snippet, tiers
from portal.search.rules.slips import neighbours, split, telex, vni
from portal.search.rules.syllables import exact, spelled


@pytest.mark.parametrize("query,words,keys,marked", [
    ("đức giang", ("duc", "giang"), ("đức", "giang"), ("đức",)),
    ("duc giang", ("duc", "giang"), ("duc", "giang"), ()),
    ("ĐỨC  Giang!", ("duc", "giang"), ("đức", "giang"), ("đức",)),
    ("hoà hòa", ("hoa", "hoa"), ("hoà", "hoà"), ("hoà",)),
    ("Kỹ thuật, kĩ thuật", ("ki", "thuat") * 2, ("kĩ", "thuật") * 2, ("kĩ", "thuật")),
    ('"AND" * (NEAR) -x^2 col:y', ("and", "near", "x", "2", "col", "y"), ("and", "near", "x", "2", "col", "y"), ()),
    ("… !! \x00 _ ǃ", (), (), ()),
    ("\ud800 a", ("a",), ("a",), ()),
])  # fmt: skip
def test_a_query_is_cut_into_words(
    query: str, words: tuple[str, ...], keys: tuple[str, ...], marked: tuple[str, ...]
) -> None:
    assert asked(query) == Asked(words, keys, marked)


def test_decomposed_letters_mean_the_same_as_composed_ones() -> None:
    assert asked(unicodedata.normalize("NFD", "Lễ hội Đức Giang")) == asked("Lễ hội Đức Giang")


def test_only_the_first_words_of_a_long_query_count() -> None:
    assert asked(" ".join(f"a{number}" for number in range(500))).words == tuple(f"a{n}" for n in range(MOST_WORDS))


def test_a_snippet_marks_the_words_and_escapes_the_rest() -> None:
    text = "<b>Đức</b> & Giang"
    assert snippet(text, asked("duc")) == "&lt;b&gt;<mark>Đức</mark>&lt;/b&gt; &amp; Giang"


def test_a_snippet_shows_the_place_with_most_of_the_words() -> None:
    text = " ".join(["sân"] + ["x"] * 60 + ["học sinh sân trường"] + ["y"] * 60)
    shown = snippet(text, asked("hoc sinh truong"))
    assert shown == f"… {'x ' * 7}<mark>học sinh</mark> sân <mark>trường</mark> {'y ' * 21}…"


def test_a_snippet_shows_the_phrase_and_not_words_that_stand_alone() -> None:
    text = f"Thầy Đức. Giang {'x ' * 60}dục giảng {'x ' * 60}ở Đức Giang."
    assert snippet(text, asked("đức giang")) == f"… {'x ' * 29}ở <mark>Đức Giang</mark>."
    assert "<mark>dục giảng</mark>" in snippet(text, asked("duc giang"))
    assert snippet(text, asked("đức x")).startswith("Thầy <mark>Đức</mark>. Giang <mark>x x")


def test_a_snippet_finds_words_in_any_letters_and_shows_as_many_words_at_the_end() -> None:
    assert snippet("Kỳ thi ở Weißstraße", asked("weissstrasse ki")) == "<mark>Kỳ</mark> thi ở <mark>Weißstraße</mark>"
    assert snippet(f"{'x ' * 60}Ki\u0300 thi.", asked("kì thi")) == f"… {'x ' * 30}<mark>Kì thi</mark>."
    assert marked("lớp_7A, tập_đọc", asked("tap doc")) == "lớp_7A, <mark>tập_đọc</mark>"


def test_a_snippet_without_any_of_the_words_is_the_beginning() -> None:
    assert snippet("Lớp 7A3 tự làm.", asked("tiêu đề")) == "Lớp 7A3 tự làm."
    assert snippet("…", asked("gì")) == "…"


def test_a_title_is_marked_as_a_whole() -> None:
    assert (
        marked("Hội thảo ở Đức Giang & <b>", asked("duc giang")) == "Hội thảo ở <mark>Đức Giang</mark> &amp; &lt;b&gt;"
    )
    assert marked("Không có gì", asked("")) == "Không có gì"


def test_no_phrase_reaches_from_one_sentence_into_the_next() -> None:
    assert list(cut("Thầy Đức. Giang (7A3), 14.2 – 16/11")) == [
        "thầy", "đức", BREAK, "giang", BREAK, "7a3", BREAK, BREAK, "14", "2", "16", "11",
    ]  # fmt: skip


KEYS = {
    "hòa": "hoà", "hoà": "hoà", "thủy": "thuỷ", "thuỷ": "thuỷ", "của": "cuả", "kỹ": "kĩ", "kĩ": "kĩ", "Vy": "vy",
    "trường": "trường", "quả": "quả", "giếng": "giếng", "nghiêng": "nghiêng", "Ñ": "ñ", "6a1": "6a1",
}  # fmt: skip


def test_a_syllable_has_one_key_however_it_is_spelled() -> None:
    assert {word: exact(word) for word in KEYS} == KEYS


SPELLED = (
    "hòa",
    "thủy",
    "của",
    "trường",
    "quả",
    "giếng",
    "gìn",
    "ngoài",
    "khuỷu",
    "thuở",
    "tiếng",
    "mía",
    "bảo",
    "xóa",
)


def test_a_key_is_spelled_again_as_people_write() -> None:
    assert tuple(spelled(exact(word)) for word in SPELLED) == SPELLED


TELEX = {
    "dduwcs": "đức", "duwcsd": "đức", "truwowfng": "trường", "truowngf": "trường", "vieetj": "việt", "vietej": "việt",
    "hoaf": "hòa", "hoawcj": "hoặc", "nguyeenx": "nguyễn", "quas": "quá", "thuyr": "thủy", "giang": "giang",
    "sinh": "sinh", "xyz": "xyz", "đức": "đức", "TRUWOWFNG": "trường", "a" * 99: "a" * 99,
}  # fmt: skip
VNI = {
    "d9u71c": "đức", "d9u7c1": "đức", "tru7o72ng": "trường", "vie65t": "việt", "ho2a": "hòa", "7a3": "7a3", "giang": "giang",
}  # fmt: skip


def test_keys_of_telex_and_vni_make_the_letters_they_stand_for() -> None:
    assert {keys: telex(keys) for keys in TELEX} == TELEX
    assert {keys: vni(keys) for keys in VNI} == VNI


def test_words_run_together_are_cut_into_the_fewest_known_ones() -> None:
    known = {"le", "hoi", "duc", "giang", "gi", "ang", "g", "iang"}
    assert split("lehoiducgiang", known) == ["le", "hoi", "duc", "giang"]
    assert (split("giang", known), split("ducx", known), split("", known)) == ([], [], [])


def test_neighbours_are_one_slip_away() -> None:
    near = neighbours("giang")
    assert {"gang", "giagn", "giong", "giangg"} <= near
    assert not {"giang", "gng", ""} & near
    assert (neighbours("ab"), neighbours("x" * 30)) == (set(), set())


def test_markings_worth_counting_are_the_commonest_together() -> None:
    written = {"duc": [("đức", 9), ("dục", 2)], "giang": [("giang", 5), ("giảng", 4)]}
    assert likely(("duc", "giang"), written) == [("đức", "giang"), ("đức", "giảng"), ("dục", "giang"), ("dục", "giảng")]
    assert likely(("duc", "xa"), written) == []
    assert len(likely(("a",) * 16, {"a": [(mark, 1) for mark in "aàáảãạ"]})) == 16


def test_the_classes_of_what_is_found_stand_in_this_order() -> None:
    def told(query: str, *markings: tuple[str, ...]) -> list[str]:
        return [" & ".join(f"{one.column} {one.tsquery}" for one in tier) for tier in tiers(asked(query), markings)]

    assert told("hoa") == ["folded_title 'hoa'", "folded_text 'hoa'"]
    assert told("hòa") == ["exact_title 'hoà'", "exact_text 'hoà'", *told("hoa")]
    assert told("a b", ("á", "b"))[:4] == [
        "exact_title 'á' <-> 'b'", "exact_text 'á' <-> 'b'", "folded_title 'a' <-> 'b'", "folded_text 'a' <-> 'b'",
    ]  # fmt: skip
    assert told("a b")[2] == "folded_title 'a' & 'b'"
    assert told("á b")[:3] == ["exact_title 'á' <-> 'b'", "exact_text 'á' <-> 'b'", "exact_title 'á' & 'b'"]
    assert "folded_text 'a' <-> 'b' & exact_text 'á'" in told("á b")
