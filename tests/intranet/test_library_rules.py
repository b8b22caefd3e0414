"""The library: who sends, what is whole, whose opinion, who reads, rates, copies; tables, no database (Điều 15.1, 15.2)."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from portal.base.rules import Refusal
from portal.intranet.library.rules import (
    Given,
    Licence,
    Teacher,
    has_opinion,
    is_changed,
    is_whole,
    may_ask,
    may_carry,
    may_copy,
    may_opine,
    may_rate,
    may_read_draft,
    may_send,
    may_share,
    month_of,
    needs_opinion,
    says_why,
    school_year,
    year_name,
)
from portal.people.rules import Board

BOARD = Board(heads=frozenset({1}), secretaries=frozenset({2}), principals=frozenset({3}), sysadmins=frozenset({9}))
LAN, HOA = Teacher(5, frozenset({7})), Teacher(6, frozenset({7}), frozenset({7}))
WHOLE = Given("Phép cộng phân số", "giao-an", 6, subject=1, year=2026, unit=7)


def rule(found: Refusal | None) -> str:
    return found.rule if found else ""


@pytest.mark.parametrize(("kind", "suspended", "told"), [
    ("staff", False, ""), ("staff", True, "R-LIB-01"), ("collaborator", False, "R-LIB-01"), ("pupil", False, "R-LIB-01"),
])  # fmt: skip
def test_who_sends(kind: str, suspended: bool, told: str) -> None:
    assert rule(may_send(kind, suspended=suspended)) == told


@pytest.mark.parametrize(("changes", "papers", "wrong"), [
    ({}, 1, []),
    ({}, 0, ["files"]),
    ({"title": "  "}, 1, ["title"]),
    ({"sort": "", "grade": None}, 1, ["sort", "grade"]),
    ({"grade": 0}, 1, []),
    ({"grade": 5}, 1, ["grade"]),
    ({"subject": None}, 1, ["subject"]),
    ({"subject": None, "sort": "skkn"}, 1, []),
    ({"year": None, "unit": None}, 1, ["year", "unit"]),
    ({"licence": "?"}, 1, ["licence"]),
    ({"licence": Licence.OUTSIDE}, 1, ["source"]),
    ({"licence": Licence.OUTSIDE, "source": "hanhtrangso.nxbgd.vn"}, 1, []),
    ({"intro": "a" * 5001}, 1, ["intro"]),
])  # fmt: skip
def test_what_an_item_must_say(changes: dict[str, Any], papers: int, wrong: list[str]) -> None:
    """R-LIB-02."""
    assert [one.field for one in is_whole(replace(WHOLE, **changes), papers)] == wrong


@pytest.mark.parametrize(
    ("papers", "told"), [([1, 3], ""), ([2], "R-LIB-03"), ([1] * 30, ""), (range(1, 60, 2), "R-LIB-03")]
)
def test_it_carries_its_writers_files(papers: Any, told: str) -> None:
    assert rule(may_carry(papers, own=range(1, 60, 4), before=range(3, 60, 4))) == told


@pytest.mark.parametrize(("leaders", "needed"), [({6}, True), ({5, 6}, False), (set(), False)])
def test_whose_items_need_the_leaders_opinion(leaders: set[int], needed: bool) -> None:
    assert needs_opinion(leaders, 5) is needed


@pytest.mark.parametrize(("needed", "said", "told"), [
    (False, None, ""), (True, True, ""), (True, None, "R-LIB-04"), (True, False, "R-LIB-04"), (False, False, ""),
])  # fmt: skip
def test_without_it_nothing_is_handed_in(needed: bool, said: bool | None, told: str) -> None:
    assert rule(has_opinion(needed, said)) == told


@pytest.mark.parametrize(("person", "draft", "asked", "told"), [
    (5, True, False, ""), (6, True, False, "R-LIB-05"), (5, False, False, "R-LIB-05"), (5, True, True, "R-LIB-05"),
])  # fmt: skip
def test_who_asks_for_it(person: int, draft: bool, asked: bool, told: str) -> None:
    assert rule(may_ask(person, {5}, draft=draft, asked=asked)) == told


@pytest.mark.parametrize(("person", "asked", "hash", "told"), [
    (6, True, "a", ""), (5, True, "a", "R-LIB-06"), (6, False, "a", "R-LIB-06"), (6, True, "b", "R-LIB-06"),
])  # fmt: skip
def test_who_says_it_and_of_which_words(person: int, asked: bool, hash: str, told: str) -> None:
    assert rule(may_opine(person, {6}, asked=asked, hash=hash, present="a")) == told


@pytest.mark.parametrize(("yes", "words", "told"), [
    (True, "", ""), (False, "", "R-LIB-07"), (False, "sửa", "R-LIB-07"), (False, "Thiếu phần vận dụng.", ""),
])  # fmt: skip
def test_who_asks_for_a_change_says_which(yes: bool, words: str, told: str) -> None:
    assert rule(says_why(yes, words)) == told


@pytest.mark.parametrize(
    ("person", "unit", "told"), [(LAN, 7, ""), (LAN, 8, "R-LIB-08"), (LAN, None, "R-LIB-08"), (HOA, 7, "R-LIB-08")]
)
def test_a_draft_is_shared_in_ones_own_unit(person: Teacher, unit: int | None, told: str) -> None:
    assert rule(may_share(person, {5}, unit)) == told


@pytest.mark.parametrize(("person", "asked", "shared", "told"), [
    (5, False, False, ""), (6, False, False, "R-LIB-09"), (6, True, False, ""), (6, False, True, ""),
    (1, False, False, ""), (2, False, False, ""), (3, False, False, ""), (9, False, False, "R-LIB-09"),
])  # fmt: skip
def test_who_reads_what_is_not_approved(person: int, asked: bool, shared: bool, told: str) -> None:
    assert rule(may_read_draft(Teacher(person), BOARD, writers={5}, asked=asked, shared=shared)) == told


@pytest.mark.parametrize(("person", "up", "stars", "reason", "wrong"), [
    (6, True, 5, "Học sinh hiểu bài ngay.", []), (5, True, 5, "Học sinh hiểu bài ngay.", [""]),
    (6, False, 5, "Học sinh hiểu bài ngay.", [""]), (6, True, None, "hay", ["stars", "reason"]), (6, True, 6, "Rất, rất tốt.", ["stars"]),
])  # fmt: skip
def test_who_rates_and_why(person: int, up: bool, stars: int | None, reason: str, wrong: list[str]) -> None:
    assert [one.field for one in may_rate(person, {5}, up=up, stars=stars, reason=reason)] == wrong


@pytest.mark.parametrize(("licence", "up", "told"), [
    (Licence.SHARE, True, ""), (Licence.OUTSIDE, True, ""), (Licence.USE, True, "R-LIB-11"), (Licence.SHARE, False, "R-LIB-11"),
])  # fmt: skip
def test_what_may_be_copied(licence: str, up: bool, told: str) -> None:
    assert rule(may_copy(licence, up=up)) == told


@pytest.mark.parametrize(("copied", "now", "told"), [(None, "a", ""), ("a", "a", "R-LIB-12"), ("a", "b", "")])
def test_an_unchanged_copy_is_not_sent(copied: str | None, now: str, told: str) -> None:
    assert rule(is_changed(copied, now)) == told


def test_months_and_school_years() -> None:
    """R-LIB-13."""
    found = [
        month_of(date(2026, 11, 16)),
        school_year(date(2026, 8, 1)),
        school_year(date(2027, 7, 31)),
        year_name(2026),
    ]
    assert found == [date(2026, 11, 1), 2026, 2026, "2026–2027"]
