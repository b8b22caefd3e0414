"""The days the portal reckons with; one far beyond them is a slip of the pen, and shifted between time zones it falls off
the calendar for everybody who reads a list with it."""

from datetime import date

FIRST, LAST = date(1900, 1, 1), date(2200, 12, 31)
TOO_FAR = "Năm chưa đúng: chỉ nhận từ 1900 đến 2200."


def is_far(day: date) -> bool:
    """Whether a day lies beyond them."""
    return not FIRST <= day <= LAST
