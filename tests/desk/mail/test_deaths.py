"""What kills a link, and what its page then says and offers (R-MAIL-09, R-MAIL-10; Điều 14.3)."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.test import Client

from portal.approval import actions as approval
from portal.approval.models import Case
from portal.base import clock
from portal.base.models import JournalEntry
from portal.desk.actions import nudge
from portal.desk.mail.link_rules import SAID, Death
from portal.desk.models import Link
from portal.news import actions as news
from portal.news.models import Article
from portal.people import actions as people
from portal.people.models import Person
from portal.people.rules import Office
from tests.cast import NOW, Cast
from tests.desk.mail.conftest import Post, links

As = Callable[[Person], Client]
LATER = NOW + timedelta(hours=1)
APPROVE = "Duyệt đăng bản 1"


@pytest.fixture
def article(cast: Cast) -> Article:
    """A collaborator's text that the Secretary has passed on."""
    article = cast.article(cast.vy)
    cast.submit(article, cast.vy)
    cast.decide(article, "approve", cast.sen)
    return article


@pytest.fixture
def told(post: Post, article: Article) -> Post:
    post.round()
    return post


def state(article: Article) -> tuple[str, int]:
    return Case.objects.get(page_id=article.pk).state, JournalEntry.objects.filter(channel="mail").count()


def dead(browser: Client, address: str, death: Death) -> str:
    """Both looking and deciding answer 410 with the sentence of that death; the page."""
    page = browser.get(address)
    assert (page.status_code, SAID[death] in page.content.decode()) == (410, True), page.content.decode()[-2000:]
    tried = browser.post(address, {"reason": "Vì.", "ground": "quality"})
    assert (tried.status_code, SAID[death] in tried.content.decode()) == (410, True)
    return page.content.decode()


def test_an_edit_kills_it_and_the_page_offers_the_new_text(cast: Cast, told: Post, as_: As, article: Article) -> None:
    address = links(told.to(cast.phong)[0])[APPROVE]
    news.edit(article, {"title": "Tên mới"}, by=cast.ha, at=LATER, channel="test")
    page = dead(as_(cast.phong), address, Death.EDITED)
    assert "Trần Thu Hà đã sửa nội dung lúc 09:00 thứ Hai 16/11." in page
    assert f'<a class="button" href="/viec/{article.pk}/duyet/">Duyệt đăng bản 2</a>' in page
    assert state(article) == ("in_review", 0)


def test_somebody_faster_kills_it_and_is_named(cast: Cast, told: Post, as_: As, article: Article) -> None:
    address = links(told.to(cast.phong)[0])[APPROVE]
    cast.decide(article, "approve", cast.ha, LATER)
    page = dead(as_(cast.phong), address, Death.MOVED)
    assert "Trần Thu Hà đã duyệt đăng lúc 09:00 thứ Hai 16/11." in page
    assert f'<a href="/viec/{article.pk}/">Mở bản hiện tại trong cổng</a>' in page
    assert state(article) == ("published", 0)


def test_taken_back_and_handed_in_again_is_another_turn(cast: Cast, told: Post, as_: As, article: Article) -> None:
    address = links(told.to(cast.phong)[0])[APPROVE]
    approval.recall(article, by=cast.vy, at=LATER, channel="test")
    cast.submit(article, cast.vy, LATER)
    cast.decide(article, "approve", cast.sen, LATER)
    dead(as_(cast.phong), address, Death.MOVED)


def test_a_delegation_revoked_kills_it(cast: Cast, post: Post, as_: As, article: Article) -> None:
    grant = cast.delegate(cast.cuc)
    post.round()
    address = links(post.to(cast.cuc)[0])[APPROVE]
    people.revoke_delegation(grant, by=cast.ha, at=NOW, channel="test")
    dead(as_(cast.cuc), address, Death.REASSIGNED)
    assert state(article) == ("in_review", 0)


def test_another_delegation_under_another_paper_is_another_capacity(
    cast: Cast, post: Post, as_: As, article: Article
) -> None:
    grant = cast.delegate(cast.cuc)
    post.round()
    address = links(post.to(cast.cuc)[0])[APPROVE]
    grant.revoked_at = NOW
    grant.save()
    cast.delegate(cast.cuc, number="06/UN-BBT")
    dead(as_(cast.cuc), address, Death.REASSIGNED)


