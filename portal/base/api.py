"""What every room's API stands on: who calls, problems, lists in pages, hours with a place."""

from collections.abc import Callable, Sequence
from datetime import date, datetime
from typing import Annotated, Any, Generic, TypeVar

from django.db.models import QuerySet
from django.urls import register_converter
from django.urls.converters import IntConverter
from ninja import Field, Schema
from pydantic import BeforeValidator

from portal.base.clock import ZONE

T = TypeVar("T")
EARLIEST, LATEST = 1900, 2200
LARGEST = 10**18 - 1  # of a row's number; a database counts no further
RowNumber = Annotated[int, Field(ge=0, le=LARGEST)]
SchoolDay = Annotated[date, Field(ge=date(2000, 1, 1), le=date(LATEST, 12, 31))]  # with room before and behind it


class Problem(Exception):
    """An answer that says no: a status, a sentence, and each fault at its field (RFC 9457)."""

    def __init__(
        self, status: int, detail: str, errors: Sequence[dict[str, str]] = (), headers: dict[str, str] | None = None
    ) -> None:
        self.status, self.detail, self.errors, self.headers = status, detail, list(errors), headers or {}
        super().__init__(f"{status} {detail}")


class RowConverter(IntConverter):
    """The number of a row, as far as a database can count; `{row:pk}` in the paths of the rooms."""

    regex = "[0-9]{1,18}"


register_converter(RowConverter, "row")


def fault(field: str, message: str, rule: str = "", clause: str = "") -> dict[str, str]:
    """One line of `errors`."""
    return {"field": field, "message": message, "rule": rule, "clause": clause}


def wrong(field: str, message: str) -> Problem:
    """422: one value cannot be used."""
    return Problem(422, message, [fault(field, message)])


def not_found(what: str) -> Problem:
    """404: not there, or not for these eyes; the answer is the same."""
    return Problem(404, f"Không tìm thấy {what}.")


def _named(value: Any) -> Any:
    """`?page=&year=` is as if neither had been named."""
    return None if value == "" else value


Number = Annotated[int | None, BeforeValidator(_named)]


class Paging(Schema):
    page: Annotated[int, BeforeValidator(lambda given: 1 if given == "" else given)] = Field(
        1, ge=1, le=100_000, description="trang, từ 1"
    )
    page_size: int = Field(50, ge=1, le=100, description="số mục một trang, nhiều nhất 100")


class Listed(Schema, Generic[T]):
    items: list[T]
    total: int


def in_pages(
    found: QuerySet[Any] | Sequence[Any],
    paging: Paging,
    show: Callable[[list[Any]], list[Any]],
    total: int | None = None,
) -> Any:
    """One page of a list: `{items, total}`; `show` turns all rows of the page at once, so that queries stay few. `total` is
    given where it is known already."""
    if total is None:
        total = found.count() if isinstance(found, QuerySet) else len(found)
    start = (paging.page - 1) * paging.page_size
    rows = list(found[start : start + paging.page_size]) if start < total else []
    return {"items": show(rows), "total": total}


def _place(value: Any) -> Any:
    """Nothing stays nothing; a bare day is its first second, an hour without a place is the school's."""
    if value in ("", None):
        return None
    if isinstance(value, str):
        try:
            value = datetime.fromisoformat(value.strip())
        except ValueError as error:
            raise ValueError("ngày giờ chưa đúng; ví dụ 2026-11-20T08:00:00+07:00") from error
    if isinstance(value, date) and not isinstance(value, datetime):
        value = datetime(value.year, value.month, value.day)
    if not isinstance(value, datetime) or not EARLIEST <= value.year <= LATEST:
        raise ValueError("ngày giờ chưa đúng; ví dụ 2026-11-20T08:00:00+07:00")
    return value if value.tzinfo else value.replace(tzinfo=ZONE)


Hour = Annotated[datetime, BeforeValidator(_place)]
MaybeHour = Annotated[datetime | None, BeforeValidator(_place)]


def local(at: datetime | None) -> datetime | None:
    """As the school's clock shows it."""
    return at.astimezone(ZONE) if at else None
