"""Requests and places as spreadsheets: numbers and hours, nobody's name."""

from collections.abc import Iterable

from portal.base.sheets import table
from portal.pupils.erasing.queries import Place, whom
from portal.pupils.models import Erasure

HEAD = ("Yêu cầu", "Về", "Lý do", "Đơn", "Đề nghị lúc", "Người đề nghị", "Trạng thái", "Quyết định lúc", "Người quyết định",
        "Nơi còn tên", "Chưa khép")  # fmt: skip
WIDTHS = (10, 20, 40, 26, 18, 24, 20, 18, 24, 12, 12)
PLACES = ("Yêu cầu", "Nơi", "Địa chỉ", "Khép lúc", "Người khép", "Đã làm gì")
PLACE_WIDTHS = (10, 60, 24, 18, 24, 60)


def requests(rows: Iterable[Erasure]) -> bytes:
    return table(
        "Xóa thông tin", HEAD, WIDTHS,
        (
            (one.pk, whom(one), one.get_ground_display(), one.paper, one.asked_at, str(one.asked_by or ""), one.get_state_display(),
             one.decided_at, str(one.decided_by or ""), one.everywhere, one.to_settle)  # type: ignore[attr-defined]
            for one in rows
        ),
    )  # fmt: skip


def places(rows: Iterable[Place]) -> bytes:
    """What stands where, for the Secretary."""
    return table(
        "Nơi còn tên", PLACES, PLACE_WIDTHS,
        (
            (one.row.erasure_id, one.title, one.url, one.row.settled_at, str(one.row.settled_by or ""), one.row.note)
            for one in rows
        ),
    )  # fmt: skip
