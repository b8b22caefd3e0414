"""The screens of internal notices: written on one page, read, confirmed, the strict list, the spreadsheets (Điều 15.1)."""

from dataclasses import replace
from io import BytesIO
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from openpyxl import load_workbook

from portal.files.models import Attachment
from portal.intranet.models import Confirmation, InternalNotice
from portal.intranet.notices.rules import To
from tests.cast import Cast
from tests.intranet.test_notices import HEARD, put_up

pytestmark = pytest.mark.sqlite  # what a screen shows; the verbs, the leaks and the matrix ask both databases

NEW = "/noi-bo/thong-bao/viet/"
TYPED = {
    "title": "Nộp giáo án",
    "sort": "thong-bao",
    "intro": "Nộp cho tổ trưởng.",
    "to_everyone": "on",
    "acknowledge_by": "2026-11-20",
}


@pytest.fixture
def lan(cast: Cast, client: Client) -> Client:
    client.force_login(cast.lan)
    return client


def cells(content: bytes) -> list[list[Any]]:
    return [list(row) for row in load_workbook(BytesIO(content)).active.iter_rows(values_only=True)]


def test_a_notice_is_written_on_one_page_and_goes_on_to_its_route(lan: Client) -> None:
    paper = SimpleUploadedFile("Mau_giao_an.pdf", b"%PDF-1.7 mau")
    answer = lan.post(NEW, {**TYPED, "uploads": [paper], "send": "1"})
    notice = InternalNotice.objects.get()
    assert (answer.status_code, answer["Location"]) == (302, f"/viec/{notice.pk}/tuyen/")
    assert [(one.title, one.guarded) for one in notice.attached()] == [("Mau giao an", True)]
    page = lan.get(f"/viec/{notice.pk}/tuyen/").content.decode()
    assert "Thư ký biên tập và trình" in page


def test_a_mistake_keeps_what_was_typed_and_the_files(lan: Client) -> None:
    answer = lan.post(NEW, {**TYPED, "title": "", "uploads": [SimpleUploadedFile("a.pdf", b"%PDF-1.7 a")]})
    kept = Attachment.objects.get()
    page = answer.content.decode()
    assert (answer.status_code, InternalNotice.objects.count()) == (422, 0)
    assert [
        word in page for word in ("Nộp cho tổ trưởng.", f'name="kept" value="{kept.pk}"', "Thông báo cần có tiêu đề.")
    ] == [True] * 3
    lan.post(NEW, {**TYPED, "kept": [kept.pk]})
    assert InternalNotice.objects.get().papers == [kept.pk]


def test_nobody_takes_a_colleagues_file_by_its_number(cast: Cast, lan: Client) -> None:
    lan.post(NEW, {**TYPED, "uploads": [SimpleUploadedFile("a.pdf", b"%PDF-1.7 a")]})
    lan.force_login(cast.khoa)
    lan.post(NEW, {**TYPED, "kept": [Attachment.objects.get().pk]})
    assert [notice.papers for notice in InternalNotice.objects.order_by("pk")] == [[Attachment.objects.get().pk], []]


def test_an_unreadable_file_is_refused_with_its_sentence(lan: Client) -> None:
    answer = lan.post(NEW, {**TYPED, "uploads": [SimpleUploadedFile("a.exe", b"MZ")]})
    assert (answer.status_code, "a.exe: Nội dung tệp không phải loại nhà trường nhận" in answer.content.decode()) == (
        422,
        True,
    )


def test_whoever_has_not_confirmed_finds_it_first_and_confirms_by_the_button(cast: Cast, client: Client) -> None:
    up = put_up(cast)
    root = f"/noi-bo/thong-bao/{up.notice.slug}/"
    client.force_login(cast.khoa)
    assert "Chờ thầy/cô xác nhận" in client.get("/noi-bo/thong-bao/").content.decode()
    assert client.get(f"{root}da-doc/").status_code == 405
    assert client.post(f"{root}da-doc/", {"hash": "khac"}).status_code == 409
    assert client.post(f"{root}da-doc/", {"hash": up.hash})["Location"] == root
    assert [(one.person_id, one.hash) for one in Confirmation.objects.all()] == [(cast.khoa.pk, up.hash)]
    assert "Thầy/cô xác nhận lúc" in client.get(root).content.decode()
    assert [client.get(f"{root}ai-chua-doc{tail}").status_code for tail in ("/", "/bang-tinh/")] == [403, 403]
    assert client.post(f"{root}nhac/").status_code == 403


def test_the_strict_list_names_who_has_not_and_reminds_them(cast: Cast, lan: Client) -> None:
    root = f"/noi-bo/thong-bao/{put_up(cast).notice.slug}/"
    assert "8 người chưa xác nhận" in lan.get(f"{root}ai-chua-doc/").content.decode()
    assert lan.post(f"{root}nhac/")["Location"] == f"{root}ai-chua-doc/"
    again = lan.post(f"{root}nhac/")
    assert (again.status_code, "Hôm nay đã nhắc rồi" in again.content.decode()) == (409, True)
    rows = cells(lan.get(f"{root}ai-chua-doc/bang-tinh/").content)
    assert (rows[0][:3], len(rows), {row[2] for row in rows[1:]}) == (
        ["Họ và tên", "Tổ, đơn vị", "Tình trạng"], 9, {"chưa xác nhận"},
    )  # fmt: skip
    listed = cells(lan.get("/noi-bo/thong-bao/bang-tinh/").content)[1]
    assert (listed[0], listed[1], listed[2], listed[3], listed[8:]) == (
        "Nộp sổ đầu bài",
        "Thông báo",
        "Hoàng Lan",
        "Toàn trường",
        [0, 8],
    )


@pytest.mark.parametrize(("who", "status"), [("vy", 404), ("phu", 404), ("tri", 404), ("sen", 200)])
def test_its_page_is_there_for_its_circle(cast: Cast, client: Client, who: str, status: int) -> None:
    up = put_up(cast, replace(HEARD, to=To(people=frozenset({cast.khoa.pk}))))
    client.force_login(cast.people[who])
    answers = [client.get(f"/noi-bo/thong-bao/{up.notice.slug}/"), client.get("/noi-bo/thong-bao/")]
    assert (answers[0].status_code, up.notice.title in answers[1].content.decode()) == (status, status == 200)
