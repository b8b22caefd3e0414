"""Over a generated shelf of texts: all are found, the phrase before its words, the commoner marking before the rarer."""

import unicodedata
from collections.abc import Iterator
from itertools import groupby

import pytest

from portal.search.models import Entry
from portal.search.queries import found, tally
from portal.search.rules import asked
from tests.cast import NOW
from tests.search import corpus

WHOLE = 400


@pytest.fixture
def shelf(db: None) -> Iterator[None]:
    made = corpus.shelve(WHOLE, NOW)
    yield
    corpus.unshelve(made)


def runs(query: str) -> list[tuple[str, int]]:
    """Which kinds follow each other in the answer, and how many of each."""
    kinds = dict(Entry.objects.values_list("pk", "genre"))
    rows = found(asked(query), None, NOW)
    return [(kind, len(list(group))) for kind, group in groupby(kinds[row.pk] for row in rows)]


def test_without_marks_phrases_come_first_the_commoner_marking_before_the_rarer(shelf: None) -> None:
    for query in ("duc giang", "DUC GIANG", "  duc,giang!"):
        assert runs(query) == [("phrase", 24), ("other", 16), ("another", 4), ("scattered", 80)]


def test_with_marks_the_very_phrase_comes_first_and_nothing_is_lost(shelf: None) -> None:
    for query in ("Đức Giang", "đức giang", unicodedata.normalize("NFD", "Đức Giang")):
        assert runs(query)[0] == ("phrase", 24)
        assert tally(asked(query), None, NOW).total == 124
    (exact, rarer), rest = runs("dục giảng")[:2], runs("dục giảng")
    assert exact == ("other", 16)
    assert rarer[0] == "scattered"  # these very words apart, before the phrase in other marks
    assert sum(many for _, many in rest) == 124


def test_titles_come_before_bodies_and_fresh_before_old_in_each(shelf: None) -> None:
    rows = list(found(asked("duc giang"), None, NOW))[:24]
    entries = Entry.objects.in_bulk([row.pk for row in rows])
    placed = [
        ("đức giang" not in entries[row.pk].exact_title, -entries[row.pk].published_at.timestamp()) for row in rows
    ]
    assert placed == sorted(placed)
    assert {True, False} == {place for place, _ in placed}


def test_close_words_come_before_far_ones(shelf: None) -> None:
    rows = list(found(asked("duc giang"), None, NOW))[44:]
    entries = Entry.objects.in_bulk([row.pk for row in rows])
    far = ["cùng các" in entries[row.pk].exact_text for row in rows]
    assert far == sorted(far)
    assert set(far) == {True, False}


def test_counts_are_those_of_the_answer(shelf: None) -> None:
    counted = tally(asked("duc giang"), None, NOW)
    assert counted.by["genre"] == {"phrase": 24, "other": 16, "another": 4, "scattered": 80}
    assert counted.by["kind"] == {"thu": 124}
