"""Nhập từ Word: each paper becomes a draft whole, with its original, or is refused whole."""

import hashlib
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from portal.base import queue
from portal.base.models import JournalEntry, Task
from portal.base.refused import Refused
from portal.base.text.legacy import Font
from portal.files.models import Attachment, Picture
from portal.news.actions import edit, read_waiting
from portal.news.bringing import actions
from portal.news.bringing.actions import as_it_was, bring_file, bring_pasted
from portal.news.intake import as_body
from portal.news.models import Article, Bringing, Brought
from tests.api.conftest import Caller, problem
from tests.cast import NOW, Cast
from tests.files.pictures import word
from tests.legacy import old
from tests.news.bringing.papers import docx, macro, old_notice, p, run, typed
from tests.news.screen import Screen, sit_down

TELLS = "Em Nguyễn Thị Hoè và em Đặng Thuỳ Dương, lớp 7A3, được giải Nhất."
INTO = {"section": "chuyen-mon", "genre": "tin-ngan"}
PASTED = old("Kính gửi các thầy cô giáo và các em học sinh trường ta", Font.TCVN3)


@pytest.fixture
def desk(cast: Cast, client: Client) -> Screen:
    """A teacher before the screen."""
    return sit_down(client, cast.lan, "/viet/nhap-word/")


def newest() -> Article:
    found: Article = Article.objects.get().get_latest_revision_as_object()
    return found


def kept() -> tuple[int, int, int, int, int]:
    return tuple(model.objects.count() for model in (Article, Attachment, Picture, Bringing, Brought))  # type: ignore[return-value]


def bring(cast: Cast, file: SimpleUploadedFile, **data: Any) -> Brought:
    return bring_file(file, data=INTO | data, by=cast.lan, at=NOW, channel="test")


def test_one_file_becomes_a_draft_at_once_its_original_kept_to_the_byte(cast: Cast, desk: Screen) -> None:
    file = old_notice()
    raw = file.read()
    file.seek(0)
    desk.press("", papers=file, plan_entry=str(cast.entry.pk), **INTO)
    now, row = newest(), Brought.objects.get()
    assert (now.title, now.case.creator, now.case.state, now.plan_entry) == (
        "Thông báo về Ý tưởng trẻ", cast.lan, "draft", cast.entry,
    )  # fmt: skip
    shot = Picture.objects.get()
    assert (shot.alt, as_body(now)) == ("Học sinh tưới cây", [
        {"type": "paragraph", "value": f"<p>{TELLS}</p>"},
        {"type": "image", "value": {"picture": shot.pk, "caption": "Hình 1. Hai em nhận giải"}},
        {"type": "table", "value": {"caption": "", "rows": [["Tên", "Lớp"], ["Ngô Ưng Mừng", "7A3"]]}},
        {"type": "paragraph", "value": "<p>Sản phẩm ® của nhóm đã được cô Kỳ xem.</p>"},
    ])  # fmt: skip
    original = now.received_original
    assert original is not None
    with original.file.open("rb") as stored:
        assert (stored.read(), original.sha256, original.kind) == (raw, hashlib.sha256(raw).hexdigest(), "docx")
    assert [one["where"] for one in row.changes] == ["Tiêu đề", "Đoạn 1", "Chú thích ảnh 1", "Bảng 1, dòng 2, ô 1"]
    line = JournalEntry.objects.get(verb="bring")
    assert (line.actor_id, line.clause, line.data["sha256"], line.data["converted"]) == (
        cast.lan.pk, "Điều 12.2", original.sha256, 4,
    )  # fmt: skip
    assert (
        cast.standing(now).route.row == cast.standing(cast.article(cast.lan)).route.row
    )  # the way of any text of hers
    assert (TELLS in desk.html, "VNI-Times" in desk.html, original.sha256 in desk.html) == (True, True, True)


def test_all_of_it_is_turned_back_once_and_forth_again_while_nobody_touched_it(cast: Cast, desk: Screen) -> None:
    """R-BRING-04"""
    desk.press("", papers=old_notice(), **INTO)
    row = Brought.objects.get()
    desk.address = f"/viet/nhap-word/{row.pk}/"
    desk.press("")
    assert "Đã trả về đúng chữ trong bản gốc" in desk.html
    assert (newest().title, as_body(newest())[0]["value"]) != ("Thông báo về Ý tưởng trẻ", f"<p>{TELLS}</p>")
    desk.press("")
    assert (newest().title, as_body(newest())[0]["value"]) == ("Thông báo về Ý tưởng trẻ", f"<p>{TELLS}</p>")
    cast.submit(Article.objects.get(), cast.lan)
    desk.press("")
    assert (desk.answer.status_code, "Bài đã được sửa hoặc đã trình sau khi nhập" in desk.html) == (409, True)


def test_the_editor_shows_the_original_and_leads_to_the_conversions(cast: Cast, desk: Screen) -> None:
    desk.press("", papers=old_notice(), **INTO)
    html = desk.client.get(f"/viet/{newest().pk}/").content.decode()
    beside = html.split('<section class="sheet original">')[1].split("</section>")[0]
    assert ("Bản gốc đã nhập" in beside, "Xem 4 chỗ đã đổi phông" in beside) == (True, True)


