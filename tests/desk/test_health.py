"""The system's health: what each sign says, who sees it, and failed work running again after the password."""

import time
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from portal.base import clock, queue, ticker
from portal.base.models import Cursor, JournalEntry, Task
from portal.base.refused import Refused
from portal.desk.queries.health import health
from portal.files.actions import store_attachment
from portal.people.models import Person
from portal.website.management.commands.worker import Rounds, every_tick
from tests.cast import NOW, Cast
from tests.files.fake_clamd import FakeClamd
from tests.files.pictures import pdf
from tests.people.signing import confirmed, type_password


def sign(title: str, at: datetime = NOW) -> tuple[str, str]:
    return next((one.mark, one.word) for one in health(at).signs if one.title == title)


def broken(cast: Cast) -> Task:
    return Task.objects.create(name="portal.people.tokens.tell_owner", arguments={"token": 0, "channel": "x"}, attempts=5,
                               state=Task.State.FAILED, run_after=NOW, error="SMTPException: hộp thư đầy")  # fmt: skip


def test_it_is_for_the_administrator_the_head_and_the_principal(cast: Cast, client: Client) -> None:
    """R-HEALTH-01."""
    statuses = {}
    for name, person in cast.people.items():
        client.force_login(person)
        statuses[name] = client.get("/he-thong/").status_code
    assert statuses == {name: 200 if name in ("minh", "ha", "tri") else 403 for name in cast.people}


def test_a_worker_that_never_ran_runs_or_fell_silent(cast: Cast) -> None:
    assert sign("Tiến trình nền") == ("alarm", "chưa chạy lần nào")
    ticker.beat(NOW)
    assert sign("Tiến trình nền") == ("done", "đang chạy")
    Cursor.objects.filter(listener=ticker.PULSE).update(position=int(time.time()) - 7300)
    assert sign("Tiến trình nền") == ("alarm", "im lặng 2 giờ 1 phút")


def test_the_worker_leaves_a_sign_of_life_with_its_first_round(cast: Cast) -> None:
    assert Rounds([one for one in every_tick() if one.name == "beat"]).run()
    last = ticker.last_beat()
    assert last is not None
    assert timezone.now() - last < timedelta(seconds=30)


def test_the_queue_tells_what_waits_and_what_failed(cast: Cast) -> None:
    Task.objects.all().delete()
    assert sign("Hàng việc") == ("done", "thông")
    Task.objects.create(name="x", run_after=NOW - timedelta(minutes=10))
    assert sign("Hàng việc") == ("now", "chậm")
    broken(cast)
    assert sign("Hàng việc") == ("alarm", "1 việc hỏng")
    (failed,) = health(NOW).failed
    assert (failed.title, failed.error, failed.attempts) == (
        "Gửi thư báo có mã truy cập mới",
        "SMTPException: hộp thư đầy",
        5,
    )


def test_search_says_how_far_behind_it_is(cast: Cast) -> None:
    newest = JournalEntry.objects.order_by("-id")[0].pk
    Cursor.objects.update_or_create(listener="search", defaults={"position": newest - 3})
    assert sign("Tìm kiếm") == ("done", "còn 3 dòng nhật ký chưa đọc")
    Cursor.objects.filter(listener="search").update(position=newest)
    assert sign("Tìm kiếm") == ("done", "theo kịp")


def test_a_clock_that_is_set_by_hand_is_told(cast: Cast) -> None:
    assert sign("Đồng hồ") == ("now", "đồng hồ thử đang chạy")
    clock.reset()
    assert sign("Đồng hồ", clock.now()) == ("done", "đúng giờ")
    assert sign("Đồng hồ", clock.now() + timedelta(minutes=5))[0] == "alarm"


@pytest.mark.parametrize("title", ["Cơ sở dữ liệu", "Ổ đĩa", "Quét mã độc", "Thư"])
def test_every_other_part_is_looked_at(cast: Cast, title: str) -> None:
    assert sign(title)[1] != ""


