"""Workbooks of timetables as schools send them, made by the tests: thirty classes, merged days, “Toán - Hà”."""

import io
from collections.abc import Sequence

from openpyxl import Workbook

CLASSES = [f"{grade}A{number}" for grade in (6, 7, 8, 9) for number in range(1, 9)][:30]
SUBJECTS = ("Toán", "Ngữ văn", "Tiếng Anh", "KHTN", "LS-ĐL", "GDCD", "Tin học", "Công nghệ", "GDTC", "Nghệ thuật")
DAYS, PERIODS = 5, 5


def teacher(subject: str, number: int) -> str:
    """One teacher of a subject for every third class, so that nobody stands in two rooms at once."""
    return f"{subject[0]}{subject[-1]}. {chr(65 + number)}"


def lesson(number: int, day: int, period: int) -> str:
    """What a class has: thirty classes, thirty different teachers in any one period."""
    if (day, period) == (0, 0):
        return ""  # the flag ceremony is one cell over all
    subject = SUBJECTS[(number + day * PERIODS + period) % len(SUBJECTS)]
    return f"{subject} - {teacher(subject, number // len(SUBJECTS))}"


def thirty(clashes: Sequence[tuple[int, int, int, str]] = ()) -> bytes:
    """The whole school's timetable on one sheet; `clashes` are cells written otherwise: (class, day, period, words)."""
    book = Workbook()
    sheet = book.active
    sheet.title = "Toàn trường"
    sheet.append(["TRƯỜNG THCS NGÔ GIA TỰ"])
    sheet.append(["THỜI KHÓA BIỂU SỐ 6, BUỔI SÁNG (áp dụng từ ngày 30/11/2026)"])
    sheet.append(["Thứ", "Tiết", *CLASSES])
    written = {(day, period, number): words for number, day, period, words in clashes}
    for day in range(DAYS):
        for period in range(PERIODS):
            lessons = [written.get((day, period, n)) or lesson(n, day, period) for n in range(len(CLASSES))]
            sheet.append([day + 2 if period == 0 else None, period + 1, *lessons])
        top = 4 + day * PERIODS
        sheet.merge_cells(start_row=top, end_row=top + PERIODS - 1, start_column=1, end_column=1)
    sheet["C4"] = "Chào cờ"
    sheet.merge_cells(start_row=4, end_row=4, start_column=3, end_column=2 + len(CLASSES))
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()
