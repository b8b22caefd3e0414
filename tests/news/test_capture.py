"""Viết nhanh as a teacher meets it without JavaScript: photos, three lines, a draft; nothing typed is ever lost."""

import io
import uuid
from datetime import datetime
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from PIL import Image

from portal.base.clock import ZONE
from portal.base.models import JournalEntry
from portal.files.models import Picture
from portal.news import actions as news
from portal.news.models import Article, Sending
from portal.people.models import Person
from portal.plan.models import PlanEntry
from tests.cast import NOW, Cast
from tests.files.pictures import pdf, picture
from tests.news.screen import Screen, sit_down

AT = "/viet/nhanh/"
TITLE = "Ngày hội Khoa học của khối 7"
TEXT = f"{TITLE}\nBốn lớp bày mười hai thí nghiệm ở sân trường.\nCô trò cùng thử, cùng đoán."
EXIF, TAKEN = 0x8769, 0x9003


def photo(name: str = "IMG_1.jpg", taken: datetime | None = None, shade: int = 0) -> SimpleUploadedFile:
    """A photo as a phone takes it, with its hour."""
    exif = Image.Exif()
    if taken is not None:
        exif.get_ifd(EXIF)[TAKEN] = taken.strftime("%Y:%m:%d %H:%M:%S")
    out = io.BytesIO()
    Image.new("RGB", (90, 60), (shade, 42, 140)).save(out, "JPEG", exif=exif)
    return SimpleUploadedFile(name, out.getvalue())


def three() -> list[SimpleUploadedFile]:
    hours = [datetime(2026, 11, 16, 7, 30), datetime(2026, 11, 16, 7, 45), None]
    return [photo(f"IMG_{n}.jpg", taken, 60 * n) for n, taken in enumerate(hours)]


@pytest.fixture
def mine(cast: Cast, client: Client) -> Screen:
    """The screen open before Lan, a teacher."""
    return sit_down(client, cast.lan, AT)


def draft() -> Article:
    """The one draft, as its newest revision says."""
    found: Article = Article.objects.get().get_latest_revision_as_object()
    return found


def today(cast: Cast, title: str, section: str) -> PlanEntry:
    """Another entry of the confirmed plan, for this very day."""
    return cast.entry.plan.entries.create(title=title, section_slug=section, starts=NOW.date(), ends=NOW.date())


def address(screen: Screen) -> list[tuple[str, int]]:
    return screen.answer.redirect_chain  # type: ignore[attr-defined, no-any-return]


def words_of(article: Article) -> list[tuple[str, str, str]]:
    """Caption, alt text and credit of every photo of a draft."""
    found = []
    for block in article.body:
        shots = block.value if block.block_type == "gallery" else [block.value] if block.block_type == "image" else []
        found += [(shot["caption"], shot["picture"].alt, shot["picture"].credit) for shot in shots]
    return found


# -- from photos to a draft ---------------------------------------------------------------------------------------------


def test_three_photos_and_three_lines_become_a_photo_story_of_the_day(cast: Cast, mine: Screen) -> None:
    mine.press("route", text=TEXT, section="chuyen-mon", common="on", consent="on", anh=three())
    article = draft()
    assert address(mine) == [(f"/viec/{article.pk}/tuyen/", 302)]
    assert (article.title, article.genre, article.notice, article.section.slug) == (
        TITLE, "anh-hoat-dong", False, "chuyen-mon",
    )  # fmt: skip
    assert article.plan_entry == cast.entry  # its words name it
    assert [block.block_type for block in article.body] == ["paragraph", "gallery"]
    assert article.body[0].value.source == (
        "<p>Bốn lớp bày mười hai thí nghiệm ở sân trường.</p><p>Cô trò cùng thử, cùng đoán.</p>"
    )
    assert words_of(article) == [(TITLE, TITLE, "Hoàng Lan")] * 3
    assert (article.photographer, article.consent) == ("Hoàng Lan", True)
    assert [(line.person, line.share) for line in article.bylines.all()] == [(cast.lan, 100)]
    assert (article.event_start, article.event_end) == (
        datetime(2026, 11, 16, 7, 30, tzinfo=ZONE), datetime(2026, 11, 16, 7, 45, tzinfo=ZONE),
    )  # fmt: skip
    assert article.not_ready(NOW) == []
    assert "Trình bản 1" in mine.html
    assert article.live is False


