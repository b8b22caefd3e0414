"""What waits: papers another program opens, long pastes, and files held while something beside them is mended."""

from datetime import timedelta
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from portal.base import queue
from portal.files.models import Attachment
from portal.files.office import doc
from portal.news.bringing.queued import forget_held
from portal.news.intake import as_body
from portal.news.models import Article, Bringing, Brought
from tests.api.conftest import Caller
from tests.cast import NOW, Cast
from tests.files.office import docx as made
from tests.files.office.test_hostile import FILLED
from tests.news.bringing.papers import docx, macro, p, run
from tests.news.bringing.test_bring import INTO, desk, newest
from tests.news.screen import Screen, sit_down

__all__ = ["desk"]
RTF = b"{\\rtf1\\ansi Th\\'f4ng b\\'e1o}"


@pytest.fixture
def office(monkeypatch: pytest.MonkeyPatch) -> None:
    """Another program that reads every old file as one line."""
    monkeypatch.setattr(doc.shutil, "which", lambda _: "soffice")
    monkeypatch.setattr(doc, "_converted", lambda *_: made.docx(made.p("Bài của lớp 7A") + made.p("Lời.")))


def good(name: str) -> SimpleUploadedFile:
    return docx(p(run(f"Bài {name}")), p(run("Lời.")), name=name)


def on_disk() -> list[Path]:
    """Where what lies on the doorstep is kept."""
    return [Path(row.waiting.path) for row in Brought.objects.exclude(waiting="")]


def test_good_files_are_kept_beside_a_mistake_and_only_the_refused_are_named(desk: Screen) -> None:
    sent = [good("mot.docx"), SimpleUploadedFile("hinh.pdf", b"%PDF"), good("hai.docx")]
    desk.press("", papers=sent, section="", genre="tin-ngan")
    rows = list(Brought.objects.values_list("name", "state"))
    assert (desk.answer.status_code, rows, Article.objects.count()) == (
        422, [("mot.docx", "held"), ("hai.docx", "held")], 0,
    )  # fmt: skip
    assert ("Đang giữ 2 tệp, không phải chọn lại" in desk.html, desk.html.count("“hinh.pdf”: chỉ nhập được tệp")) == (
        True,
        1,
    )
    were = on_disk()
    dropped = Brought.objects.get(name="hai.docx").pk
    desk.press("", papers=macro(), drop=[dropped], **INTO)
    queue.run_due(NOW)
    rows = list(Brought.objects.values_list("name", "state", "bringing__asked__section"))
    assert rows == [("mot.docx", "done", "chuyen-mon"), ("co-macro.docx", "refused", "chuyen-mon")]
    assert (newest().title, Bringing.objects.count(), [path.exists() for path in were]) == (
        "Bài mot.docx", 1, [False, False],
    )  # fmt: skip


def test_held_files_are_their_senders_own_and_go_after_a_day(cast: Cast, desk: Screen) -> None:
    desk.press("", papers=good("mot.docx"), pasted="lời", **INTO)
    assert desk.fields["pasted"] == ["lời"]
    held = Bringing.objects.get()
    assert desk.client.get(f"/viet/nhap-word/lan/{held.pk}/").status_code == 404
    other = sit_down(Client(), cast.khoa, "/viet/nhap-word/")
    other.press("", held=str(held.pk), drop=[Brought.objects.get().pk], **INTO)
    assert (other.answer.status_code, "mot.docx" in other.html, Brought.objects.get().state) == (422, False, "held")
    were = on_disk()
    assert [forget_held(NOW + timedelta(hours=hours)) for hours in (23, 25)] == [0, 1]
    assert (Brought.objects.count(), Bringing.objects.count(), [path.exists() for path in were]) == (0, 0, [False])


@pytest.mark.sqlite  # the same over either
def test_whoever_never_goes_on_holds_three_bringings_at_most(desk: Screen) -> None:
    for n in range(4):
        desk.press("", papers=good(f"{n}.docx"), held="", section="", genre="tin-ngan")
    assert list(Brought.objects.values_list("name", flat=True)) == ["1.docx", "2.docx", "3.docx"]


@pytest.mark.sqlite  # the same over either
def test_an_rtf_waits_and_is_read_by_the_worker(office: None, desk: Screen) -> None:
    desk.press("", papers=SimpleUploadedFile("cu.rtf", RTF), **INTO)
    assert "Đã đọc <b>0</b> trên 1 bài" in desk.html
    queue.run_due(NOW)
    now = newest()
    assert now.received_original is not None
    assert (now.title, now.received_original.kind, Brought.objects.get().state) == ("Bài của lớp 7A", "rtf", "done")


def test_a_received_old_file_is_read_by_the_worker_and_keeps_who_sent_it(
    office: None, cast: Cast, client: Client
) -> None:
    screen = sit_down(client, cast.sen, "/viet/nhap-ho/")
    file = SimpleUploadedFile("cu.doc", FILLED)
    screen.press("", received_name="Ông Tám", original=file, way="thu", received_at="2026-11-18 08:00", **INTO)
    assert ("Đã đọc <b>0</b> trên 1 bài" in screen.html, Article.objects.count()) == (True, 0)
    queue.run_due(NOW)
    now = newest()
    assert (now.title, now.received_name, str(now.received_at)[:10], now.received_original) == (
        "Bài của lớp 7A", "Ông Tám", "2026-11-18", Attachment.objects.get(),
    )  # fmt: skip


@pytest.mark.sqlite  # the same over either
def test_a_received_old_file_nobody_can_read_is_a_draft_with_its_original(
    cast: Cast, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(doc.shutil, "which", lambda _: None)
    screen = sit_down(client, cast.sen, "/viet/nhap-ho/")
    screen.press("", received_name="Ông Tám", original=SimpleUploadedFile("cu.rtf", RTF), way="thu", **INTO)
    queue.run_due(NOW)
    html = client.get(f"/viet/nhap-word/lan/{Bringing.objects.get().pk}/").content.decode()
    assert ("Máy chủ chưa cài LibreOffice" in html, "có tệp gốc bên cạnh" in html) == (True, True)
    assert (newest().title, as_body(newest()), newest().received_name) == ("cu", [], "Ông Tám")


@pytest.mark.sqlite  # the same over either
def test_a_long_paste_is_read_by_the_worker(desk: Screen) -> None:
    html = "<p>Bài dán dài</p><p>Lời.</p>" + "<i></i>" * 10_000
    desk.press("", pasted="Bài dán dài", html=html, **INTO)
    assert "Đã đọc <b>0</b> trên 1 bài" in desk.html
    queue.run_due(NOW)
    assert (newest().title, Brought.objects.get().name, newest().received_original.kind) == (
        "Bài dán dài",
        "Lời dán",
        "txt",
    )  # type: ignore[union-attr]


@pytest.mark.sqlite  # the same over either
def test_the_api_says_where_to_ask_for_what_waits(office: None, cast: Cast) -> None:
    api = Caller(cast)
    answer = api.upload("/articles/bring", cast.lan, SimpleUploadedFile("cu.doc", FILLED), **INTO)
    row = Brought.objects.get()
    told = {"id": row.pk, "name": "cu.doc", "state": "waiting", "refusal": "", "article": None}
    assert (answer.status_code, answer["Location"], answer.json()) == (202, f"/api/v1/articles/brought/{row.pk}", told)
    queue.run_due(NOW)
    done = api.get(f"/articles/brought/{row.pk}", cast.lan).json()
    assert done == told | {"state": "done", "article": Article.objects.get().pk}
    assert api.get(f"/articles/brought/{row.pk}", cast.khoa).status_code == 404
