"""Moving in: who may, how an old address is known again, what a text must have to come along (Điều 12.2, 14.2)."""

import re
import unicodedata
from datetime import datetime
from urllib.parse import parse_qsl, unquote, urlencode, urlsplit

from portal.base.rules import Ground, Refusal
from portal.people.rules import Board

LONGEST = 400  # characters of an old address that are remembered
CT = re.compile(r"/ct/(\d{1,12})/(\d{1,12})(?=/|\.|$)", re.IGNORECASE)
INDEX = re.compile(r"/(index|default)\.(php|html?|aspx?)$")
LEAF = re.compile(r"(?:/page/\d{1,5}|/feed|/amp)$")  # of what an address leads to: a later page, a feed
SHORT = frozenset({"p", "page_id"})
PASSING = frozenset({"fbclid", "gclid", "page", "utm_source", "utm_medium", "utm_campaign", "amp", "print", "paged"})


def may_move_in(person: int, board: Board) -> Refusal | None:
    """R-MOVEIN-01: the texts of the portal before are brought in by the Secretary or another of the board (Điều 12.1, 12.2)."""
    if person in board.everyone:
        return None
    return Refusal("R-MOVEIN-01", "Điều 12.1, 12.2", "Chỉ Thư ký hoặc thành viên Ban chuyển bài từ cổng cũ sang.")


def may_see_moving(person: int, board: Board) -> Refusal | None:
    """R-MOVEIN-02: the board, the school's leaders and the administrator follow how moving in goes (Điều 9.1, 13.2)."""
    if person in board.everyone | board.principals | board.vice_principals | board.sysadmins:
        return None
    return Refusal("R-MOVEIN-02", "Điều 9.1, 13.2", "Việc chuyển cổng cũ do Ban biên tập theo dõi.")


def must_come_whole(*, title: str, has_body: bool, past: datetime | None, section: str) -> list[Refusal]:
    """R-MOVEIN-03: a text comes along with a title, words or pictures, its old date and a section of ours (Điều 12.2)."""
    missing = (
        ("title", title.strip(), "Bài không có tiêu đề."),
        ("body", has_body, "Bài không có chữ hay ảnh nào."),
        ("past", past, "Không rõ ngày đăng ở cổng cũ."),
        ("section", section, "Chưa rõ bài về chuyên mục nào; hãy ghi vào tệp đối chiếu."),
    )
    return [
        Refusal("R-MOVEIN-03", "Điều 12.2", sentence, field, Ground.NOT_READY) for field, there, sentence in missing if not there
    ]  # fmt: skip


def unreadable(fault: str) -> Refusal:
    """R-MOVEIN-04: what cannot be read in an archive is told with its sentence, and stays behind (Điều 12.2)."""
    return Refusal("R-MOVEIN-04", "Điều 12.2", fault, ground=Ground.NOT_READY)


def keys_kept(address: str) -> tuple[str, ...]:
    """Under which keys an old address is remembered, none for a front page.

    "https://cu.edu.vn/Tin-tuc/Le-khai-giang/ct/525/1290/" → "/tin-tuc/le-khai-giang/ct/525/1290", "ct/525/1290".
    """
    path, query = _parts(address)
    whole = f"{path}?{query}" if query else path
    return tuple(key for key in (whole, _ct(path)) if _is_key(key))


def keys_asked(path: str, query: str = "") -> tuple[str, ...]:
    """Under which keys what was asked for may be remembered, the most telling first."""
    bare, asked = _parts(f"{path}?{query}")
    wanted = (f"{bare}?{asked}" if asked else "", *_numbered(bare, asked), bare, _ct(bare), LEAF.sub("", bare))
    return tuple(dict.fromkeys(key for key in wanted if _is_key(key)))


def _numbered(bare: str, asked: str) -> list[str]:
    """WordPress's short address of a text, whatever else hangs on it: "/?p=123"."""
    if bare != "/" or not asked:
        return []
    return [f"/?{name}={value}" for name, value in parse_qsl(asked) if name in SHORT and value.isdecimal()][:1]


def _is_key(key: str) -> bool:
    """Neither a front page nor what no database can hold."""
    return key not in ("", "/") and len(key) <= LONGEST and "\0" not in key


def _parts(address: str) -> tuple[str, str]:
    """Path and query in one form: no host, no capitals, no last stroke, no index page, what only counts visits left out."""
    try:
        split = urlsplit(address[: 4 * LONGEST])
    except ValueError:
        return "", ""
    path = unicodedata.normalize("NFC", unquote(split.path)).casefold()
    path = INDEX.sub("", f"/{path.strip('/')}")
    kept = sorted((name, value) for name, value in parse_qsl(split.query) if name.lower() not in PASSING)
    return path or "/", urlencode(kept).casefold()


def _ct(path: str) -> str:
    """What of an address of the old portals stays the same when its words change: the two numbers."""
    found = CT.search(path)
    return f"ct/{found[1]}/{found[2]}" if found else ""
