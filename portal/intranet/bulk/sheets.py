"""A tray and a list for the Head as spreadsheets (Điều 15.1, 15.2)."""

from collections.abc import Iterator
from datetime import datetime

from portal.approval.models import ReviewList
from portal.base.sheets import Value, table
from portal.intranet.bulk import list_queries as queries
from portal.intranet.models import Tray, TrayFile
from portal.people.rules import Board

LIST_HEAD = ("Mục", "Loại", "Người gửi", "Mã nội dung", "Tình trạng")
LIST_WIDTHS = (60, 22, 28, 68, 60)
FATES = {"up": "đã duyệt", "out": "để lại: "}
TRAY_HEAD = ("Tệp", "Số byte", "Tên học liệu", "Bài, chủ đề", "Loại", "Khối", "Môn", "Tình trạng", "Mã tệp")
TRAY_WIDTHS = (44, 12, 44, 26, 22, 10, 22, 60, 68)


def list_book(made: ReviewList, at: datetime, board: Board) -> bytes:
    """One list: each item with the hash it is bound by and what became of it."""
    found = queries.rows(made.items.all(), min(board.leaders, default=0), at, board)
    lines = (
        (one.title, one.kind, one.who, one.hash, FATES.get(one.fate, "") + one.note or "đang chờ") for one in found
    )
    return table("Danh sách", LIST_HEAD, LIST_WIDTHS, lines)


def tray_book(tray: Tray) -> bytes:
    """Every file of a tray: what it is taken for, and whether it was kept, refused or is a draft by now; its hash."""
    return table("Lượt gửi", TRAY_HEAD, TRAY_WIDTHS, _files(tray))


def _files(tray: Tray) -> Iterator[tuple[Value, ...]]:
    for one in tray.files.select_related("subject", "item"):
        yield (one.name, one.size, one.title, one.lesson, one.get_sort_display(), one.get_grade_display() or "",
               str(one.subject or ""), _state(one), one.sha256)  # fmt: skip


def _state(one: TrayFile) -> str:
    if one.item is not None:
        return f"đã thành bản nháp “{one.item.title}”"
    return f"không nhận: {one.told}" if one.told else "đã nhận, chờ thành bản nháp"
