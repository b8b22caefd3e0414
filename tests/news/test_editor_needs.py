"""The checklist beside the text: everything the genre needs, for the text as it is in the form; asking stores nothing."""

from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from portal.base.models import JournalEntry
from portal.files.models import Picture
from portal.news.models import Article, Editing
from tests.cast import NOW, Cast
from tests.files.pictures import picture
from tests.news.screen import Screen, needs_in, sit_down
from tests.news.test_editor import stored

ALWAYS = [
    (True, "Tiêu đề", "#id_title"), (True, "Chuyên mục", "#id_section"), (True, "Thể loại", "#id_genre"),
    (True, "Nội dung", "#noi-dung-bai"),
]  # fmt: skip


@pytest.fixture
def mine(cast: Cast, client: Client) -> Screen:
    """Lan's own draft, open before her."""
    return sit_down(client, cast.lan, f"/viet/{cast.article(cast.lan).pk}/")


def ask(screen: Screen, **typed: Any) -> list[tuple[bool, str, str]]:
    """What the open page asks while one types."""
    changes = {name.replace("__", "-"): value for name, value in typed.items()}
    answer = screen.client.post(f"{screen.address}xet/", {**screen.fields, **changes})
    assert answer.status_code == 200
    return needs_in(answer.content.decode())


def test_a_stored_text_shows_all_it_needs_with_what_is_there(mine: Screen) -> None:
    assert mine.needs() == ALWAYS
    assert mine.html.count("Điều 12.2, 14.1") >= 4


@pytest.mark.parametrize(
    "genre, expected",
    [
        ("tin-ngan", []),
        ("tin-hoi-nghi", [("Giờ khai mạc", "#id_opening_at"), ("Địa điểm", "#id_place")]),
        ("anh-hoat-dong", [("Ít nhất một ảnh", "#noi-dung-bai"), ("Người trong ảnh đồng ý", "#id_consent")]),
        ("bai-phan-anh", [("Ngày diễn ra", "#id_event_start")]),
        ("tuong-thuat", [("Giờ diễn ra sự kiện", "#id_event_start"), ("Địa điểm", "#id_place")]),
        ("phong-su-phong-van", [("Người được hỏi", "#id_interviewee"), ("Người được hỏi đồng ý", "#id_consent")]),
        ("bai-chuyen-sau", []),
    ],
)
def test_each_genre_asks_for_its_own(mine: Screen, genre: str, expected: list[tuple[str, str]]) -> None:
    assert [(label, href) for ok, label, href in ask(mine, genre=genre) if not ok] == expected


def test_it_follows_what_is_typed_and_stores_nothing(cast: Cast, mine: Screen) -> None:
    article = Article.objects.get()
    before = (JournalEntry.objects.count(), cast.case(article).hash, article.latest_revision_id)
    assert ask(mine, genre="tin-hoi-nghi", place="Hội trường") == [
        *ALWAYS, (False, "Giờ khai mạc", "#id_opening_at"), (True, "Địa điểm", "#id_place"),
    ]  # fmt: skip
    assert ask(mine, genre="tin-hoi-nghi", place="Hội trường", opening_at="2026-11-20T08:00")[4:] == [
        (True, "Giờ khai mạc", "#id_opening_at"), (True, "Địa điểm", "#id_place"),
    ]  # fmt: skip
    assert ask(mine, title=" ", b__0__text="")[0::3] == [
        (False, "Tiêu đề", "#id_title"),
        (False, "Nội dung", "#noi-dung-bai"),
    ]
    with CaptureQueriesContext(connection) as asked:
        ask(mine, title="Đang gõ")
    writes = [one["sql"] for one in asked if not one["sql"].startswith(("SELECT", "SAVEPOINT", "RELEASE"))]
    assert writes == []
    article.refresh_from_db()
    assert (JournalEntry.objects.count(), cast.case(article).hash, article.latest_revision_id) == before
    assert Editing.objects.count() == 0


def test_hours_that_are_none_yet_count_as_missing(mine: Screen) -> None:
    assert ask(mine, genre="bai-phan-anh", event_start="2026-13")[5:] == [(False, "Ngày diễn ra", "#id_event_start")]
    late = ask(mine, event_start="2026-11-20T08:00", event_end="2026-11-19T08:00")
    assert late[4:] == [(False, "Giờ kết thúc sau giờ bắt đầu", "#id_event_end")]


def test_pictures_lead_to_the_one_without_a_description(mine: Screen) -> None:
    mine.press("add:gallery").press("save", b__1__uploads=[picture("a.jpg"), picture("b.jpg")])
    assert mine.needs()[4:] == [(False, "Mô tả của từng ảnh", "#id_b-1-0-alt")]
    assert ask(mine, b__1__0__alt="Sân trường")[4:] == [(False, "Mô tả của từng ảnh", "#id_b-1-1-alt")]
    assert ask(mine, b__1__0__alt="Sân trường", b__1__1__caption="Cổng trường")[4:] == [
        (True, "Mô tả của từng ảnh", "#noi-dung-bai")
    ]
    assert ask(mine, b__1__0__alt="Sân trường", b__1__1__drop="on")[4:] == [
        (True, "Mô tả của từng ảnh", "#noi-dung-bai")
    ]


