"""The editor as a teacher with a phone and no JavaScript meets it."""

from datetime import datetime, timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from portal.base.clock import ZONE
from portal.files.actions import store_attachment, store_picture
from portal.files.models import Attachment, Picture
from portal.news import actions as news
from portal.news.intake import as_body
from portal.news.models import Article
from portal.people.models import Person
from tests.cast import NOW, Cast
from tests.files.pictures import pdf, picture, word
from tests.news.screen import Screen, sit_down


def newest(pk: int) -> Article:
    found: Article = Article.objects.get(pk=pk).get_latest_revision_as_object()
    return found


def status(client: Client, person: Person | None, address: str) -> int:
    if person is not None:
        client.force_login(person, "django.contrib.auth.backends.ModelBackend")
    return client.get(address).status_code


def stored(by: Person, **words: str) -> Picture:
    return store_picture(
        picture(), **({"title": "Sân trường", "alt": "", "credit": ""} | words), by=by, at=NOW, channel="test"
    )


@pytest.fixture
def mine(cast: Cast, client: Client) -> Screen:
    """Lan's own draft, open before her."""
    article = cast.article(cast.lan)
    return sit_down(client, cast.lan, f"/viet/{article.pk}/")


def article_of(screen: Screen) -> Article:
    return newest(int(screen.address.split("/")[2]))


def body_of(screen: Screen) -> list[dict[str, Any]]:
    return as_body(article_of(screen))


# -- who ----------------------------------------------------------------------------------------------------------------


def test_a_new_text_begins_with_section_genre_and_title(cast: Cast, client: Client) -> None:
    screen = sit_down(client, cast.lan, "/viet/")
    screen.press("", section="doan-doi", genre="bai-phan-anh", title="Đội bóng Đức Giang ra quân")
    article = Article.objects.get()
    assert screen.answer.redirect_chain == [(f"/viet/{article.pk}/", 302)]  # type: ignore[attr-defined]
    assert (article.title, article.slug, article.genre) == (
        "Đội bóng Đức Giang ra quân", "doi-bong-duc-giang-ra-quan", "bai-phan-anh",
    )  # fmt: skip
    assert [(line.person, line.share) for line in article.bylines.all()] == [(cast.lan, 100)]


def test_a_new_text_without_title_or_section_says_so_and_keeps_what_was_chosen(cast: Cast, client: Client) -> None:
    screen = sit_down(client, cast.lan, "/viet/").press("", genre="tuong-thuat")
    assert screen.answer.status_code == 422
    assert screen.errors() == ["Hãy chọn chuyên mục.", "Bài cần có tiêu đề, có thể sửa sau."]
    assert screen.fields["genre"] == ["tuong-thuat"]
    assert Article.objects.count() == 0


def test_a_collaborator_is_offered_only_the_sections_of_his_field(cast: Cast, client: Client) -> None:
    html = sit_down(client, cast.vy, "/viet/").html
    assert [slug for slug in cast.sections if f'value="{slug}"' in html] == ["chuyen-mon"]


def test_a_collaborator_cannot_write_elsewhere_by_hand(cast: Cast, client: Client) -> None:
    screen = sit_down(client, cast.vy, "/viet/").press("", section="doan-doi", title="Ở nơi khác")
    assert screen.answer.status_code == 422
    assert Article.objects.count() == 0


@pytest.mark.parametrize(
    "who, new, own", [(None, 302, 302), ("phu", 403, 404), ("an", 403, 404), ("vy", 200, 404), ("khoa", 200, 404),
                      ("lan", 200, 200), ("sen", 200, 200), ("cuc", 200, 403), ("tri", 200, 403)],
)  # fmt: skip
def test_who_may_open_the_editor(cast: Cast, client: Client, who: str | None, new: int, own: int) -> None:
    article = cast.article(cast.lan)
    person = cast.people[who] if who else None
    assert (status(client, person, "/viet/"), status(client, person, f"/viet/{article.pk}/")) == (new, own)


def test_a_suspended_teacher_writes_nothing(cast: Cast, client: Client) -> None:
    article = cast.article(cast.lan)
    cast.suspend(cast.lan)
    assert (status(client, cast.lan, "/viet/"), status(client, cast.lan, f"/viet/{article.pk}/")) == (403, 404)


