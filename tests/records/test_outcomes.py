"""Figures of a term from the workbook to the public page: who may, what is told, what is hidden, one page a term (Điều 14.2, 16.1.2)."""

from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from openpyxl import load_workbook

from portal.base.refused import Refused
from portal.people import actions as people
from portal.people.rules import Duty
from portal.records.models import Outcome
from portal.records.outcomes import actions, queries
from portal.records.outcomes.rules import AWARDS, Cell, Kind, Term, Who
from portal.records.outcomes.sheets import read, workbook
from tests.cast import NOW, Cast
from tests.records.test_outcome_rules import WHOLE, with_titles

TOLD = {"at": NOW, "channel": "test"}
STAFF = "/noi-bo/so-lieu/"


def up(cast: Cast, year: int = 2025, term: Term = Term.FIRST) -> Outcome:
    made = actions.begin(year, term, WHOLE, "Lời của trường", by=cast.minh, **TOLD)
    cast.up(made, cast.minh)
    return Outcome.objects.get(pk=made.pk)


def test_a_workbook_says_what_it_was_told_and_names_every_wrong_cell() -> None:
    assert read(workbook(WHOLE)).counts == WHOLE
    book = load_workbook(BytesIO(workbook(WHOLE)))
    sheet = book.active
    sheet["D2"], sheet["B4"], sheet["C6"], sheet["E3"] = "bốn mươi", 10, "Nam", -3
    out = BytesIO()
    book.save(out)
    assert [cell for cell, _ in read(out.getvalue()).errors] == ["D2", "E3", "B4", "C6"]


def test_figures_go_up_by_row_six_and_readers_get_no_small_group(cast: Cast, client: Client) -> None:
    made = up(cast)
    assert made.live
    answer = client.get(made.public_address)
    assert answer.status_code == 200
    html = answer.content.decode()
    assert ("Khối 6" in html, "<svg" in html, "<i>ẩn</i>" in html, 'aria-describedby="bd-hoc-tap-d"' in html) == (
        True,
    ) * 4
    book = load_workbook(BytesIO(client.get(f"{made.public_address}so-lieu.xlsx").content))
    row = [cell.value for cell in next(book.active.iter_rows(min_row=2))]
    assert row == ["Kết quả học tập", "Khối 6", 120, 40, 50, *row[5:6], "ẩn"]
    assert client.get("/cong-khai/ket-qua/").status_code == 200
    assert client.get(f"/ket-qua/{made.slug}/")["Location"] == made.public_address
    assert client.get("/cong-khai/ket-qua/2025/hoc-ky-2/").status_code == 404
    assert client.get("/cong-khai/ket-qua/2025/khong-co/so-lieu.xlsx").status_code == 404
    assert [one.rows[0][1][4] for one in queries.printed_of(2025)] == []


def test_only_who_is_named_enters_figures_and_each_term_has_one_page(cast: Cast) -> None:
    with pytest.raises(Refused, match="ban giám hiệu"):
        actions.begin(2025, Term.FIRST, {}, by=cast.lan, **TOLD)
    people.name_for_duty(cast.lan, Duty.RESULTS, by=cast.minh, **TOLD)
    made = actions.begin(2025, Term.FIRST, {}, by=cast.lan, **TOLD)
    with pytest.raises(Refused, match="đã có trang"):
        actions.begin(2025, Term.FIRST, {}, by=cast.lan, **TOLD)
    with pytest.raises(Refused, match="từ 0 đến 5000"):
        actions.edit(made, {Cell(Kind.LEARNING, 6, Who.ALL, "T"): 5001}, "", by=cast.lan, **TOLD)
    with pytest.raises(Refused, match="Chưa có số liệu"):
        cast.submit(made, cast.lan)


