"""Nhập hộ: what was sent by hand, mail or Zalo becomes a draft on the way of row 7, its original kept to the letter."""

from datetime import datetime

import pytest
from django.test import Client

from portal.base.clock import ZONE
from portal.base.models import JournalEntry
from portal.files.actions import store_attachment
from portal.files.models import Attachment, Picture
from portal.news.intake import as_body
from portal.news.models import Article
from tests.cast import NOW, Cast
from tests.files.pictures import pdf, picture, word
from tests.news.screen import Screen, sit_down

SENT = 'Kính gửi  nhà trường :\r\n\r\nHội Cha mẹ tặng "Tủ sách" .\r\n- 200 cuốn\r\n- 2 kệ'


@pytest.fixture
def desk(cast: Cast, client: Client) -> Screen:
    """The Secretary before the screen."""
    return sit_down(client, cast.sen, "/viet/nhap-ho/")


def take_in(screen: Screen, **typed: object) -> Screen:
    filled = {"received_name": "Ông Lê Văn Tám", "received_unit": "Hội Cha mẹ", "way": "zalo",
              "received_at": "2026-11-14T09:15", "section": "chuyen-mon", "genre": "tin-ngan", "pasted": SENT}  # fmt: skip
    return screen.press("", **(filled | typed))


def newest() -> Article:
    found: Article = Article.objects.get().get_latest_revision_as_object()
    return found


def words_of(file: Attachment) -> str:
    with file.file.open("rb") as kept:
        return str(kept.read().decode())


def test_pasted_words_become_a_draft_and_are_kept_to_the_letter(cast: Cast, desk: Screen) -> None:
    take_in(desk)
    now = newest()
    assert (now.title, now.received_name, now.received_unit) == ("Kính gửi nhà trường:", "Ông Lê Văn Tám", "Hội Cha mẹ")
    assert now.received_at == datetime(2026, 11, 14, 9, 15, tzinfo=ZONE)
    assert as_body(now) == [{
        "type": "paragraph",
        "value": "<p>Kính gửi nhà trường:</p><p>Hội Cha mẹ tặng “Tủ sách”.</p><ul><li>200 cuốn</li><li>2 kệ</li></ul>",
    }]  # fmt: skip
    kept = now.received_original
    assert kept is not None
    assert (kept.title, kept.kind, words_of(kept)) == (
        "Bản gốc của Ông Lê Văn Tám, Hội Cha mẹ (Zalo, 14/11/2026)",
        "txt",
        SENT,
    )
    assert "Đã sửa giúp:</b> 1 chỗ hai dấu cách, 2 dấu cách trước dấu câu, 1 cặp ngoặc kép." in desk.html
    assert list(now.bylines.all()) == []
    assert (now.case.creator, now.plan_entry, cast.standing(now).route.row) == (cast.sen, None, 5)


def test_in_plan_it_goes_the_way_of_what_was_received(cast: Cast, desk: Screen) -> None:
    take_in(desk, plan_entry=str(cast.entry.pk))
    assert (newest().plan_entry, cast.standing(newest()).route.row) == (cast.entry, 7)


def test_the_record_says_who_took_it_in_under_which_clause(cast: Cast, desk: Screen) -> None:
    """R-RECEIVE-01"""
    take_in(desk)
    line = JournalEntry.objects.get(verb="receive")
    assert (line.actor_id, line.rule, line.clause, line.data) == (
        cast.sen.pk, "R-RECEIVE-01", "Điều 12.2", {"way": "zalo", "original": newest().received_original_id},
    )  # fmt: skip


def test_the_original_stands_beside_the_text(desk: Screen) -> None:
    take_in(desk)
    kept = newest().received_original
    assert kept is not None
    beside = desk.html.split('<section class="sheet original">')[1].split("</section>")[0]
    assert ("Kính gửi  nhà trường :" in beside, kept.url in beside) == (True, True)


def test_a_sender_of_the_school_is_named_as_author_and_follows_it(cast: Cast, desk: Screen) -> None:
    take_in(
        desk,
        received_name="Đặng Khoa",
        received_unit="",
        author="khoa",
        title="Tủ sách mới",
        plan_entry=str(cast.entry.pk),
    )
    now = newest()
    assert ([(line.person, line.share) for line in now.bylines.all()], now.title) == ([(cast.khoa, 100)], "Tủ sách mới")
    assert cast.standing(now).route.row == 7
    client = Client()
    client.force_login(cast.khoa, "django.contrib.auth.backends.ModelBackend")
    assert client.get(f"/viec/{now.pk}/").status_code == 200


def test_a_file_is_the_original_and_pictures_become_an_album(desk: Screen) -> None:
    take_in(
        desk, pasted="", title="Thư của Hội", original=pdf("thu-gui.pdf"), pictures=[picture("a.jpg"), picture("b.jpg")]
    )
    now = newest()
    assert (now.received_original, now.title) == (Attachment.objects.get(title="thu-gui"), "Thư của Hội")
    pictures = [{"picture": shot.pk, "caption": ""} for shot in Picture.objects.order_by("pk")]
    assert as_body(now) == [{"type": "gallery", "value": pictures}]


