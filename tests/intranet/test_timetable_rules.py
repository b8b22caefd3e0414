"""What collides in a timetable, which version is in force, what changed, who brings one in (Điều 14.2, 15.1)."""

import io
import zipfile
from datetime import date

import pytest

from portal.files.office.paper import Unreadable
from portal.intranet.timetable.changes import difference
from portal.intranet.timetable.reading import read
from portal.intranet.timetable.rules import (
    Lesson,
    Session,
    clashes,
    class_key,
    coming,
    fits,
    has_lessons,
    in_force,
    is_whole,
    may_bring_in,
    stands_there,
)
from portal.intranet.timetable.workbook import grids, words
from portal.people.rules import Board
from tests.intranet.tables import CLASSES, thirty

S, C = Session.MORNING, Session.AFTERNOON
BOARD = Board(
    principals=frozenset({1}), vice_principals=frozenset({2}), heads=frozenset({3}), secretaries=frozenset({4})
)


def of(
    name: str,
    teacher: str = "",
    room: str = "",
    cell: str = "",
    period: int = 1,
    session: Session = S,
    person: int | None = None,
) -> Lesson:
    return Lesson(name, 0, session, period, "Toán", teacher, room, person, cell)


@pytest.mark.parametrize(("lessons", "found"), [
    ([of("6A1", "Hà"), of("6A2", "Hà")], [("teacher", "Hà")]),
    ([of("6A1", "Hà"), of("6A2", "hà")], [("teacher", "Hà")]),
    ([of("6A1", "Hà"), of("6A2", "Hạ")], []),
    ([of("6A1", "Hà"), of("6A2", "Hà", period=2)], []),
    ([of("6A1", "Hà"), of("6A2", "Hà", session=C)], []),
    ([of("6A1", "Hà", person=1), of("6A2", "Trần Thu Hà", person=1)], [("teacher", "Hà")]),
    ([of("6A1", "Hà", person=1), of("6A2", "Hà", person=2)], []),
    ([of("6A1", "Hà", cell="T!C4"), of("6A2", "Hà", cell="T!C4")], []),
    ([of("6A1", "GVCN"), of("6A2", "GVCN")], []),
    ([of("6A1"), of("6A2")], []),
    ([of("6A1", room="P.12"), of("6A2", room="p12")], []),
    ([of("6A1", room="P.12"), of("6A2", room="P.12")], [("room", "P.12")]),
    ([of("6A1", room="Sân trường"), of("6A2", room="Sân trường")], []),
    ([of("6A1", "Hà", "P.1"), of("6A2", "Hà", "P.1")], [("room", "P.1"), ("teacher", "Hà")]),
    ([of("6A1", "Hà"), of("6A1", "Cúc")], [("class", "6A1")]),
])  # fmt: skip
def test_nobody_is_in_two_places_at_once(lessons: list[Lesson], found: list[tuple[str, str]]) -> None:
    """R-TABLE-03."""
    assert [(one.what, one.name) for one in clashes(lessons)] == found


def test_a_clash_names_hour_classes_and_cells() -> None:
    two = [of("6A1", "Hà", cell="TKB!C5"), of("7A2", "Hà", cell="TKB!L5")]
    assert (
        str(clashes(two)[0])
        == "Thầy/cô Hà trùng lúc thứ Hai, sáng tiết 1: lớp 6A1 (Toán, ô TKB!C5) và lớp 7A2 (Toán, ô TKB!L5)."
    )


DAYS = {1: date(2026, 9, 7), 2: date(2026, 11, 2), 3: date(2026, 11, 30), 4: date(2026, 11, 2), 5: date(2027, 1, 18)}


@pytest.mark.parametrize(("today", "now", "then"), [
    (date(2026, 9, 6), None, 1), (date(2026, 9, 7), 1, 4), (date(2026, 11, 2), 4, 3), (date(2026, 11, 29), 4, 3),
    (date(2026, 11, 30), 3, 5), (date(2027, 5, 1), 5, None),
])  # fmt: skip
def test_the_latest_that_has_begun_is_in_force_and_the_next_waits(
    today: date, now: int | None, then: int | None
) -> None:
    """R-TABLE-04."""
    assert (in_force(DAYS, today), coming(DAYS, today)) == (now, then)


