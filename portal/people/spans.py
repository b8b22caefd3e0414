"""Until when, as people say it: the ends one taps instead of typing them."""

from collections.abc import Mapping
from datetime import date, timedelta

WEEKDAYS = ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ Nhật")
FRIDAY = 4
OPEN = "tro-lai"  # until one says that one is back


def last_days(today: date) -> Mapping[str, date]:
    """The last day of each span, by its key."""
    friday = today + timedelta(days=(FRIDAY - today.weekday()) % 7 or 7)
    month = _end_of_month(today)
    return {
        "hom-nay": today,
        "ngay-mai": today + timedelta(days=1),
        "thu-sau": friday,
        "tuan-sau": friday + timedelta(days=7),
        "thang": month if (month - today).days >= 7 else _end_of_month(month + timedelta(days=1)),
    }


def label(key: str, today: date) -> str:
    """ "Hết thứ Sáu 20/11"."""
    day = last_days(today)[key]
    told = f"{WEEKDAYS[day.weekday()]} {day.day}/{day.month}"
    return {"hom-nay": f"Hết hôm nay, {told}", "ngay-mai": f"Hết ngày mai, {told}",
            "thang": f"Hết tháng {day.month} ({told})"}.get(key, f"Hết {told}")  # fmt: skip


def _end_of_month(day: date) -> date:
    return (day.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)
