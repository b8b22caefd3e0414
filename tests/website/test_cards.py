"""The card of a page is there while the page is, says what it says now, and is drawn once."""

import json
import os
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from pathlib import Path
from threading import Barrier
from typing import Any

import pytest
from django.test import Client

from portal.approval import actions as approval
from portal.base.models import School
from portal.base.sharing import icon_path
from portal.news import actions as news
from portal.website import cards, drawn
from portal.website.drawing.card import draw
from portal.website.drawing.crest import ICONS
from portal.website.queries import school
from portal.website.sharing import look_of
from tests.cast import NOW, Cast
from tests.website.parsers import head
from tests.website.pictures import a_picture, shown


def card_of(client: Client, path: str) -> str:
    """The address a page gives for its card."""
    return head(client.get(path).content.decode()).named["og:image"].removeprefix("http://testserver")


@pytest.fixture(autouse=True)
def empty_drawer(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(drawn, "folder", lambda: tmp_path / "ve-lai")


def test_a_card_is_drawn_once_and_asked_again_only_where_it_changed(
    cast: Cast, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    cast.published(cast.lan, title="Bài", body=[shown(a_picture(cast.lan))], consent=True, genre="anh-hoat-dong")
    times: list[tuple[Any, ...]] = []

    def counted(*given: Any) -> bytes:
        times.append(given)
        return draw(*given)

    monkeypatch.setattr(cards, "draw", counted)
    path = card_of(client, "/tin-bai/bai/")
    first, again = client.get(path), client.get(path)
    assert (first.status_code, first["Content-Type"], first.content[:2]) == (200, "image/jpeg", b"\xff\xd8")
    assert (again.content, len(times), times[0][2] is not None) == (first.content, 1, True)
    assert client.get(path, headers={"if-none-match": first["ETag"]}).status_code == 304
    assert first["Cache-Control"] == "public, max-age=600"


def test_a_corrected_title_is_another_card_and_the_old_address_leads_there(cast: Cast, client: Client) -> None:
    article = cast.published(cast.lan, title="Tên cũ", at=NOW - timedelta(days=1))
    old = card_of(client, "/tin-bai/ten-cu/")
    approval.correct(article, by=cast.lan, at=NOW, channel="test")
    news.edit(article, {"title": "Tên mới"}, by=cast.lan, at=NOW, channel="test")
    assert card_of(client, "/tin-bai/ten-cu/") == old
    cast.up(article, cast.lan)
    new = card_of(client, "/tin-bai/ten-cu/")
    assert (client.get(old)["Location"], client.get(new).status_code, old == new) == (new, 200, False)


def test_the_card_goes_with_the_article(cast: Cast, client: Client) -> None:
    article = cast.published(cast.lan)
    path = card_of(client, f"/tin-bai/{article.slug}/")
    assert client.get(path).status_code == 200
    approval.withdraw(article, ground="privacy", reason="Nhầm", by=cast.ha, at=NOW, channel="test")
    assert client.get(path).status_code == 404


def test_there_is_no_card_of_what_is_not_public(cast: Cast, client: Client) -> None:
    hidden = [
        cast.article(cast.lan, title="Nháp"), cast.published(cast.lan, section="trao-doi", audience="internal", title="Họp"),
        cast.sections["trao-doi"],
    ]  # fmt: skip
    client.force_login(cast.khoa)
    assert [client.get(f"/the/{page.pk}/0123456789abcdef.jpg").status_code for page in hidden] == [404, 404, 404]
    assert client.get("/the/99999999999999999999/0.jpg").status_code == 404


def test_sections_and_the_school_have_cards(cast: Cast, client: Client) -> None:
    for path in ("/", "/chuyen-mon/", "/ban-bien-tap/"):
        answer = client.get(card_of(client, path))
        assert (answer.status_code, answer["Content-Type"]) == (200, "image/jpeg")
    assert card_of(client, "/") == card_of(client, "/ban-bien-tap/") != card_of(client, "/chuyen-mon/")


def test_every_icon_the_manifest_names_is_there(cast: Cast, client: Client) -> None:
    answer = client.get("/cong.webmanifest")
    manifest = json.loads(answer.content)
    assert (answer["Content-Type"], manifest["name"], manifest["short_name"]) == (
        "application/manifest+json", "Trường THCS Ngô Gia Tự", "NGT",
    )  # fmt: skip
    for one in manifest["icons"]:
        icon = client.get(one["src"])
        assert (icon.status_code, icon["Content-Type"]) == (200, one["type"])
        assert icon["Cache-Control"].endswith("immutable")
    look = look_of(school())
    assert client.get(f"/bieu-tuong/{look.key}/khac.png").status_code == 404
    assert client.get("/bieu-tuong/0/32.png")["Location"] == icon_path(look, "32")
    assert {one["sizes"] for one in manifest["icons"]} <= {f"{size}x{size}" for size, _ in ICONS.values()}


def test_a_new_look_is_a_new_card_and_new_icons(cast: Cast, client: Client) -> None:
    old, card = look_of(school()), card_of(client, "/")
    crest = a_picture(cast.ha)
    School.objects.update(ink="#005544", phuong="#a01020", crest=crest.pk)
    new = look_of(school())
    assert (new.ink, new.phuong, new.crest, json.loads(client.get("/cong.webmanifest").content)["theme_color"]) == (
        "#005544", "#a01020", crest.pk, "#005544",
    )  # fmt: skip
    assert client.get(icon_path(old, "180"))["Location"] == icon_path(new, "180")
    assert client.get(card)["Location"] == card_of(client, "/")
    drawn_now = [client.get(path).content for path in (icon_path(new, "180"), card_of(client, "/"))]
    assert [len(content) > 500 for content in drawn_now] == [True, True]


def test_drawings_nobody_asked_for_in_a_long_time_are_forgotten() -> None:
    for name in ("cu.jpg", "moi.jpg"):
        drawn.once(name, lambda: b"x")
    long_ago = (drawn.folder() / "moi.jpg").stat().st_mtime - drawn.KEPT.total_seconds() - 1
    os.utime(drawn.folder() / "cu.jpg", (long_ago, long_ago))
    assert (drawn.clear_old(NOW), [one.name for one in drawn.folder().iterdir()]) == (1, ["moi.jpg"])


def test_twenty_who_ask_at_once_get_one_drawing() -> None:
    begun, drawings = Barrier(20), list[str]()

    def draw_it() -> bytes:
        drawings.append("x")
        return b"x" * 1000

    def ask(_: int) -> bytes:
        begun.wait(timeout=10)
        return drawn.once("the.jpg", draw_it)

    with ThreadPoolExecutor(20) as people:
        assert set(people.map(ask, range(20))) == {b"x" * 1000}
    assert (drawings, [one.name for one in drawn.folder().iterdir()]) == (["x"], ["the.jpg"])


def test_who_asks_after_a_drawing_failed_has_it_drawn() -> None:
    with pytest.raises(ZeroDivisionError):
        drawn.once("the.jpg", lambda: bytes(1 // 0))
    assert (drawn.once("the.jpg", lambda: b"x"), drawn.once("the.jpg", lambda: b"y")) == (b"x", b"x")
