"""Procedures as a spreadsheet."""

from collections.abc import Callable, Iterable

from portal.base.sheets import Value, table
from portal.records.models import Procedure
from portal.records.procedures.queries import Told

HEAD = ("Tên thủ tục", "Dành cho", "Hồ sơ", "Nộp tại", "Giờ tiếp nhận", "Thời hạn (ngày làm việc)", "Lệ phí (đồng)", "Kết quả",
        "Căn cứ pháp lý", "Áp dụng từ", "Hết áp dụng từ", "Tình trạng", "Địa chỉ")  # fmt: skip
WIDTHS = (40, 36, 60, 30, 30, 14, 14, 36, 50, 14, 14, 16, 50)


def procedures_book(found: Iterable[Told], absolute: Callable[[str], str]) -> bytes:
    """A line a procedure with how it stands today; `absolute` makes whole addresses."""
    return table("Thủ tục", HEAD, WIDTHS, (_line(one.procedure, one.stage_name, absolute) for one in found))


def _line(one: Procedure, stage: str, absolute: Callable[[str], str]) -> tuple[Value, ...]:
    return (one.title, one.who, one.dossier, one.place, one.hours, one.days, one.fee, one.outcome, one.basis, one.starts,
            one.ends, stage, absolute(one.address))  # fmt: skip
