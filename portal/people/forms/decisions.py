"""The Principal's papers as they are typed: number, date, signer, and whom they concern."""

from typing import Any

from django import forms

from portal.base.refused import STATUS, Refused
from portal.people.forms.base import DayField, PersonField, UntilForm, VerbForm
from portal.people.queries import papers
from portal.people.rules import CHANGE_NAMES, OFFICE_NAMES, Change, Office

PERMANENT = [(str(office), name) for office, name in OFFICE_NAMES.items() if office != Office.ACTING_HEAD]
MOST_LINES = 12


class DecisionForm(VerbForm):
    number = forms.CharField(label="Số quyết định", max_length=60, help_text="Ví dụ: 34/QĐ-THCSNGT")
    signed_on = DayField(label="Ngày ký")
    signer = forms.CharField(label="Người ký", max_length=120)
    subject = forms.CharField(label="Trích yếu", max_length=300)


class AppointForm(VerbForm):
    person = PersonField(label="Người được bổ nhiệm")
    office = forms.ChoiceField(label="Chức danh", choices=PERMANENT)
    starts = DayField(label="Từ ngày")
    ends = DayField(label="Đến hết ngày", required=False, help_text="Để trống: đến khi có quyết định khác.")


class LineForm(VerbForm):
    """One person in a paper; a line without person and office is no line."""

    change = forms.ChoiceField(label="Việc", required=False,
                               choices=[(str(one), name) for one, name in CHANGE_NAMES.items()])  # fmt: skip
    person = PersonField(label="Người", required=False)
    office = forms.ChoiceField(
        label="Chức danh", required=False,
        choices=[("", "– Chọn chức danh –"), *PERMANENT, (str(Office.ACTING_HEAD), "Phụ trách Ban (có hạn)")],
    )  # fmt: skip
    starts = DayField(label="Từ ngày", required=False)
    ends = DayField(label="Đến hết ngày", required=False, help_text="Để trống: đến khi có quyết định khác.")
    needed = (("person", "Xin chọn người."), ("office", "Xin chọn chức danh."), ("starts", "Xin ghi từ ngày nào."))

    def clean(self) -> dict[str, Any]:
        typed = super().clean() or {}
        if typed.get("person") or typed.get("office"):
            for name, sentence in self.needed:
                if not typed.get(name) and name not in self.errors:
                    self.add_error(name, sentence)
        return typed

    @property
    def is_said(self) -> bool:
        return bool(self.cleaned_data.get("person"))


class PaperForm(DecisionForm):
    """A decision with everyone it concerns, sent as one thing."""

    def __init__(self, data: Any = None, *, lines: list[dict[str, Any]], **kwargs: Any) -> None:
        """`lines`: what each line opens with; what was sent brings its own number of lines."""
        super().__init__(data, **kwargs)
        count = len(lines) if data is None else _count(data.get("so_dong"))
        self.lines = [
            LineForm(data, prefix=f"nguoi-{place}", initial=lines[place] if place < len(lines) else {})
            for place in range(count)
        ]

    @classmethod
    def again(cls, data: Any, blank: dict[str, Any]) -> "PaperForm":
        """The same form with one line more, nothing judged yet."""
        count = min(_count(data.get("so_dong")), MOST_LINES - 1)
        typed = [{name: data.get(f"nguoi-{n}-{name}", "") for name in LineForm.base_fields} for n in range(count)]
        return cls(initial=data.dict(), lines=[*typed, blank])

    def is_valid(self) -> bool:
        return all([super().is_valid(), *(line.is_valid() for line in self.lines)])

    def take(self, no: Refused) -> None:
        """A refusal about a line names its place: `2.starts`."""
        self.refused_as = STATUS[no.ground]
        for refusal in no.refusals:
            place, _, field = refusal.field.partition(".")
            form: VerbForm = self.lines[int(place)] if place.isdigit() else self
            field = field if place.isdigit() else place
            form.add_error(field if field in form.fields else None, str(refusal))

    @property
    def status(self) -> int:
        wrong = self.is_bound and (self.errors or any(line.errors for line in self.lines))
        return self.refused_as if wrong else 200

    @property
    def said(self) -> list[tuple[int, dict[str, Any]]]:
        """The lines that say something, with their places."""
        return [(place, line.cleaned_data) for place, line in enumerate(self.lines) if line.is_said]


def _count(typed: str | None) -> int:
    """How many lines were shown."""
    return min(int(typed), MOST_LINES) if typed and typed.isascii() and typed.isdigit() and len(typed) < 4 else 1


class ActingHeadForm(UntilForm):
    person = PersonField(label="Người phụ trách Ban")
    number = forms.CharField(
        label="Số quyết định",
        max_length=60,
        help_text="Như trên giấy đã ký; số đã ghi ở cổng thì dùng lại quyết định ấy.",
    )
    from_day = DayField(label="Bắt đầu từ ngày", required=False, help_text="Để trống: ngay bây giờ.")
    offered = ("hom-nay", "thu-sau", "tuan-sau", "thang")
    field_order = ("person", "until", "last_day", "from_day", "number")


class EndAppointmentForm(VerbForm):
    decision = forms.ModelChoiceField(label="Theo quyết định", queryset=papers())
    last_day = DayField(label="Giữ chức đến hết ngày", required=False, help_text="Để trống: thôi ngay từ lúc bấm nút.")


class PersonnelForm(VerbForm):
    """What is proposed to the Principal."""

    change = forms.ChoiceField(label="Đề xuất", choices=[(str(one), name) for one, name in CHANGE_NAMES.items()],
                               widget=forms.RadioSelect, initial=str(Change.APPOINT))  # fmt: skip
    person = PersonField(label="Người")
    office = forms.ChoiceField(label="Chức danh")
    note = forms.CharField(label="Vì sao", max_length=2000, widget=forms.Textarea(attrs={"rows": 3}))

    def __init__(self, *args: Any, offices: list[Office], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["office"].choices = [(str(one), OFFICE_NAMES[one]) for one in offices]  # type: ignore[attr-defined]
