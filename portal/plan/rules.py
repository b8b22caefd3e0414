"""When an item is in plan (Điều 14.2)."""

from datetime import date, datetime, timedelta

from portal.base.rules import Ground, Refusal
from portal.people.rules import Board

AFTERWARDS = timedelta(days=30)  # an activity is still told of for a month


def counts(
    *, confirmed_at: datetime | None, cancelled_at: datetime | None, plan: tuple[date, date], at: datetime
) -> bool:
    """R-PLAN-01: an entry counts once the Head has confirmed its plan, while the plan runs, unless called off."""
    if confirmed_at is None or confirmed_at > at:
        return False
    if cancelled_at is not None and cancelled_at <= at:
        return False
    return plan[0] <= at.date() <= plan[1] + AFTERWARDS


def may_confirm(board: Board, person: int) -> Refusal | None:
    """R-PLAN-02: the plan counts by the Head's word (Điều 10.2, 14.2)."""
    if person in board.leaders:
        return None
    return Refusal("R-PLAN-02", "Điều 10.2, 14.2", "Chỉ Trưởng ban xác nhận kế hoạch hoạt động.")


def may_draw_up(board: Board, person: int) -> Refusal | None:
    """R-PLAN-03: the board draws up the plan (Điều 8.2, 17)."""
    if person in board.everyone | board.principals | board.vice_principals:
        return None
    return Refusal("R-PLAN-03", "Điều 8.2, 17", "Kế hoạch do Ban biên tập hoặc Ban giám hiệu lập.")


def dates_in_order(starts: date, ends: date, field: str = "ends") -> Refusal | None:
    """R-PLAN-04: an activity ends on or after the day it starts."""
    if ends >= starts:
        return None
    return Refusal("R-PLAN-04", "", "Ngày kết thúc phải từ ngày bắt đầu trở đi.", field, Ground.NOT_READY)