def test_failed_work_runs_again_after_the_password_and_the_record_says_who(
    cast: Cast, as_: Callable[[Person], Client]
) -> None:
    task, client = broken(cast), as_(cast.tri)
    address = f"/he-thong/viec/{task.pk}/chay-lai/"
    asked = client.post(address)
    task.refresh_from_db()
    assert (asked.status_code, asked["Location"].partition("?")[0], task.state) == (
        302,
        "/tai-khoan/reauthenticate/",
        "failed",
    )
    done = type_password(client, asked)
    task.refresh_from_db()
    assert (done.status_code, done["Location"], task.state, task.attempts) == (302, "/he-thong/", "ready", 0)
    line = JournalEntry.objects.get(verb="task_retry")
    assert (line.actor_id, line.clause, line.data["task"]) == (cast.tri.pk, "Điều 13.2", task.pk)


def test_nobody_but_the_administrator_has_it_run_again_and_nothing_twice(
    cast: Cast, as_: Callable[[Person], Client]
) -> None:
    """R-HEALTH-02."""
    task = broken(cast)
    address = f"/he-thong/viec/{task.pk}/chay-lai/"
    assert {name: confirmed(as_(getattr(cast, name))).post(address).status_code for name in ("minh", "ha", "sen", "lan")} == {
        "minh": 403, "ha": 403, "sen": 403, "lan": 403,
    }  # fmt: skip
    queue.retry(task.pk, by=cast.tri, at=NOW, channel="test")
    with pytest.raises(Refused) as no:
        queue.retry(task.pk, by=cast.tri, at=NOW, channel="test")
    assert [one.rule for one in no.value.refusals] == ["R-QUEUE-01"]
    assert "không còn hỏng" in confirmed(as_(cast.tri)).post(address, follow=True).content.decode()


def test_the_head_and_the_principal_see_no_button(cast: Cast, as_: Callable[[Person], Client]) -> None:
    broken(cast)
    buttons = {
        name: as_(getattr(cast, name)).get("/he-thong/").content.decode().count("chay-lai/")
        for name in ("minh", "ha", "tri")
    }
    assert buttons == {"minh": 0, "ha": 0, "tri": 1}


def test_three_failures_take_as_many_queries_as_one(cast: Cast, as_: Callable[[Person], Client]) -> None:
    client, counts = as_(cast.tri), []
    for more in (1, 2):
        for _ in range(more):
            broken(cast)
        client.get("/he-thong/")
        with CaptureQueriesContext(connection) as captured:
            client.get("/he-thong/")
        counts.append(len(captured))
    assert counts[0] == counts[1]
    assert counts[0] <= 35


def test_no_word_of_any_item_stands_there(cast: Cast, as_: Callable[[Person], Client]) -> None:
    item: Any = cast.article(cast.lan, title="Chuyện chỉ trong Ban biết")
    cast.submit(item, cast.lan)
    assert "Chuyện chỉ trong Ban biết" not in as_(cast.tri).get("/he-thong/").content.decode()


# -- the virus scanner ------------------------------------------------------------------------------------------------------


def scanning(cast: Cast, settings: Any, mood: str, at: datetime = NOW) -> tuple[str, str]:
    """The sign with a scanner in some mood."""
    made = FakeClamd()
    settings.PORTAL_SCANNER, made.mood = made.address, mood
    try:
        return sign("Quét mã độc", at)
    finally:
        made.close()


@pytest.mark.parametrize("said", ["", "none"])
def test_a_school_without_a_scanner_reads_it(cast: Cast, settings: Any, said: str) -> None:
    settings.PORTAL_SCANNER = said
    assert sign("Quét mã độc") == ("now", "không có máy quét")


def test_a_scanner_that_works_is_silent_or_knows_old_viruses_only(cast: Cast, settings: Any) -> None:
    assert scanning(cast, settings, "works") == ("done", "đang chạy")
    assert scanning(cast, settings, "breaks off") == ("alarm", "không trả lời")
    assert scanning(cast, settings, "works", NOW + timedelta(days=8)) == ("alarm", "danh sách vi-rút cũ")


def test_files_that_wait_and_files_that_are_infected_are_counted(cast: Cast, settings: Any) -> None:
    settings.PORTAL_SCANNER = ""
    kept = store_attachment(pdf(), title="x", by=cast.lan, at=NOW, channel="test")
    assert scanning(cast, settings, "works") == ("now", "đang quét tệp cũ")
    kept.scan = "infected"
    kept.save(update_fields=["scan"])
    assert scanning(cast, settings, "works") == ("alarm", "1 tệp có mã độc")
