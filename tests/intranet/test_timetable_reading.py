"""The layouts timetables come in, as grids of cells, and what is read from each (Điều 15.1)."""

import pytest

from portal.intranet.timetable.grid import Grid, gridded, letters
from portal.intranet.timetable.reading import read
from portal.intranet.timetable.rules import Session
from portal.intranet.timetable.words import Said, class_of, classes_in, day_of, lesson_in, period_of, room_in

S, C = Session.MORNING, Session.AFTERNOON
Told = tuple[str, int, Session, int, str, str, str]


def told(*grids: Grid) -> list[Told]:
    found = read(grids)
    assert [one.text for one in found.unclear] == []
    return [
        (one.school_class, one.day, one.session, one.period, one.subject, one.teacher, one.room)
        for one in found.lessons
    ]


WEEK: list[Told] = [
    ("6A1", 0, S, 1, "Chào cờ", "", ""), ("6A2", 0, S, 1, "Chào cờ", "", ""),
    ("6A1", 0, S, 2, "Toán", "Hà", ""), ("6A2", 0, S, 2, "Ngữ văn", "Cúc", ""),
    ("6A1", 1, S, 1, "Ngữ văn", "Cúc", ""), ("6A2", 1, S, 1, "Toán", "Hà", ""),
]  # fmt: skip

IN_COLUMNS = gridded("TKB", [
    ["TRƯỜNG THCS", "", "", ""],
    ["Thứ", "Tiết", "6A1", "6A2"],
    ["2", "1", "Chào cờ", ""],
    ["", "2", "Toán - Hà", "Ngữ văn - Cúc"],
    ["3", "1", "Ngữ văn - Cúc", "Toán - Hà"],
    ["", "2", "", "-"],
    ["", "", "", ""],
    ["", "", "", "HIỆU TRƯỞNG"],
], [(3, 3, 3, 4), (3, 1, 4, 1), (5, 1, 6, 1)])  # fmt: skip

TWO_COLUMNS = gridded(
    "TKB",
    [
        ["Thứ", "Tiết", "6A1", "", "6A2", ""],
        ["", "", "Môn", "GV", "Môn", "GV"],
        ["Thứ 2", "1", "Chào cờ", "", "Chào cờ", ""],
        ["Thứ 2", "2", "Toán", "Hà", "Ngữ văn", "Cúc"],
        ["Thứ 3", "1", "Ngữ văn", "Cúc", "Toán", "Hà"],
    ],
    [(1, 3, 1, 4)],
)  # fmt: skip  (the other head is not merged, only written over its first column)

TWO_ROWS = gridded("TKB", [
    ["Thứ", "Tiết", "Lớp 6A1", "Lớp 6A2"],
    ["Hai", "1", "Chào cờ", "Chào cờ"],
    ["", "", "", ""],
    ["", "2", "Toán", "Ngữ văn"],
    ["", "", "Hà", "Cúc"],
    ["Ba", "1", "Ngữ văn", "Toán"],
    ["", "", "Cúc", "Hà"],
], [(2, 2, 3, 2), (4, 2, 5, 2), (6, 2, 7, 2), (2, 1, 5, 1), (2, 3, 3, 3), (2, 4, 3, 4)])  # fmt: skip

CLASS_SHEETS = [
    gridded(name, [
        [f"THỜI KHÓA BIỂU LỚP {name}"],
        ["Buổi", "Tiết", "Thứ 2", "Thứ 3", "Thứ 4"],
        ["Sáng", "1", "Chào cờ", *first, ""],
        ["", "2", *second, "", ""],
    ], [(1, 1, 1, 5), (3, 1, 4, 1)])
    for name, first, second in (("6A1", ["Ngữ văn (Cúc)"], ["Toán (Hà)"]), ("6A2", ["Toán (Hà)"], ["Ngữ văn (Cúc)"]))
]  # fmt: skip

STACKED = gridded("Khối 6", [
    ["Lớp: 6A1", "", "", ""],
    ["Tiết", "Thứ 2", "Thứ 3", "Thứ 4"],
    ["1", "Chào cờ", "Ngữ văn\nCúc", ""],
    ["2", "Toán\nHà", "", ""],
    ["", "", "", ""],
    ["Lớp: 6A2", "", "", ""],
    ["Tiết", "Thứ 2", "Thứ 3", "Thứ 4"],
    ["1", "Chào cờ", "Toán\nHà", ""],
    ["2", "Ngữ văn\nCúc", "", ""],
])  # fmt: skip

