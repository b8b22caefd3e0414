"""When an entry counts, who draws the plan up, confirms and moves it (Điều 10.2, 14.2, 17)."""

from datetime import date, datetime, timedelta

from portal.base.days import TOO_FAR, is_far
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
    """R-PLAN-04: an activity ends on or after the day it starts, both on the calendar of living people."""
    if is_far(starts) or is_far(ends):
        return Refusal("R-PLAN-04", "", TOO_FAR, "starts" if is_far(starts) else field, Ground.NOT_READY)
    if ends >= starts:
        return None
    return Refusal("R-PLAN-04", "", "Ngày kết thúc phải từ ngày bắt đầu trở đi.", field, Ground.NOT_READY)


def may_move(board: Board, person: int, *, confirmed: bool) -> Refusal | None:
    """R-MOVE-01: whoever draws up the plan moves its entries; what the Head has confirmed, only the Head moves, calls off
    or takes up again (Điều 10.2, 14.2)."""
    if not confirmed:
        return may_draw_up(board, person)
    if person in board.leaders:
        return None
    return Refusal(
        "R-MOVE-01", "Điều 10.2, 14.2",
        "Kế hoạch đã được Trưởng ban xác nhận; từ đó chỉ Trưởng ban (hoặc người phụ trách Ban) đổi ngày.",
    )  # fmt: skip


def movable(
    starts: date, ends: date, *, plan: tuple[date, date], cancelled: bool, seen: date | None, now: date
) -> Refusal | None:
    """R-MOVE-02, -03, -04: what was called off is taken up again first; an entry stays within its plan; it is moved from
    where the mover saw it (Điều 17)."""
    if cancelled:
        return Refusal("R-MOVE-02", "Điều 17", "Việc này đã hủy; hãy khôi phục trước khi đổi ngày.", "starts",
                       Ground.CONFLICT)  # fmt: skip
    if seen is not None and seen != now:
        return Refusal("R-MOVE-04", "Điều 17", f"Trong lúc đó việc này đã được chuyển sang {now:%d/%m/%Y}. Hãy xem lại.",
                       "starts", Ground.CONFLICT)  # fmt: skip
    if not plan[0] <= starts <= ends <= plan[1]:
        days = f"{plan[0]:%d/%m/%Y} – {plan[1]:%d/%m/%Y}"
        return Refusal("R-MOVE-03", "Điều 17", f"Ngày mới phải nằm trong thời gian của kế hoạch ({days}).", "starts",
                       Ground.NOT_READY)  # fmt: skip
    return None