def test_while_in_review_only_the_holder_of_the_step_edits(cast: Cast, client: Client) -> None:
    article = cast.article(cast.vy)
    cast.submit(article, cast.vy)
    assert status(client, cast.vy, f"/viet/{article.pk}/") == 403
    page = client.get(f"/viet/{article.pk}/").content.decode()
    assert "chỉ người giữ bước hiện tại sửa được. Người viết có thể rút bài về. (Điều 12.2, 14.2)" in page
    sit_down(client, cast.sen, f"/viet/{article.pk}/").press("save", title="Thư ký sửa tên")
    assert newest(article.pk).title == "Thư ký sửa tên"


def test_a_screen_opened_before_submission_keeps_what_was_typed_when_refused(cast: Cast, client: Client) -> None:
    article = cast.article(cast.lan)
    screen = sit_down(client, cast.lan, f"/viet/{article.pk}/")
    cast.submit(article, cast.lan)
    screen.press("save", title="Sửa muộn", b__0__text="Chữ gõ muộn")
    assert screen.answer.status_code == 403
    assert (screen.fields["title"], screen.fields["b-0-text"]) == (["Sửa muộn"], ["Chữ gõ muộn"])
    assert newest(article.pk).title == article.title


# -- saving -------------------------------------------------------------------------------------------------------------


def test_everything_on_the_screen_is_kept(cast: Cast, mine: Screen) -> None:
    mine.press(
        "save", title="Tên mới", section="doan-doi", genre="tuong-thuat", notice="on", summary="Tóm tắt mới.",
        b__0__text="Đoạn **một**.\n\n- a\n- b", event_start="2026-11-12T07:30", event_end="2026-11-12T11:00",
        opening_at="2026-11-12T08:00", place="Sân trường", photographer="Tổ ảnh", interviewee="Cô Hoa", consent="on",
        plan_entry=str(cast.standing_entry.pk), expires_at="2026-12-01T00:00",
    )  # fmt: skip
    assert (mine.answer.status_code, mine.errors()) == (200, [])
    now = article_of(mine)
    assert (now.title, now.section.slug, now.genre, now.notice, now.summary) == (
        "Tên mới", "doan-doi", "tuong-thuat", True, "Tóm tắt mới.",
    )  # fmt: skip
    assert body_of(mine) == [
        {"type": "paragraph", "value": "<p>Đoạn <strong>một</strong>.</p><ul><li>a</li><li>b</li></ul>"}
    ]
    assert (now.event_start, now.event_end, now.opening_at, now.expires_at) == (
        datetime(2026, 11, 12, 7, 30, tzinfo=ZONE), datetime(2026, 11, 12, 11, tzinfo=ZONE),
        datetime(2026, 11, 12, 8, tzinfo=ZONE), datetime(2026, 12, 1, tzinfo=ZONE),
    )  # fmt: skip
    assert (now.place, now.photographer, now.interviewee, now.consent) == ("Sân trường", "Tổ ảnh", "Cô Hoa", True)
    assert now.plan_entry == cast.standing_entry


def test_saving_without_a_change_makes_nobody_an_editor(cast: Cast, client: Client) -> None:
    odd = "<p>Chữ <b>đậm</b> kiểu cũ</p>"
    rows = [["Lớp", "Số | điểm"], ["", "9"]]
    article = cast.article(
        cast.lan, event_start=NOW + timedelta(seconds=7),
        body=[{"type": "paragraph", "value": odd}, {"type": "table", "value": {"caption": "Điểm", "rows": rows}}],
    )  # fmt: skip
    before = cast.case(article)
    sit_down(client, cast.sen, f"/viet/{article.pk}/").press("save")
    after = cast.case(article)
    assert (after.revision_id, after.hash) == (before.revision_id, before.hash)
    assert cast.standing(article).hands.editors == frozenset({cast.lan.pk})


