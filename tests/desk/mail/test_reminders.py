"""Reminders, escalation, the morning's digest: once each, to whom they concern (R-MAIL-04, R-MAIL-05, R-MAIL-06)."""

from datetime import datetime, timedelta

import pytest

from portal.base.models import JournalEntry
from portal.desk.actions import reminders, turns
from portal.desk.models import Letter, MailWish
from portal.news.models import Article
from tests.cast import NOW, Cast
from tests.desk.mail.conftest import Post, links

DUE = NOW.replace(day=18, hour=23, minute=59, second=59)  # an event of the 16th


@pytest.fixture
def article(cast: Cast) -> Article:
    """An event's article before the leaders since Monday morning, due on Wednesday night."""
    article = cast.article(
        cast.vy, genre="tuong-thuat", event_start=NOW, event_end=NOW + timedelta(hours=2), place="Sân trường"
    )
    cast.submit(article, cast.vy)
    cast.decide(article, "approve", cast.sen)
    return article


def journal(verb: str) -> list[tuple[str, str, list[int]]]:
    lines = JournalEntry.objects.filter(verb=verb).order_by("id")
    return [(line.rule, line.clause, line.data["to"]) for line in lines]


def subjects(post: Post, at: datetime) -> list[tuple[str, str]]:
    return sorted((one.to[0].partition("@")[0], one.subject) for one in post.round(at))


def test_whoever_holds_it_is_reminded_twice_and_no_more(cast: Cast, post: Post, article: Article) -> None:
    post.round()
    told = f"Sắp đến hạn 23:59 thứ Tư 18/11 – {article.title}"
    assert subjects(post, DUE - timedelta(hours=24, minutes=1)) == []
    dawn = NOW.replace(day=18, hour=6)
    assert subjects(post, dawn) == [("ha", told), ("phong", told)]
    assert subjects(post, dawn) == []
    assert subjects(post, DUE - timedelta(hours=4)) == [("ha", told), ("phong", told)]
    assert subjects(post, DUE - timedelta(hours=3)) == []
    both = sorted([cast.ha.pk, cast.phong.pk])
    assert journal("remind") == [("R-MAIL-05", "Điều 16.1.1", both)] * 2
    assert list(links(post.to(cast.phong)[-1])) == ["Duyệt đăng bản 1", "Trả lại để sửa", "Từ chối"]


def test_past_its_hour_secretary_and_head_are_told_with_whom_it_is(cast: Cast, post: Post, article: Article) -> None:
    post.round()
    late = NOW.replace(day=19, hour=8)
    told = f"Quá hạn 23:59 thứ Tư 18/11 – {article.title}"
    assert subjects(post, late) == [("ha", told), ("sen", told)]
    assert subjects(post, late + timedelta(days=1)) == []
    assert journal("escalate") == [("R-MAIL-06", "Điều 16.1.1", sorted([cast.ha.pk, cast.sen.pk]))]
    assert "mà bài còn chờ: Trần Thu Hà hoặc Lê Phong." in post.to(cast.sen)[-1].body
    assert links(post.to(cast.sen)[-1]) == {}


def test_what_is_done_in_time_reminds_nobody(cast: Cast, post: Post, article: Article) -> None:
    cast.decide(article, "approve", cast.phong)
    post.round()
    assert subjects(post, DUE - timedelta(hours=4)) == []
    assert subjects(post, DUE + timedelta(hours=9)) == []
    assert journal("remind") + journal("escalate") == []


def test_a_members_step_has_the_hour_from_which_the_secretary_may_take_it_over(cast: Cast, post: Post) -> None:
    article = cast.article(cast.lan)
    cast.submit(article, cast.lan)
    post.round()
    assert subjects(post, NOW + timedelta(hours=12)) == []
    assert subjects(post, NOW + timedelta(hours=22)) == [("cuc", f"Sắp đến hạn 08:00 thứ Ba 17/11 – {article.title}")]
    late = subjects(post, NOW + timedelta(hours=25))
    assert [name for name, subject in late if subject.startswith("Quá hạn")] == ["ha", "sen"]
    assert journal("escalate")[0][:2] == ("R-MAIL-06", "Điều 12.4")


