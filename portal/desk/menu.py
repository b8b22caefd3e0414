"""The desk's own menu: what this person's offices open."""

from collections.abc import Iterator
from datetime import datetime
from typing import TypedDict

from django.urls import Resolver404, resolve

from portal.approval.rules import may_see_lists
from portal.desk.queries.queue import may_write
from portal.desk.rules import may_see_everything, may_see_health
from portal.news.rules import may_arrange_home, may_place, may_receive_somewhere
from portal.people.models import Person
from portal.people.offices import is_insider
from portal.people.rules import Board, Duty, Kind
from portal.pupils import queries as pupils
from portal.pupils.queries import Held
from portal.pupils.rules import keeps_rolls
from portal.records.rules import may_write_admissions, may_write_documents, may_write_outcomes, may_write_procedures

ADDRESSES = {
    "mine": "/viec-cua-toi/", "write": "/viet/", "sections": "/viec/chuyen-muc/",
    "people": "/nhan-su/", "inside": "/noi-bo/", "roster": "/ban-bien-tap/", "tokens": "/nhan-su/ma-truy-cap/",
    "quick": "/viet/nhanh/", "home": "/viec/trang-chu/", "places": "/viec/trang-tinh/", "field": "/viec/linh-vuc/",
    "everything": "/viec/tat-ca/", "book": "/viec/so-duyet/", "health": "/he-thong/",
    "guides": "/huong-dan/", "calendar": "/ke-hoach/lich/", "owed": "/viec/no-bai/",
    "receive": "/viet/nhap-ho/", "look": "/viec/bo-mat/", "care": "/cham-soc/",
    "lists": "/noi-bo/danh-sach-duyet/", "disclosures": "/noi-bo/cong-khai/", "papers": "/noi-bo/van-ban/", "pupils": "/noi-bo/hoc-sinh/",
    "results": "/noi-bo/ket-qua/", "outcomes": "/noi-bo/so-lieu/", "procedures": "/noi-bo/thu-tuc/", "admissions": "/noi-bo/tuyen-sinh/",
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


def desk_menu(person: Person, board: Board, at: datetime, path: str = "", held: Held | None = None) -> list[Entry]:
    """Entries in the order of use; what a person may not open is not listed. `held` where somebody asked for it already."""
    leading = board.leaders | board.principals | board.vice_principals | board.sysadmins | board.members
    overseeing = person.pk in board.everyone | board.principals | board.vice_principals
    told = [
        ("mine", "Việc của tôi", True),
        ("inside", "Cổng nội bộ", is_insider(person, at, board)),
        ("disclosures", "Công khai", is_insider(person, at, board)),
        ("write", "Viết bài", may_write(person)),
        ("receive", "Nhập hộ", may_receive_somewhere(board, person.pk) is None),
        ("calendar", "Lịch, kế hoạch", person.kind == Kind.STAFF),
        ("owed", "Ai còn nợ bài" if overseeing else "Bài được giao", overseeing or may_write(person)),
        ("field", "Lĩnh vực của tôi", any(person.pk in people for people in board.fields.values())),
        ("sections", "Chuyên mục", person.pk in board.everyone),
        ("home", "Sắp trang chủ", may_arrange_home(board, person.pk) is None),
        ("places", "Trang tĩnh", may_place(board, person.pk) is None),
        ("everything", "Mọi tin, bài", may_see_everything(board, person.pk) is None),
        ("lists", "Danh sách trình duyệt", may_see_lists(person.pk, board) is None),
        *_records(person.pk, board, held or pupils.held(person, at, board)),
        ("book", "Sổ duyệt", may_see_everything(board, person.pk) is None),
        ("care", "Chăm sóc nội dung", may_see_everything(board, person.pk) is None),
        ("look", "Bộ mặt của cổng", person.pk in board.everyone | board.sysadmins),
        ("people", "Nhân sự", person.pk in leading),
        ("roster", "Ban biên tập", True),
        ("tokens", "Mã truy cập", may_write(person)),
        ("health", "Hệ thống", may_see_health(board, person.pk) is None),
        ("guides", "Hướng dẫn", True),
    ]
    rows = [(address(name), title) for name, title, open_ in told if open_]
    best = max((url for url, _ in rows if url and path.startswith(url)), key=len, default="")
    best = best or (ADDRESSES["calendar"] if path.startswith("/ke-hoach/") else "")
    best = best or ("/viec-cua-toi/" if path.startswith("/viec/") else "")
    return [Entry(title=title, url=url, current=url == best) for url, title in rows if url]


def _records(person: int, board: Board, held: Held) -> Iterator[tuple[str, str, bool]]:
    """The rooms of papers and pupils: each asked by its own rule."""
    duties = held.duties
    yield "papers", "Văn bản", may_write_documents(board, person, duties) is None
    yield "procedures", "Thủ tục", may_write_procedures(board, person, duties) is None
    yield "pupils", "Học sinh", held.teaches or keeps_rolls(board, duties, person)
    yield "results", "Kết quả học tập", held.teaches or Duty.RESULTS in duties or person in board.principals
    yield "outcomes", "Số liệu kết quả", may_write_outcomes(board, person, duties) is None
    yield "admissions", "Tuyển sinh", may_write_admissions(board, person, duties) is None