def test_an_untouched_paragraph_is_kept_to_the_letter(cast: Cast, client: Client) -> None:
    odd = "<p>Chữ <b>đậm</b> kiểu cũ</p>"
    article = cast.article(cast.lan, body=[{"type": "paragraph", "value": odd}, {"type": "heading", "value": "Mục"}])
    screen = sit_down(client, cast.lan, f"/viet/{article.pk}/").press("save", b__1__text="Mục mới")
    assert body_of(screen) == [{"type": "paragraph", "value": odd}, {"type": "heading", "value": "Mục mới"}]


def test_show_the_route_saves_first(cast: Cast, mine: Screen) -> None:
    mine.press("route", title="Tên mới", follow=False)
    pk = article_of(mine).pk
    assert (mine.answer.status_code, mine.answer["Location"]) == (302, f"/viec/{pk}/tuyen/")
    assert article_of(mine).title == "Tên mới"


def test_when_the_text_moved_meanwhile_nothing_typed_is_lost(cast: Cast, mine: Screen) -> None:
    article = article_of(mine)
    news.edit(article, {"title": "Tên của Thư ký"}, by=cast.sen, at=NOW, channel="test")
    mine.press("save", title="Tên của Lan", b__0__text="Chữ của Lan")
    assert mine.answer.status_code == 409
    assert mine.errors()[0] == "Nội dung bài đã thay đổi so với bản thầy/cô xem. Hãy xem lại bản mới. (Điều 14.2)"
    assert (mine.fields["title"], mine.fields["b-0-text"]) == (["Tên của Lan"], ["Chữ của Lan"])
    assert newest(article.pk).title == "Tên của Thư ký"
    mine.press("save")
    assert mine.answer.status_code == 409
    mine.press("save", accept=cast.case(article).hash)
    assert (mine.answer.status_code, newest(article.pk).title) == (200, "Tên của Lan")


def test_the_address_is_settled_once_published(cast: Cast, client: Client) -> None:
    article = cast.published(cast.lan)
    screen = sit_down(client, cast.lan, f"/viet/{article.pk}/")
    assert f"Địa chỉ đã công bố, giữ nguyên: <b>/tin-bai/{article.slug}/</b>" in screen.html
    screen.press("save", title="Tên khác")
    assert (newest(article.pk).slug, newest(article.pk).title) == (article.slug, "Tên khác")


# -- refusals at their fields ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "typed, field, sentence",
    [
        ({"title": ""}, "title", "Bài cần có tiêu đề. (Điều 12.2)"),
        ({"title": "T" * 256}, "title", "Dài quá 255 ký tự (đang có 256)."),
        ({"summary": "t" * 601}, "summary", "Dài quá 600 ký tự (đang có 601)."),
        ({"event_start": "hôm qua"}, "event_start", "Ngày giờ chưa đúng."),
        ({"kind": "repost", "source_url": "nguon.vn"}, "source_url", "Địa chỉ chưa đúng; cần bắt đầu bằng http:// hoặc https://."),
        ({"advertiser_contact": "c" * 301}, "advertiser_contact", "Dài quá 300 ký tự (đang có 301)."),
        ({"received_unit": "c" * 201}, "received_unit", "Dài quá 200 ký tự (đang có 201)."),
        ({"b__0__text": "x" * 201, "khoi": "0:heading"}, "b-0-text", "Dài quá 200 ký tự."),
        ({"b__0__url": "http://v.vn/1", "khoi": "0:video"}, "b-0-url", "Địa chỉ video phải bắt đầu bằng https://."),
    ],
)  # fmt: skip
def test_each_mistake_is_said_at_its_field_and_what_was_typed_stays(
    mine: Screen, typed: dict[str, str], field: str, sentence: str
) -> None:
    before = article_of(mine).latest_revision_id
    mine.press("save", place="Sân trường", **typed)
    assert mine.answer.status_code == 422
    said = mine.html.split(f'id="id_{field}_error"')[1].split("</p>")[0]
    assert said == f">{sentence}"
    assert mine.fields["place"] == ["Sân trường"]
    assert mine.fields[field] == [typed.get(field.replace("-", "__"), "")]
    assert article_of(mine).latest_revision_id == before


