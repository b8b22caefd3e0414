"""Arranging the front page, as the tests tell it."""

from typing import Any

from django.test import Client

from portal.news import actions as news
from portal.news.queries import Layout
from tests.cast import NOW, Cast


def order(cast: Cast, *names: str) -> list[int]:
    return [cast.sections[name].pk for name in names]


def choose(cast: Cast, **chosen: Any) -> Layout:
    chosen = {"lead": None, "pins": [], "shown": order(cast, "chuyen-mon", "doan-doi", "thong-bao"), **chosen}
    return news.arrange_home(**chosen, by=cast.sen, at=NOW, channel="test")


def titles(items: list[dict[str, Any]]) -> list[str]:
    return [item["title"] for item in items]


def form(cast: Cast, do: str, **said: Any) -> dict[str, Any]:
    """The form as the screen sends it; `hide` names sections left unticked."""
    hidden = said.pop("hide", ())
    data: dict[str, Any] = {"do": do, "lead": "", "pin_1": "", "pin_2": "", "pin_3": ""}
    for number, name in enumerate(("chuyen-mon", "doan-doi", "thong-bao"), start=1):
        pk = cast.sections[name].pk
        data[f"rank_{pk}"] = number
        if name not in hidden:
            data[f"show_{pk}"] = "on"
    return data | said


def in_small(browser: Client, address: str) -> tuple[str, list[str], list[str]]:
    """What the page in small shows: its lead, its pins, its sections."""
    page = browser.get(address).context
    return page["lead"]["title"], titles(page["pinned"]), [one["section"]["title"] for one in page["news_by_section"]]