def test_one_digest_a_day_for_whom_something_waits(cast: Cast, post: Post, article: Article) -> None:
    cast.submit(cast.article(cast.lan, title="Bài của Lan"), cast.lan)
    cast.decide(article, "refer", cast.sen, to=cast.dung, reason="Đúng chưa?")
    assert reminders.morning_post(NOW.replace(hour=6, minute=29)) == 0
    assert reminders.morning_post(NOW) == 4
    assert reminders.morning_post(NOW) == reminders.morning_post(NOW + timedelta(hours=5)) == 0
    post.round()
    digests = {one.to[0].partition("@")[0]: one for name in cast.people for one in post.to(cast.people[name])
               if "hôm nay" in one.subject}  # fmt: skip
    assert {name: one.subject for name, one in digests.items()} == {
        "ha": "1 việc chờ thầy/cô hôm nay", "phong": "1 việc chờ thầy/cô hôm nay", "cuc": "1 việc chờ thầy/cô hôm nay",
        "dung": "1 việc chờ thầy/cô hôm nay",
    }  # fmt: skip
    assert (
        f"- {article.title}\n  Ngô Vy · Trưởng ban hoặc Phó Trưởng ban duyệt · còn 2 ngày 15 giờ" in digests["ha"].body
    )
    assert "Ý KIẾN THẦY/CÔ NỢ" in digests["dung"].body
    assert links(digests["ha"]) == {}
    assert reminders.morning_post(NOW + timedelta(days=1)) == 5  # the Secretary may take the Member's step over by then


def test_whoever_chose_the_digest_gets_turns_and_answers_in_it(cast: Cast, post: Post, article: Article) -> None:
    for person in (cast.phong, cast.vy):
        MailWish.objects.create(person=person, much="digest")
    cast.decide(article, "send_back", cast.ha, reason="Thêm ảnh.")
    other = cast.article(cast.vy, title="Bài khác")
    cast.submit(other, cast.vy)
    cast.decide(other, "approve", cast.sen)
    assert sorted(one.to[0] for one in post.round()) == [cast.ha.email]
    assert set(Letter.objects.filter(state="held").values_list("person", "kind")) == {
        (cast.phong.pk, "turn"), (cast.vy.pk, "answer"),
    }  # fmt: skip
    reminders.morning_post(NOW)
    post.round()
    (to_vy,), (to_phong,) = post.to(cast.vy), post.to(cast.phong)
    assert to_vy.subject == "Tin về bài của thầy/cô"
    assert f"- {article.title}\n  Trần Thu Hà đã trả lại để sửa lúc 08:00 thứ Hai 16/11" in to_vy.body
    assert "- Bài khác" in to_phong.body
    assert Letter.objects.filter(state="held").count() == 0


def test_whoever_wants_only_the_urgent_gets_reminders_and_no_digest(cast: Cast, post: Post, article: Article) -> None:
    MailWish.objects.create(person=cast.phong, much="urgent")
    post.round()
    reminders.morning_post(NOW)
    post.round()
    assert post.to(cast.phong) == []
    post.round(NOW.replace(day=18, hour=6))
    assert [one.subject[:11] for one in post.to(cast.phong)] == ["Sắp đến hạn"]


@pytest.mark.parametrize("count", [1, 3, 30])
def test_looking_round_costs_the_same_however_much_is_open(
    cast: Cast, post: Post, count: int, django_assert_max_num_queries: object
) -> None:
    for number in range(count):
        cast.submit(cast.article(cast.vy, title=f"Bài {number}"), cast.vy)
    turns.hear_news(NOW)
    with django_assert_max_num_queries(3):  # type: ignore[operator]
        turns.hear_news(NOW)
    with django_assert_max_num_queries(20):  # type: ignore[operator]
        turns.look(NOW)
    with django_assert_max_num_queries(22):  # type: ignore[operator]
        reminders.watch_deadlines(NOW)