def test_a_picture_chosen_but_not_sent_yet_counts(mine: Screen) -> None:
    """The page sends the names of chosen files, never the files."""
    mine.press("add:image")
    found = ask(mine, genre="anh-hoat-dong", b__1__upload="san-truong.jpg", b__1__alt="Sân trường", consent="on")
    assert [ok for ok, _, _ in found] == [True] * 7
    assert Picture.objects.count() == 0


def test_the_caption_of_an_album_describes_the_picture_where_nothing_else_does(mine: Screen) -> None:
    mine.press("add:gallery").press("save", b__1__uploads=[picture("a.jpg"), picture("b.jpg")])
    mine.press("save", b__1__0__caption="Lễ chào cờ", b__1__1__caption="Trống trường", b__1__1__alt="Cái trống lớn")
    assert (mine.fields["b-1-0-alt"], mine.fields["b-1-1-alt"]) == (["Lễ chào cờ"], ["Cái trống lớn"])


def test_sources_and_shares_are_asked_for_only_where_they_matter(cast: Cast, mine: Screen) -> None:
    assert ask(mine, kind="repost")[4:] == [(False, "Tên nguồn và địa chỉ bài gốc", "#id_source_name")]
    two = {"authors__1__person": str(cast.khoa.pk)}
    assert ask(mine, **two)[4:] == [(False, "Phần của các tác giả cộng đủ 100", "#tac-gia")]
    assert ask(mine, authors__0__share="", **two)[4:] == [(True, "Phần của các tác giả cộng đủ 100", "#tac-gia")]


@pytest.mark.parametrize("who, expected", [("phu", 404), ("khoa", 404), ("cuc", 403), ("sen", 200), ("lan", 200)])
def test_only_who_may_edit_asks(cast: Cast, client: Client, who: str, expected: int) -> None:
    article = cast.article(cast.lan)
    client.force_login(cast.people[who], "django.contrib.auth.backends.ModelBackend")
    assert client.post(f"/viet/{article.pk}/xet/", {"title": "x"}).status_code == expected
    assert client.get(f"/viet/{article.pk}/xet/").status_code == 405


def test_the_list_and_the_way_to_submit_say_the_same(mine: Screen) -> None:
    mine.press("save", genre="tin-hoi-nghi")
    article = Article.objects.get().get_latest_revision_as_object()
    lacking = [refusal.message for refusal in article.not_ready(NOW)]
    assert lacking == ["Tin hội nghị cần giờ khai mạc.", "Tin hội nghị cần địa điểm."]
    assert sum(not ok for ok, _, _ in mine.needs()) == len(lacking)


def test_every_mistake_is_listed_on_top_with_the_way_to_it(mine: Screen) -> None:
    mine.press("add:heading").press("save", title="", summary="t" * 601, b__1__text="x" * 201)
    assert mine.answer.status_code == 422
    top = mine.html.split('<nav class="note note--alarm faults"')[1].split("</nav>")[0]
    assert [part.split('"')[0] for part in top.split('href="')[1:]] == ["#id_title", "#id_summary", "#id_b-1-text"]
    assert "2. Tiêu đề mục: tiêu đề mục</a>: Dài quá 200 ký tự." in top


def test_what_most_texts_do_without_is_folded_and_opens_where_something_is_missing(mine: Screen) -> None:
    folds = '<details class="more" id="su-kien"'
    assert f"{folds}>" in mine.html
    mine.press("save", genre="tuong-thuat")
    assert f"{folds} open>" in mine.html
    mine.press("save", genre="tin-ngan", event_start="2026-11-12T07:30", place="Sân trường")
    assert '<span class="more__said">07:30 12/11, Sân trường</span>' in mine.html


@pytest.mark.parametrize("kind", ["paragraph", "image"])
def test_the_list_asks_as_much_for_thirty_blocks_as_for_one(cast: Cast, client: Client, kind: str) -> None:
    counts = []
    for many in (1, 3, 30):
        shown = [stored(cast.lan).pk if kind == "image" else "Đoạn" for _ in range(many)]
        article = cast.article(cast.lan, body=[{"type": kind, "value": value} for value in shown])
        screen = sit_down(client, cast.lan, f"/viet/{article.pk}/")
        with CaptureQueriesContext(connection) as asked:
            ask(screen)
        counts.append(len(asked))
    assert counts == [counts[0]] * 3
    assert counts[0] <= 36