def test_the_difference_of_two_versions() -> None:
    before = [of("6A1", "Hà"), of("6A1", "Hà", period=2), of("10A1", "Hà"), of("6A2", "Hà", cell="A")]
    after = [of("6A1", "Cúc"), of("6A1", "Hà", period=3), of("10A1", "Hà"), of("6A2", "Hà", cell="B")]
    assert [(one.school_class, one.slot[2], one.before and one.before.teacher, one.after and one.after.teacher)
            for one in difference(before, after)] == [
        ("6A1", 1, "Hà", "Cúc"), ("6A1", 2, "Hà", None), ("6A1", 3, None, "Hà"),
    ]  # fmt: skip


def test_classes_stand_in_the_order_of_the_school() -> None:
    assert sorted(["10A1", "6B", "6A10", "9/2", "6A2", "9/10"], key=class_key) == [
        "6A2",
        "6A10",
        "6B",
        "9/2",
        "9/10",
        "10A1",
    ]


@pytest.mark.parametrize(("person", "may"), [(1, True), (2, True), (3, False), (4, True), (5, True), (6, False)])
def test_who_brings_a_timetable_in(person: int, may: bool) -> None:
    assert (may_bring_in(BOARD, person, {5}) is None) == may


R07 = [("R-TABLE-07", "subject"), ("R-TABLE-07", "period")]


def test_what_a_timetable_needs() -> None:
    today = date(2026, 11, 16)
    assert [
        [one.rule for one in is_whole("", None, 0, today)], is_whole("Số 5", date(2026, 11, 30), 9, today),
        [one.field for one in is_whole("Số 5", date(2028, 1, 1), 9, today)], getattr(has_lessons(9999), "rule", None),
        [(one.rule, one.field) for one in fits(7, 1, "")], fits(0, 5, "Toán"), getattr(stands_there(None), "rule", None),
    ] == [["R-TABLE-05", "R-TABLE-05", "R-TABLE-02"], [], ["starts"], "R-TABLE-02", R07, [], "R-TABLE-06"]  # fmt: skip


def test_thirty_classes_are_read_from_a_workbook_with_its_merged_cells() -> None:
    found = read(grids(thirty()))
    flags = [one for one in found.lessons if one.subject == "Chào cờ"]
    assert (len(found.lessons), len({one.school_class for one in found.lessons}), found.unclear, len(flags), str(found.starts)) == (
        750, len(CLASSES), (), 30, "2026-11-30",
    )  # fmt: skip
    assert ({one.cell for one in flags}, clashes(found.lessons)) == ({"Toàn trường!C4"}, [])


def test_two_clashes_of_thirty_classes_are_named() -> None:
    found = read(
        grids(thirty([(3, 1, 2, "Tin học - Tc. A"), (5, 2, 0, "Toán (Tn. B)"), (6, 4, 4, "Anh - Hà - Lan - Sen")]))
    )
    assert [(one.what, one.name) for one in clashes(found.lessons)] == [("teacher", "Tc. A"), ("teacher", "Tn. B")]
    assert [one.cell for one in found.unclear] == ["Toàn trường!I28"]


def _zipped(**parts: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as book:
        for name, data in parts.items():
            book.writestr(name, data)
    return out.getvalue()


@pytest.mark.parametrize("data", [
    b"", b"Th\xe1\xbb\xa9,Ti\xe1\xba\xbft", b"PK\x03\x04broken", _zipped(**{"word/document.xml": b"<w/>"}),
    _zipped(**{"xl/workbook.xml": b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'}), _zipped(**{"xl/workbook.xml": b"<a/>"}),
    _zipped(**{"xl/workbook.xml": b"0" * 30_000_000}),
])  # fmt: skip
def test_what_is_no_workbook_is_refused_in_words(data: bytes) -> None:
    with pytest.raises(Unreadable) as refused:
        grids(data)
    assert refused.value.sentence


def test_cells_as_people_read_them() -> None:
    assert [words(one) for one in (None, 6.0, 6.1, date(2026, 2, 9), True, "Toán")] == [
        "",
        "6",
        "6.1",
        "9/2",
        "",
        "Toán",
    ]
