"""An internal notice goes up: one letter to each whom it reaches, never twice, and none of its words (Điều 15.1, 15.3)."""

from dataclasses import replace
from datetime import timedelta

import pytest

from portal.approval import actions as approval
from portal.desk.actions import postman, reminders, turns
from portal.desk.mail.rules import told_of_notice
from portal.desk.models import Letter, MailWish
from portal.intranet.models import UpNotice
from portal.intranet.notices import actions
from portal.intranet.notices.actions import Words
from portal.intranet.notices.rules import To
from portal.people.queries import staff
from tests.cast import NOW, Cast
from tests.desk.mail.conftest import Post, doors

HERE = {"at": NOW, "channel": "test"}
ALL = Words("Nộp sổ đầu bài", "Chữ trong thông báo", To(everyone=True), acknowledge_by=(NOW + timedelta(days=4)).date())


def up(cast: Cast, words: Words = ALL) -> UpNotice:
    draft = actions.write_notice(words, by=cast.lan, **HERE)
    return UpNotice.objects.get(pk=cast.up(draft, cast.lan).pk)


def told(post: Post, hours: int = 0) -> dict[str, list[str]]:
    """Who got which letters about notices in a round, by the name before the @; the writer's own answers left out."""
    found: dict[str, list[str]] = {}
    for one in post.round(NOW + timedelta(hours=hours)):
        if "hông báo nội bộ" in one.subject:
            found.setdefault(one.to[0].split("@")[0], []).append(one.subject)
    return found


def test_who_wrote_it_or_put_it_up_is_not_told() -> None:
    """R-MAIL-17."""
    assert told_of_notice([4, 2, 3, 2], {3, 0}) == [2, 4]


def test_all_that_goes_up_at_once_is_one_letter_and_none_of_its_words_leaves(cast: Cast, post: Post) -> None:
    first = up(cast)
    second = up(cast, replace(ALL, title="Họp nhóm", to=To(people=frozenset({cast.khoa.pk})), acknowledge_by=None))
    letters = told(post)
    assert set(letters) == {one.email.split("@")[0] for one in staff()} - {"lan", "ha"}
    assert (letters["khoa"], letters["cuc"]) == (["2 thông báo nội bộ mới"], ["Thông báo nội bộ – Nộp sổ đầu bài"])
    (cuc,), (khoa,) = post.to(cast.cuc), post.to(cast.khoa)
    assert doors(cuc) == {"Mở thông báo": f"/noi-bo/thong-bao/{first.notice.slug}/"}
    assert ("Họp nhóm" in str(cuc.body), "Lan gửi, xác nhận đã đọc hết thứ Sáu 20/11" in str(cuc.body)) == (False, True)
    assert ("Nộp sổ đầu bài" in str(khoa.body), "Họp nhóm" in str(khoa.body)) == (True, True)
    assert [one for one in (cuc, khoa) if "Chữ trong thông báo" in str(one.body)] == []
    assert told(post, 1) == {}
    wider = replace(ALL, title="Họp nhóm", to=To(people=frozenset({cast.khoa.pk, cast.cuc.pk})), acknowledge_by=None)
    approval.correct(second.notice, by=cast.lan, **HERE)
    actions.edit_notice(second.notice, wider, by=cast.lan, **HERE)
    cast.up(second.notice, cast.lan)
    assert told(post, 2) == {"cuc": ["Thông báo nội bộ – Họp nhóm"]}


def test_whoever_may_read_it_no_more_or_wants_less_mail_gets_no_letter(cast: Cast, post: Post) -> None:
    MailWish.objects.create(person=cast.cuc, much=MailWish.Much.DIGEST)
    MailWish.objects.create(person=cast.minh, much=MailWish.Much.URGENT)
    up(cast, replace(ALL, to=To(people=frozenset({cast.cuc.pk, cast.minh.pk, cast.khoa.pk}))))
    turns.hear_news(NOW)
    cast.suspend(cast.khoa)
    assert told(post) == {}
    assert Letter.objects.get(person=cast.khoa).state == Letter.State.STALE
    morning = NOW + timedelta(days=1)
    reminders.morning_post(morning)
    (digest,) = [one for one in post.round(morning) if one.to == [cast.cuc.email]]
    assert (digest.subject, "Nộp sổ đầu bài" in str(digest.body)) == ("1 thông báo nội bộ mới", True)
    assert post.to(cast.minh) == []


@pytest.mark.sqlite
def test_of_letters_that_leave_as_one_the_first_carries_the_others(cast: Cast, post: Post) -> None:
    up(cast), up(cast, replace(ALL, title="Họp nhóm"))
    turns.hear_news(NOW)
    first, second = Letter.objects.filter(person=cast.cuc, kind="notice").order_by("pk")
    assert (postman.prepare(second.pk, NOW), postman.prepare(first.pk, NOW) is None) == (None, False)
    postman.settle(first.pk, NOW)
    states = Letter.objects.filter(person=cast.cuc, kind="notice").values_list("state", "sent_at").distinct()
    assert list(states) == [(Letter.State.SENT, NOW)]
