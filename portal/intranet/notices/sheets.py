"""Notices to the staff as a spreadsheet (Điều 15.1)."""

from collections.abc import Sequence

from portal.base.sheets import table
from portal.intranet.models.notices import addressees_of
from portal.intranet.notices.queries import Row

HEAD = ("Thông báo", "Loại", "Người gửi", "Gửi tới", "Đăng lúc", "Đính chính lúc", "Xác nhận trước khi hết ngày", "Tôi xác nhận lúc",
        "Đã xác nhận", "Phải xác nhận")  # fmt: skip
WIDTHS = (50, 22, 26, 40, 16, 16, 16, 16, 12, 12)


def notices_book(rows: Sequence[Row]) -> bytes:
    """A line a notice, as its reader sees it; two queries however many there are."""
    to = addressees_of([row.up.notice.to for row in rows])
    lines = ((row.up.notice.title, row.up.notice.get_sort_display(), str(row.up.by), ", ".join(names),
              row.up.first_up, row.up.up_at if row.up.up_at != row.up.first_up else None, row.up.acknowledge_by, row.confirmed_at,
              row.done if row.asked else None, row.asked or None) for row, names in zip(rows, to, strict=True))  # fmt: skip
    return table("Thông báo nội bộ", HEAD, WIDTHS, lines)
