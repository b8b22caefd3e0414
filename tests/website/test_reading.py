"""An article as its reader finds it: words, origin, who answers for it; and what is said when it is gone."""

from datetime import timedelta
from itertools import pairwise

import pytest
from django.conf import settings
from django.test import Client
from pytest_django.fixtures import DjangoAssertNumQueries

from portal.approval import actions as approval
from portal.news import actions as news
from portal.news.models import Article
from portal.people.models import Person
from tests.cast import NOW, Cast
from tests.website.pictures import a_paper, a_picture, shown

WORDS = {"type": "paragraph", "value": "<p>Cả trường <b>cùng dự</b>.</p>"}


def url(article: Article) -> str:
    return f"/tin-bai/{article.slug}/"


def test_an_article_shows_its_words_its_people_and_who_decided(cast: Cast, client: Client) -> None:
    picture = a_picture(cast.lan)
    article = cast.published(
        cast.lan, title="Lễ chào cờ", body=[shown(picture, "Giờ ra chơi"), WORDS], photographer="Lê Minh",
        authors=[{"username": "lan", "share": 60}, {"username": "khoa", "share": 40}],
    )  # fmt: skip
    page = client.get(url(article))
    shows = page.context["article"]
    assert (shows["authors"], shows["photographer"], shows["published_at"], shows["decided_by"]) == (
        ["Hoàng Lan", "Đặng Khoa"], "Lê Minh", NOW, "Trưởng ban",
    )  # fmt: skip
    assert (shows["picture"], shows["picture_caption"], len(shows["body"])) == (picture, "Giờ ra chơi", 1)
    html = page.content.decode()
    assert html.count(f'src="/tep/anh/{picture.pk}/width-800%7Cformat-webp/"') == 1
    assert "<b>cùng dự</b>" in html
    assert f'<link rel="canonical" href="{settings.PORTAL_BASE_URL}{url(article)}">' in html
    assert f'property="og:image" content="{settings.PORTAL_BASE_URL}/the/{article.pk}/' in html
    assert f'"image": ["{settings.PORTAL_BASE_URL}/tep/anh/{picture.pk}/' in html


def test_every_kind_of_block_is_shown(cast: Cast, client: Client) -> None:
    picture, paper = a_picture(cast.lan), a_paper(cast.lan, title="Kế hoạch tuần")
    body = [
        WORDS, {"type": "heading", "value": "Phần hai"}, shown(picture, "Chú thích A"),
        {"type": "gallery", "value": [{"picture": picture.pk, "caption": "Chú thích B"}]},
        {"type": "quote", "value": {"text": "Học, học nữa.", "source": "Thầy Minh"}},
        {"type": "table", "value": {"caption": "Điểm", "rows": [["Lớp", "Điểm"], ["7A3", "9"]]}},
        {"type": "document", "value": paper.pk}, {"type": "notice", "value": "Mang áo mưa."},
        {"type": "video", "value": {"url": "https://vi.example/1", "title": "Đoạn phim"}},
    ]  # fmt: skip
    html = client.get(url(cast.published(cast.lan, body=body, consent=True))).content.decode()
    for words in ("<h2>Phần hai</h2>", "Chú thích A", "Chú thích B", "Học, học nữa.", "<td>7A3</td>", "Kế hoạch tuần",
                  "Mang áo mưa.", 'href="https://vi.example/1"', f'href="/tep/{paper.pk}/"'):  # fmt: skip
        assert words in html
    assert html.count("<img") == html.count(f'src="/tep/anh/{picture.pk}/') == 2


def test_reposts_and_advertisements_name_their_origin_wherever_they_stand(cast: Cast, client: Client) -> None:
    source = {"name": "Báo Ví Dụ", "author": "An Bình", "url": "https://bao.example/1", "published_at": NOW.isoformat()}
    repost = cast.published(cast.lan, title="Tin đăng lại", kind="repost", source=source)
    notice = cast.published(cast.lan, title="Tin giúp", kind="advertisement",
                            advertiser={"name": "Nhà sách Ví Dụ", "contact": "024 0000 0000"})  # fmt: skip
    assert "Nguồn: Báo Ví Dụ" in client.get(url(repost)).content.decode()
    assert "024 0000 0000" in client.get(url(notice)).content.decode()
    for where in ("/", "/chuyen-mon/", "/tin-bai/", "/rss/", "/atom/"):
        html = client.get(where).content.decode()
        assert ("Nguồn: Báo Ví Dụ" in html, "Thông tin của đơn vị: Nhà sách Ví Dụ" in html) == (True, True)


def test_a_correction_says_when_and_the_old_text_stays_up_until_it_is_approved(cast: Cast, client: Client) -> None:
    article = cast.published(cast.lan, at=NOW - timedelta(days=1))
    approval.correct(article, by=cast.lan, at=NOW, channel="test")
    news.edit(article, {"summary": "Đã đổi."}, by=cast.lan, at=NOW, channel="test")
    assert client.get(url(article)).context["article"]["summary"] == "Lớp 7A3 tự thiết kế thí nghiệm."
    cast.up(article, cast.lan)
    page = client.get(url(article))
    shows = page.context["article"]
    assert (shows["summary"], shows["published_at"], shows["corrected_at"]) == ("Đã đổi.", NOW - timedelta(days=1), NOW)
    assert "Đã sửa lúc" in page.content.decode()


