"""What a reader's words mean, without a database."""

import unicodedata

import pytest

from portal.search.rules import MOST_WORDS, asked, padded, snippet


@pytest.mark.parametrize("query,folded,exact,marked", [
    ("đức giang", ("duc", "giang"), ("đưc\u0301", "giang"), ("đưc\u0301",)),
    ("duc giang", ("duc", "giang"), ("duc", "giang"), ()),
    ("ĐỨC  Giang!", ("duc", "giang"), ("đưc\u0301", "giang"), ("đưc\u0301",)),
    ("hoà hòa", ("hoa",), ("hoa\u0300",), ("hoa\u0300",)),
    ('"AND" * (NEAR) -x^2 col:y', ("and", "near", "x", "2", "col", "y"), ("and", "near", "x", "2", "col", "y"), ()),
    ("… !! \x00 _ ", (), (), ()),
])  # fmt: skip
def test_a_query_is_cut_into_words(
    query: str, folded: tuple[str, ...], exact: tuple[str, ...], marked: tuple[str, ...]
) -> None:
    found = asked(query)
    assert (found.folded, found.exact, found.marked) == (folded, exact, marked)


def test_decomposed_letters_mean_the_same_as_composed_ones() -> None:
    assert asked(unicodedata.normalize("NFD", "Lễ hội Đức Giang")) == asked("Lễ hội Đức Giang")


def test_only_the_first_words_of_a_long_query_count() -> None:
    assert asked(" ".join(f"a{number}" for number in range(500))).folded == tuple(f"a{n}" for n in range(MOST_WORDS))


def test_words_are_padded_so_that_they_are_found_whole() -> None:
    assert padded("an lac") == " an lac "


def test_a_snippet_marks_the_words_and_escapes_the_rest() -> None:
    text = "<b>Đức</b> & Giang"
    assert snippet(text, asked("duc")) == "&lt;b&gt;<mark>Đức</mark>&lt;/b&gt; &amp; Giang"


def test_a_snippet_shows_the_place_with_most_of_the_words() -> None:
    text = " ".join(["sân"] + ["x"] * 60 + ["học sinh sân trường"] + ["y"] * 60)
    shown = snippet(text, asked("hoc sinh truong"))
    assert shown == (
        "… x x x x x x <mark>học</mark> <mark>sinh</mark> sân <mark>trường</mark> y y y y y y y y y y y y y y …"
    )


def test_a_snippet_without_any_of_the_words_is_the_beginning() -> None:
    assert snippet("Lớp 7A3 tự làm.", asked("tiêu đề")) == "Lớp 7A3 tự làm."
    assert snippet("…", asked("gì")) == "…"