def test_an_empty_block_is_left_out_and_mistakes_still_find_their_block(mine: Screen) -> None:
    mine.press("add:heading").press("add:paragraph").press("add:video")
    assert mine.blocks == ["0:paragraph", "1:heading", "2:paragraph", "3:video"]
    mine.press("save", b__3__url="khong-phai-dia-chi")
    assert 'id="id_b-3-url_error"' in mine.html
    mine.press("save", b__3__url="https://video.vn/1", b__3__name="Hội khỏe")
    assert [block["type"] for block in body_of(mine)] == ["paragraph", "video"]


def test_what_is_still_missing_is_listed_before_submission(mine: Screen) -> None:
    mine.press("save", genre="tin-hoi-nghi")
    assert mine.needs() == [
        (True, "Tiêu đề", "#id_title"), (True, "Chuyên mục", "#id_section"), (True, "Thể loại", "#id_genre"),
        (True, "Nội dung", "#noi-dung-bai"), (False, "Giờ khai mạc", "#id_opening_at"), (False, "Địa điểm", "#id_place"),
    ]  # fmt: skip
    assert "Tin hội nghị cần giờ khai mạc." in mine.html
    assert ">Còn thiếu 2 mục<" in mine.html
    mine.press("save", opening_at="2026-11-20T08:00", place="Hội trường")
    assert [ok for ok, _, _ in mine.needs()] == [True] * 6
    assert ">Đã đủ để trình<" in mine.html


def test_why_it_was_sent_back_is_shown(cast: Cast, client: Client) -> None:
    article = cast.article(cast.vy)
    cast.submit(article, cast.vy)
    cast.decide(article, "send_back", cast.sen, reason="Thiếu tên lớp.")
    page = sit_down(client, cast.vy, f"/viet/{article.pk}/").html
    assert "<b>Vũ Thị Sen trả lại để sửa:</b> Thiếu tên lớp." in page


# -- source, advertiser, received -----------------------------------------------------------------------------------------


def test_a_reposts_source_is_kept(mine: Screen) -> None:
    mine.press("save", kind="repost", source_name="Báo Giáo dục", source_author="Minh An", source_url="https://bao.vn/1",
               source_published_at="2026-11-15T06:00")  # fmt: skip
    now = article_of(mine)
    assert (now.kind, now.source_name, now.source_author, now.source_url, now.source_published_at) == (
        "repost", "Báo Giáo dục", "Minh An", "https://bao.vn/1", datetime(2026, 11, 15, 6, tzinfo=ZONE),
    )  # fmt: skip
    assert now.not_ready(NOW) == []


@pytest.mark.parametrize(
    "kind, typed, rule",
    [
        ("repost", {}, ["R-SOURCE-01"]),
        ("repost", {"source_name": "Báo"}, ["R-SOURCE-01"]),
        ("repost", {"source_url": "https://bao.vn/1"}, ["R-SOURCE-01"]),
        ("advertisement", {}, ["R-SOURCE-02"]),
        ("advertisement", {"advertiser_name": "Nhà sách"}, ["R-SOURCE-02"]),
        ("advertisement", {"advertiser_name": "Nhà sách", "advertiser_contact": "0900"}, []),
        ("original", {}, []),
    ],
)
def test_a_repost_or_advertisement_without_whose_it_is_is_not_ready(
    mine: Screen, kind: str, typed: dict[str, str], rule: list[str]
) -> None:
    mine.press("save", kind=kind, **typed)
    assert [refusal.rule for refusal in article_of(mine).not_ready(NOW)] == rule


def test_an_article_received_from_others_keeps_sender_and_original(cast: Cast, mine: Screen) -> None:
    mine.press("save", received_name="Ông Lê Văn Tám", received_unit="Hội Cha mẹ", received_at="2026-11-14T09:15",
               received_file=pdf("thu-gui.pdf"))  # fmt: skip
    now = article_of(mine)
    assert (now.received_name, now.received_unit, now.received_at) == (
        "Ông Lê Văn Tám", "Hội Cha mẹ", datetime(2026, 11, 14, 9, 15, tzinfo=ZONE),
    )  # fmt: skip
    assert now.received_original == Attachment.objects.get(title="thu-gui")
    assert cast.standing(now).route.row == 7
    mine.press("save", title="Tên khác")
    assert article_of(mine).received_original == now.received_original


