"""Hidden rows of praise lists as a spreadsheet: no child is named in it."""

from collections.abc import Iterable

from portal.base.sheets import table
from portal.pupils.models import PraiseHidden

HEAD = ("Bài", "Địa chỉ", "Lớp", "Ẩn lúc", "Hiện lại lúc", "Khép lúc", "Người khép", "Đã làm gì")
WIDTHS = (50, 16, 10, 18, 18, 18, 24, 40)


def workbook(cases: Iterable[PraiseHidden]) -> bytes:
    """One row a hidden row."""
    return table(
        "Bảng khen rút đồng ý", HEAD, WIDTHS,
        (
            (one.page.title, f"/viec/{one.page_id}/", one.room.name, one.at, one.lifted_at, one.settled_at, str(one.settled_by or ""),
             one.note)
            for one in cases
        ),
    )  # fmt: skip
