"""Broken typing is mended on saving, said with its places; nobody becomes an editor by another's slips (R-TEXT-01)."""

import unicodedata

import pytest
from django.test import Client

from portal.news.intake import as_body
from portal.news.models import Article
from tests.cast import Cast
from tests.news.screen import Screen, sit_down

BROKEN = 'Cô nói  với lớp : "Chào"'
MENDED = "Cô nói với lớp: “Chào”"


@pytest.fixture
def mine(cast: Cast, client: Client) -> Screen:
    """Lan's own draft, open before her."""
    return sit_down(client, cast.lan, f"/viet/{cast.article(cast.lan).pk}/")


def newest() -> Article:
    found: Article = Article.objects.get().get_latest_revision_as_object()
    return found


def test_broken_typing_is_mended_and_told_with_its_places(mine: Screen) -> None:
    mine.press(
        "save", title=f"{BROKEN} ", b__0__text=f"{BROKEN}\n\nXem https://thcs.edu.vn/a..b ...", place="Sân  trường"
    )
    now = newest()
    assert (now.title, now.place) == (MENDED, "Sân trường")
    assert as_body(now)[0]["value"] == f"<p>{MENDED}</p><p>Xem https://thcs.edu.vn/a..b …</p>"
    assert "3 chỗ hai dấu cách, 2 dấu cách trước dấu câu, 2 cặp ngoặc kép, 1 dấu ba chấm." in mine.html
    places = mine.html.split('<ul class="diff">')[1].split("</ul>")[0]
    assert "Tiêu đề:</span> …Cô <del>nói␣␣</del> <ins>nói </ins>" in places
    assert "Đoạn văn:</span>" in places
    mine.press("save")
    assert "Đã sửa giúp" not in mine.html


def test_letters_typed_apart_become_one_in_every_kind_of_block(mine: Screen) -> None:
    apart, whole = unicodedata.normalize("NFD", "Tiếng trống"), "Tiếng trống"
    for kind in ("heading", "quote", "table", "notice"):
        mine.press(f"add:{kind}")
    mine.press(
        "save", b__1__text=apart, b__2__text=apart, b__2__source=apart, b__3__rows=f"{apart} | ô  hai", b__4__text=apart
    )
    assert [block["value"] for block in as_body(newest())[1:]] == [
        whole, {"text": whole, "source": whole}, {"caption": "", "rows": [[whole, "ô hai"]]}, {"text": whole},
    ]  # fmt: skip
    assert "1 chỗ hai dấu cách" in mine.html
    assert (
        "gõ rời" not in mine.html
    )  # composed at the door (`base.edge`), as every form's words: nothing is to be looked at


@pytest.mark.parametrize("who", ["sen", "lan"])
def test_saving_a_broken_text_unchanged_changes_nothing(cast: Cast, client: Client, who: str) -> None:
    body = [
        {"type": "paragraph", "value": '<p>Cô nói :&nbsp; "Chào" ...</p>'}, {"type": "heading", "value": 'Mục  "một" .'},
        {"type": "table", "value": [["a  b", 'c "d" .']]}, {"type": "quote", "value": {"text": "x  y", "source": "z ."}},
    ]  # fmt: skip
    article = cast.article(cast.lan, title='Tên  "cũ" .', summary="Tóm  tắt .", place="Sân  trường", body=body)
    before = cast.case(article)
    screen = sit_down(client, cast.people[who], f"/viet/{article.pk}/").press("save")
    after = cast.case(article)
    assert (after.hash, after.revision_id) == (before.hash, before.revision_id)
    assert cast.standing(article).hands.editors == frozenset({cast.lan.pk})
    assert "Chưa có gì thay đổi" in screen.html
    assert "Đã sửa giúp" not in screen.html


def test_only_the_words_somebody_typed_now_are_mended(cast: Cast, client: Client) -> None:
    body = [{"type": "paragraph", "value": "<p>Chữ  cũ .</p>"}, {"type": "heading", "value": "Mục  cũ"}]
    article = cast.article(cast.lan, title='Tên "cũ"', body=body)
    sit_down(client, cast.sen, f"/viet/{article.pk}/").press("save", b__1__text="Mục  mới")
    now = newest()
    assert now.title == 'Tên "cũ"'
    assert as_body(now) == [{"type": "paragraph", "value": "<p>Chữ  cũ .</p>"}, {"type": "heading", "value": "Mục mới"}]


def test_what_is_sent_to_the_api_is_not_mended(cast: Cast) -> None:
    assert cast.article(cast.lan, title='Tên  "cũ" .').title == 'Tên  "cũ" .'


def test_a_new_text_begins_with_a_mended_title(cast: Cast, client: Client) -> None:
    screen = sit_down(client, cast.lan, "/viet/").press(
        "", section="doan-doi", genre="tin-ngan", title='Hội  thi "Tiếng hát" .'
    )
    assert newest().title == "Hội thi “Tiếng hát”."
    assert "1 chỗ hai dấu cách, 1 dấu cách trước dấu câu, 1 cặp ngoặc kép." in screen.html


def test_a_mistake_elsewhere_keeps_the_words_that_were_typed(mine: Screen) -> None:
    mine.press("save", title="", place="Sân  trường")
    assert (mine.answer.status_code, mine.fields["place"]) == (422, ["Sân trường"])
