"""The rules of documents and of the register, as tables (Điều 14.2, 16.1.2; NĐ 30/2020)."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import pytest

from portal.people.rules import Board, Duty
from portal.records.documents import rules
from portal.records.documents.kinds import KINDS
from portal.records.documents.rules import Force, Given, Origin

DAY = date(2026, 11, 16)
WHOLE = Given(title="Việc", kind="kh", symbol="01/KH", issued=DAY, signer="Minh")
NOBODY = Board(heads=frozenset(), acting_heads={}, deputies=frozenset(), secretaries=frozenset({3}), substitutes=frozenset(),
               members=frozenset(), fields={}, grants=(), sysadmins=frozenset({4}), principals=frozenset({1}),
               vice_principals=frozenset({2}), away=frozenset(), suspended=frozenset())  # fmt: skip


def said(found: list[rules.Refusal]) -> list[str]:
    return [f"{one.rule} {one.field}" for one in found]


@pytest.mark.parametrize(
    ("person", "duties", "refused"),
    [
        (1, set(), []),
        (2, set(), ["R-DOC-02"]),
        (3, set(), ["R-DOC-02", "R-DOC-03"]),
        (4, set(), ["R-DOC-01", "R-DOC-02", "R-DOC-03"]),
        (5, {Duty.CLERK}, []),
        (5, {Duty.ACCOUNTANT}, ["R-DOC-01", "R-DOC-02", "R-DOC-03"]),
    ],
)
def test_who_writes_who_numbers_who_reads_the_register(person: int, duties: set[Duty], refused: list[str]) -> None:
    asked = (rules.may_write, rules.may_number, rules.may_read_register)
    assert [no.rule for one in asked if (no := one(NOBODY, person, duties)) is not None] == refused


@pytest.mark.parametrize(
    ("changes", "wrong"),
    [
        ({}, []),
        ({"kind": "", "symbol": "", "issued": None, "signer": ""}, []),
        ({"title": "  "}, ["title"]),
        ({"kind": "khong-co"}, ["kind"]),
        ({"origin": "ai-do"}, ["origin"]),
        (
            {"issued": date(1, 1, 1), "starts": date(9999, 12, 31), "ends": date(9999, 12, 31)},
            ["issued", "starts", "ends"],
        ),
    ],
)
def test_a_summary_is_enough_to_begin_with(changes: dict[str, object], wrong: list[str]) -> None:
    assert said(rules.is_begun(replace(WHOLE, **changes))) == [f"R-DOC-04 {one}" for one in wrong]


@pytest.mark.parametrize(
    ("changes", "files", "missing"),
    [
        ({}, 1, []),
        ({"body": "Toàn văn"}, 0, []),
        ({}, 0, ["files"]),
        ({"kind": "", "symbol": "", "signer": ""}, 1, ["kind", "symbol", "signer"]),
        ({"issued": date(2026, 11, 17)}, 1, ["issued"]),
        ({"origin": Origin.ABOVE.value}, 1, ["issuer"]),
        ({"starts": date(2026, 11, 15)}, 1, ["starts"]),
        ({"ends": DAY}, 1, ["ends"]),
    ],
)
def test_what_a_document_lacks(changes: dict[str, object], files: int, missing: list[str]) -> None:
    assert said(rules.is_whole(replace(WHOLE, **changes), files, DAY)) == [f"R-DOC-05 {one}" for one in missing]


@pytest.mark.parametrize(
    ("starts", "ends", "replaced", "force"),
    [
        (date(2026, 11, 17), None, [], Force.AHEAD),
        (DAY, None, [], Force.IN_FORCE),
        (DAY, None, [date(2026, 11, 17)], Force.IN_FORCE),
        (date(2026, 1, 1), None, [DAY], Force.SUPERSEDED),
        (date(2026, 1, 1), DAY, [], Force.EXPIRED),
        (date(2026, 1, 1), date(2026, 11, 17), [], Force.IN_FORCE),
    ],
)
def test_whether_a_document_binds(starts: date, ends: date | None, replaced: list[date], force: Force) -> None:
    """R-DOC-08, at both sides of each of its days."""
    assert rules.force(starts, ends, replaced, DAY) is force


def test_symbols_are_those_of_the_decree() -> None:
    cases = ((5, "kh", ""), (12, "cv", "VT"), (3, "cv", ""), (1, "qd", "VT"))
    assert [rules.symbol(n, kind, "THCSNGT", unit) for n, kind, unit in cases] == [
        "05/KH-THCSNGT", "12/THCSNGT-VT", "03/THCSNGT", "01/QĐ-THCSNGT",
    ]  # fmt: skip
    assert len({kind.letters for kind in KINDS.values()}) == len(KINDS)


@pytest.mark.parametrize(
    ("kind", "issued", "summary", "last", "missing"),
    [
        ("kh", DAY, "Việc", None, []),
        ("kh", DAY, "Việc", DAY, []),
        ("nd", DAY, "Việc", None, ["kind"]),
        ("kh", None, " ", None, ["summary", "issued"]),
        ("kh", date(2026, 11, 17), "Việc", None, ["issued"]),
        ("kh", date(2024, 11, 17), "Việc", None, ["issued"]),
        ("kh", date(2026, 11, 15), "Việc", DAY, ["issued"]),
    ],
)
def test_what_a_number_needs(
    kind: str, issued: date | None, summary: str, last: date | None, missing: list[str]
) -> None:
    assert said(rules.may_take(kind, issued, summary, DAY, last)) == [f"R-REG-01 {one}" for one in missing]


def test_a_document_relates_to_others_that_are_up_each_once() -> None:
    cases = ((("thay", 2),), (("thay", 1),), (("thay", 2), ("sua", 2)), (("khac", 2),), (("thay", 9),))
    assert [said(rules.may_relate(one, {1, 2}, 1)) for one in cases] == [[], *[["R-DOC-07 replaces"]] * 4]
    many = [("sua", pk) for pk in range(2, 23)]
    assert [said(rules.may_relate(one, range(30), 1)) for one in (many[1:], many)] == [[], ["R-DOC-07 replaces"]]


@pytest.mark.parametrize(
    ("files", "told"),
    [
        ([1, 2], []),
        ([1, 99], ["R-DOC-06 files"]),
        (range(1, 21), []),
        (range(1, 22), ["R-DOC-06 files"]),
        (range(9, 31), ["R-DOC-06 files", "R-DOC-06 files"]),
    ],
)
def test_a_document_carries_what_its_writer_sent_and_what_it_carried_at_most_twenty_files(
    files: Sequence[int], told: list[str]
) -> None:
    assert said(rules.may_carry(files, own={1, *range(3, 25)}, before={2})) == told


@pytest.mark.parametrize(
    ("reason", "cancelled", "used", "told"),
    [
        ("Không phát hành", False, False, []),
        ("Không phát hành", True, False, ["R-REG-02 "]),
        ("Không phát hành", False, True, ["R-REG-02 "]),
        (" ", False, False, ["R-REG-02 reason"]),
    ],
)
def test_a_number_is_cancelled_once_with_its_reason_and_not_while_it_is_borne(
    reason: str, cancelled: bool, used: bool, told: list[str]
) -> None:
    assert said(rules.may_cancel(reason, cancelled=cancelled, used=used)) == told


def test_a_document_bears_a_number_that_stands_and_is_its_alone() -> None:
    cases = ((False, False), (True, False), (False, True))
    borne = [rules.may_bear(cancelled=cancelled, other=other) for cancelled, other in cases]
    assert [one and one.rule for one in borne] == [None, "R-REG-03", "R-REG-03"]