def test_one_photo_stands_alone_and_without_words_of_its_own_says_so(cast: Cast, mine: Screen) -> None:
    mine.press("save", text=TEXT, section="chuyen-mon", anh=[photo()])
    article = draft()
    assert address(mine) == [(f"/viet/{article.pk}/", 302)]
    assert [block.block_type for block in article.body] == ["paragraph", "image"]
    assert words_of(article) == [("", "", "Hoàng Lan")]
    assert [one.rule for one in article.not_ready(NOW)] == ["R-READY-05"]


def test_lines_alone_are_a_short_item(cast: Cast, mine: Screen) -> None:
    mine.press("save", text=TEXT, section="doan-doi")
    article = draft()
    assert (article.genre, article.summary, article.photographer) == (
        "tin-ngan", "Bốn lớp bày mười hai thí nghiệm ở sân trường.", "",
    )  # fmt: skip
    assert article.not_ready(NOW) == []


def test_a_notice_is_a_notice_in_its_section_without_event(cast: Cast, mine: Screen) -> None:
    mine.press("save", text="Thông báo nghỉ học chiều thứ Sáu\nHọc sinh toàn trường nghỉ chiều 20/11.")
    article = draft()
    assert (article.genre, article.notice, article.section.slug, article.event_start, article.plan_entry) == (
        "tin-ngan", True, "thong-bao", None, None,
    )  # fmt: skip
    assert article.summary == "Học sinh toàn trường nghỉ chiều 20/11."
    assert article.not_ready(NOW) == []


def test_a_conference_ahead_brings_its_opening_and_its_place(cast: Cast, mine: Screen) -> None:
    mine.press("save", section="chuyen-mon",
               text="Hội nghị viên chức năm học mới\nKhai mạc 7h30 ngày 25/11 tại hội trường tầng 3.")  # fmt: skip
    article = draft()
    assert (article.genre, article.opening_at, article.place) == (
        "tin-hoi-nghi", datetime(2026, 11, 25, 7, 30, tzinfo=ZONE), "hội trường tầng 3",
    )  # fmt: skip
    assert article.not_ready(NOW) == []


def test_photos_without_a_word_take_the_name_of_the_days_activity(cast: Cast, mine: Screen) -> None:
    today(cast, "Giờ đọc sách", "chuyen-mon")
    mine = Screen(mine.client, AT).press("save", anh=[photo()])
    article = draft()
    assert (article.title, article.section.slug, article.genre) == ("Giờ đọc sách", "chuyen-mon", "anh-hoat-dong")


def test_what_the_writer_chose_himself_stands(cast: Cast, mine: Screen) -> None:
    mine.press("save", text=TEXT, title="Khoa học vui", section="doan-doi", genre="tuong-thuat", plan_entry="0",
               place="Sân trường", event_start="2026-11-15T08:00", anh=three())  # fmt: skip
    article = draft()
    assert (article.title, article.section.slug, article.genre, article.plan_entry, article.place) == (
        "Khoa học vui", "doan-doi", "tuong-thuat", None, "Sân trường",
    )  # fmt: skip
    assert (article.event_start, article.event_end) == (datetime(2026, 11, 15, 8, tzinfo=ZONE), None)
    assert article.body[0].value.source.startswith(f"<p>{TITLE}</p>")


def test_broken_typing_is_mended_and_said(cast: Cast, mine: Screen) -> None:
    apart = "Nga\u0300y ho\u0323\u0302i"
    mine.press("save", text=f"{apart}  đọc sách\nAi cũng vui .", section="chuyen-mon", anh=[photo()],
               anh__0__caption="Hai  em đọc")  # fmt: skip
    article = draft()
    assert (article.title, article.summary, words_of(article)[0][0]) == (
        "Ngày hội đọc sách",
        "Ai cũng vui.",
        "Hai em đọc",
    )
    assert mine.html.count("Đã sửa giúp:") == 1


# -- photos -------------------------------------------------------------------------------------------------------------


def test_photos_are_kept_first_and_given_their_own_words_then(cast: Cast, mine: Screen) -> None:
    mine.press("photos", text=TEXT, anh=three())
    assert mine.answer.status_code == 200
    assert (Picture.objects.count(), Article.objects.count()) == (3, 0)
    assert mine.fields["dong"] == ["0", "1", "2"]
    assert mine.fields["text"] == [TEXT]
    mine.press("save", section="chuyen-mon", anh__0__caption="Thí nghiệm núi lửa", anh__1__caption="Cô Lan chấm điểm",
               anh__1__alt="Cô giáo cúi nhìn một chai nước", anh__2__drop="on")  # fmt: skip
    assert words_of(draft()) == [
        ("Thí nghiệm núi lửa", "Thí nghiệm núi lửa", "Hoàng Lan"),
        ("Cô Lan chấm điểm", "Cô giáo cúi nhìn một chai nước", "Hoàng Lan"),
    ]
    assert draft().event_end == datetime(2026, 11, 16, 7, 45, tzinfo=ZONE)  # hours outlive the EXIF


