"""Lists for the Head on screen: gathered by the Secretary, opened, left out, approved, told on each slip (Điều 15.2)."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from portal.approval import actions as approval
from portal.approval.models import ReviewList
from portal.approval.rules import State, Verb
from portal.desk.queries.queue import queue
from portal.news.models import Article
from tests.cast import NOW, Cast

LISTS = "/noi-bo/danh-sach-duyet/"


def passed(cast: Cast, title: str) -> Article:
    article = cast.article(cast.lan, title=title, section="trao-doi", audience="internal")
    cast.submit(article, cast.lan)
    cast.decide(article, Verb.APPROVE, cast.sen)
    return article


def test_secretary_gathers_and_head_approves_in_one_act(cast: Cast, client: Client) -> None:
    one, two = passed(cast, "Bài 5 Phép nhân"), passed(cast, "Bài 6 Phép chia")
    client.force_login(cast.sen)
    assert "Bài 5 Phép nhân" in client.get(LISTS).content.decode()
    nameless = client.post(LISTS, {"bai": [one.pk]})
    page = nameless.content.decode()
    assert (nameless.status_code, "Hãy đặt tên cho danh sách." in page, page.count(" checked")) == (422, True, 1)
    made_at = client.post(LISTS, {"title": "Giáo án tuần 12", "bai": [one.pk, two.pk]})["Location"]
    made = ReviewList.objects.get()
    assert made_at == f"{LISTS}{made.pk}/"
    assert client.post(f"{made_at}duyet/", {"ma": made.digest}).status_code == 403
    client.force_login(cast.ha)
    waiting = [task["title"] for group in queue(cast.ha, NOW).groups for task in group.tasks if task["mine"]]
    assert waiting == ["Giáo án tuần 12"]  # its items wait inside it
    shown = client.get(made_at).content.decode()
    assert ("Duyệt 2 mục của danh sách" in shown, f'href="/viec/{one.pk}/"' in shown) == (True, True)
    no_reason = client.post(made_at, {"bai": [made.items.get(page=two).pk], "ma": made.digest})
    assert (no_reason.status_code, no_reason.content.decode().count(" checked")) == (422, 1)
    client.post(made_at, {"bai": [made.items.get(page=two).pk], "ma": made.digest, "reason": "Thiếu đáp án"})
    stale = client.post(f"{made_at}duyet/", {"ma": made.digest}, follow=True).content.decode()
    assert "Danh sách đã thay đổi so với lúc thầy/cô xem" in stale
    made.refresh_from_db()
    done = client.post(f"{made_at}duyet/", {"ma": made.digest}, follow=True).content.decode()
    assert ("Đã duyệt 1 mục" in done, "Để lại: Thiếu đáp án" in done) == (True, True)
    assert (cast.case(one).state, cast.case(two).state) == (State.PUBLISHED, State.IN_REVIEW)
    slip = client.get(f"/viec/{one.pk}/phieu-duyet/").content.decode()
    assert ("“Giáo án tuần 12”" in slip, made.digest in slip) == (True, True)
    assert client.get(f"{made_at}bang-tinh/").status_code == 200
    client.force_login(cast.lan)
    assert client.get(LISTS).status_code == 403


@pytest.mark.sqlite
def test_screens_cost_the_same_however_many_stand_in_a_list(cast: Cast, client: Client) -> None:
    counts = []
    for many in (1, 3):
        pages = [passed(cast, f"Bài {many}.{number}").pk for number in range(many)]
        client.force_login(cast.sen)
        with CaptureQueriesContext(connection) as gathering:
            client.get(LISTS)
        made = approval.gather(pages, title="Danh sách", by=cast.sen, at=NOW, channel="test")
        client.force_login(cast.ha)
        with CaptureQueriesContext(connection) as looking:
            client.get(f"{LISTS}{made.pk}/")
        approval.take_back_list(made, by=cast.sen, at=NOW, channel="test")
        for pk in pages:
            approval.recall(Article.objects.get(pk=pk), by=cast.lan, at=NOW, channel="test")
        counts.append((len(gathering), len(looking)))
    assert counts[0] == counts[1]