@pytest.mark.parametrize(
    "given, field, sentence",
    [
        ({}, "papers", "Hãy chọn tệp, hoặc dán lời văn vào ô."),
        ({"section": "", "pasted": PASTED}, "section", "Hãy chọn chuyên mục."),
        ({"papers": macro}, "papers", "“co-macro.docx”:"),
        ({"papers": lambda: SimpleUploadedFile("hong.docx", b"PK\x03\x04 hong")}, "papers", "“hong.docx”:"),
        ({"papers": lambda: SimpleUploadedFile("bai.pdf", b"%PDF-1.4")}, "papers", "chỉ nhập được tệp .docx, .odt, .doc và .rtf"),
    ],
)  # fmt: skip
def test_a_refusal_stands_at_its_field_and_nothing_is_half_made(
    desk: Screen, given: dict[str, Any], field: str, sentence: str
) -> None:
    """R-BRING-01, -02, -03"""
    sent = {name: value() if callable(value) else value for name, value in given.items()}
    desk.press("", **(INTO | sent))
    assert (desk.answer.status_code, kept()) == (422, (0, 0, 0, 0, 0))
    assert sentence in desk.html.split(f'id="id_{field}_error"')[1].split("</p>")[0]
    assert desk.fields["pasted"] == [given.get("pasted", "")]


def test_pasted_words_are_converted_and_kept_as_they_were(cast: Cast, desk: Screen) -> None:
    desk.press("", pasted=f"{PASTED}\r\n- {old('một việc', Font.TCVN3)}", **INTO)
    now = newest()
    assert as_body(now) == [{"type": "paragraph", "value":
                             "<p>Kính gửi các thầy cô giáo và các em học sinh trường ta</p><ul><li>một việc</li></ul>"}]  # fmt: skip
    assert now.received_original is not None
    assert now.received_original.kind == "txt"
    assert (Brought.objects.get().name, now.title) == (
        "Lời dán",
        "Kính gửi các thầy cô giáo và các em học sinh trường ta",
    )


def test_a_paste_with_its_formatting_names_its_fonts(cast: Cast) -> None:
    html = f"<p><b style=\"font-family:'VNI-Times'\">{old('Thông báo', Font.VNI)}</b></p><ul><li>Một</li></ul>"
    row = bring_pasted("x", html, data=INTO, by=cast.lan, at=NOW, channel="test")
    assert (row.changes[0]["after"], row.changes[0]["told_by"]) == ("Thông báo", "VNI-Times")


def test_several_wait_for_the_worker_each_with_its_own_end(cast: Cast, desk: Screen) -> None:
    desk.press("", papers=[old_notice("mot.docx"), macro(), docx(p(run("Bốn")), name="bon.docx")], **INTO)
    assert (desk.answer.status_code, Article.objects.count(), "Đã đọc <b>0</b> trên 3 bài" in desk.html) == (
        200,
        0,
        True,
    )
    assert '<noscript><meta http-equiv="refresh"' in desk.html
    queue.run_due(NOW)
    queue.run_due(NOW)  # idempotent
    html = desk.client.get(f"/viet/nhap-word/lan/{Bringing.objects.get().pk}/").content.decode()
    assert "Đã đọc xong 3 bài: 2 thành bản nháp, 1 không nhận được." in html
    rows = list(Brought.objects.values_list("name", "state", "waiting"))
    assert rows == [("mot.docx", "done", ""), ("co-macro.docx", "refused", ""), ("bon.docx", "done", "")]
    assert (Article.objects.count(), Attachment.objects.count()) == (2, 2)
    assert "“co-macro.docx”:" in Brought.objects.get(state="refused").refusal
    desk.client.force_login(cast.khoa, "django.contrib.auth.backends.ModelBackend")
    assert desk.client.get(f"/viet/nhap-word/lan/{Bringing.objects.get().pk}/").status_code == 404


def test_a_file_only_another_program_opens_waits_though_it_is_alone(desk: Screen) -> None:
    desk.press("", papers=SimpleUploadedFile("cu.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"), **INTO)
    assert ("Đã đọc <b>0</b> trên 1 bài" in desk.html, Task.objects.count(), Article.objects.count()) == (True, 1, 0)


