"""A line of the week as people type it, and what the portal understands of it (Điều 15.2)."""

from datetime import date, time

import pytest

from portal.intranet.week.typed import Part, Typed, days_in, understood

MONDAY = date(2026, 11, 23)
S, C, T = Part.MORNING, Part.AFTERNOON, Part.EVENING


@pytest.mark.parametrize(("line", "said"), [
    ("T5 14h họp tổ Toán P.304 – Hà", Typed("Họp tổ Toán", (3,), C, time(14), None, "P.304", ("Hà",))),
    ("Thứ 3, 7h30-9h: Kiểm tra giữa kì khối 9", Typed("Kiểm tra giữa kì khối 9", (1,), S, time(7, 30), time(9))),
    ("sáng T2 chào cờ", Typed("Chào cờ", (0,), S)),
    ("T2 sáng: Chào cờ tại sân trường - TPT, cô Lan", Typed("Chào cờ", (0,), S, None, None, "sân trường", ("TPT", "Lan"))),
    ("CN 8h lao động", Typed("Lao động", (6,), S, time(8))),
    ("Chủ nhật 29/11 ngoại khóa", Typed("Ngoại khóa", (6,))),
    ("thứ tư 2h chiều họp chi bộ phòng họp", Typed("Họp chi bộ", (2,), C, time(14), None, "phòng họp")),
    ("chiều T6 3h30 sinh hoạt chuyên môn", Typed("Sinh hoạt chuyên môn", (4,), C, time(15, 30))),
    ("T2-T6 trực cổng trường", Typed("Trực cổng trường", (0, 1, 2, 3, 4))),
    ("T2, T4, T6 15h bồi dưỡng HSG Toán 8 P201", Typed("Bồi dưỡng HSG Toán 8", (0, 2, 4), C, time(15), None, "P201")),
    ("26/11 14:30 Họp hội đồng", Typed("Họp hội đồng", (3,), C, time(14, 30))),
    ("Thứ Năm (26/11) từ 14 giờ đến 16 giờ 30 tập huấn", Typed("Tập huấn", (3,), C, time(14), time(16, 30))),
    ("20/11 kỉ niệm ngày Nhà giáo", Typed("20/11 kỉ niệm ngày Nhà giáo")),
    ("T7 19h giao lưu văn nghệ ở hội trường", Typed("Giao lưu văn nghệ", (5,), T, time(19), None, "hội trường")),
    ("Nộp báo cáo tháng 11 trước 16h", Typed("Nộp báo cáo tháng 11 trước", (), C, time(16))),
    ("Kiểm tra hồ sơ tổ 3 (CT: thầy Dũng)", Typed("Kiểm tra hồ sơ tổ 3", leads=("Dũng",))),
    ("T4 duyệt văn nghệ – BGH, tổ Văn", Typed("Duyệt văn nghệ", (2,), leads=("BGH", "tổ Văn"))),
    ("T3 thi học kì - khối 6, 7", Typed("Thi học kì - khối 6, 7", (1,))),
    ("25h họp", Typed("25h họp")),
    ("9h-8h họp", Typed("9h-8h họp")),
    ("T8 họp", Typed("T8 họp")),
    ("Toán 8 tiết 3", Typed("Toán 8 tiết 3")),
    ("T5 P.304", Typed("P.304", (3,), place="P.304")),
    ("T6 15h chuyên đề KHTN phòng thực hành", Typed("Chuyên đề KHTN", (4,), C, time(15), None, "phòng thực hành")),
    ("", Typed("")),
])  # fmt: skip
def test_what_a_line_says(line: str, said: Typed) -> None:
    assert understood(line, MONDAY) == said


def test_the_week_of_new_year_knows_both_years() -> None:
    said = understood("2/1 trực Tết dương lịch", date(2026, 12, 28))
    assert (said.days, said.content) == ((5,), "Trực Tết dương lịch")


@pytest.mark.parametrize(("words", "days", "rest"), [
    ("T2: thầy Minh", (0,), "thầy Minh"), ("T3, T5: cô Hà", (1, 3), "cô Hà"), ("7A3", (), "7A3"), ("T2-T4 ông Tám", (0, 1, 2), "ông Tám"),
])  # fmt: skip
def test_days_that_open_some_words(words: str, days: tuple[int, ...], rest: str) -> None:
    assert days_in(words) == (days, rest)
