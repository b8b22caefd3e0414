"""The forms of the library. What is required is said by the rules, with their clauses."""

from datetime import date
from typing import Any

from django import forms
from django.db.models import Q

from portal.base.forms import ManyFilesField, Told
from portal.base.text import is_number, nfc, one_line
from portal.intranet.carried import ACCEPTED, KINDS
from portal.intranet.library import rules
from portal.intranet.library.queries import Wanted
from portal.intranet.library.rules import Given
from portal.intranet.models import LibraryItem, Subject, TextbookSeries
from portal.people.models import Unit

NAMES = {
    "sort": "loai",
    "grade": "khoi",
    "subject": "mon",
    "series": "sach",
    "year": "nam",
    "unit": "to",
}  # in addresses
ANY = [("", "– chọn –")]
YEARS_BACK = 6


def wanted(data: Any) -> Wanted:
    """What an address asks a list to be narrowed to; what cannot be read is left out."""
    numbers = {
        name: int(value) for name, key in NAMES.items() if name != "sort" and is_number(value := data.get(key, "")[:6])
    }
    sort = data.get("loai", "")
    words = one_line(nfc(data.get("tim", "")[:100])).strip()
    return Wanted(sort=sort if sort in set(rules.Sort) else None, words=words, **numbers)


def address(asked: Wanted, **changes: Any) -> list[tuple[str, str]]:
    """The same narrowing for an address, with changes."""
    given = {name: changes.get(name, getattr(asked, name)) for name in NAMES}
    words = [("tim", asked.words)] if asked.words else []
    return words + [(NAMES[name], str(value)) for name, value in given.items() if value is not None]


def _number(label: str, **more: Any) -> forms.TypedChoiceField:
    return forms.TypedChoiceField(label=label, required=False, coerce=int, empty_value=None, **more)


class ItemForm(Told):
    """All of an item on one page; files that came along stay with it whatever else is wrong."""

    title = forms.CharField(
        label="Tên học liệu", max_length=255, error_messages={"required": "Học liệu cần có tên. (Điều 15.1)"}
    )
    sort = forms.ChoiceField(
        label="Loại", required=False, choices=[*ANY, *((one.value, name) for one, name in rules.SORTS.items())]
    )
    grade = _number("Khối", choices=[*ANY, *rules.GRADES.items()])
    subject = _number("Môn")
    lesson = forms.CharField(label="Bài, chủ đề", max_length=200, required=False)
    series = _number("Bộ sách")
    year = _number("Năm học")
    unit = _number("Tổ chuyên môn")
    intro = forms.CharField(label="Giới thiệu", required=False, widget=forms.Textarea(attrs={"rows": 4}),
                            help_text="Vài dòng để đồng nghiệp biết dùng vào đâu.")  # fmt: skip
    licence = forms.ChoiceField(label="Quyền sử dụng", widget=forms.RadioSelect,
                                choices=[(one.value, name) for one, name in rules.LICENCES.items()])  # fmt: skip
    source = forms.CharField(label="Nguồn", max_length=300, required=False,
                             help_text="Tài liệu của người khác: tác giả, nơi lấy, điều kiện sử dụng.")  # fmt: skip
    files = ManyFilesField(
        label="Thêm tệp", required=False, accept=ACCEPTED, help_text=f"{KINDS}; chọn được nhiều tệp một lần."
    )

    def __init__(
        self, *args: Any, today: date, kept_year: int | None = None, kept: Given | None = None, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        now = rules.school_year(today)
        years = {*range(now - YEARS_BACK, now + 2), *([kept_year] if kept_year else [])}
        for name, rows in (
            ("subject", Subject.objects.filter(Q(retired_at=None) | Q(pk=kept.subject if kept else None))),
            ("series", TextbookSeries.objects.filter(Q(retired_at=None) | Q(pk=kept.series if kept else None))),
            ("unit", Unit.objects.all()),
        ):
            self.fields[name].choices = [*ANY, *((one.pk, str(one)) for one in rows)]  # type: ignore[attr-defined]
        self.fields["year"].choices = [*ANY, *((one, rules.year_name(one)) for one in sorted(years, reverse=True))]  # type: ignore[attr-defined]

    def given(self) -> Given:
        """What was typed, as the verbs take it."""
        return Given(**{name: self.cleaned_data[name] for name in Given.__dataclass_fields__})


def typed(item: LibraryItem) -> dict[str, Any]:
    """An item as its form shows it."""
    given = item.given()
    return {name: getattr(given, name) for name in Given.__dataclass_fields__}


class OpinionForm(Told):
    """What the unit's leader says of one item."""

    words = forms.CharField(label="Lời nhận xét", required=False, max_length=2000, widget=forms.Textarea(attrs={"rows": 3}),
                            help_text="Đề nghị sửa thì nói cần sửa gì.")  # fmt: skip


class RatingForm(Told):
    """What a colleague thinks of one item, and why."""

    stars = forms.TypedChoiceField(label="Mức", required=False, coerce=int, empty_value=None, widget=forms.RadioSelect,
                                   choices=[(n, f"{n} – {name}") for n, name in rules.STARS.items()])  # fmt: skip
    reason = forms.CharField(label="Vì sao", required=False, max_length=1000, widget=forms.Textarea(attrs={"rows": 3}))
