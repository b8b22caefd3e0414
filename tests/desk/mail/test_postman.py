"""Delivering: at least once, under one Message-ID, without a lock held, patient with a mail server that is away."""

from datetime import timedelta
from smtplib import SMTPRecipientsRefused, SMTPServerDisconnected
from typing import Any

import pytest
from django.core import mail
from django.core.mail import EmailMultiAlternatives
from django.db import connection
from django.test import Client

from portal.approval import actions as approval
from portal.base import clock, queue
from portal.base.models import Task
from portal.desk.actions import postman, turns
from portal.desk.models import Letter
from portal.desk.queries.mail import mail_health
from portal.news import actions as news
from tests.cast import NOW, Cast
from tests.desk.mail.conftest import Post, links


@pytest.fixture
def letter(cast: Cast, post: Post) -> Letter:
    """One letter to the Secretary, on its way."""
    cast.submit(cast.article(cast.vy), cast.vy)
    turns.look(NOW)
    return Letter.objects.get()


def falling(monkeypatch: pytest.MonkeyPatch, error: Exception) -> None:
    def send(_: Any) -> int:
        raise error

    monkeypatch.setattr(EmailMultiAlternatives, "send", send)


def test_a_worker_killed_after_sending_sends_once_more_under_the_same_id(
    cast: Cast, letter: Letter, monkeypatch: pytest.MonkeyPatch
) -> None:
    def killed(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(postman, "settle", killed)
        with pytest.raises(KeyboardInterrupt):
            queue.run_due(NOW)
    assert (len(mail.outbox), Letter.objects.get().state) == (1, "waiting")
    assert queue.run_due(NOW) == 0  # its lease still runs
    Task.objects.update(leased_until=None)
    queue.run_due(NOW)
    first, second = mail.outbox
    assert (Letter.objects.get().state, first.extra_headers["Message-ID"]) == (
        "sent",
        second.extra_headers["Message-ID"],
    )
    browser = Client()
    browser.force_login(cast.sen)
    assert [browser.get(path).status_code for path in (*links(first).values(), *links(second).values())] == [200] * 6
    assert browser.post(next(iter(links(first).values()))).status_code == 302
    assert [browser.get(path).status_code for path in links(second).values()] == [410] * 3


def test_delivering_a_letter_again_does_nothing(letter: Letter) -> None:
    queue.run_due(NOW)
    postman.deliver(letter.pk)
    assert len(mail.outbox) == 1


def test_no_lock_is_held_while_the_mail_server_thinks(letter: Letter, monkeypatch: pytest.MonkeyPatch) -> None:
    """The task runs by itself: inside `send` the transaction of the task is not open."""
    depth = len(connection.savepoint_ids)
    seen: list[int] = []
    monkeypatch.setattr(EmailMultiAlternatives, "send", lambda _: seen.append(len(connection.savepoint_ids)))
    queue.run_due(NOW)
    assert seen == [depth]


def test_a_mail_server_away_is_tried_again_and_said(letter: Letter, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patch:
        falling(patch, ConnectionRefusedError("no answer"))
        assert queue.run_due(NOW) == 1
    told = mail_health(NOW)
    assert (told["waiting"], told["oldest"], told["trouble"]) == (1, NOW, "ConnectionRefusedError: no answer")
    assert queue.run_due(NOW + timedelta(seconds=59)) == 0
    clock.set_to(NOW + timedelta(minutes=1), freeze=True)
    queue.run_due(NOW + timedelta(minutes=1))
    assert (len(mail.outbox), mail_health(NOW)["waiting"], mail_health(NOW)["sent_24h"]) == (1, 0, 1)


def test_while_it_is_away_nobody_elses_letter_tries_it(
    cast: Cast, letter: Letter, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(5):
        cast.submit(cast.article(cast.vy, title=f"Bài {number}"), cast.vy)
    turns.look(NOW)
    falling(monkeypatch, SMTPServerDisconnected("gone"))
    assert queue.run_due(NOW) == 1
    assert queue.run_due(NOW + timedelta(seconds=59)) == 0


def test_a_letter_box_that_does_not_exist_is_given_up_at_once(letter: Letter, monkeypatch: pytest.MonkeyPatch) -> None:
    falling(monkeypatch, SMTPRecipientsRefused({"sen@testserver.edu.vn": (550, b"no such user")}))
    queue.run_due(NOW)
    told = mail_health(NOW)
    assert (told["failed"], told["failures"][0]["name"], "no such user" in told["failures"][0]["error"]) == (
        1, "Vũ Thị Sen", True,
    )  # fmt: skip


def test_it_is_given_up_after_a_day(letter: Letter, monkeypatch: pytest.MonkeyPatch) -> None:
    falling(monkeypatch, TimeoutError("slow"))
    at, tries = NOW, 0
    while Letter.objects.get().state == "waiting":
        clock.set_to(at, freeze=True)
        tries += queue.run_due(at)
        at += timedelta(minutes=30)
        assert at < NOW + timedelta(days=4)
    assert Letter.objects.get().tries == 12
    assert NOW + timedelta(hours=24) < at


def test_at_night_a_letter_waits_for_the_morning_but_the_urgent_one_leaves(cast: Cast, post: Post) -> None:
    night = NOW.replace(hour=22, minute=30)
    clock.set_to(night, freeze=True)
    cast.submit(cast.article(cast.vy), cast.vy, night)
    correction = cast.published(cast.lan, at=NOW, title="Bài đã đăng")
    approval.correct(correction, by=cast.sen, at=night, channel="test")
    cast.submit(correction, cast.lan, night)
    (urgent,) = [one for one in post.round(night) if "lên cổng" not in one.subject]
    assert urgent.subject == "Khẩn. Chờ thầy/cô: trình bản 1, chuyển lãnh đạo Ban – Bài đã đăng"
    assert post.round(night + timedelta(hours=7, minutes=29)) == []
    morning = post.round(NOW.replace(day=17, hour=6))
    assert sorted(one.to for one in morning) == [[cast.lan.email], [cast.sen.email]]


def test_a_text_edited_again_and_again_is_told_once_it_rests(cast: Cast, letter: Letter, post: Post) -> None:
    article = cast.article(cast.khoa, in_plan=False, section="thong-bao")
    cast.submit(article, cast.khoa)
    cast.decide(article, "approve", cast.sen)
    post.round()
    assert len(post.to(cast.ha)) == 1
    cast.people["lan"].appointments.create(office="acting_head", decision=cast.ha.appointments.get().decision,
                                           starts=NOW, ends=NOW + timedelta(days=9))  # fmt: skip
    post.round()
    assert len(post.to(cast.lan)) == 1
    for minute in range(5):
        at = NOW + timedelta(minutes=minute)
        news.edit(article, {"title": f"Tên {minute}"}, by=cast.lan, at=at, channel="test")
        post.round(at)
    assert (len(post.to(cast.ha)), len(post.to(cast.lan))) == (1, 1)
    post.round(NOW + timedelta(minutes=6))
    assert (len(post.to(cast.ha)), len(post.to(cast.lan))) == (2, 1)
    assert "Tên 4" in post.to(cast.ha)[1].subject
