"""What is asked of many files at once: what they have in common, and of each what it is."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from portal.base.text import nfc, one_line
from portal.intranet.bulk.actions import COMMON
from portal.intranet.library.forms import ItemForm
from portal.intranet.library.rules import GRADES, SORTS
from portal.intranet.models import Subject, TrayFile

ASKED = ("grade", "subject", "year", "series", "unit", "sort", "licence", "source")


class CommonForm(ItemForm):
    """What all files of a tray have in common; where a file's own name says otherwise, the name counts."""

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, today=today, **kwargs)
        for name in set(self.fields) - set(ASKED):
            del self.fields[name]
        self.fields["sort"].help_text = "Để trống nếu các tệp khác loại nhau; cổng đoán theo tên từng tệp."
        self.order_fields(ASKED)

    def common(self) -> dict[str, Any]:
        """As the verbs take it."""
        return {name: self.cleaned_data[name] for name in COMMON}


def typed(data: Mapping[str, str], files: Iterable[TrayFile]) -> list[tuple[int, dict[str, Any]]]:
    """What was typed of each file that a page showed, by its number; what cannot be read is left as it was."""
    subjects = set(Subject.objects.values_list("pk", flat=True))
    return [(one.pk, _row(data, one, subjects)) for one in files if f"{one.pk}-title" in data]


def _row(data: Mapping[str, str], one: TrayFile, subjects: set[int]) -> dict[str, Any]:
    def said(name: str, most: int = 200) -> str:
        return one_line(nfc(data.get(f"{one.pk}-{name}", ""))).strip()[:most]

    grade, subject = said("grade"), said("subject")
    return {
        "title": said("title", 255), "lesson": said("lesson"),
        "sort": sort if (sort := said("sort")) in set(SORTS) else "",
        "grade": int(grade) if grade.isdecimal() and int(grade) in GRADES else None,
        "subject_id": int(subject) if subject.isdecimal() and int(subject) in subjects else None,
    }  # fmt: skip
