"""Praise lists as they are typed: what each line means, whom it names, and which rule says no. Pure tables."""

import pytest

from portal.pupils.praise import rules
from portal.pupils.praise.rules import Known, PraiseLine, PraiseRow, bound, praise_typed

ROOMS = ("6A1", "7A3", "9A2 (2025–2026)")
SITS = {
    "6A1": (61, [Known(1, "Mây Thử Một", "HS1"), Known(2, "Gió Thử Hai", "HS2"), Known(3, "Gió Thử Hai", "HS3")]),
    "7A3": (73, [Known(4, "Mây Thử Một", "HS4"), Known(5, "Nắng Thử Bà", "HS5"), Known(6, "Nắng Thử Ba", "HS6")]),
}


@pytest.mark.parametrize(
    "cells, room, award, meant",
    [
        (["Mây Thử Một", "6A1", "Giải Nhất"], "", "", ("Mây Thử Một", "6A1", "Giải Nhất", "")),
        (["6A1", "Mây Thử Một", "Giải Nhất"], "", "", ("Mây Thử Một", "6A1", "Giải Nhất", "")),
        (["1", "Mây  Thử Một ", "6a1", "Giải Nhất"], "", "", ("Mây Thử Một", "6A1", "Giải Nhất", "")),
        (["12.", "Mây Thử Một"], "7A3", "Giải Ba", ("Mây Thử Một", "7A3", "Giải Ba", "")),
        (["Mây Thử Một", "Giải Nhì"], "7A3", "Giải Ba", ("Mây Thử Một", "7A3", "Giải Nhì", "")),
        (["Mây Thử Một", "9A2 (2025–2026)", "Giải Nhì"], "7A3", "", ("Mây Thử Một", "9A2 (2025–2026)", "Giải Nhì", "")),
        (["Mây Thử Một", "8B9", "Giải Nhì"], "7A3", "", ("Mây Thử Một", "8B9", "Giải Nhì", "")),
        (["Lê Thử", "Giáo viên", "Cô giáo của năm"], "7A3", "", ("Lê Thử", "", "Cô giáo của năm", "giáo viên")),
        (["Lê Thử", "phu huynh", ""], "", "Thư cảm ơn", ("Lê Thử", "", "Thư cảm ơn", "phụ huynh")),
        ([], "7A3", "Giải Ba", ("", "7A3", "Giải Ba", "")),
    ],
)
def test_a_line_is_read_as_people_type_and_paste_it(
    cells: list[str], room: str, award: str, meant: tuple[str, ...]
) -> None:
    (line,) = praise_typed([(1, cells)], ROOMS, room=room, award=award)
    assert (line.name, line.room, line.award, line.post, line.extra) == (*meant, False)


@pytest.mark.parametrize(
    "name, room, pupil",
    [
        ("Mây Thử Một", "6A1", 1),
        ("MÂY thử  một", "7A3", 4),
        ("May thu mot", "6A1", 1),  # without marks, where nobody else is meant
        ("Nắng Thử Ba", "7A3", 6),
        ("Gió Thử Hai #hs3", "6A1", 3),
    ],
)
def test_a_name_finds_its_pupil_in_the_class_that_was_said(name: str, room: str, pupil: int) -> None:
    found, faults = bound([PraiseLine(1, name, room, "Giải Nhất")], SITS)
    assert ([row for _, row in found], faults) == ([PraiseRow(pupil, SITS[room][0], award="Giải Nhất")], [])


@pytest.mark.parametrize(
    "line, words",
    [
        (PraiseLine(2, "Ai Đó Lạ", "6A1", "Giải Nhất"), "lớp 6A1 không có em nào tên như vậy."),
        (PraiseLine(2, "Mây Thử Một #HS4", "6A1", "Giải Nhất"), "lớp 6A1 không có em nào tên như vậy."),
        (PraiseLine(2, "Nang thu ba", "7A3", "Giải Nhất"), "lớp 7A3 có 2 em cùng tên"),
        (PraiseLine(2, "Gió Thử Hai", "6A1", "Giải Nhất"), "lớp 6A1 có 2 em cùng tên"),
        (PraiseLine(2, "Mây Thử Một", "8B9", "Giải Nhất"), "không có lớp 8B9."),
        (PraiseLine(2, "Mây Thử Một", "", "Giải Nhất"), "chưa ghi lớp"),
        (PraiseLine(2, "Mây Thử Một", "6A1", ""), "chưa ghi danh hiệu."),
        (PraiseLine(2, "", "6A1", "Giải Nhất"), "chưa ghi họ tên."),
        (PraiseLine(2, "Mây Thử Một", "6A1", "9,5", extra=True), "chỉ có họ tên, lớp, danh hiệu"),
        (PraiseLine(2, "Mây Thử Một", "6A1", "x" * 201), "dài quá 200 ký tự."),
        (PraiseLine(2, "Mây Thử Một", "7A3", "Giải Nhì"), "đã có ở trên với cùng danh hiệu."),
    ],
)
def test_what_names_nobody_is_told_by_its_line_and_repeats_no_name(line: PraiseLine, words: str) -> None:
    """R-PRAISE-02."""
    found, faults = bound([PraiseLine(1, "Mây Thử Một", "7A3", "Giải Nhì"), line], SITS)
    assert ([row.pupil for _, row in found], [number for number, _ in faults]) == ([4], [2])
    assert (words in faults[0][1], "Thử" in faults[0][1], "Lạ" in faults[0][1]) == (True, False, False)


def test_a_grown_up_is_kept_by_the_name_that_was_typed() -> None:
    found, _ = bound([PraiseLine(1, "Lê Thử", "", "Thư cảm ơn", "phụ huynh")], {})
    assert [row for _, row in found] == [PraiseRow(adult="Lê Thử", post="phụ huynh", award="Thư cảm ơn")]


def test_each_rule_says_no_with_its_number() -> None:
    said = [
        rules.may_praise(False), rules.is_bound(there=True, proven=False), rules.not_too_long(301),
        rules.not_agreed({"7A3": 2, "6A1": 1}), rules.still_known(1), rules.may_settle(secretary=False),
    ]  # fmt: skip
    assert [one.rule for one in said if one] == [
        "R-PRAISE-01", "R-PRAISE-02", "R-PRAISE-03", "R-PRAISE-10", "R-PRAISE-11", "R-PRAISE-13",
    ]  # fmt: skip
    assert said[3] is not None
    assert "lớp 6A1: 1 em, lớp 7A3: 2 em" in said[3].message
    assert [
        rules.may_praise(True), rules.is_bound(there=True, proven=True), rules.not_too_long(300), rules.not_agreed({"7A3": 0}),
        rules.still_known(0), rules.may_settle(secretary=True),
    ] == [None] * 6  # fmt: skip
    assert (rules.hides(agreed=False), rules.hides(agreed=True)) == (True, False)  # R-PRAISE-12
