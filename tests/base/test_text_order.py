"""The order of words and of people, in Python and in either database."""

import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.base.ordering import named, titled
from portal.base.text import name_key, sort_bytes, sort_key
from portal.people.models import Field, Person
from tests.cast import Cast

ORDERED = (
    "", " ", "-", "1", "2", "a", "A", "à", "À", "ả", "ã", "á", "ạ", "an", "ă", "ắ", "â", "ậ", "ba", "da", "dz", "đa", "Đa",
    "đá", "e", "ê", "hoa", "hoà", "hòa", "hoà an", "hoa bình", "o", "ó", "ô", "ộ", "ơ", "u", "ú", "ư", "ý", "z",
)  # fmt: skip
NAMES = ["Lê An", "Trần Đức An", "Phạm Ánh", "Vũ Ân", "Nguyễn Dũng", "Đỗ Đạt", "Bùi Thị Yến"]
TITLES = ["An toàn", "Âm nhạc", "Công đoàn", "Dinh dưỡng", "Đội", "Ô-lim-pic", "Ơn thầy", "Y tế"]


def test_words_stand_as_in_a_dictionary() -> None:
    assert sorted(sorted(ORDERED), key=sort_key) == list(ORDERED)


def test_people_stand_by_given_name_then_family_name() -> None:
    assert sorted(sorted(NAMES), key=name_key) == NAMES
    assert name_key("") == name_key("  ")


@given(st.lists(st.text(max_size=12), max_size=12))
def test_the_order_is_total(texts: list[str]) -> None:
    ordered = sorted(texts, key=sort_key)
    assert all(sort_key(one) <= sort_key(other) for one, other in pairwise(ordered))
    for one, other in pairwise(ordered):
        same = unicodedata.normalize("NFC", one) == unicodedata.normalize("NFC", other)
        assert (sort_key(one) == sort_key(other)) is same


@given(st.text(max_size=12), st.text(max_size=12))
def test_an_order_kept_as_bytes_is_the_same_order(one: str, other: str) -> None:
    keys, kept = (sort_key(one)[:3], sort_key(other)[:3]), (sort_bytes(one), sort_bytes(other))
    assert ((keys[0] < keys[1]), (keys[0] == keys[1])) == ((kept[0] < kept[1]), (kept[0] == kept[1]))
    assert len(sort_bytes("Ậ" * 255)) < 500


def test_both_databases_order_titles_and_people_alike(cast: Cast) -> None:
    made = [Field(title=title, slug=f"f{number}") for number, title in enumerate(reversed(TITLES))]
    Field.objects.bulk_create(made)
    Person.objects.bulk_create(Person(username=f"p{n}", full_name=name) for n, name in enumerate(reversed(NAMES)))
    fields = Field.objects.filter(slug__in=[one.slug for one in made])
    assert list(fields.order_by(titled()).values_list("title", flat=True)) == TITLES
    assert [one.title for one in fields] == TITLES
    people = Person.objects.filter(full_name__in=NAMES)
    assert list(people.order_by(*named()).values_list("full_name", flat=True)) == NAMES
    assert list(people.order_by(*named()).reverse().values_list("full_name", flat=True)) == NAMES[::-1]


@pytest.mark.sqlite
def test_forms_offer_people_and_fields_in_that_order(cast: Cast) -> None:
    from portal.desk.plan_forms import writers

    shown = [str(one) for one in writers()]
    assert shown == sorted(shown, key=name_key)
