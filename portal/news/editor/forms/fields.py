"""Fields every form of the editor is made of, and how things are named in its choices."""

from datetime import date
from typing import Any

from django import forms

from portal.news.models import Article, Section
from portal.plan.models import PlanEntry
from portal.plan.queries import open_entries

HOUR = "%Y-%m-%dT%H:%M"
NOTHING = [("", "– không –")]


def hour(label: str, **kwargs: Any) -> forms.DateTimeField:
    widget = forms.DateTimeInput(format=HOUR, attrs={"type": "datetime-local"})
    return forms.DateTimeField(label=label, required=False, widget=widget, input_formats=[HOUR, "%Y-%m-%dT%H:%M:%S"],
                               error_messages={"invalid": "Ngày giờ chưa đúng."}, **kwargs)  # fmt: skip


def line(label: str, most: int, **kwargs: Any) -> forms.CharField:
    """A line whose length `news.intake` judges, so that what was typed too long is still there."""
    kwargs.setdefault("required", False)
    widget = kwargs.pop("widget", forms.TextInput(attrs={"maxlength": most}))
    return forms.CharField(label=label, widget=widget, **kwargs)


def section_label(section: Section) -> str:
    return f"{section.title} (nội bộ)" if section.audience == Section.Reach.INTERNAL else section.title


def plan_choices(draft: Article | None, day: date) -> list[Any]:
    """Entries that count, dated ones before standing ones, and the one chosen before whatever became of it."""
    entries = list(open_entries(day))
    if draft is not None and draft.plan_entry_id and draft.plan_entry_id not in {entry.pk for entry in entries}:
        entries.insert(0, draft.plan_entry)
    dated = [(str(entry.pk), entry_label(entry)) for entry in entries if not entry.standing]
    usual = [(str(entry.pk), entry.title) for entry in entries if entry.standing]
    return [("", "– ngoài kế hoạch –"), ("Việc có ngày", dated), ("Việc thường xuyên", usual)]


def entry_label(entry: PlanEntry) -> str:
    days = f"{entry.starts:%d/%m}" if entry.starts == entry.ends else f"{entry.starts:%d/%m} – {entry.ends:%d/%m}"
    return f"{entry.title} ({days})"
