"""The rules of documents and of the register, as tables (Điều 14.2, 16.1.2; NĐ 30/2020)."""

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
    ("person", "duties", "writes", "numbers", "reads"),
    [
        (1, set(), True, True, True),
        (2, set(), True, False, True),
        (3, set(), True, False, False),
        (4, set(), False, False, False),
        (5, {Duty.CLERK}, True, True, True),
        (5, {Duty.ACCOUNTANT}, False, False, False),
    ],
)
def test_who_writes_who_numbers_who_reads_the_register(
    person: int, duties: set[Duty], writes: bool, numbers: bool, reads: bool
) -> None:
    asked = (rules.may_write, rules.may_number, rules.may_read_register)
    assert [one(NOBODY, person, duties) is None for one in asked] == [writes, numbers, reads]


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
    assert [len(rules.may_relate(one, {1, 2}, 1)) for one in cases] == [0, 1, 1, 1, 1]
