"""Timetables on paper: whose, how many pages, and every word of them read back (Điều 15.1)."""

import io

import docx as word
import pytest
from django.test import Client
from pypdf import PdfReader

from portal.intranet.timetable import actions
from portal.intranet.timetable.paper.docx import docx
from portal.intranet.timetable.paper.laid import MOST_CLASSES, Paper, beside, leaf
from portal.intranet.timetable.paper.pdf import pdf
from portal.intranet.timetable.reading import read
from portal.intranet.timetable.rules import Lesson, Session
from portal.intranet.timetable.workbook import grids
from tests.cast import NOW, Cast
from tests.intranet.tables import CLASSES, thirty
from tests.intranet.test_timetable import STAFF, draft

S, C = Session.MORNING, Session.AFTERNOON
LESSONS = [
    Lesson("6A1", 0, S, 1, "Chào cờ"), Lesson("6A1", 1, S, 2, "Toán <b>", "Hà", "P.1"), Lesson("6A1", 1, C, 1, "=GDTC", "Ân"),
    Lesson("9/1", 5, S, 2, "Ngữ văn", "Hà"),
]  # fmt: skip


def paper(*leaves: object) -> Paper:
    return Paper("Trường THCS Ngô Gia Tự", "Số 5", "Số 5, áp dụng từ 16/11/2026", "Vào lớp 7 giờ.", False, leaves)  # type: ignore[arg-type]


def words(raw: bytes) -> tuple[int, str]:
    reader = PdfReader(io.BytesIO(raw))
    return len(reader.pages), " ".join(" ".join(one.extract_text() for one in reader.pages).split())


@pytest.mark.sqlite
def test_a_class_has_its_week_and_a_teacher_hers() -> None:
    of_class = leaf("lớp 6A1", [one for one in LESSONS if one.school_class == "6A1"], "lop")
    assert of_class.head == ("Buổi", "Tiết", "Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu")
    assert [(row.under, row.period, row.cells[:2]) for row in of_class.rows] == [
        ((("Sáng", 2),), 1, ((("Chào cờ", ""),), ())), ((("Sáng", 0),), 2, ((), (("Toán <b>", "Hà, P.1"),))),
        ((("Chiều", 1),), 1, ((), (("=GDTC", "Ân"),))),
    ]  # fmt: skip
    of_teacher = leaf("thầy/cô Hà", [one for one in LESSONS if one.teacher == "Hà"], "gv")
    assert [cell for row in of_teacher.rows for cell in row.cells if cell] == [
        (("6A1", "Toán <b>, P.1"),),
        (("9/1", "Ngữ văn"),),
    ]
    assert (of_teacher.head[-1], round(sum(of_teacher.widths)), leaf("ai", [], "gv").rows) == ("Thứ Bảy", 273, ())


@pytest.mark.sqlite
def test_the_whole_school_stands_beside_each_other_a_day_over_its_rows() -> None:
    (whole,) = beside(LESSONS)
    assert [(row.under, row.period) for row in whole.rows] == [
        ((("Thứ Hai", 1), ("Sáng", 1)), 1), ((("Thứ Ba", 2), ("Sáng", 1)), 2), ((("Thứ Ba", 0), ("Chiều", 1)), 1),
        ((("Thứ Bảy", 1), ("Sáng", 1)), 2),
    ]  # fmt: skip
    assert (whole.name, whole.head, beside([])) == ("Lớp 6A1 – 9/1", ("Thứ", "Buổi", "Tiết", "6A1", "9/1"), [])


@pytest.mark.sqlite
def test_thirty_classes_fill_four_pages_and_every_lesson_is_on_them() -> None:
    leaves = beside(read(grids(thirty())).lessons)
    assert [len(one.head) - 3 for one in leaves] == [MOST_CLASSES, MOST_CLASSES, MOST_CLASSES, 6]
    pages, said = words(pdf(paper(*leaves)))
    assert (pages, [one for one in CLASSES if one not in said], said.count("Vào lớp 7 giờ.")) == (4, [], 4)
    tables = word.Document(io.BytesIO(docx(paper(*leaves[:2])))).tables
    assert [len(one.rows) for one in tables] == [26] * 2
    assert [one.text for one in tables[0].rows[1].cells[:4]] == ["Thứ Hai", "Sáng", "1", "Chào cờ"]


@pytest.mark.sqlite
def test_nothing_typed_is_markup_or_a_formula() -> None:
    one = paper(leaf("lớp 6A1", LESSONS[:3], "lop"))
    assert ("Toán <b> Hà, P.1" in words(made := pdf(one))[1], made == pdf(one)) == (True, True)
    cells = [cell.text for row in word.Document(io.BytesIO(docx(one))).tables[0].rows for cell in row.cells]
    assert [text for text in cells if "Toán" in text or "=" in text] == ["Toán <b>\nHà, P.1", "=GDTC\nÂn"]


@pytest.mark.sqlite
def test_files_are_for_those_who_may_read_that_version(cast: Cast, client: Client) -> None:
    made = draft(cast)
    base = f"{STAFF}ban/{made.pk}"
    seen = {}
    for who in (cast.lan, cast.phong, cast.phu):
        client.force_login(who)
        seen[who.username] = [client.get(f"{base}.{kind}").status_code for kind in ("pdf", "docx")]
    assert list(seen.values()) == [[404, 404], [200, 200], [404, 404]]
    cast.up(made, cast.minh)
    client.force_login(cast.lan)
    asked = (
        "",
        "moi-lop",
        "moi-gv",
        "lop:6a1",
        f"gv:{cast.lan.pk}",
        "phong:P.12",
        "ten:Lan",
        "lop:7a7",
        "gv:0",
        "x:y",
        "lop",
    )
    answers = [client.get(f"{base}.pdf", {"cua": one}) for one in asked]
    assert [one.status_code for one in answers] == [200] * 6 + [404] * 5
    assert [words(one.content)[0] for one in answers[:6]] == [1, 3, 3, 1, 1, 1]
    assert answers[0]["Content-Disposition"] == 'inline; filename="thoi-khoa-bieu-so-5-toan-truong.pdf"'
    assert ["THẦY/CÔ HOÀNG LAN" in words(answers[4].content)[1], "CHƯA DUYỆT" in words(answers[4].content)[1]] == [
        True,
        False,
    ]
    actions.drop(
        made, 0, by=cast.minh, at=NOW, channel="test"
    )  # a correction: only those who make it read it, as what it is
    told = []
    for who in (cast.lan, cast.minh):
        client.force_login(who)
        said = words(client.get(f"{base}.pdf").content)[1]
        told.append(("CHƯA DUYỆT" in said, said.count("Chào cờ")))
    assert told == [(False, 3), (True, 2)]