def test_a_paper_that_stops_the_worker_twice_is_not_tried_for_ever(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    actions.begin_bringing([docx(p(run("a")))], data=INTO, by=cast.lan, at=NOW, channel="test")
    row = Brought.objects.get()
    monkeypatch.setattr(actions, "bring", lambda *_, **__: (_ for _ in ()).throw(MemoryError))
    for _ in range(2):
        with pytest.raises(MemoryError):
            read_waiting(row.pk)
    read_waiting(row.pk)
    row.refresh_from_db()
    assert (row.state, "hai lần dừng giữa chừng" in row.refusal, row.waiting.name) == ("refused", True, "")
    assert Task.objects.count() == 1


def test_a_received_word_file_gives_the_draft_its_words_and_pictures(cast: Cast, client: Client) -> None:
    screen = sit_down(client, cast.sen, "/viet/nhap-ho/")
    screen.press("", received_name="Ông Tám", original=old_notice(), plan_entry=str(cast.entry.pk), way="thu", **INTO)
    now = newest()
    assert (now.title, now.received_name, as_body(now)[0]["value"]) == (
        "Thông báo về Ý tưởng trẻ", "Ông Tám", f"<p>{TELLS}</p>",
    )  # fmt: skip
    assert (cast.standing(now).route.row, now.received_original, Attachment.objects.count()) == (
        7, Brought.objects.get().original, 1,
    )  # fmt: skip


def test_a_received_file_nobody_can_read_is_kept_all_the_same_and_said(cast: Cast, client: Client) -> None:
    screen = sit_down(client, cast.sen, "/viet/nhap-ho/")
    screen.press("", received_name="Ông Tám", original=word(macro=False), way="thu", **INTO)
    now = newest()
    assert ("Chưa lấy được lời văn từ tệp." in screen.html, now.title, as_body(now)) == (True, "to-trinh", [])
    assert (Attachment.objects.count(), now.received_original, Brought.objects.count()) == (
        1,
        Attachment.objects.get(),
        0,
    )


def test_a_fault_of_the_reader_is_a_sentence_too(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("portal.files.office.read", lambda *_: {}["x"])
    with pytest.raises(Refused, match=r"“thong-bao.docx”: không đọc được tệp này"):
        bring(cast, old_notice())
    assert kept() == (0, 0, 0, 0, 0)


def test_pictures_the_files_room_refuses_are_told_and_the_text_comes_all_the_same(
    cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("portal.files.rules.PICTURE_PIXELS", 1)
    monkeypatch.setattr("portal.files.bare.PICTURE_PIXELS", 1)
    row = bring(cast, old_notice())
    assert [one.partition(" không nhận được: ")[0].split(" (")[0] for one in row.lost] == ["Ảnh 1"]
    assert (Picture.objects.count(), as_body(newest())[1]["value"]) == (0, "<p><em>Hình 1. Hai em nhận giải</em></p>")


def test_looking_through_conversions_asks_as_much_for_three_as_for_one(cast: Cast, client: Client) -> None:
    one = bring(cast, docx(p(typed("Một"))))
    three = bring(cast, docx(*(p(typed(f"Việc thứ {n}ẻ")) for n in range(30))))
    client.force_login(cast.lan, "django.contrib.auth.backends.ModelBackend")
    counts = []
    for row in (one, three, one, three):
        with CaptureQueriesContext(connection) as asked:
            html = client.get(f"/viet/nhap-word/{row.pk}/").content.decode()
        counts.append(len(asked))
    assert (counts[2] == counts[3], html.count("brought__pair"), "Trang 1 / 2" in html) == (True, 20, True)


def test_a_reader_and_a_collaborator_elsewhere_bring_nothing(cast: Cast, client: Client) -> None:
    client.force_login(cast.phu, "django.contrib.auth.backends.ModelBackend")
    assert client.get("/viet/nhap-word/").status_code == 403
    screen = sit_down(client, cast.vy, "/viet/nhap-word/")
    screen.press("", papers=old_notice(), section="doan-doi", genre="tin-ngan")
    assert (screen.answer.status_code, kept(), Brought.objects.get().state) == (422, (0, 0, 0, 1, 1), "held")


def test_the_api_brings_tells_and_turns_back(cast: Cast) -> None:
    api = Caller(cast)
    made = api.upload("/articles/bring", cast.lan, old_notice(), **INTO)
    told = made.json()
    assert (made.status_code, told["article"]["title"], told["changes"], told["lost"]) == (
        201, "Thông báo về Ý tưởng trẻ", 4, [],
    )  # fmt: skip
    pk = told["article"]["id"]
    changes = api.get(f"/articles/{pk}/conversions", cast.lan).json()
    assert (changes["total"], changes["items"][1]["after"]) == (4, TELLS)
    assert api.post(f"/articles/{pk}/as-it-was", cast.lan).json()["converted"] is False
    assert problem(api.upload("/articles/bring", cast.lan, macro(), **INTO)) == (422, [("file", "R-BRING-03")])
    assert problem(api.upload("/articles/bring", cast.phu, old_notice(), **INTO)) == (403, [("", "R-FILE-08")])
    pasted = api.post("/articles/bring-pasted", cast.lan, INTO | {"text": PASTED})
    assert (pasted.status_code, pasted.json()["article"]["title"], Article.objects.count()) == (
        201, "Kính gửi các thầy cô giáo và các em học sinh trường ta", 2,
    )  # fmt: skip


def test_turning_back_is_refused_by_the_verb_itself_once_somebody_typed(cast: Cast) -> None:
    row = bring(cast, old_notice())
    article = Article.objects.get()
    edit(article, {"summary": "Thêm."}, by=cast.lan, at=NOW, channel="test", based_on=cast.case(article).hash)
    with pytest.raises(Refused, match="Bài đã được sửa"):
        as_it_was(row, by=cast.lan, at=NOW, channel="test")
