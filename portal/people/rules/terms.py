"""What every period keeps to, and when its end is warned of (Điều 7)."""

from datetime import date, datetime, timedelta

from portal.base.rules import Ground, Refusal


def warnings_due(starts: date, ends: date, today: date, days: tuple[int, ...]) -> int | None:
    """R-TERM-01: which warning (days before a written end) is due on `today`: the nearest one whose day has come and
    fell inside the term, so that a day on which the worker slept is made up for (Điều 7)."""
    left = (ends - today).days
    due = [threshold for threshold in days if left <= threshold and ends - timedelta(days=threshold) > starts]
    return min(due) if due and left > 0 else None


def term_in_order(starts: datetime, ends: datetime | None, at: datetime) -> Refusal | None:
    """R-TERM-02: a period ends after it begins, and is not over already when written down (Điều 7)."""
    if ends is not None and ends <= starts:
        return Refusal("R-TERM-02", "Điều 7", "Ngày kết thúc phải sau ngày bắt đầu.", "ends", Ground.NOT_READY)
    if ends is not None and ends <= at:
        return Refusal("R-TERM-02", "Điều 7", "Thời hạn này đã qua, không ghi lùi được.", "ends", Ground.NOT_READY)
    return None


def still_runs(starts: datetime, ends: datetime | None, at: datetime) -> Refusal | None:
    """R-TERM-03: what is over stays as it was written (Điều 7)."""
    if ends is None or ends > at:
        return None
    return Refusal("R-TERM-03", "Điều 7", "Việc này đã kết thúc từ trước.", "ends", Ground.CONFLICT)


def not_backdated(ends: datetime, at: datetime) -> Refusal | None:
    """R-TERM-04: rights are never taken back for hours in which they were used (Điều 7)."""
    if ends >= at:
        return None
    return Refusal("R-TERM-04", "Điều 7", "Không ghi thôi lùi về trước lúc này: việc đã làm là đúng quyền khi đó.",
                   "ends", Ground.NOT_READY)  # fmt: skip


def reason_given(reason: str, rule: str, clause: str, field: str = "reason") -> Refusal | None:
    """Decisions against someone say why; the caller names its own rule."""
    return None if reason.strip() else Refusal(rule, clause, "Xin ghi lý do.", field, Ground.NOT_READY)