CLASSES_IN_ROWS = gridded("TKB", [
    ["Lớp", "Thứ 2", "", "Thứ 3", "", "Thứ 4", ""],
    ["", "1", "2", "1", "2", "1", "2"],
    ["6A1", "Chào cờ", "Toán/Hà", "Ngữ văn/Cúc", "", "", ""],
    ["6A2", "Chào cờ", "Ngữ văn/Cúc", "Toán/Hà", "", "", ""],
], [(1, 2, 1, 3), (1, 4, 1, 5), (1, 6, 1, 7)])  # fmt: skip


@pytest.mark.parametrize("grids", [[IN_COLUMNS], [TWO_COLUMNS], [TWO_ROWS], CLASS_SHEETS, [STACKED], [CLASSES_IN_ROWS]],
                         ids=["columns", "two columns", "two rows", "a sheet a class", "stacked", "classes in rows"])  # fmt: skip
def test_every_layout_says_the_same_week(grids: list[Grid]) -> None:
    assert sorted(told(*grids)) == sorted(WEEK)


def test_a_table_of_teachers() -> None:
    grid = gridded("TKB GV", [
        ["STT", "Giáo viên", "Môn", "Thứ 2", "", "Thứ 3", "", "Thứ 4", ""],
        ["", "", "", "1", "2", "1", "2", "1", "2"],
        ["1", "Trần Thu Hà", "Toán", "6A1", "", "6A2", "6A1", "", ""],
        ["2", "Phạm Thị Cúc", "", "6A2 - Ngữ văn", "GDCD 6A1", "", "6A1, 6A2 - HĐTN", "", ""],
    ], [(1, 4, 1, 5), (1, 6, 1, 7), (1, 8, 1, 9)])  # fmt: skip
    assert told(grid) == [
        ("6A1", 0, S, 1, "Toán", "Trần Thu Hà", ""), ("6A2", 1, S, 1, "Toán", "Trần Thu Hà", ""),
        ("6A1", 1, S, 2, "Toán", "Trần Thu Hà", ""), ("6A2", 0, S, 1, "Ngữ văn", "Phạm Thị Cúc", ""),
        ("6A1", 0, S, 2, "GDCD", "Phạm Thị Cúc", ""), ("6A1", 1, S, 2, "HĐTN", "Phạm Thị Cúc", ""),
        ("6A2", 1, S, 2, "HĐTN", "Phạm Thị Cúc", ""),
    ]  # fmt: skip


def test_a_sheet_of_one_teacher() -> None:
    grid = gridded("Hà", [
        ["Giáo viên: Trần Thu Hà"],
        ["Buổi", "Tiết", "T2", "T3", "T4"],
        ["Sáng", "1", "Toán 6A1", "", "6A2 (Toán) P.12"],
        ["Chiều", "1", "", "Toán - 6A2", ""],
    ])  # fmt: skip
    assert told(grid) == [
        ("6A1", 0, S, 1, "Toán", "Trần Thu Hà", ""), ("6A2", 2, S, 1, "Toán", "Trần Thu Hà", "P.12"),
        ("6A2", 1, C, 1, "Toán", "Trần Thu Hà", ""),
    ]  # fmt: skip


def test_a_row_that_counts_on_or_anew_is_of_the_afternoon() -> None:
    rows = [
        ["Thứ", "Tiết", "6A1", "6A2"],
        ["2", "1", "Toán", "Toán"],
        ["", "5", "Văn", ""],
        ["", "1", "Anh", ""],
        ["", "7", "Tin", ""],
    ]
    assert [one[2:5] for one in told(gridded("TKB", rows))] == [
        (S, 1, "Toán"), (S, 1, "Toán"), (S, 5, "Văn"), (C, 1, "Anh"), (C, 2, "Tin"),
    ]  # fmt: skip