def test_the_original_is_nobody_elses_to_open(cast: Cast, client: Client, desk: Screen) -> None:
    take_in(desk)
    kept = newest().received_original
    assert kept is not None
    for person, expected in ((cast.phu, 404), (cast.vy, 404), (cast.lan, 200)):
        client.force_login(person, "django.contrib.auth.backends.ModelBackend")
        answer = client.head(kept.url)
        assert answer.status_code == expected
    assert (answer["Content-Type"], answer["X-Content-Type-Options"]) == ("text/plain; charset=utf-8", "nosniff")


@pytest.mark.parametrize(
    "typed, field, sentence",
    [
        ({"received_name": ""}, "received_name", "Cần ghi người gửi là ai."),
        ({"section": ""}, "section", "Hãy chọn chuyên mục."),
        ({"pasted": "", "title": "Tên"}, "pasted", "Cần giữ bản gốc: dán nguyên văn lời gửi đến, hoặc chọn tệp đã nhận. (Điều 12.2)"),
        ({"pasted": "  "}, "title", "Bài cần có tiêu đề, có thể sửa sau."),
        ({"received_unit": "c" * 201}, "received_unit", "Dài quá 200 ký tự (đang có 201)."),
    ],
)  # fmt: skip
def test_what_is_missing_is_said_at_its_field_and_nothing_typed_is_lost(
    desk: Screen, typed: dict[str, str], field: str, sentence: str
) -> None:
    """R-RECEIVE-02"""
    take_in(desk, **({"title": "Tủ sách"} | typed if field != "title" else typed))
    assert desk.answer.status_code == 422
    assert desk.html.split(f'id="id_{field}_error"')[1].split("</p>")[0] == f">{sentence}"
    assert desk.fields["received_at"] == ["2026-11-14T09:15"]
    assert (Article.objects.count(), Attachment.objects.count()) == (0, 0)


def test_files_sent_with_a_mistake_elsewhere_are_kept(cast: Cast, desk: Screen) -> None:
    take_in(desk, received_name="", original=pdf("thu.pdf"), pictures=[picture("a.jpg"), pdf("b.jpg")])
    assert (desk.answer.status_code, Article.objects.count()) == (422, 0)
    assert "b.jpg: Nội dung tệp không phải loại nhà trường nhận" in desk.html
    take_in(desk)
    now = newest()
    assert now.received_original == Attachment.objects.get(title="thu")
    assert now.shown_pictures() == {Picture.objects.get().pk}


def test_a_refused_file_says_so_and_is_not_kept(desk: Screen) -> None:
    take_in(desk, original=word(macro=True))
    assert desk.answer.status_code == 422
    assert "Tệp có macro nên không nhận." in desk.html
    assert (Attachment.objects.count(), desk.fields["received_name"]) == (0, ["Ông Lê Văn Tám"])


def test_somebody_elses_file_is_not_taken_by_its_number(cast: Cast, desk: Screen) -> None:
    theirs = store_attachment(pdf(), title="Riêng", by=cast.ha, at=NOW, channel="test")
    take_in(desk, pasted="", title="Tên", kept=str(theirs.pk))
    assert (desk.answer.status_code, Article.objects.count()) == (422, 0)


@pytest.mark.parametrize(
    "who, expected", [("sen", 200), ("cuc", 200), ("dung", 200), ("lan", 403), ("vy", 403), ("ha", 403), ("phu", 403),
                      ("tri", 403)],
)  # fmt: skip
def test_who_takes_in_what_is_sent(cast: Cast, client: Client, who: str, expected: int) -> None:
    client.force_login(cast.people[who], "django.contrib.auth.backends.ModelBackend")
    assert client.get("/viet/nhap-ho/").status_code == expected
    assert client.post("/viet/nhap-ho/", {"title": "x"}).status_code == (422 if expected == 200 else 403)
    assert ("/viet/nhap-ho/" in client.get("/viet/").content.decode()) == (expected == 200)


def test_a_member_takes_in_only_for_his_field(cast: Cast, client: Client) -> None:
    screen = sit_down(client, cast.cuc, "/viet/nhap-ho/")
    assert [slug for slug in cast.sections if f'value="{slug}"' in screen.html] == ["chuyen-mon"]
    take_in(screen, section="doan-doi")
    assert (screen.answer.status_code, Article.objects.count()) == (422, 0)
    take_in(screen, plan_entry=str(cast.entry.pk))
    assert (newest().case.creator, cast.standing(newest()).route.row) == (cast.cuc, 7)


def test_whoever_stands_in_for_an_absent_secretary_takes_in(cast: Cast, client: Client) -> None:
    cast.away(cast.sen, substitute=cast.dung)
    screen = sit_down(client, cast.dung, "/viet/nhap-ho/")
    assert screen.answer.status_code == 200
    take_in(screen)
    assert newest().case.creator == cast.dung


def test_opening_the_screen_changes_nothing(cast: Cast, client: Client) -> None:
    lines = JournalEntry.objects.count()
    sit_down(client, cast.sen, "/viet/nhap-ho/?received_name=x&pasted=y")
    assert (JournalEntry.objects.count(), Article.objects.count(), Attachment.objects.count()) == (lines, 0, 0)
