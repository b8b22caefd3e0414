"""Vietnamese text: what is folded, what is kept."""

import unicodedata

import pytest

from portal.base import text


@pytest.mark.parametrize(
    "title,slug",
    [
        ("Đức Giang khai giảng", "duc-giang-khai-giang"),
        ("Lễ khai giảng ở Đức Giang", "le-khai-giang-o-duc-giang"),
        ("“Cuốn nào rách nhiều nhất?”", "cuon-nao-rach-nhieu-nhat"),
        ("20/11: thầy cô", "20-11-thay-co"),
        ("???", "bai"),
    ],
)
def test_a_title_becomes_an_address(title: str, slug: str) -> None:
    assert text.slug(title) == slug
    assert text.slug(unicodedata.normalize("NFD", title)) == slug


def test_marks_case_and_d_bar_are_folded_and_eth_is_not() -> None:
    assert text.fold("ĐƯỜNG Ố Ỹ ð") == "duong o y ð"


@pytest.mark.parametrize("old,new", [("hòa", "hoà"), ("thủy", "thuỷ"), ("khỏe", "khoẻ")])
def test_placement_of_the_tone_mark_does_not_matter(old: str, new: str) -> None:
    assert text.exact_key(old) == text.exact_key(new)
    assert text.exact_key(old) != text.exact_key(text.fold(old))


def test_people_are_ordered_by_given_name() -> None:
    people = ["Nguyễn Thị Yến", "Trần Đức An", "Lê An", "Phạm Bình"]
    assert sorted(people, key=text.name_key) == ["Lê An", "Trần Đức An", "Phạm Bình", "Nguyễn Thị Yến"]
