"""The forms of the plan's screens on the desk. What is required is said by the rules, with their clauses."""

from typing import Any

from django import forms
from django.db.models import QuerySet

from portal.base.forms import Told
from portal.base.near import NEAR_DAY
from portal.base.ordering import named
from portal.desk.queries.works import Sections
from portal.news.rules import GENRE_TITLES
from portal.people.models import Person, Unit
from portal.people.rules import Kind
from portal.plan.rules import last_second

DAY = {"required": "Chưa có ngày.", "invalid": "Ngày chưa đúng; ví dụ 20/11/2026."}


def day(label: str, **more: Any) -> forms.DateField:
    widget = forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})
    return forms.DateField(
        label=label,
        widget=widget,
        input_formats=["%Y-%m-%d", "%d/%m/%Y"],
        error_messages=DAY,
        validators=NEAR_DAY,
        **more,
    )


def writers() -> QuerySet[Person]:
    """Whoever can be asked to write: staff and collaborators with an account."""
    found = Person.objects.filter(is_active=True, kind__in=(Kind.STAFF, Kind.COLLABORATOR))
    return found.order_by(*named())


class MoveForm(Told):
    starts = day("Từ ngày")
    ends = day("Đến hết ngày")
    seen = forms.DateField(required=False, widget=forms.HiddenInput)


class ToForm(Told):
    """Whom it goes to, until when."""

    person = forms.ModelChoiceField(
        Person.objects.none(), label="Người viết", required=False, empty_label="– chọn một người –"
    )
    unit = forms.ModelChoiceField(
        Unit.objects.none(), label="hoặc cả tổ, đơn vị", required=False, empty_label="– chọn một tổ, đơn vị –"
    )
    due_on = day("Hạn nộp, đến hết ngày", required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["person"].queryset = writers()  # type: ignore[attr-defined]
        self.fields["unit"].queryset = Unit.objects.all()  # type: ignore[attr-defined]

    @property
    def to(self) -> dict[str, Any]:
        """What the verbs take."""
        data = self.cleaned_data
        due = data["due_on"]
        return {"person": data["person"], "unit": data["unit"], "due_at": last_second(due) if due else None}


class AssignForm(ToForm):
    section_slug = forms.ChoiceField(label="Chuyên mục", required=False)
    genre = forms.ChoiceField(
        label="Thể loại", required=False, choices=[("", "– thể loại nào cũng được –"), *GENRE_TITLES.items()]
    )
    note = forms.CharField(label="Dặn thêm", required=False, max_length=300)
    field_order = ("person", "unit", "due_on", "section_slug", "genre", "note")

    def __init__(self, *args: Any, sections: Sections, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = [(slug, title) for slug, (title, _, _) in sections.items()]
        self.fields["section_slug"].choices = [("", "– như trong kế hoạch –"), *choices]  # type: ignore[attr-defined]
        self.fields["due_on"].help_text = "Để trống: tính theo Điều 16.1.1 từ ngày của việc."


class ReassignForm(ToForm):
    reason = forms.CharField(label="Lý do", required=False, max_length=300)


class BudgetForm(Told):
    section = forms.SlugField(widget=forms.HiddenInput)
    days = forms.IntegerField(label="Số ngày", error_messages={"required": "Ghi số ngày, 0 là thôi đặt hạn.",
                                                               "invalid": "Ghi một số ngày, ví dụ 14."})  # fmt: skip
