"""Numbers the school may change, as they stood on a day (Điều 18)."""

from datetime import date

from portal.base import epoch
from portal.base.models import Parameter

DEFAULTS: dict[str, tuple[str, str]] = {
    "approval.take_over_after_working_days": ("1", "Điều 12.4"),
    "people.term_warning_days": ("60,30,7", "Điều 7"),
    "people.reauthentication_minutes": ("5", "Điều 13.1, 15.3"),
    "api.requests_per_minute": ("300", ""),
    "api.token_days": ("90", ""),
    "news.open_minutes": ("3", ""),  # how long a text counts as open on a screen that went silent
    "timeliness.event_days": ("2", "Điều 16.1.1"),
    "timeliness.conference_days": ("3", "Điều 16.1.1"),
    "mail.domain": ("", "Điều 14.3"),  # empty: the portal's own domain
    "mail.link_days": ("7", "Điều 14.3"),
    "mail.digest_at": ("06:30", "Điều 8.2"),
    "mail.night": ("22:00-06:00", ""),
    "mail.remind_hours": ("24,4", "Điều 8.2, 16.1.1"),
    "mail.rest_minutes": ("2", ""),
    "mail.gather_minutes": ("120", "Điều 8.2, 15.2"),  # how long internal items may wait for a list before each is told
    "care.outside": ("0", "Điều 10.2, 12.3"),  # 1: the portal asks pages outside whether they are still there
    "care.over_days": ("14", "Điều 12.3"),
    "care.unused_days": ("60", "Điều 12.3"),
    "week.opening": ("", "Điều 15.2"),  # YYYY-MM-DD, one for each school year; empty: the fifth of September
    "week.due_at": ("07:30", "Điều 15.2"),  # on Monday
    "week.remind_hours": ("64,16", "Điều 15.2"),  # before it: Friday and Sunday afternoon
    "disclosure.due_day": ("06-30", "TT 09/2024 Đ.15"),  # month-day: the last day in time within the school year
    "disclosure.change_working_days": ("10", "TT 09/2024 Đ.15"),
    "disclosure.redact_working_days": ("10", "Điều 8.1"),  # a redacted version after a takedown for privacy
    "disclosure.keep_years": ("5", "TT 09/2024 Đ.15"),
    "disclosure.board_days": ("90", "TT 09/2024 Đ.15"),
    "disclosure.remind_days": ("14,3", "Điều 16.1.2"),
    "disclosure.days_off": ("", ""),  # YYYY-MM-DD or first..last, by commas: Tết, Giỗ Tổ and the like
    "disclosure.days_made_up": ("", ""),  # Saturdays and Sundays worked instead
    "pictures.declared_from": (
        "2026-11-23",
        "Luật 91/2025, Điều 24",
    ),  # a day, or an hour: pictures stored since say who is in them
    "results.tries": ("5,20,300", "Luật 91/2025 Đ.24"),  # a quarter of an hour: for one code, one address, all together
    "results.slip_tries": ("10", "Luật 91/2025 Đ.24"),  # of one slip or receipt, in all: a year has more days
    "admissions.forms": ("5,20,1500", "TT 37/2020 Đ.9.9"),  # a quarter hour: of a form, an address, all together
    "results.erase_days": ("180", "Luật 91/2025 Đ.24"),  # after the window closed
    "admissions.erase_days": ("180", "Luật 91/2025 Đ.24"),  # after applications closed and results are told no more
    "records.symbol": (
        "",
        "NĐ 30/2020",
    ),  # the school's letters in its papers' symbols: "THCSNGT"; empty: those of its crest
    "records.parent": ("", "NĐ 30/2020"),  # the body above, on the first line of a paper
    "records.place": ("", "NĐ 30/2020"),  # where papers are signed: "Đức Giang"
    "timeliness.working_days": ("0", "Điều 16.1.1"),  # 1: those days are counted without Saturdays and Sundays
}


def value(name: str, on: date) -> str:
    """The value in force on `on`; the default of the regulation as signed where the school set none. KeyError if unknown."""
    row = Parameter.objects.filter(name=name, valid_from__lte=on).order_by("-valid_from").first()
    return row.value if row else DEFAULTS[name][0]


def number(name: str, on: date) -> int:
    """`value` as a whole number."""
    return int(value(name, on))


def history(group: str) -> dict[str, tuple[tuple[date, str], ...]]:
    """Every value the school ever set under `group.`, by name, the oldest first: for whoever judges many days at once."""
    rows = Parameter.objects.filter(name__startswith=f"{group}.").order_by("valid_from", "id")
    found: dict[str, list[tuple[date, str]]] = {name: [] for name in DEFAULTS if name.startswith(f"{group}.")}
    for name, from_day, set_to in rows.values_list("name", "valid_from", "value"):
        found.setdefault(name, []).append((from_day, set_to))
    return {name: tuple(changes) for name, changes in found.items()}


def set_from(day: date, name: str, to: str, clause: str) -> None:
    """The school's value from `day` on. Inside the transaction of the verb: pages kept for strangers tell of some of these
    (the number of a week), so they end with it."""
    Parameter.objects.update_or_create(name=name, valid_from=day, defaults={"value": to, "clause": clause})
    epoch.bump()
