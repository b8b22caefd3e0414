"""Numbers the school may change, as they stood on a day (Điều 18)."""

from datetime import date

from portal.base.models import Parameter

DEFAULTS: dict[str, tuple[str, str]] = {
    "approval.take_over_after_working_days": ("1", "Điều 12.4"),
    "people.term_warning_days": ("60,30,7", "Điều 7"),
    "api.requests_per_minute": ("300", ""),
    "api.token_days": ("90", ""),
}


def value(name: str, on: date) -> str:
    """The value in force on `on`; the default of the regulation as signed where the school set none. KeyError if unknown."""
    row = Parameter.objects.filter(name=name, valid_from__lte=on).order_by("-valid_from").first()
    return row.value if row else DEFAULTS[name][0]


def number(name: str, on: date) -> int:
    """`value` as a whole number."""
    return int(value(name, on))
