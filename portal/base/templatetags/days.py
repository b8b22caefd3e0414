"""Hours and days as people say them; a list says a dozen, and the `date` filter asks for the reader's language each time."""

from datetime import date, datetime
from typing import Any

from django import template
from django.template.context import Context
from django.utils.safestring import SafeString
from django.utils.timezone import is_aware, localtime

register = template.Library()
WEEKDAYS = ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ Nhật")


@register.filter(expects_localtime=True)
def weekday(at: date) -> str:
    """Which day of the week: "thứ Hai"."""
    return WEEKDAYS[at.weekday()]


@register.simple_tag(takes_context=True)
def when(context: Context) -> str:
    """What components/when.html is given, said: `at`, a moment or a day, with its hour (`clock`) and its year (`year`) where
    they are wanted; `only_day` for machines too."""
    at: Any = context.get("at")
    if not isinstance(at, date):
        return ""
    if isinstance(at, datetime) and is_aware(at):
        at = localtime(at)
    moment = f"{at:%Y-%m-%d}" if context.get("only_day") else at.isoformat()
    hour = f"{at:%H:%M}, " if context.get("clock") and isinstance(at, datetime) else ""
    year = f"/{at.year}" if context.get("year") else ""
    return SafeString(f'<time datetime="{moment}">{hour}{weekday(at)} {at.day}/{at.month}{year}</time>')
