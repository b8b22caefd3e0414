"""What the school discloses as spreadsheets (Điều 16.1.2)."""

from collections.abc import Iterable, Iterator

from django.http import HttpRequest

from portal.base.sheets import Value, table
from portal.records.disclosures.circulars import year_name
from portal.records.disclosures.queries import Open, Row
from portal.records.models import Disclosure

HEAD = ("Năm học", "Mục", "Nội dung", "Căn cứ", "Người phụ trách", "Trạng thái", "Hạn", "Công khai lần đầu", "Bản đang đăng từ",
        "Giữ đến trước ngày")  # fmt: skip
WIDTHS = (12, 8, 40, 20, 26, 16, 12, 18, 18, 18)


def checklist_book(rows: Iterable[Row]) -> bytes:
    """A line a point of the staff's checklist."""
    return table("Công khai", HEAD, WIDTHS, map(_line, rows))


def _line(row: Row) -> tuple[Value, ...]:
    return (
        year_name(row.year), row.point.code, row.point.title, row.point.basis, str(row.person or ""), row.stands.label,
        row.stands.due, row.first_up, row.last_up if row.page is not None and row.page.live else None, row.keep_until,
    )  # fmt: skip


def year_book(request: HttpRequest, year: int, points: Iterable[Open]) -> bytes:
    """What readers have of a school year, a line a point; `request` says under which name the portal is asked."""
    head = ("Năm học", "Mục", "Nội dung", "Căn cứ", "Cập nhật", "Địa chỉ")
    return table("Công khai", head, (12, 8, 44, 20, 18, 60), (
        (year_name(year), one.point.code, one.point.title, one.point.basis, one.updated_at,
         request.build_absolute_uri(one.page.public_address) if one.page is not None else "chưa công khai")
        for one in points
    ))  # fmt: skip


def point_book(page: Disclosure) -> bytes:
    """The tables of one point, one below the other; numbers written plainly are numbers."""
    widest = max((len(one["head"]) for one in page.tables), default=1)
    return table(page.code, (page.title, *[""] * (widest - 1)), (36, *[18] * (widest - 1)), _rows(page))


def _rows(page: Disclosure) -> Iterator[list[Value]]:
    for one in page.tables:
        yield [one["caption"]]
        yield list(one["head"])
        yield from ([_value(cell) for cell in row] for row in one["rows"])
        yield [""]


def _value(cell: str) -> Value:
    plain = cell.replace(".", "")
    grouped = cell.split(".")
    is_whole = (
        plain.isdigit() and len(plain) < 16 and (len(grouped) == 1 or all(len(part) == 3 for part in grouped[1:]))
    )
    return int(plain) if is_whole and (len(plain) == 1 or plain[0] != "0") else cell