def test_absence_kills_it(cast: Cast, told: Post, as_: As) -> None:
    address = links(told.to(cast.phong)[0])[APPROVE]
    cast.away(cast.phong)
    dead(as_(cast.phong), address, Death.REASSIGNED)


def test_a_field_given_to_another_member_kills_it(cast: Cast, post: Post, as_: As) -> None:
    article = cast.article(cast.lan)
    cast.submit(article, cast.lan)
    post.round()
    address = next(iter(links(post.to(cast.cuc)[0]).values()))
    cast.cuc.field_assignments.update(ends=NOW)
    dead(as_(cast.cuc), address, Death.REASSIGNED)


def test_an_office_lost_and_given_back_leaves_old_links_dead(cast: Cast, told: Post, as_: As) -> None:
    address = links(told.to(cast.phong)[0])[APPROVE]
    Person.objects.filter(pk=cast.phong.pk).update(rights_version=1)
    dead(as_(cast.phong), address, Death.RIGHTS)


def test_suspension_kills_it_and_shows_nothing_of_the_item(cast: Cast, told: Post, as_: As, article: Article) -> None:
    address = links(told.to(cast.phong)[0])[APPROVE]
    browser = as_(cast.phong)
    cast.suspend(cast.phong)
    page = dead(browser, address, Death.REASSIGNED)
    assert (article.title in page, "Ngô Vy" in page) == (False, False)


def test_an_office_ended_shows_nothing_of_the_item_either(cast: Cast, told: Post, as_: As, article: Article) -> None:
    address = links(told.to(cast.phong)[0])[APPROVE]
    cast.phong.appointments.filter(office=Office.DEPUTY).update(ends=NOW)
    assert article.title not in dead(as_(cast.phong), address, Death.REASSIGNED)


def test_its_hour_kills_it(cast: Cast, told: Post, as_: As, article: Article) -> None:
    address = links(told.to(cast.phong)[0])[APPROVE]
    browser = as_(cast.phong)
    clock.set_to(NOW + timedelta(days=7) - timedelta(seconds=1), freeze=True)
    assert browser.get(address).status_code == 200
    clock.set_to(NOW + timedelta(days=7), freeze=True)
    page = dead(browser, address, Death.EXPIRED)
    assert f'<a class="button" href="/viec/{article.pk}/duyet/">{APPROVE}</a>' in page


def test_used_once_it_and_its_siblings_are_dead(cast: Cast, told: Post, as_: As, article: Article) -> None:
    offered = links(told.to(cast.phong)[0])
    browser = as_(cast.phong)
    assert browser.post(offered[APPROVE]).status_code == 302
    page = dead(browser, offered[APPROVE], Death.USED)
    assert "Thầy/cô đã dùng đường dẫn này lúc 08:00 thứ Hai 16/11." in page
    assert "Lê Phong đã duyệt đăng lúc 08:00 thứ Hai 16/11." in page
    dead(browser, offered["Trả lại để sửa"], Death.SIBLING)
    dead(browser, offered["Từ chối"], Death.SIBLING)
    assert state(article) == ("published", 2)  # decided, up: once
    dead(as_(cast.ha), links(told.to(cast.ha)[0])[APPROVE], Death.MOVED)


def test_links_of_another_letter_about_the_same_turn_are_siblings(
    cast: Cast, told: Post, as_: As, article: Article
) -> None:
    nudge(article, words="", by=cast.sen, at=LATER, channel="test")
    told.round(LATER)
    first, second = map(links, told.to(cast.phong))
    as_(cast.phong).post(second["Trả lại để sửa"], {"reason": "Thêm ảnh."})
    assert set(Link.objects.filter(person=cast.phong).values_list("dead_because", flat=True)) == {"", "sibling"}
    dead(as_(cast.phong), first[APPROVE], Death.SIBLING)


def test_a_refused_decision_leaves_the_link_alive(cast: Cast, told: Post, as_: As, article: Article) -> None:
    address = links(told.to(cast.phong)[0])["Từ chối"]
    browser = as_(cast.phong)
    assert browser.post(address, {"reason": "", "ground": ""}).status_code == 422
    assert Link.objects.filter(used_at=None, dead_at=None).count() == 6
    assert browser.post(address, {"reason": "Chưa đúng.", "ground": "quality"}).status_code == 302
    assert state(article)[0] == "refused"