def test_a_refused_original_leaves_the_sender_typed(mine: Screen) -> None:
    mine.press("save", received_name="Ông Tám", received_file=word(macro=True))
    assert mine.answer.status_code == 422
    said = mine.html.split('id="id_received_file_error"')[1].split("</p>")[0]
    assert said == ">Tệp có macro nên không nhận. (Điều 8.1, 13.7)"
    assert (mine.fields["received_name"], Attachment.objects.count()) == (["Ông Tám"], 0)


# -- authors --------------------------------------------------------------------------------------------------------------


def test_authors_share_an_article(cast: Cast, mine: Screen) -> None:
    mine.press("author")
    assert mine.fields["authors-TOTAL_FORMS"] == ["3"]
    mine.press(
        "save", authors__0__share="50", authors__1__person=str(cast.khoa.pk), authors__1__share="30",
        authors__2__person=str(cast.vy.pk), authors__2__share="20",
    )  # fmt: skip
    lines = [(line.person, line.share) for line in article_of(mine).bylines.all()]
    assert lines == [(cast.lan, 50), (cast.khoa, 30), (cast.vy, 20)]
    assert article_of(mine).not_ready(NOW) == []
    mine.press("save", authors__1__person="")
    assert [(line.person, line.share) for line in article_of(mine).bylines.all()] == [(cast.lan, 50), (cast.vy, 20)]
    assert [refusal.rule for refusal in article_of(mine).not_ready(NOW)] == ["R-READY-08"]


def test_shares_left_open_are_equal(cast: Cast, mine: Screen) -> None:
    mine.press("save", authors__0__share="", authors__1__person=str(cast.khoa.pk))
    assert [(line.person, line.share) for line in article_of(mine).bylines.all()] == [(cast.lan, 50), (cast.khoa, 50)]


@pytest.mark.parametrize("share", ["-1", "101", "một nửa"])
def test_a_share_is_a_part_of_a_hundred(mine: Screen, share: str) -> None:
    mine.press("save", authors__0__share=share)
    assert (mine.answer.status_code, mine.fields["authors-0-share"]) == (422, [share])


# -- plan -----------------------------------------------------------------------------------------------------------------


def test_the_plan_entry_an_article_is_likely_about_is_offered(cast: Cast, client: Client) -> None:
    article = cast.article(cast.lan, in_plan=False)
    screen = sit_down(client, cast.lan, f"/viet/{article.pk}/")
    assert "bài này có lẽ thuộc: Ngày hội Khoa học." in screen.html
    screen.press(f"plan:{cast.entry.pk}", title="Đang gõ dở")
    assert (screen.fields["plan_entry"], screen.fields["title"]) == ([str(cast.entry.pk)], ["Đang gõ dở"])
    assert "bài này có lẽ thuộc" not in screen.html
    screen.press("save")
    assert newest(article.pk).plan_entry == cast.entry


# -- internal, urgent -----------------------------------------------------------------------------------------------------


def test_a_collaborator_is_not_offered_the_internal_layer(cast: Cast, client: Client) -> None:
    article = cast.article(cast.vy)
    screen = sit_down(client, cast.vy, f"/viet/{article.pk}/")
    assert ('value="internal"' in screen.html, "trao-doi" in screen.html) == (False, False)
    screen.press("save", audience="internal")
    assert (screen.answer.status_code, newest(article.pk).audience) == (422, "public")


def test_only_the_board_is_offered_urgent_templates(cast: Cast, client: Client) -> None:
    form = news.draw_up_template(title="Nghỉ học vì bão", text="…", by=cast.sen, at=NOW, channel="test")
    news.approve_template(form, by=cast.ha, at=NOW, channel="test")
    article = cast.article(cast.lan)
    screens = [sit_down(client, person, f"/viet/{article.pk}/") for person in (cast.lan, cast.sen)]
    assert ["urgent_template" in screen.fields for screen in screens] == [False, True]
    screens[1].press("save", urgent_template=str(form.pk), expires_at="2026-11-17T00:00")
    assert newest(article.pk).urgent_template == form


