"""Nothing at an address: its words say what was meant, and nobody is told of what he may not see."""

import pytest
from django.test import Client

from portal.website.lost import looked_for, words_of
from tests.cast import NOW, Cast


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("/tin-bai/le-khai-giang-nam-hoc-moi/", "le khai giang nam hoc moi"),
        ("/tin-tuc/le-khai-giang/ct/525/1290.html", "le khai giang"),
        ("/T%E1%BA%BFt-tr%E1%BB%93ng-c%C3%A2y/", "tet trong cay"),
        ("/thoi_khoa_bieu.aspx", "thoi khoa bieu"),
        ("/wp-login.php", ""), ("/wp-admin/index.html", ""), ("/", ""), ("/2026/11/23/", ""), ("/a/b/c/", ""),
        ("/" + "dai-" * 500, "dai dai dai dai dai dai dai dai"),
    ],
)  # fmt: skip
def test_an_address_has_words(path: str, words: str) -> None:
    assert " ".join(words_of(path)) == words


def test_items_that_share_enough_of_the_words_are_offered_the_nearest_first(cast: Cast) -> None:
    for title in ("Hội chợ xuân ở sân trường", "Hội khỏe", "Chợ hoa xuân", "Không có gì"):
        cast.published(cast.lan, title=title)
    cast.published(cast.lan, title="Hội chợ xuân kín", section="trao-doi", audience="internal")
    cast.article(cast.lan, title="Hội chợ xuân nháp")

    def offered(path: str, person: object = None) -> list[str]:
        return [item["title"] for item in looked_for(path, person, NOW).items]

    assert offered("/tin/hoi-cho-xuan-2025/ct/1/") == ["Hội chợ xuân ở sân trường"]
    assert offered("/hoi-cho-xuan/", cast.khoa) == ["Hội chợ xuân kín", "Hội chợ xuân ở sân trường"]
    assert [offered(path) for path in ("/hoi/", "/khong-co/", "/%00/", "/wp-login.php")] == [[], [], [], []]


def test_the_page_leads_to_a_search_for_the_words_and_does_not_repeat_them(cast: Cast, client: Client) -> None:
    html = client.get("/cong-da-chuyen-sang-trang-khac/").content.decode()
    assert 'href="/tim-kiem/?q=cong%20da%20chuyen%20sang%20trang%20khac"' in html
    assert ("cong da chuyen" in html, "Về trang chủ" in html, 'content="noindex"' in html) == (False, True, True)