def test_a_device_sends_captions_with_its_photos_in_their_order(cast: Cast, mine: Screen) -> None:
    mine.press("save", text=TEXT, section="chuyen-mon", anh=three(), anh__0__caption="Một", anh__1__caption="Hai",
               anh__2__alt="Ba, tả kĩ", anh__2__taken="2026-11-16T10:00:00")  # fmt: skip
    assert words_of(draft()) == [
        ("Một", "Một", "Hoàng Lan"), ("Hai", "Hai", "Hoàng Lan"), ("", "Ba, tả kĩ", "Hoàng Lan"),
    ]  # fmt: skip
    assert draft().event_end == datetime(2026, 11, 16, 10, tzinfo=ZONE)


def test_a_file_that_is_no_photo_is_named_and_the_others_are_kept(cast: Cast, mine: Screen) -> None:
    mine.press("route", text=TEXT, section="chuyen-mon", anh=[photo("a.jpg"), pdf("giay.jpg"), photo("b.jpg")])
    assert mine.answer.status_code == 422
    assert [line for line in mine.errors() if "giay" in line] == [
        "giay.jpg: Nội dung tệp không phải loại nhà trường nhận (jpg, png, webp). (Điều 8.1, 13.7)"
    ]
    assert Article.objects.count() == 0
    assert (mine.fields["dong"], mine.fields["text"]) == (["0", "2"], [TEXT])
    mine.press("route")
    assert len(words_of(draft())) == 2


def test_nothing_at_all_is_asked_for_a_line(cast: Cast, mine: Screen) -> None:
    mine.press("route")
    assert mine.answer.status_code == 422
    assert "Chưa có ảnh, chưa có chữ: hãy gõ ít nhất một dòng." in mine.html
    assert (Article.objects.count(), JournalEntry.objects.filter(actor_id=cast.lan.pk, at=NOW).count()) == (0, 0)


def test_a_text_whose_section_nobody_can_guess_is_asked_for_it_and_keeps_its_photos(cast: Cast, mine: Screen) -> None:
    mine.press("route", text=TEXT, anh=three())
    assert mine.answer.status_code == 422
    assert "Hãy chọn chuyên mục." in mine.html
    assert (mine.fields["dong"], mine.fields["text"]) == (["0", "1", "2"], [TEXT])
    assert Picture.objects.count() == 3
    mine.press("route", section="chuyen-mon")
    assert len(words_of(draft())) == 3
    assert Picture.objects.count() == 3


def test_of_forty_photos_the_forty_first_is_named(cast: Cast, mine: Screen) -> None:
    small = [picture(f"{n}.jpg", size=(4, 4)) for n in range(41)]
    mine.press("photos", anh=small)
    assert "Một bài nhận nhiều nhất 40 ảnh; những ảnh sau chưa được giữ." in mine.html
    assert Picture.objects.count() == 40


# -- guesses on screen --------------------------------------------------------------------------------------------------


def test_the_screen_says_what_it_guesses_and_why(cast: Cast, mine: Screen) -> None:
    html = mine.client.post("/viet/nhanh/goi-y/", {"text": TEXT, "coming": "3", "silent": "3"}).content.decode()
    for words in (
        "Ảnh hoạt động", "vì có 3 ảnh và ít chữ", "vì bài nói về ‘Ngày hội Khoa học’ trong kế hoạch",
        "Cổng chưa đoán được; thầy/cô chọn giúp.", "Còn 3 ảnh chưa có mô tả cho người không nhìn thấy ảnh.",
    ):  # fmt: skip
        assert html.count(words) >= 1, words
    assert (Article.objects.count(), Picture.objects.count()) == (0, 0)


def test_a_choice_of_ones_own_is_said_to_be_that(cast: Cast, mine: Screen) -> None:
    answer = mine.client.post("/viet/nhanh/goi-y/", {"text": TEXT, "genre": "tuong-thuat", "section": "doan-doi"})
    assert answer.content.decode().count("thầy/cô chọn</p>") == 2


def test_an_address_may_choose_the_plan_entry_and_the_section(cast: Cast, client: Client) -> None:
    screen = sit_down(client, cast.lan, f"{AT}?viec={cast.standing_entry.pk}&chuyen-muc=doan-doi")
    assert (screen.fields["plan_entry"], screen.fields["section"]) == ([str(cast.standing_entry.pk)], ["doan-doi"])
    screen = sit_down(client, cast.lan, f"{AT}?viec=99999&chuyen-muc=khong-co")
    assert (screen.fields["plan_entry"], screen.fields["section"]) == ([""], [""])


