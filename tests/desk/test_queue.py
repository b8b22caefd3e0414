"""Việc của tôi."""

from collections.abc import Callable

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from portal.approval import actions as approval
from portal.desk.queries import queue
from portal.news import actions as news
from portal.people.models import Person
from tests.cast import NOW, Cast

As = Callable[[Person], Client]
BUDGET = 39  # queries a page, sign-in, frame (remembered outside a test) and first-day tour included


def groups(person: Person) -> dict[str, list[str]]:
    return {group.title: [task["title"] for task in group.tasks] for group in queue(person, NOW).groups}


def test_what_waits_for_the_deputy_is_what_the_secretary_passed_on(cast: Cast) -> None:
    article = cast.article(cast.vy)
    cast.submit(article, cast.vy)
    assert groups(cast.phong) == {"Đang ở người khác": [article.title]}
    cast.decide(article, "approve", cast.sen)
    assert groups(cast.phong) == {"Chờ tôi": [article.title]}
    cast.decide(article, "approve", cast.phong)
    assert groups(cast.phong) == {}


def test_a_writer_follows_her_own_texts_by_what_became_of_them(cast: Cast) -> None:
    draft = cast.article(cast.vy, title="Đang viết")
    back = cast.article(cast.vy, title="Trả lại")
    cast.submit(back, cast.vy)
    cast.decide(back, "send_back", cast.sen, reason="Thêm ngày diễn ra.")
    way = cast.article(cast.vy, title="Đang duyệt")
    cast.submit(way, cast.vy)
    up = cast.published(cast.vy, title="Đã đăng")
    assert groups(cast.vy) == {
        "Bài của tôi: cần sửa lại": [back.title],
        "Bài của tôi: đang viết": [draft.title],
        "Bài của tôi: đang duyệt, chờ giờ đăng": [way.title],
        "Bài của tôi: mới đăng, mới gỡ": [up.title],
    }
    assert queue(cast.vy, NOW).groups[0].tasks[0]["answer"] == "Thêm ngày diễn ra."


def test_a_member_finds_the_opinion_he_was_asked_for(cast: Cast) -> None:
    article = cast.article(cast.vy)
    cast.submit(article, cast.vy)
    cast.decide(article, "refer", cast.sen, reason="Số liệu này đúng chưa?", to=cast.dung)
    found = queue(cast.dung, NOW)
    assert [(group.title, group.tasks[0]["why"]) for group in found.groups] == [
        ("Ý kiến tôi nợ", "Hỏi: Số liệu này đúng chưa?")
    ]


def test_the_board_is_asked_to_vouch_only_where_the_decider_touched_the_text(cast: Cast) -> None:
    article = cast.article(cast.ha, title="Bài của Trưởng ban")
    cast.away(cast.phong)
    cast.submit(article, cast.ha)
    assert groups(cast.dung) == {"Cần thêm một người đồng ý": [article.title]}
    other = cast.article(cast.vy, title="Bài thường")
    cast.submit(other, cast.vy)
    assert groups(cast.dung) == {"Cần thêm một người đồng ý": [article.title]}


def test_the_administrator_and_the_principal_look_on(cast: Cast) -> None:
    article = cast.article(cast.lan)
    cast.submit(article, cast.lan)
    looking = [groups(person) for person in (cast.tri, cast.minh, cast.sen)]
    assert looking == [{"Đang ở người khác": [article.title]}] * 3
    assert [groups(person) for person in (cast.khoa, cast.phu, cast.an)] == [{}, {}, {}]


def test_an_approved_text_waits_for_its_hour_in_the_secretarys_sight(cast: Cast) -> None:
    article = cast.article(cast.vy)
    approval.schedule(article, publish_at=NOW.replace(hour=17), by=cast.vy, at=NOW, channel="test")
    cast.submit(article, cast.vy)
    cast.decide(article, "approve", cast.sen)
    cast.decide(article, "approve", cast.phong)
    assert groups(cast.sen) == {"Đã duyệt, chờ giờ đăng": [article.title]}
    assert groups(cast.vy) == {"Bài của tôi: đang duyệt, chờ giờ đăng": [article.title]}


