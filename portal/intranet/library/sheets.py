"""The library as a spreadsheet (Điều 15.1)."""

from collections.abc import Sequence

from django.http import HttpRequest

from portal.base.sheets import Value, table
from portal.intranet.library import rules
from portal.intranet.library.queries import Worth, worth
from portal.intranet.models import LibraryItem

HEAD = ("Tên", "Loại", "Khối", "Môn", "Bài, chủ đề", "Bộ sách", "Năm học", "Tổ", "Người soạn", "Quyền sử dụng", "Nguồn", "Đăng lúc",
        "Sửa lúc", "Số đánh giá", "Mức trung bình", "Lượt tải", "Địa chỉ")  # fmt: skip
WIDTHS = (50, 22, 10, 22, 30, 30, 12, 26, 26, 40, 40, 16, 16, 10, 12, 10, 50)


def library_book(request: HttpRequest, found: Sequence[LibraryItem]) -> bytes:
    """A line an item with what it is worth; `request` says under which name the portal is asked."""
    rated = worth(item.pk for item in found)
    return table("Kho học liệu", HEAD, WIDTHS, (_line(request, item, rated[item.pk]) for item in found))


def _line(request: HttpRequest, item: LibraryItem, worth: Worth) -> tuple[Value, ...]:
    mean = f"{worth.mean:.1f}".replace(".", ",") if worth.mean else ""
    return (
        item.title, item.get_sort_display(), item.get_grade_display(), str(item.subject or ""), item.lesson,
        str(item.series or ""), rules.year_name(item.year) if item.year else "", str(item.unit or ""), str(item.case.creator),
        item.get_licence_display(), item.source, item.case.published_at, item.case.corrected_at, worth.rated, mean,
        worth.fetched, request.build_absolute_uri(f"/noi-bo/kho/{item.slug}/"),
    )  # fmt: skip
