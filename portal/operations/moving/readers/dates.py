"""Dates as old portals wrote them: machines' forms, and "Thứ Hai, 05/09/2016 08:30", "05-09-2016", "ngày 5 tháng 9 năm 2016"."""

import re
from datetime import datetime, tzinfo
from email.utils import parsedate_to_datetime

from portal.base.clock import ZONE

_DAY = re.compile(r"(?<!\d)(\d{1,2})\s*(?:[/.-]|tháng)\s*(\d{1,2})\s*(?:[/.-]|năm)\s*(\d{4})(?!\d)", re.IGNORECASE)
_HOUR = re.compile(r"(?<!\d)(\d{1,2})\s*(?::|h|giờ)\s*(\d{2})(?!\d)\s*(am|pm|sa|ch)?", re.IGNORECASE)
EARLIEST = 1990


def moment(words: str, zone: tzinfo = ZONE) -> datetime | None:
    """The moment some words tell, at midnight where they name no hour; None where they tell none."""
    words = words.strip()
    if not words or words.startswith("0000"):
        return None
    for read in (datetime.fromisoformat, parsedate_to_datetime, _as_told):
        try:
            found = read(words)
        except (ValueError, TypeError, IndexError, OverflowError):
            continue
        if found is not None and found.year >= EARLIEST:
            return found if found.tzinfo else found.replace(tzinfo=zone)
    return None


def _as_told(words: str) -> datetime | None:
    day = _DAY.search(words)
    if day is None:
        return None
    hour = _HOUR.search(words.replace(day[0], " "))
    late = hour is not None and (hour[3] or "").lower() in ("pm", "ch") and int(hour[1]) < 12
    return datetime(
        int(day[3]), int(day[2]), int(day[1]), int(hour[1]) + 12 * late if hour else 0, int(hour[2]) if hour else 0
    )
