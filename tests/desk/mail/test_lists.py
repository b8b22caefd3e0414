"""A list of old texts waits for the Head: a row in his inbox, a letter that leads to the list, a line of the digest."""

from datetime import timedelta

import pytest
from django.test import Client

from portal.approval import actions as approval
from portal.approval.models import HistoryList
from portal.desk.actions import reminders
from portal.desk.models import Letter, MailWish
from portal.desk.queries.queue import Look, queue
from portal.desk.sorts import Place, Sort
from portal.people.models import Person
from tests.cast import NOW, OLD, Cast
from tests.desk.mail.conftest import Post, doors

HERE = {"at": NOW, "channel": "test"}
MORNING = NOW + timedelta(days=1)


def listed(cast: Cast, by: Person) -> HistoryList:
    article = cast.article(cast.sen, in_plan=False, title="Khai giảng 2016")
    approval.mark_history(article, past=OLD, where="/a/ct/1/2", by=cast.sen, **HERE)
    return approval.list_history(title="Bài cổng cũ", by=by, **HERE)


def rows(person: Person) -> list[tuple[str, str, bool]]:
    found = queue(person, NOW, look=Look(sort=Sort.HISTORY))
    return [(one["title"], one["url"], one["mine"]) for group in found.groups for one in group.tasks]


def test_the_head_has_a_row_the_secretary_follows_it_and_nobody_else_sees_it(cast: Cast) -> None:
    made = listed(cast, cast.sen)
    url = f"/viec/chuyen-cong/{made.pk}/"
    told = {name: rows(getattr(cast, name)) for name in ("ha", "sen", "phong", "cuc", "minh", "tri", "lan")}
    assert told == {"ha": [(made.title, url, True)], "sen": [(made.title, url, False)], "phong": [], "cuc": [], "minh": [],
                    "tri": [], "lan": []}  # fmt: skip
    assert queue(cast.ha, NOW, look=Look(place=Place.MINE)).waiting == 1
    approval.decide_list(made, digest=made.digest, by=cast.ha, **HERE)
    assert (rows(cast.ha), rows(cast.sen)) == ([], [])


def test_his_own_list_waits_for_whoever_may_decide_and_not_for_him(cast: Cast, post: Post) -> None:
    listed(cast, cast.ha)
    assert [mine for _, _, mine in rows(cast.ha)] == [False]
    assert post.round() == []


def test_one_letter_leads_to_the_list_and_none_to_each_text(cast: Cast, post: Post) -> None:
    made = listed(cast, cast.sen)
    (letter,) = post.round()
    assert (letter.to, letter.subject) == ([cast.ha.email], "Chờ thầy/cô: quyết định danh sách – Bài cổng cũ")
    assert doors(letter) == {"Mở danh sách": f"/viec/chuyen-cong/{made.pk}/"}
    assert "1 bài của cổng cũ chờ một quyết định · Vũ Thị Sen lập" in str(letter.body)
    client = Client()
    client.force_login(cast.ha, backend="django.contrib.auth.backends.ModelBackend")
    assert "Quyết định đưa 1 bài" in client.get(doors(letter)["Mở danh sách"]).content.decode()
    assert post.round(NOW + timedelta(hours=1)) == []
    approval.decide_list(made, digest=made.digest, by=cast.ha, **HERE)
    assert approval.raise_history(NOW) == 1
    assert post.round(NOW + timedelta(hours=2)) == []
    assert Letter.objects.count() == 1


@pytest.mark.sqlite
def test_a_list_taken_back_before_the_letter_leaves_is_not_told(cast: Cast, post: Post) -> None:
    made = listed(cast, cast.sen)
    night = NOW.replace(hour=23)
    assert post.round(night) == []  # at night letters wait
    approval.call_off_list(made, by=cast.sen, at=night, channel="test")
    assert post.round(MORNING) == []
    assert Letter.objects.get().state == Letter.State.STALE


def test_whoever_wants_one_letter_a_day_reads_of_it_there(cast: Cast, post: Post) -> None:
    MailWish.objects.create(person=cast.ha, much=MailWish.Much.DIGEST)
    listed(cast, cast.sen)
    assert post.round() == []
    reminders.morning_post(MORNING)
    (digest,) = [one for one in post.round(MORNING) if one.to == [cast.ha.email]]
    assert ("1 việc chờ thầy/cô hôm nay", "Bài cổng cũ" in str(digest.body)) == (digest.subject, True)