# -- blocks ---------------------------------------------------------------------------------------------------------------


def test_blocks_are_added_moved_and_dropped_without_losing_a_word(mine: Screen) -> None:
    mine.press("add:heading", b__0__text="Đoạn đang gõ").press("add:quote", b__1__text="Mục đang gõ")
    assert mine.blocks == ["0:paragraph", "1:heading", "2:quote"]
    mine.press("up:2", b__2__text="Lời đang gõ", title="Tên đang gõ")
    assert mine.blocks == ["0:paragraph", "2:quote", "1:heading"]
    mine.press("down:0")
    assert mine.blocks == ["2:quote", "0:paragraph", "1:heading"]
    mine.press("up:2")
    assert mine.blocks == ["2:quote", "0:paragraph", "1:heading"]
    mine.press("drop:1")
    assert mine.blocks == ["2:quote", "0:paragraph"]
    assert mine.fields["title"] == ["Tên đang gõ"]
    mine.press("save")
    assert body_of(mine) == [
        {"type": "quote", "value": {"text": "Lời đang gõ", "source": ""}},
        {"type": "paragraph", "value": "<p>Đoạn đang gõ</p>"},
    ]


def test_every_kind_of_block_goes_in_and_comes_back(cast: Cast, mine: Screen) -> None:
    kinds = ("heading", "image", "gallery", "quote", "table", "document", "video", "notice", "links")
    for kind in kinds:
        mine.press(f"add:{kind}")
    mine.press(
        "save", b__0__text="Một", b__1__text="Hai", b__2__upload=picture("cay-phuong.png", "PNG"),
        b__2__alt="Cây phượng", b__2__caption="Phượng đỏ", b__2__credit="Cô Lan",
        b__3__uploads=[picture("a.jpg"), picture("b.webp", "WEBP")], b__4__text="Lời", b__4__source="Em Mai",
        b__5__caption="Điểm", b__5__rows="Lớp | Điểm\n7A3 | 9", b__6__upload=pdf(), b__6__name="Kế hoạch tháng",
        b__7__url="https://video.vn/1", b__8__text="Nhớ mang mũ",
        b__9__rows="Thư viện điện tử | https://sach.vn/ | Mượn sách\nThời khóa biểu | /thoi-khoa-bieu/",
    )  # fmt: skip
    undescribed = "Ảnh này cần mô tả trước khi trình: trong ảnh có ai, đang làm gì, ở đâu."
    assert (mine.answer.status_code, mine.errors()) == (200, [undescribed, undescribed])  # kept all the same
    shots = list(Picture.objects.order_by("pk"))
    assert [(shot.title, shot.alt, shot.credit) for shot in shots] == [
        ("Phượng đỏ", "Cây phượng", "Cô Lan"), ("a", "", ""), ("b", "", ""),
    ]  # fmt: skip
    paper = Attachment.objects.get()
    assert paper.title == "Kế hoạch tháng"
    body = [
        {"type": "paragraph", "value": "<p>Một</p>"},
        {"type": "heading", "value": "Hai"},
        {"type": "image", "value": {"picture": shots[0].pk, "caption": "Phượng đỏ"}},
        {
            "type": "gallery",
            "value": [{"picture": shots[1].pk, "caption": ""}, {"picture": shots[2].pk, "caption": ""}],
        },
        {"type": "quote", "value": {"text": "Lời", "source": "Em Mai"}},
        {"type": "table", "value": {"caption": "Điểm", "rows": [["Lớp", "Điểm"], ["7A3", "9"]]}},
        {"type": "document", "value": {"document": paper.pk}},
        {"type": "video", "value": {"url": "https://video.vn/1", "title": "https://video.vn/1"}},
        {"type": "notice", "value": {"text": "Nhớ mang mũ"}},
        {
            "type": "links",
            "value": [
                {"title": "Thư viện điện tử", "url": "https://sach.vn/", "note": "Mượn sách"},
                {"title": "Thời khóa biểu", "url": "/thoi-khoa-bieu/", "note": ""},
            ],
        },
    ]
    assert body_of(mine) == body
    revision = article_of(mine).latest_revision_id
    mine.press("save")
    assert (body_of(mine), article_of(mine).latest_revision_id) == (body, revision)


