"""Opening a link: who may, what it shows, what it never shows, what it never does (Điều 14.3)."""

from collections.abc import Callable
from urllib.parse import quote

import pytest
from django.test import Client

from portal.approval.models import Case
from portal.base.models import Task
from portal.desk.models import Link
from portal.news.models import Article
from portal.people.models import Person
from tests.cast import PASSWORD, Cast
from tests.desk.mail.conftest import Post, links

As = Callable[[Person], Client]


@pytest.fixture
def article(cast: Cast) -> Article:
    article = cast.article(cast.vy)
    cast.submit(article, cast.vy)
    return article


@pytest.fixture
def address(cast: Cast, post: Post, article: Article) -> str:
    """The Secretary's link that passes the text on."""
    return next(iter(links(post.round()[0]).values()))


def test_signed_out_it_leads_to_the_door_and_back(client: Client, cast: Cast, address: str) -> None:
    for ask in (client.get, client.head, client.post):
        assert (ask(address).status_code, ask(address).url) == (302, f"/tai-khoan/login/?next={quote(address)}")
    door = client.get(address, follow=True)
    assert cast.vy.full_name not in door.content.decode()
    answer = client.post(f"/tai-khoan/login/?next={quote(address)}", {"login": "sen", "password": PASSWORD})
    assert answer.url == address
    assert "Giờ thực hành Khoa học tự nhiên" in client.get(address).content.decode()


def test_an_address_that_is_none_of_ours_tells_a_stranger_nothing(
    client: Client, as_: As, cast: Cast, address: str
) -> None:
    made_up = "/thu/" + "x" * 43 + "/"
    assert client.get(made_up).status_code == client.get(address).status_code == 302
    assert as_(cast.sen).get(made_up).status_code == 404
    assert as_(cast.sen).post(made_up).status_code == 404


@pytest.mark.parametrize("name", ["ha", "phong", "vy", "tri", "minh", "phu"])
def test_another_person_learns_nothing_of_the_item(
    cast: Cast, as_: As, article: Article, address: str, name: str
) -> None:
    browser = as_(cast.people[name])
    for ask in (browser.get, browser.post):
        answer = ask(address)
        page = answer.content.decode()
        assert answer.status_code == 403
        assert "Đường dẫn này gửi cho một người khác; chỉ chính người ấy dùng được. (Điều 14.3)" in page
        assert f'href="/tai-khoan/logout/?next={quote(address)}"' in page
        assert (article.title in page, "Vũ Thị Sen" in page, "Trình bản" in page) == (False, False, False)
    assert Case.objects.get(page_id=article.pk).passages.get().passes.count() == 0


def test_signing_out_on_the_way_comes_back_to_the_link(cast: Cast, as_: As, address: str) -> None:
    browser = as_(cast.ha)
    leave = f"/tai-khoan/logout/?next={quote(address)}"
    assert f'<input type="hidden" name="next" value="{address}"' in browser.get(leave).content.decode()
    assert browser.post(leave, {"next": address}).url == address


def test_the_confirm_page_shows_what_why_and_the_one_button(
    cast: Cast, as_: As, article: Article, address: str
) -> None:
    page = as_(cast.sen).get(address).content.decode()
    for words in (
        "Toàn văn bản 1", "Ba chai nước, một câu hỏi: nước nào tưới cây tốt nhất?", "Vì sao bài này đến thầy/cô:",
        "Điều 14.2, 12.2", "Tin ngắn · Chuyên môn · Ngô Vy · bản 1", f'href="/viec/{article.pk}/"',
    ):  # fmt: skip
        assert words in page, words
    assert page.count("<form") == page.count("<button") == 1


def test_every_answer_is_kept_by_nobody_and_told_to_nobody(cast: Cast, as_: As, client: Client, address: str) -> None:
    answers = [client.get(address), as_(cast.ha).get(address), as_(cast.sen).get(address), client.post(address)]
    answers += [client.get(address), client.post(address)]
    assert [answer.status_code for answer in answers] == [302, 403, 200, 302, 410, 410]
    assert {(one["Referrer-Policy"], one["Cache-Control"]) for one in answers} == {("no-referrer", "no-store")}


def test_a_browser_that_hides_its_origin_can_still_confirm(cast: Cast, address: str) -> None:
    """`no-referrer` makes browsers send `Origin: null`; the form's own secret is asked for all the same."""
    browser = Client(enforce_csrf_checks=True)
    browser.force_login(cast.sen)
    page = browser.get(address).content.decode()
    secret = page.partition('name="csrfmiddlewaretoken" value="')[2].partition('"')[0]
    refused = browser.post(address, headers={"Origin": "null"})
    assert (refused.status_code, refused["Referrer-Policy"], refused["Cache-Control"]) == (
        403,
        "no-referrer",
        "no-store",
    )
    wrong = browser.post(address, {"csrfmiddlewaretoken": secret}, headers={"Origin": "https://evil.vn"})
    assert wrong.status_code == 403
    assert browser.post(address, {"csrfmiddlewaretoken": secret}, headers={"Origin": "null"}).status_code == 302


def test_only_the_hash_of_a_secret_is_kept(cast: Cast, post: Post, address: str) -> None:
    secret = address.split("/")[2]
    assert len(secret) == 43
    kept = [str(list(model.objects.values())) for model in (Link, Task, Case)]
    assert [secret in rows for rows in kept] == [False, False, False]
    assert {len(link.token_hash) for link in Link.objects.all()} == {64}


@pytest.mark.parametrize("method", ["put", "patch", "delete", "options"])
def test_no_other_method_answers(cast: Cast, as_: As, address: str, method: str) -> None:
    assert getattr(as_(cast.sen), method)(address).status_code == 405


def test_a_link_cannot_be_turned_into_another_decision(
    cast: Cast, as_: As, article: Article, post: Post, address: str
) -> None:
    """What is posted beside it counts for nothing: verb, task, revision, hash are the link's own."""
    other = cast.article(cast.vy, title="Bài khác")
    cast.submit(other, cast.vy)
    case = Case.objects.get(page_id=other.pk)
    as_(cast.sen).post(address, {"verb": "refuse", "task": 1, "revision": case.revision_id, "hash": case.hash})
    assert Case.objects.get(page_id=other.pk).passages.get().passes.count() == 0
    assert Case.objects.get(page_id=article.pk).passages.get().passes.get().verb == "approve"
