"""The calendar and the list of debts as spreadsheets."""

from collections.abc import Iterable, Iterator
from datetime import datetime

from portal.base.clock import ZONE
from portal.base.sheets import Value, table
from portal.desk.queries.calendar import Month
from portal.desk.queries.owed import Owed

MONTH_HEAD = ("Từ ngày", "Đến hết ngày", "Giờ", "Là", "Việc, bài", "Chuyên mục", "Ghi chú")
MONTH_WIDTHS = (14, 14, 10, 18, 60, 26, 34)
OWED_HEAD = (
    "Việc trong kế hoạch",
    "Ai viết",
    "Chuyên mục",
    "Thể loại",
    "Hạn nộp",
    "Đến đâu",
    "Trễ",
    "Bài",
    "Trình lúc",
    "Đăng lúc",
)
OWED_WIDTHS = (48, 26, 24, 20, 18, 14, 8, 48, 18, 18)


def month_sheet(month: Month) -> bytes:
    """One month: activities first, then what is on each day."""
    return table(f"Tháng {month.first.month}-{month.first.year}", MONTH_HEAD, MONTH_WIDTHS, _month_rows(month))


def _month_rows(month: Month) -> Iterator[tuple[Value, ...]]:
    for entries, kind in (
        (month.entries, "Hoạt động"),
        (month.standing, "Việc thường xuyên"),
        (month.called_off, "Đã hủy"),
    ):
        for one in entries:
            title = month.sections.get(one.section_slug, (one.section_slug, None, 0))[0]
            note = "" if one.plan.confirmed_at else "kế hoạch chờ Trưởng ban xác nhận"
            yield one.starts, one.ends, "", kind, one.title, title, note
    for day in month.days:
        for mark in day.marks:
            yield (
                day.date,
                day.date,
                f"{mark.at.astimezone(ZONE):%H:%M}",
                mark.label,
                mark.title,
                mark.section,
                mark.note,
            )


def owed_sheet(rows: Iterable[Owed]) -> bytes:
    """Who owes what, in the order of the list."""
    return table("Bài được giao", OWED_HEAD, OWED_WIDTHS, (_owed_row(row) for row in rows))


def _owed_row(row: Owed) -> tuple[Value, ...]:
    return (
        row.what, row.who, row.section, row.genre, _hour(row.due), str(row.state), "x" if row.late else "",
        row.article.title if row.article else "", _hour(row.submitted_at), _hour(row.published_at),
    )  # fmt: skip


def _hour(at: datetime | None) -> str:
    return f"{at.astimezone(ZONE):%d/%m/%Y %H:%M}" if at is not None else ""