def test_a_picture_uploaded_with_a_mistake_elsewhere_is_not_lost(mine: Screen) -> None:
    mine.press("add:image").press("save", title="", b__1__upload=picture(), b__1__caption="Chú thích")
    assert mine.answer.status_code == 422
    kept = Picture.objects.get()
    assert (mine.fields["b-1-picture"], mine.fields["b-1-caption"]) == ([str(kept.pk)], ["Chú thích"])
    assert f'src="{kept.url}"' in mine.html
    mine.press("save", title="Có tên rồi")
    assert body_of(mine)[1] == {"type": "image", "value": {"picture": kept.pk, "caption": "Chú thích"}}


def test_a_picture_uploaded_while_adding_a_block_is_not_lost(mine: Screen) -> None:
    mine.press("add:image").press("add:heading", b__1__upload=picture())
    assert mine.fields["b-1-picture"] == [str(Picture.objects.get().pk)]


def test_another_description_makes_another_picture_with_the_same_content(cast: Cast, mine: Screen) -> None:
    mine.press("add:image").press("save", b__1__upload=picture())
    before = Picture.objects.get()
    mine.press("save", b__1__alt="Sân trường giờ ra chơi")
    after = Picture.objects.exclude(pk=before.pk).get()
    assert (after.sha256, after.alt, before.alt) == (before.sha256, "Sân trường giờ ra chơi", "")
    assert body_of(mine)[1]["value"] == {"picture": after.pk, "caption": ""}
    assert mine.fields["b-1-alt"] == ["Sân trường giờ ra chơi"]


def test_what_is_no_picture_is_refused_at_its_block(mine: Screen) -> None:
    mine.press("add:image").press("save", b__1__upload=pdf("anh.jpg"), b__1__alt="Sân trường")
    said = mine.html.split('id="id_b-1-upload_error"')[1].split("</p>")[0]
    assert said == ">Nội dung tệp không phải loại nhà trường nhận (jpg, png, webp). (Điều 8.1, 13.7)"
    assert (mine.answer.status_code, mine.fields["b-1-alt"]) == (422, ["Sân trường"])


def test_words_without_a_picture_are_not_dropped_silently(mine: Screen) -> None:
    mine.press("add:image").press("save", b__1__caption="Chú thích")
    assert mine.errors()[-1] == "Chưa có ảnh cho những lời đã ghi."
    assert mine.fields["b-1-caption"] == ["Chú thích"]


def test_ones_own_recent_picture_is_picked_with_its_words(cast: Cast, mine: Screen) -> None:
    own, others = stored(cast.lan, alt="Cổng trường", credit="Lan"), stored(cast.khoa, title="Ảnh của Khoa")
    mine.press("add:image")
    assert (f'value="{own.pk}"' in mine.html, "Ảnh của Khoa" in mine.html) == (True, False)
    mine.press("save", b__1__pick=str(own.pk))
    assert body_of(mine)[1]["value"] == {"picture": own.pk, "caption": ""}
    assert (mine.fields["b-1-alt"], mine.fields["b-1-credit"]) == (["Cổng trường"], ["Lan"])
    assert others.pk not in article_of(mine).shown_pictures()


def test_a_gallery_grows_and_loses_pictures(mine: Screen) -> None:
    mine.press("add:gallery").press("save", b__1__uploads=[picture("a.jpg"), picture("b.jpg")])
    assert mine.fields["b-1-shots"] == ["0", "1"]
    mine.press("save", b__1__0__drop="on", b__1__1__caption="Còn lại", b__1__uploads=[picture("c.jpg")])
    shots = {shot.title: shot.pk for shot in Picture.objects.all()}
    assert body_of(mine)[1]["value"] == [
        {"picture": shots["b"], "caption": "Còn lại"}, {"picture": shots["c"], "caption": ""},
    ]  # fmt: skip


def test_a_gallery_keeps_the_good_pictures_and_names_the_bad_file(mine: Screen) -> None:
    mine.press("add:gallery").press("save", b__1__uploads=[picture("a.jpg"), pdf("b.jpg")])
    assert mine.fields["b-1-shots"] == ["0"]
    assert mine.errors()[-1].startswith("b.jpg: Nội dung tệp không phải loại nhà trường nhận")