def test_a_delegated_decision_is_shown_with_its_paper(cast: Cast, client: Client) -> None:
    cast.delegate(cast.cuc, number="05/UN-BBT")
    article = cast.article(cast.vy)
    cast.submit(article, cast.vy)
    cast.decide(article, "approve", cast.sen)
    cast.decide(article, "approve", cast.cuc)
    assert client.get(url(article)).context["article"]["decided_by"] == "Ủy viên (theo giấy số 05/UN-BBT)"


def test_a_received_article_names_its_sender(cast: Cast, client: Client) -> None:
    article = cast.published(
        cast.sen, received_from={"name": "Lý Bình", "unit": "Lớp 6A1", "received_at": NOW.isoformat()}
    )
    assert client.get(url(article)).context["article"]["authors"] == ["Lý Bình, Lớp 6A1"]


def test_what_is_not_up_is_not_there(cast: Cast, client: Client) -> None:
    draft = cast.article(cast.lan, title="Nháp")
    for reader in (None, cast.lan, cast.ha):
        if reader:
            client.force_login(reader)
        assert client.get(url(draft)).status_code == 404
    assert client.get(url(draft) + "them/").status_code == 404


def test_internal_articles_open_for_insiders_only(cast: Cast, client: Client) -> None:
    article = cast.published(cast.lan, section="trao-doi", audience="internal")

    def answers(reader: Person | None) -> list[int]:
        if reader:
            client.force_login(reader)
        return [client.get(where).status_code for where in (url(article), "/trao-doi/", "/rss/trao-doi/")]

    assert [answers(reader) for reader in (None, cast.phu, cast.vy)] == [[404, 404, 404]] * 3
    assert answers(cast.khoa) == [200, 200, 404]
    approval.withdraw(article, ground="privacy", reason="Nhầm", by=cast.ha, at=NOW, channel="test")
    assert answers(cast.khoa) == [410, 200, 404]
    client.logout()
    assert answers(None) == [404, 404, 404]


def test_a_withdrawn_article_says_that_it_is_gone_and_nothing_else(cast: Cast, client: Client) -> None:
    article = cast.published(cast.lan, title="Tên cũ", at=NOW - timedelta(days=1))
    approval.withdraw(article, ground="privacy", reason="Sai", by=cast.ha, at=NOW, channel="test")
    page = client.get(url(article))
    assert (page.status_code, page.context["withdrawn_at"]) == (410, NOW)
    assert ("Tên cũ" in page.content.decode(), "canonical" in page.content.decode()) == (False, False)
    news.edit(article, {"title": "Tên mới"}, by=cast.lan, at=NOW, channel="test")
    assert client.get(url(article)).status_code == 410


def test_an_article_past_its_date_is_gone_to_the_second(cast: Cast, client: Client) -> None:
    at = NOW - timedelta(days=1)
    article = cast.published(cast.lan, title="Hết hạn", at=at, expires_at=NOW)
    page = client.get(url(article))
    assert (page.status_code, page.context["expired_at"]) == (410, NOW)
    assert [client.get(where).content.count("Hết hạn".encode()) for where in ("/", "/chuyen-mon/", "/rss/")] == [
        0,
        0,
        0,
    ]
    later = cast.published(cast.lan, title="Còn hạn", at=at, expires_at=NOW + timedelta(seconds=1))
    assert client.get(url(later)).status_code == 200


@pytest.mark.parametrize("method", ["post", "put", "delete", "patch"])
def test_nothing_but_reading_is_answered(cast: Cast, client: Client, method: str) -> None:
    article = cast.published(cast.lan)
    paths = (url(article), "/", "/chuyen-mon/", "/tin-bai/", "/rss/", "/sitemap.xml", "/ban-bien-tap/", "/so-do/")
    assert {getattr(client, method)(path).status_code for path in paths} == {405}


def test_head_is_answered_as_get_without_a_body(cast: Cast, client: Client) -> None:
    article = cast.published(cast.lan)
    for path in (url(article), "/", "/chuyen-mon/", "/rss/", "/atom/", "/sitemap.xml", "/robots.txt"):
        head, get = client.head(path), client.get(path)
        assert (head.status_code, head.content, head["Content-Type"]) == (200, b"", get["Content-Type"])


def test_an_article_asks_a_fixed_number_of_questions(
    cast: Cast, client: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    picture = a_picture(cast.lan)
    for before, rows in pairwise((0, 1, 3, 30)):
        for number in range(before, rows):
            gallery = [{"picture": picture.pk, "caption": f"Ảnh {shot}"} for shot in range(number + 1)]
            article = cast.published(cast.lan, title=f"Bài {number}", consent=True,
                                     body=[WORDS, {"type": "gallery", "value": gallery}])  # fmt: skip
        with django_assert_num_queries(14 if rows > 1 else 13):  # one alone has nothing beside it
            client.get(url(article))