def test_a_double_period_is_one_cell_over_two_rows_and_a_room_of_a_class_stands_in_its_head() -> None:
    rows = [
        ["Thứ", "Tiết", "6A1\n(P.101)", "6A2 - P.102"],
        ["2", "1", "Toán - Hà", "Tin - Trí P.Tin 1"],
        ["", "2", "", ""],
    ]
    rows[1][3] = "Tin - Trí (Phòng Tin)"
    assert told(gridded("TKB", rows, [(2, 3, 3, 3)])) == [
        ("6A1", 0, S, 1, "Toán", "Hà", "P.101"), ("6A2", 0, S, 1, "Tin", "Trí", "Phòng Tin"),
        ("6A1", 0, S, 2, "Toán", "Hà", "P.101"),
    ]  # fmt: skip


def test_what_nobody_understands_is_named_by_its_cell() -> None:
    grid = gridded("Bảng", [
        ["Thứ", "Tiết", "6A1", "6A2"],
        ["2", "1", "Anh - Hà - Lan - Cúc", "P.201"],
        ["", "2", "Toán - Hà", ""],
    ])  # fmt: skip
    found = read([grid])
    assert ([(one.cell, one.why) for one in found.unclear], len(found.lessons)) == (
        [("Bảng!C2", "Trong ô có nhiều hơn một môn và một thầy/cô."), ("Bảng!D2", "Không biết môn gì.")], 1,
    )  # fmt: skip


def test_the_day_it_holds_from_is_read_from_its_title() -> None:
    grid = gridded(
        "TKB",
        [
            ["THỜI KHÓA BIỂU SỐ 5", "Áp dụng từ ngày 30/11/2026"],
            ["Thứ", "Tiết", "6A1", "6A2"],
            ["2", "1", "Toán", "Văn"],
        ],
    )
    assert str(read([grid]).starts) == "2026-11-30"


@pytest.mark.parametrize("rows", [[], [["Tên", "Tuổi"], ["Hà", "40"]], [["6A1", "6A2"], ["Hà", "Cúc"]]])
def test_a_table_of_something_else_has_no_lessons(rows: list[list[str]]) -> None:
    assert told(gridded("Khác", rows)) == []


@pytest.mark.parametrize(("text", "said"), [
    ("Toán - Hà", Said("Toán", "Hà")), ("Toán-Hà", Said("Toán", "Hà")), ("Toán (Hà)", Said("Toán", "Hà")),
    ("Toán\nHà", Said("Toán", "Hà")), ("Toán – Hà P.201", Said("Toán", "Hà", "P.201")), ("Toán - Hà - P201", Said("Toán", "Hà", "P.201")),
    ("Toán (Hà) [P201]", Said("Toán", "Hà", "P.201")), ("GDTC (Dũng) Sân", Said("GDTC", "Dũng", "Sân")), ("Chào cờ", Said("Chào cờ")),
    ("LS-ĐL - Cúc", Said("LS-ĐL", "Cúc")), ("KHTN-Lí (Hà)", Said("KHTN-Lí", "Hà")), ("HĐTN", Said("HĐTN")), ("x", None), ("–", None),
])  # fmt: skip
def test_what_a_lesson_says(text: str, said: Said | None) -> None:
    assert lesson_in(text) == said


@pytest.mark.parametrize(("text", "name", "day", "period"), [
    ("6A1", "6A1", None, None), ("Lớp 6 a1", "6A1", None, None), ("9/2", "9/2", None, None), ("6.1", "6.1", None, None),
    ("10A12", "10A12", None, None), ("6A1 (35 em)", "6A1", None, None), ("6A1A", "", None, None), ("7h30", "", None, None),
    ("Thứ 2", "", 0, None), ("T7", "", 5, None), ("THỨ TƯ (25/11)", "", 2, None), ("CN", "", 6, None), ("2", "", None, 2),
    ("Tiết 3 (8h45)", "", None, 3), ("13", "", None, None), ("Thư viện", "", None, None),
])  # fmt: skip
def test_what_a_head_says(text: str, name: str, day: int | None, period: int | None) -> None:
    assert (class_of(text), day_of(text), period_of(text)) == (name, day, period)


def test_places_and_names_in_cells() -> None:
    assert ([letters(n) for n in (1, 26, 27, 703)], classes_in("6A1, 7/2 Toán")[0], room_in("Toán p.12")) == (
        ["A", "Z", "AA", "AAA"], ["6A1", "7/2"], ("P.12", "Toán"),
    )  # fmt: skip
