"""A class on the rolls, and sheets of marks as three programs of schools export them; every name is invented."""

import io
from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from openpyxl import Workbook

from portal.people.models import NamedDuty, Person
from portal.people.rules import Duty
from portal.pupils.models import Enrolment, Pupil, ResultImport, ResultPeriod, SchoolClass
from portal.pupils.results import actions, bringing
from portal.pupils.results.tt22 import SUBJECTS
from tests.cast import NOW, OLD, Cast

SAID: dict[str, Any] = {"at": NOW, "channel": "test"}
BORN = date(2014, 2, 9)
TAUGHT = [subject for subject in SUBJECTS if subject.key != "nn2"]
SHORT = {
    "gdcd": "GDCD",
    "lsdl": "LS&ĐL",
    "khtn": "KHTN",
    "gdtc": "GDTC",
    "hdtn": "HĐTN, HN",
    "gddp": "GDĐP",
    "nn1": "Tiếng Anh",
}
FAMILY = ("Trần Thử", "Lê Giả", "Phạm Ví", "Đỗ Mẫu")
GIVEN = ("Dụ", "Bịa", "Thí", "Ảo", "Lệ")


def named(number: int) -> str:
    return f"{FAMILY[number % 4]} {GIVEN[number % 5]} {number}"


def keeper(cast: Cast) -> Person:
    """Khoa, whom the Principal named for results."""
    NamedDuty.objects.get_or_create(person=cast.khoa, duty=Duty.RESULTS, named_by=cast.minh, starts=OLD)
    return cast.khoa


def a_class(cast: Cast, many: int, name: str = "6A1", first: int = 1) -> list[Pupil]:
    """Lan's class of so many."""
    home = SchoolClass.objects.create(year=2026, name=name, grade=int(name[0]), teacher=cast.lan)
    pupils = Pupil.objects.bulk_create(
        Pupil(code=f"HS{n:04}", full_name=named(n), born=BORN + timedelta(days=n)) for n in range(first, first + many)
    )
    Enrolment.objects.bulk_create(Enrolment(pupil=one, school_class=home, starts=date(2026, 9, 1)) for one in pupils)
    return pupils


def marks(mark: str = "8.4", told: str = "Đ") -> list[str]:
    return [mark if subject.scored else told for subject in TAUGHT]


def smas(pupils: Sequence[Pupil], mark: str = "8.4", **changed: str) -> bytes:
    """A head of one row under the school's lines; `changed`: a mark of the first pupil by key of the subject."""
    rows = []
    for number, one in enumerate(pupils, 1):
        said = dict(zip([s.key for s in TAUGHT], marks(mark), strict=True)) | (changed if number == 1 else {})
        rows.append([number, one.code, one.full_name, one.born, *said.values(), "Tốt", "Tốt", "", 1])
    titles = [SHORT.get(subject.key, subject.title) for subject in TAUGHT]
    head = [
        "STT",
        "Mã học sinh",
        "Họ và tên",
        "Ngày sinh",
        *titles,
        "Học tập",
        "Rèn luyện",
        "Danh hiệu",
        "Số buổi nghỉ",
    ]
    return book({"6A1": [["UBND PHƯỜNG"], ["BẢNG TỔNG KẾT HỌC KỲ I"], [], head, *rows, [], ["Tổng số", len(rows)]]})


def vnedu(pupils: Sequence[Pupil]) -> bytes:
    """A head of two rows, the upper one over all subjects."""
    upper = [
        "TT",
        "Mã HS",
        "Họ tên học sinh",
        "Ngày sinh",
        "Điểm trung bình môn",
        *[""] * (len(TAUGHT) - 1),
        "Kết quả",
        "",
    ]
    lower = ["", "", "", "", *[subject.title for subject in TAUGHT], "KQHT", "KQRL"]
    rows = [[n, one.code, one.full_name, f"{one.born:%d/%m/%Y}", *marks(), "T", "K"] for n, one in enumerate(pupils, 1)]
    return book({"6A1": [["LỚP 6A1"], upper, lower, *rows]})


def enetviet(pupils: Sequence[Pupil]) -> bytes:
    """No code: the name in two columns and the day of birth."""
    head = ["STT", "Họ đệm", "Tên", "Ngày tháng năm sinh", "T", "NV", "Xếp loại học tập", "Xếp loại rèn luyện"]
    rows = [
        [n, *str(one.full_name).rsplit(" ", 1), f"{one.born:%d-%m-%Y}", "7,5", 8, "Khá", "Đạt"]
        for n, one in enumerate(pupils, 1)
    ]
    return book({"6A1": [head, *rows]})


def book(sheets: dict[str, list[list[Any]]]) -> bytes:
    made = Workbook()
    made.remove(made.active)
    for title, rows in sheets.items():
        sheet = made.create_sheet(title)
        for row in rows:
            sheet.append(row)
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def a_period(cast: Cast, *, is_open: bool = True) -> ResultPeriod:
    period = actions.begin_period(2026, 1, by=keeper(cast), **SAID)
    if is_open:
        actions.set_window(period, NOW - timedelta(hours=1), NOW + timedelta(days=7), by=keeper(cast), **SAID)
    return ResultPeriod.objects.get(pk=period.pk)


def brought(cast: Cast, period: ResultPeriod, data: bytes, *, past_faults: bool = False) -> ResultImport:
    """A workbook taken in, to the end."""
    staged = bringing.stage(period, data, "bang-diem.xlsx", by=keeper(cast), **SAID)
    bringing.take(staged, past_faults=past_faults, by=keeper(cast), **SAID)
    bringing.take_pieces(staged.pk, "test")
    return ResultImport.objects.get(pk=staged.pk)