def test_the_section_written_in_last_is_taken_the_next_time(cast: Cast, mine: Screen) -> None:
    cast.article(cast.lan, section="doan-doi")
    Screen(mine.client, AT).press("save", text="Đội bóng ra quân\nSáng nay ở sân trường.")
    assert Article.objects.order_by("pk").last().section.slug == "doan-doi"  # type: ignore[union-attr]


# -- sending once -------------------------------------------------------------------------------------------------------


def sent(screen: Screen, **changes: Any) -> dict[str, Any]:
    return {**screen.fields, "text": TEXT, "section": "chuyen-mon", "do": "save", **changes}


def test_the_same_words_sent_twice_are_one_draft(cast: Cast, mine: Screen) -> None:
    told = sent(mine)
    first = mine.client.post(AT, {**told, "anh": three()})
    again = mine.client.post(AT, {**told, "anh": three(), "do": "route"})
    pk = Article.objects.get().pk
    assert (first["Location"], again["Location"]) == (f"/viet/{pk}/", f"/viec/{pk}/tuyen/")
    assert (Picture.objects.count(), Sending.objects.count()) == (3, 1)
    assert [line.verb for line in JournalEntry.objects.filter(subject_id=pk, actor_id=cast.lan.pk)] == ["draft"]


def test_more_words_under_the_same_key_go_on_with_the_draft(cast: Cast, mine: Screen) -> None:
    told = sent(mine)
    mine.client.post(AT, told)
    mine.client.post(AT, {**told, "text": f"{TEXT}\nMột câu nữa."})
    assert draft().body[0].value.source.endswith("<p>Một câu nữa.</p>")
    mine.client.post(AT, {**told, "text": f"{TEXT}\nMột câu nữa.\nLại một câu."})
    assert draft().body[0].value.source.endswith("<p>Lại một câu.</p>")


def test_what_changed_on_the_portal_meanwhile_is_never_undone_by_a_device(cast: Cast, mine: Screen) -> None:
    """R-CAPTURE-05."""
    told = sent(mine)
    mine.client.post(AT, told)
    article = Article.objects.get()
    news.edit(article, {"title": "Tên khác"}, by=cast.lan, at=NOW, channel="test")
    answer = mine.client.post(AT, {**told, "text": f"{TEXT}\nMột câu nữa."})
    assert answer.status_code == 409
    mine.take(answer)
    assert "đã đổi trên cổng từ đó. Bấm lần nữa nếu muốn gửi thành một bài mới." in mine.html
    assert mine.fields["text"] == [f"{TEXT}\nMột câu nữa."]
    assert draft().title == "Tên khác"
    assert mine.fields["key"] != [str(told["key"][0])]
    mine.press("save")
    assert Article.objects.count() == 2


def test_a_submitted_text_is_not_changed_by_a_device_that_comes_late(cast: Cast, mine: Screen) -> None:
    told = sent(mine)
    mine.client.post(AT, told)
    cast.submit(Article.objects.get(), cast.lan)
    assert mine.client.post(AT, {**told, "text": f"{TEXT}\nMuộn."}).status_code == 409
    assert mine.client.post(AT, told).status_code == 302  # the lost answer, told again


def test_a_key_is_a_persons_own(cast: Cast, mine: Screen, client: Client) -> None:
    told = sent(mine)
    client.post(AT, told)
    client.force_login(cast.khoa, "django.contrib.auth.backends.ModelBackend")
    client.post(AT, told)
    assert sorted(one.case.creator.username for one in Article.objects.all()) == ["khoa", "lan"]


@pytest.mark.parametrize("key", ["", "khong-phai", "0" * 500])
def test_a_key_nobody_made_is_replaced(cast: Cast, mine: Screen, key: str) -> None:
    assert mine.client.post(AT, sent(mine, key=key)).status_code == 302
    assert uuid.UUID(str(Sending.objects.get().key)).version == 4


def test_a_device_is_told_the_address_in_plain_words(cast: Cast, mine: Screen) -> None:
    answer = mine.client.post(AT, sent(mine, do="route"), headers={"X-Giu-Bai": "1"})
    assert (answer.status_code, answer.json()) == (200, {"url": f"/viec/{Article.objects.get().pk}/tuyen/"})
    wrong = mine.client.post(AT, {"do": "save"}, headers={"X-Giu-Bai": "1"})
    assert (wrong.status_code, 'id="viet-nhanh"' in wrong.content.decode()) == (422, True)