def test_the_most_pressing_comes_first(cast: Cast) -> None:
    for title, days in (("Ít gấp", 9), ("Gấp", 5)):
        opening = NOW.replace(day=NOW.day + days)
        article = cast.article(cast.vy, title=title, genre="tin-hoi-nghi", opening_at=opening.isoformat(), place="Sân")
        cast.submit(article, cast.vy)
    found = queue(cast.sen, NOW)
    told = [(task["title"], task["due_label"]) for task in found.groups[0].tasks]
    assert told == [("Gấp", "còn 2 ngày 15 giờ"), ("Ít gấp", "còn 6 ngày 15 giờ")]


def test_whoever_is_suspended_is_told_so_and_sees_nothing(cast: Cast, as_: As) -> None:
    cast.article(cast.vy)
    cast.suspend(cast.vy)
    page = as_(cast.vy).get("/viec-cua-toi/")
    assert (page.context["groups"], page.context["suspended"]) == ([], True)
    assert page.content.decode().count("đang tạm dừng (Điều 9.5, 10.4)") == 1


def test_the_empty_desk_speaks_as_a_colleague(cast: Cast, as_: As) -> None:
    article = cast.published(cast.vy)
    text = as_(cast.phong).get("/viec-cua-toi/").content.decode()
    assert "Không có việc nào đang chờ thầy/cô." in text
    assert f'Việc gần nhất: <a href="/viec/{article.pk}/">{article.title}</a>' in text or "Bàn của thầy/cô" in text


def test_the_last_item_is_one_that_can_be_opened(cast: Cast) -> None:
    article = cast.published(cast.vy)
    form = news.draw_up_template(title="Nghỉ học", text="Nghỉ.", by=cast.ha, at=NOW, channel="test")
    news.approve_template(form, by=cast.ha, at=NOW, channel="test")
    news.undo_home(by=cast.ha, at=NOW, channel="test")
    last = queue(cast.ha, NOW).last
    assert (last and last["url"]) == f"/viec/{article.pk}/"


def test_a_stranger_is_asked_to_sign_in(cast: Cast, client: Client) -> None:
    answer = client.get("/viec-cua-toi/")
    assert (answer.status_code, answer.url.split("?")[1]) == (302, "next=/viec-cua-toi/")  # type: ignore[attr-defined]


@pytest.mark.sqlite  # the count is the same on either database, and three hundred articles take their time
def test_the_queue_asks_as_many_questions_for_three_hundred_rows_as_for_one(cast: Cast, as_: As) -> None:
    browser, asked, shown, made = as_(cast.sen), [], [], 0
    browser.get("/viec-cua-toi/")
    for rows in (1, 3, 30, 300):
        for number in range(made, rows):
            cast.submit(cast.article(cast.vy, title=f"Bài {number}"), cast.vy)
        made = rows
        with CaptureQueriesContext(connection) as found:
            page = browser.get("/viec-cua-toi/")
        shown.append((page.context["waiting"], len(page.context["groups"][0].tasks)))
        asked.append(len(found))
    assert shown == [(1, 1), (3, 3), (30, 20), (300, 20)]
    assert asked == [asked[0]] * 4
    assert asked[0] <= BUDGET


def test_a_correction_is_urgent_and_no_longer_measured_by_the_event(cast: Cast, as_: As) -> None:
    start = (NOW.replace(day=10)).isoformat()
    article = cast.published(cast.vy, genre="tuong-thuat", event_start=start, place="Sân trường")
    cast.submit(cast.article(cast.vy, title="Bài thường", event_start=start), cast.vy)
    approval.correct(article, by=cast.vy, at=NOW, channel="test")
    cast.submit(article, cast.vy)
    told = [(task["title"], task["due_label"], task["overdue"]) for task in queue(cast.sen, NOW).groups[0].tasks]
    assert told == [(article.title, "khẩn, mới đến", True), ("Bài thường", "quá hạn 3 ngày 8 giờ", True)]


def test_a_pupil_finds_the_way_home(cast: Cast, as_: As) -> None:
    text = as_(cast.an).get("/viec-cua-toi/").content.decode()
    assert ("Tài khoản này không có việc ở bàn biên tập." in text, "thầy/cô" in text) == (True, False)
