"""Thư của tôi: how much one is written to; a private address hears only that something waits (R-MAIL-03, -11, -12)."""

import re
from collections.abc import Callable
from datetime import timedelta

import pytest
from django.core import mail
from django.test import Client

from portal.base.models import JournalEntry, Task
from portal.desk.models import MailWish
from portal.people.models import Person
from tests.cast import NOW, Cast
from tests.desk.mail.conftest import SITE, Post

As = Callable[[Person], Client]
PRIVATE = "sen.o.nha@gmail.com"


def to_private() -> list[str]:
    return [str(one.body) for one in mail.outbox if one.to == [PRIVATE]]


def code_sent(browser: Client, post: Post) -> str:
    """Ask for a code and read it where it was sent."""
    assert browser.post("/viec/thu/", {"do": "private", "address": PRIVATE}).status_code == 302
    post.round()
    found = re.search(r"\d{6}", to_private()[-1])
    assert found is not None
    return found[0]


def test_each_person_sets_how_much(cast: Cast, post: Post, as_: As) -> None:
    browser = as_(cast.phong)
    assert 'value="every" required id="id_much_0" checked' in browser.get("/viec/thu/").content.decode()
    assert browser.post("/viec/thu/", {"do": "much", "much": "digest"}).url == "/viec/thu/"
    assert MailWish.objects.get(person=cast.phong).much == "digest"
    line = JournalEntry.objects.get(verb="mail_wish")
    assert (line.actor_id, line.data, line.rule) == (cast.phong.pk, {"what": "much", "much": "digest"}, "R-MAIL-03")
    assert browser.post("/viec/thu/", {"do": "much", "much": "nothing"}).status_code == 422
    assert browser.post("/viec/thu/", {"do": "everything"}).status_code == 422


def test_a_private_address_counts_once_its_code_came_back(cast: Cast, post: Post, as_: As) -> None:
    browser = as_(cast.sen)
    code = code_sent(browser, post)
    cast.submit(cast.article(cast.vy), cast.vy)
    post.round()
    assert len(to_private()) == 1  # the code, nothing else
    assert browser.post("/viec/thu/", {"do": "code", "code": f" {code} "}).status_code == 302
    cast.submit(cast.article(cast.vy, title="Bài hai"), cast.vy)
    post.round()
    assert to_private()[1] == f"Có việc chờ thầy/cô trên cổng của trường.\n\n{SITE}/\n\n"


def test_what_goes_to_a_private_address_names_nothing(cast: Cast, post: Post, as_: As) -> None:
    """R-MAIL-12: no title, no author, no link that decides, at most once an hour."""
    browser = as_(cast.sen)
    browser.post("/viec/thu/", {"do": "code", "code": code_sent(browser, post)})
    for number in range(3):
        cast.submit(cast.article(cast.vy, title=f"Bài mật {number}"), cast.vy)
        post.round(NOW + timedelta(minutes=number))
    calls = [one for one in mail.outbox if one.to == [PRIVATE]][1:]
    assert [one.subject for one in calls] == ["Có việc chờ thầy/cô trên cổng"]
    raw = calls[0].message().as_string() + str(calls[0].alternatives[0][0])
    assert [words in raw for words in ("/thu/", "/viec/", "Bài mật", "Vy", "Sen")] == [False] * 5
    cast.submit(cast.article(cast.vy, title="Bài mật 4"), cast.vy)
    post.round(NOW + timedelta(hours=1))
    assert len(to_private()) == 3


def test_wrong_codes_are_counted_and_a_late_one_is_none(cast: Cast, post: Post, as_: As) -> None:
    browser = as_(cast.sen)
    code = code_sent(browser, post)
    wrong = f"{(int(code) + 1) % 1000000:06}"
    for _ in range(5):
        answer = browser.post("/viec/thu/", {"do": "code", "code": wrong})
        assert (answer.status_code, "Mã chưa đúng" in answer.content.decode()) == (422, True)
    assert browser.post("/viec/thu/", {"do": "code", "code": code}).status_code == 409
    again = code_sent(browser, post)
    post.round(NOW + timedelta(minutes=30))
    assert browser.post("/viec/thu/", {"do": "code", "code": again}).status_code == 409
    assert MailWish.objects.get().confirmed_at is None


def test_another_address_asks_for_another_code(cast: Cast, post: Post, as_: As) -> None:
    browser = as_(cast.sen)
    first = code_sent(browser, post)
    browser.post("/viec/thu/", {"do": "private", "address": "khac@gmail.com"})
    assert browser.post("/viec/thu/", {"do": "code", "code": first}).status_code == 422


def test_nobody_uses_the_school_to_write_to_strangers(cast: Cast, post: Post, as_: As) -> None:
    browser = as_(cast.an)
    answers = [
        browser.post("/viec/thu/", {"do": "private", "address": f"la{n}@gmail.com"}).status_code for n in range(6)
    ]
    assert answers == [302] * 5 + [409]
    assert (
        "Mỗi ngày xin được 5 mã; mai hãy thử lại. (Điều 14.3)"
        in browser.post("/viec/thu/", {"do": "private", "address": "la@gmail.com"}).content.decode()
    )
    post.round()
    assert [one.to for one in mail.outbox] == [["la4@gmail.com"]]  # only the newest asks for a code still wanted


def test_the_address_is_forgotten_when_asked(cast: Cast, post: Post, as_: As) -> None:
    browser = as_(cast.sen)
    browser.post("/viec/thu/", {"do": "code", "code": code_sent(browser, post)})
    assert PRIVATE in browser.get("/viec/thu/").content.decode()
    browser.post("/viec/thu/", {"do": "forget"})
    assert PRIVATE not in browser.get("/viec/thu/").content.decode()
    assert MailWish.objects.get().private_address == ""
    cast.submit(cast.article(cast.vy), cast.vy)
    post.round()
    assert len(to_private()) == 1


def test_neither_record_nor_queue_holds_code_or_address(cast: Cast, post: Post, as_: As) -> None:
    code = code_sent(as_(cast.sen), post)
    kept = (
        str(list(JournalEntry.objects.values()))
        + str(list(Task.objects.values()))
        + str(list(MailWish.objects.values("code_hash")))
    )
    assert (code in kept, PRIVATE in kept) == (False, False)


@pytest.mark.parametrize("address", ["", "x", "x@y@z.vn", "a@b.vn\nBcc: c@d.vn"])
def test_an_address_that_is_none_is_said_at_its_field(cast: Cast, post: Post, as_: As, address: str) -> None:
    answer = as_(cast.sen).post("/viec/thu/", {"do": "private", "address": address})
    assert (answer.status_code, MailWish.objects.count()) == (422, 0)


def test_whoever_has_a_foreign_address_is_told_on_the_page(cast: Cast, post: Post, as_: As) -> None:
    Person.objects.filter(pk=cast.sen.pk).update(email=PRIVATE)
    page = as_(Person.objects.get(pk=cast.sen.pk)).get("/viec/thu/").content.decode()
    assert "Cổng chỉ gửi thư tới hộp thư tên miền riêng của trường (@testserver.edu.vn). (Điều 14.3)" in page