def test_a_signed_out_device_is_shown_the_door_and_told_nothing(cast: Cast, mine: Screen, client: Client) -> None:
    client.logout()
    answer = client.post(AT, sent(mine), headers={"X-Giu-Bai": "1"})
    assert (answer.status_code, answer["Location"]) == (302, f"/tai-khoan/login/?next={AT}")
    assert Article.objects.count() == 0


# -- who ----------------------------------------------------------------------------------------------------------------


def test_a_collaborator_meets_only_his_own_field(cast: Cast, client: Client) -> None:
    today(cast, "Đại hội Liên đội", "doan-doi")
    screen = sit_down(client, cast.vy, AT)
    assert [slug for slug in cast.sections if f'value="{slug}"' in screen.html] == ["chuyen-mon"]
    assert "Đại hội Liên đội" not in screen.html
    screen.press("route", text=TEXT, common="on", consent="on", anh=three())
    article = draft()
    assert (article.section.slug, article.plan_entry, article.case.creator) == ("chuyen-mon", cast.entry, cast.vy)
    assert "Vũ Thị Sen" in screen.html  # the way it will go, with names


@pytest.mark.parametrize("section", ["doan-doi", "thong-bao", "trao-doi", "khong-co"])
def test_a_collaborator_is_refused_every_other_section_by_a_crafted_post(
    cast: Cast, client: Client, section: str
) -> None:
    screen = sit_down(client, cast.vy, AT).press("save", text=TEXT, section=section)
    assert screen.answer.status_code == 422
    assert "Chuyên mục này không ở trong những chuyên mục thầy/cô được viết (Điều 11.5)." in screen.html
    assert (Article.objects.count(), screen.fields["text"]) == (0, [TEXT])


def test_a_collaborator_is_refused_an_entry_of_another_field(cast: Cast, client: Client) -> None:
    other = today(cast, "Đại hội Liên đội", "doan-doi")
    screen = sit_down(client, cast.vy, AT).press("save", text=TEXT, plan_entry=str(other.pk))
    assert screen.answer.status_code == 422
    assert "Kế hoạch đang mở không có việc này." in screen.html
    assert Article.objects.count() == 0


@pytest.mark.parametrize("who", ["vy", "khoa"])
def test_nobody_puts_another_persons_photo_into_his_text_by_its_number(cast: Cast, client: Client, who: str) -> None:
    sit_down(client, cast.lan, AT).press("photos", anh=[photo()])
    foreign = Picture.objects.get().pk
    screen = sit_down(client, cast.people[who], AT)
    screen.press("save", text=TEXT, section="chuyen-mon", dong="0", anh__0__picture=str(foreign))
    assert words_of(draft()) == []


@pytest.mark.parametrize("who,expected", [("phu", 403), ("an", 403), ("tri", 200), ("minh", 200), ("sen", 200)])
def test_who_may_write_may_write_quickly(cast: Cast, client: Client, who: str, expected: int) -> None:
    client.force_login(cast.people[who], "django.contrib.auth.backends.ModelBackend")
    assert client.get(AT).status_code == expected
    assert client.post("/viet/nhanh/goi-y/", {"text": "x"}).status_code == expected


def test_a_suspended_writer_reads_why(cast: Cast, client: Client) -> None:
    cast.suspend(cast.lan)
    client.force_login(cast.lan, "django.contrib.auth.backends.ModelBackend")
    answer = client.get(AT)
    assert (answer.status_code, "Điều 9.5, 10.4" in answer.content.decode()) == (403, True)


def test_only_a_post_asks_for_guesses(cast: Cast, mine: Screen) -> None:
    assert mine.client.get("/viet/nhanh/goi-y/").status_code == 405


def test_the_screen_asks_as_many_questions_with_one_entry_as_with_thirty(cast: Cast, client: Client) -> None:
    def asked(person: Person) -> int:
        client.force_login(person, "django.contrib.auth.backends.ModelBackend")
        with CaptureQueriesContext(connection) as found:
            client.get(AT)
        return len(found)

    first = asked(cast.lan)
    for n in range(29):
        today(cast, f"Việc {n}", "chuyen-mon")
    for n in range(3):
        cast.article(cast.lan, title=f"Bài {n}")
    assert asked(cast.lan) == first


def test_the_page_of_writing_shows_the_quick_way(cast: Cast, client: Client) -> None:
    assert f'href="{AT}"' in sit_down(client, cast.lan, "/viet/").html
