"""Hidden pictures as a spreadsheet: no child is named in it."""

from collections.abc import Iterable

from portal.base.sheets import table
from portal.pupils.pictures.queries import Case

HEAD = ("Ảnh", "Ẩn lúc", "Hiện lại lúc", "Nơi hiện ảnh", "Khép lúc", "Người khép", "Đã làm gì")
WIDTHS = (10, 18, 18, 60, 18, 24, 40)


def workbook(cases: Iterable[Case]) -> bytes:
    """One row a hidden picture."""
    return table(
        "Ảnh rút đồng ý", HEAD, WIDTHS,
        (
            (one.picture.pk if one.picture else None, one.held.at, one.held.lifted_at,
             "\n".join(f"{title} ({url})" for title, url, _ in one.places), one.held.settled_at,
             str(one.held.settled_by or ""), one.held.note)
            for one in cases
        ),
    )  # fmt: skip