def test_the_screens_keep_what_was_typed_and_say_where_it_is_wrong(cast: Cast, client: Client) -> None:
    client.force_login(cast.minh)
    answer = client.post(STAFF, {"year": 2025, "term": "hoc-ky-1"})
    page = Outcome.objects.get()
    assert answer["Location"] == page.edit_address() == f"{STAFF}{page.pk}/"
    sent = {f"{c.kind}-{c.grade}-{c.who}-{c.level}": n for c, n in WHOLE.items()}
    wrong = client.post(page.edit_address(), {**sent, "hoc-tap-6-tat-ca-T": "bốn mươi"})
    html = wrong.content.decode()
    assert (
        wrong.status_code,
        'value="bốn mươi"' in html,
        'href="#hoc-tap-6-tat-ca-T"' in html,
        'value="50"' in html,
    ) == (422, True, True, True)
    assert client.post(page.edit_address(), {**sent, "note": "Lời", "trinh": "1"})["Location"] == f"/viec/{page.pk}/"
    shown = client.get(page.edit_address())
    assert ("Bạn đọc sẽ thấy" in shown.content.decode(), shown["Cache-Control"]) == (True, "private, no-store")
    sheet = client.get(f"{page.edit_address()}so-lieu.xlsx").content
    brought = client.post(f"{page.edit_address()}nhap/", {"file": SimpleUploadedFile("so-lieu.xlsx", sheet)})
    assert (brought.status_code, "số đọc từ tệp, chưa lưu" in brought.content.decode()) == (200, True)
    broken = client.post(f"{page.edit_address()}nhap/", {"file": SimpleUploadedFile("so-lieu.xlsx", b"PK no book")})
    assert broken.status_code == 422
    client.force_login(cast.khoa)
    assert [client.get(STAFF).status_code, client.get(page.edit_address()).status_code] == [403, 403]


def test_the_list_costs_the_same_however_many_terms_are_up(cast: Cast, client: Client) -> None:
    def asked() -> int:
        with CaptureQueriesContext(connection) as found:
            client.get("/cong-khai/ket-qua/?x=1")
        return len(found)

    up(cast)
    asked()
    one = asked()
    up(cast, term=Term.SECOND)
    up(cast, 2024)
    asked()
    assert asked() == one


def test_titles_of_a_year_go_through_the_workbook_and_the_screen_and_no_term_has_them(
    cast: Cast, client: Client
) -> None:
    book = workbook(with_titles(), Term.YEAR)
    assert (read(book).errors, read(book).counts) == ([], with_titles())
    assert read(workbook(with_titles(), Term.FIRST)).counts == {
        cell: n for cell, n in with_titles().items() if cell.kind != AWARDS
    }
    term, year = (actions.begin(2025, one, {}, by=cast.minh, **TOLD) for one in (Term.FIRST, Term.YEAR))
    client.force_login(cast.minh)
    assert ["Danh hiệu cuối năm" in client.get(one.edit_address()).content.decode() for one in (term, year)] == [
        False,
        True,
    ]
    sent = {f"{c.kind}-{c.grade}-{c.who}-{c.level}": n for c, n in with_titles(N=34).items()}
    assert (
        "Ghi cả số em không có danh hiệu" in client.post(year.edit_address(), {**sent, "trinh": "1"}).content.decode()
    )
    up = actions.begin(2024, Term.YEAR, with_titles(), by=cast.minh, **TOLD)
    cast.up(up, cast.minh)
    page = client.get("/cong-khai/ket-qua/2024/ca-nam/").content.decode()
    assert ("<h2" in page, page.count("Học sinh Xuất sắc") > 1, 'aria-describedby="bd-danh-hieu-d"' in page) == (
        True,
    ) * 3
    lines = [[cell.value for cell in row] for row in load_workbook(
        BytesIO(client.get("/cong-khai/ket-qua/2024/ca-nam/so-lieu.xlsx").content)).active.iter_rows()]  # fmt: skip
    assert next(line[:4] for line in lines if line[0] == "Danh hiệu cuối năm") == [
        "Danh hiệu cuối năm",
        "Khối 6",
        60,
        8,
    ]
    assert ["Bảng", "Khối", "Số học sinh", "Học sinh Xuất sắc"] in [line[:4] for line in lines]
