"""The week on paper, in calendars and in letters: whose calendar, when somebody is reminded, what is taken in from a table
(Điều 15.2). Pure."""

from collections.abc import Collection
from datetime import datetime, timedelta

from portal.base.rules import Ground, Refusal
from portal.people.rules import Board

CLAUSE = "Điều 15.2"
TOLD_LATE_FOR = timedelta(days=3)  # a worker that stood still longer tells nobody of what is long over
MOST_LINES, MOST_CELLS, MOST_LETTERS = 90, 6000, 100_000  # of one table


def may_make_calendar(board: Board, person: int, named: Collection[int], *, school: bool) -> Refusal | None:
    """R-WEEK-31: everybody of the staff has one address of a calendar of his own; the school's is made by those who post the
    week (Điều 15.2, 15.3)."""
    if not school or person in board.principals | board.vice_principals or person in named:
        return None
    return Refusal(
        "R-WEEK-31", "Điều 15.2, 15.3", "Địa chỉ lịch của cả trường do Ban giám hiệu và người được giao đăng lịch tạo."
    )


def calendar_lives(*, insider: bool, posts: bool, school: bool) -> bool:
    """R-WEEK-32: an address of a calendar is worth what the rights of whoever made it are worth the moment it is asked: with
    his account, or for the school's with his office, it goes silent (Điều 15.3)."""
    return insider and (posts or not school)


def reminder_mark(due: datetime, at: datetime, hours: Collection[int], *, posted: bool) -> int | None:
    """R-WEEK-33: whoever answers for the week is reminded of it so many hours before its own, once each, while it is not
    posted; of several marks passed at once only the last counts (Điều 15.2)."""
    passed = [mark for mark in hours if due - timedelta(hours=mark) <= at < due]
    return min(passed, default=None) if not posted else None


def alarm_due(due: datetime, at: datetime, *, posted: bool) -> bool:
    """R-WEEK-34: a week that is not posted when it is due is told to the Principal and the Secretary, with the name of whoever
    answers for it, once (Điều 15.2, 8.2)."""
    return not posted and due <= at < due + TOLD_LATE_FOR


def may_be_taken_in(lines: int, cells: int, letters: int) -> Refusal | None:
    """R-WEEK-35: a table is taken in where it is of a size a week has, and something in it was understood (Điều 15.2)."""
    if cells > MOST_CELLS or letters > MOST_LETTERS or lines > MOST_LINES:
        return Refusal("R-WEEK-35", CLAUSE, f"Bảng quá lớn cho một tuần: nhiều nhất {MOST_LINES} việc. Thầy/cô chỉ gửi bảng của "
                       "tuần này.", "table", Ground.NOT_READY)  # fmt: skip
    if not lines:
        return Refusal("R-WEEK-35", CLAUSE, "Không tìm thấy việc nào trong bảng. Bảng cần có cột hoặc dòng nói ngày (Thứ Hai, T2, "
                       "23/11) và cột nội dung.", "table", Ground.NOT_READY)  # fmt: skip
    return None
