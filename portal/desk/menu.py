"""The desk's own menu: what this person's offices open."""

from datetime import datetime
from typing import TypedDict

from django.urls import Resolver404, resolve

from portal.desk.queries.queue import may_write
from portal.people import offices
from portal.people.models import Person
from portal.people.rules import Board

ADDRESSES = {
    "mine": "/viec-cua-toi/", "write": "/viet/", "sections": "/viec/chuyen-muc/", "plan": "/ke-hoach/",
    "people": "/nhan-su/", "inside": "/noi-bo/", "roster": "/ban-bien-tap/", "tokens": "/nhan-su/ma-truy-cap/",
}  # fmt: skip


class Entry(TypedDict):
    title: str
    url: str
    current: bool


def address(name: str) -> str:
    """Where a screen of the desk or a room below is; "" where this portal has none."""
    try:
        found = resolve(ADDRESSES[name])
    except Resolver404:
        return ""
    return "" if found.url_name == "wagtail_serve" else ADDRESSES[name]


def desk_menu(person: Person, board: Board, at: datetime, path: str = "") -> list[Entry]:
    """Entries in the order of use; what a person may not open is not listed."""
    leading = board.leaders | board.principals | board.vice_principals | board.sysadmins | board.members
    told = [
        ("mine", "Việc của tôi", True),
        ("write", "Viết bài", may_write(person)),
        ("plan", "Kế hoạch", person.pk in board.everyone | board.principals | board.vice_principals),
        ("sections", "Chuyên mục", person.pk in board.everyone),
        ("people", "Nhân sự", person.pk in leading),
        ("roster", "Ban biên tập", True),
        ("tokens", "Mã truy cập", may_write(person)),
    ]
    rows = [(address(name), title) for name, title, open_ in told if open_]
    best = max((url for url, _ in rows if url and path.startswith(url)), key=len, default="")
    best = best or ("/viec-cua-toi/" if path.startswith("/viec/") else "")
    return [Entry(title=title, url=url, current=url == best) for url, title in rows if url]


def menu_for(person: Person, at: datetime, path: str) -> list[Entry]:
    return desk_menu(person, offices.board(at), at, path)
