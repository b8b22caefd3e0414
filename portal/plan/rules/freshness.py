"""How fresh a section must be (Điều 8.2, 11.3)."""

from datetime import date, timedelta

from portal.base.rules import Ground, Refusal
from portal.people.rules import Board

MOST_DAYS = 366


def may_set_budget(board: Board, person: int) -> Refusal | None:
    """R-FRESH-02: how fresh a section must be is the Head's word (Điều 8.2, 10.2)."""
    if person in board.leaders:
        return None
    return Refusal("R-FRESH-02", "Điều 8.2, 10.2", "Hạn làm mới chuyên mục do Trưởng ban đặt.")


def budget_makes_sense(days: int) -> Refusal | None:
    """R-FRESH-03: a budget is some days within a year; none says the section has no budget any more (Điều 8.2)."""
    if 0 <= days <= MOST_DAYS:
        return None
    return Refusal("R-FRESH-03", "Điều 8.2", f"Số ngày từ 1 đến {MOST_DAYS}; ghi 0 khi thôi đặt hạn.", "days",
                   Ground.NOT_READY)  # fmt: skip


def stale_since(days: int, *, last: date | None, valid_from: date, today: date) -> date | None:
    """R-FRESH-01: a section is stale from the day after its budget ran out without a new article: counted from the newest
    one, or from when the budget came into force where there is none (Điều 8.2, 11.3). None while it is fresh."""
    first = (last or valid_from) + timedelta(days=days + 1)
    return first if days and today >= first else None
