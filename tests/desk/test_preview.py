"""The newest text as readers would get it: in the public template, for those who follow it, never kept or indexed."""

from collections.abc import Callable

import pytest
from django.test import Client

from portal.base.models import JournalEntry
from portal.news import actions as news
from portal.people.models import Person
from tests.cast import NOW, Cast

As = Callable[[Person], Client]


def main_of(html: str) -> str:
    """What stands in the page's main part, its spaces apart."""
    return " ".join(html.partition('<main id="noi-dung"')[2].partition("</main>")[0].split())


def test_the_preview_is_the_page_readers_will_get(cast: Cast, as_: As) -> None:
    article = cast.published(cast.vy)
    reader = Client().get(f"/tin-bai/{article.slug}/").content.decode()
    page = as_(cast.vy).get(f"/viec/{article.pk}/xem-thu/")
    assert [template.name for template in page.templates][:2] == ["desk/as_read.html", "news/article.html"]
    assert main_of(page.content.decode()) == main_of(reader)


def test_it_shows_the_newest_words_while_readers_keep_the_approved_ones(cast: Cast, as_: As) -> None:
    article = cast.published(cast.vy)
    browser = as_(cast.vy)
    browser.post(f"/viec/{article.pk}/dinh-chinh/")
    news.edit(article, {"title": "Tên mới hẳn"}, by=cast.vy, at=NOW, channel="test")
    assert "<h1>Tên mới hẳn</h1>" in browser.get(f"/viec/{article.pk}/xem-thu/").content.decode()
    assert "Tên mới hẳn" not in Client().get(f"/tin-bai/{article.slug}/").content.decode()


def test_no_search_engine_no_cache_no_address_of_its_own(cast: Cast, as_: As) -> None:
    article = cast.article(cast.vy)
    page = as_(cast.vy).get(f"/viec/{article.pk}/xem-thu/")
    html = page.content.decode()
    assert page["X-Robots-Tag"] == "noindex, nofollow"
    assert page["Cache-Control"] == "private, no-store"
    assert page["X-Frame-Options"] == "SAMEORIGIN"
    assert '<meta name="robots" content="noindex, nofollow">' in html
    assert 'rel="canonical"' not in html
    assert "og:title" not in html


def test_on_paper_it_wears_the_print_sheet(cast: Cast, as_: As) -> None:
    article = cast.article(cast.vy)
    browser, address = as_(cast.vy), f"/viec/{article.pk}/xem-thu/"
    screen, paper = browser.get(address).content.decode(), browser.get(f"{address}?nhu=ban-in").content.decode()
    assert ('class="on-paper"' in screen, 'class="on-paper"' in paper) == (False, True)
    assert (screen.count("print.css"), paper.count("print.css")) == (1, 2)


@pytest.mark.parametrize(
    "who,status",
    [("vy", 200), ("sen", 200), ("ha", 200), ("minh", 200), ("tri", 200), ("lan", 404), ("phu", 404), ("an", 404)],
)
def test_only_who_follows_the_item_sees_it(cast: Cast, as_: As, who: str, status: int) -> None:
    article = cast.article(cast.vy)
    assert as_(cast.people[who]).get(f"/viec/{article.pk}/xem-thu/").status_code == status


def test_a_stranger_signs_in_first(cast: Cast) -> None:
    article = cast.article(cast.vy)
    assert Client().get(f"/viec/{article.pk}/xem-thu/").status_code == 302


def test_looking_writes_nothing(cast: Cast, as_: As) -> None:
    article = cast.article(cast.vy)
    browser, lines = as_(cast.vy), JournalEntry.objects.count()
    for method in (browser.get, browser.head):
        assert method(f"/viec/{article.pk}/xem-thu/").status_code == 200
    assert JournalEntry.objects.count() == lines


def test_the_words_of_a_section_are_previewed_in_its_own_template(cast: Cast, as_: As) -> None:
    section = cast.sections["chuyen-mon"]
    news.reword(section, title="Chuyên môn", intro="Lời mới.", by=cast.sen, at=NOW, channel="test")
    page = as_(cast.ha).get(f"/viec/{section.pk}/xem-thu/")
    assert [template.name for template in page.templates][:2] == ["desk/section_as_read.html", "news/section.html"]
    assert "Lời mới." in page.content.decode()


def test_the_review_page_shows_it_in_three_frames(cast: Cast, as_: As) -> None:
    article = cast.article(cast.vy)
    page = as_(cast.vy).get(f"/viec/{article.pk}/")
    html = page.content.decode()
    assert "frame-src 'self'" in page["Content-Security-Policy"]
    frames = [f"/viec/{article.pk}/xem-thu/", f"/viec/{article.pk}/xem-thu/", f"/viec/{article.pk}/xem-thu/?nhu=ban-in"]
    assert [part.partition('"')[0] for part in html.split('<iframe src="')[1:]] == frames