@pytest.mark.parametrize("kind, field", [("image", "picture"), ("document", "document")])
def test_a_collaborator_cannot_borrow_somebodys_file_by_its_number(
    cast: Cast, client: Client, kind: str, field: str
) -> None:
    file = (
        stored(cast.lan)
        if kind == "image"
        else store_attachment(pdf(), title="Riêng", by=cast.lan, at=NOW, channel="test")
    )
    article = cast.article(cast.vy)
    screen = sit_down(client, cast.vy, f"/viet/{article.pk}/").press(f"add:{kind}")
    screen.press("save", **{f"b__1__{field}": str(file.pk)})
    assert [block["type"] for block in as_body(newest(article.pk))] == ["paragraph"]


# -- GET changes nothing, and costs the same --------------------------------------------------------------------------------


def test_opening_the_editor_changes_nothing(cast: Cast, client: Client) -> None:
    article = cast.article(cast.lan)
    sit_down(client, cast.lan, f"/viet/{article.pk}/")
    with CaptureQueriesContext(
        connection,
    ) as asked:
        client.get(f"/viet/{article.pk}/?do=save&title=x")
        client.head(f"/viet/{article.pk}/")
    assert [
        one["sql"] for one in asked if not one["sql"].startswith(("SELECT", "(SELECT", "SAVEPOINT", "RELEASE"))
    ] == []


@pytest.mark.parametrize("kind", ["paragraph", "image", "table"])
def test_the_editor_asks_as_much_for_thirty_blocks_as_for_one(cast: Cast, client: Client, kind: str) -> None:
    counts = []
    for many in (1, 3, 30):
        values: dict[str, Any] = {
            "paragraph": lambda: "Đoạn", "table": lambda: [["a", "b"]], "image": lambda: stored(cast.lan).pk,
        }  # fmt: skip
        article = cast.article(cast.lan, body=[{"type": kind, "value": values[kind]()} for _ in range(many)])
        sit_down(client, cast.lan, f"/viet/{article.pk}/")
        with CaptureQueriesContext(connection) as asked:
            client.get(f"/viet/{article.pk}/")
        counts.append(len(asked))
    assert counts == [counts[0]] * 3
    assert counts[0] <= 52


# -- pictures others put into a collaborator's text --------------------------------------------------------------------------


def opens(client: Client, person: Person, address: str) -> int:
    client.force_login(person, "django.contrib.auth.backends.ModelBackend")
    return client.head(address).status_code


def test_a_collaborator_sees_every_picture_and_file_of_his_own_text_and_no_other(cast: Cast, client: Client) -> None:
    """R-FILE-10"""
    article = cast.article(cast.vy)
    shown, named, alone = stored(cast.sen), stored(cast.sen), stored(cast.sen)
    paper = store_attachment(pdf(), title="Kế hoạch", by=cast.sen, at=NOW, channel="test")
    body = [*as_body(newest(article.pk)), {"type": "image", "value": shown.pk}, {"type": "document", "value": paper.pk}]
    news.edit(article, {"body": body}, by=cast.sen, at=NOW, channel="test")
    cast.article(cast.lan, authors=[{"username": "vy"}], body=[{"type": "gallery", "value": [alone.pk, named.pk]}])
    cast.article(cast.lan, body=[{"type": "gallery", "value": [stored(cast.sen).pk]}])
    files = [*Picture.objects.order_by("pk"), paper]
    assert [opens(client, cast.vy, file.url) for file in files] == [200, 200, 200, 404, 200]
    assert f'src="{shown.url}"' in sit_down(client, cast.vy, f"/viet/{article.pk}/").html
    assert [opens(client, cast.phu, file.url) for file in files] == [404] * 5
    news.edit(article, {"body": body[:1]}, by=cast.sen, at=NOW, channel="test")
    assert [opens(client, cast.vy, file.url) for file in (shown, paper)] == [404, 404]
    cast.suspend(cast.vy)
    assert opens(client, cast.vy, named.url) == 404
