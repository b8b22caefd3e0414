"""What is typed about people. Forms read; the verbs decide."""

from collections.abc import Callable, Iterator
from datetime import date, datetime, time, timedelta
from typing import Any

from django import forms

from portal.base.clock import ZONE
from portal.base.refused import STATUS, Refused
from portal.base.text import name_key
from portal.people import queries
from portal.people.models import CollaboratorProposal, Decision, Field, Person
from portal.people.rules import OFFICE_NAMES, Office


class VerbForm(forms.Form):
    """A form whose verb may refuse: the sentence stands at its field, everything typed stays."""

    refused_as = 422
    use_required_attribute = False

    def tries(self, verb: Callable[[dict[str, Any]], object]) -> bool:
        """Do it if what was typed can be read; False with the errors in place."""
        if not self.is_valid():
            return False
        try:
            verb(self.cleaned_data)
        except Refused as no:
            self.refused_as = STATUS[no.ground]
            for refusal in no.refusals:
                self.add_error(refusal.field if refusal.field in self.fields else None, str(refusal))
            return False
        return True

    @property
    def status(self) -> int:
        return self.refused_as if self.is_bound and self.errors else 200


class ByName(forms.models.ModelChoiceIterator):
    """People in the order of Vietnamese names: given name first."""

    def __iter__(self) -> Iterator[Any]:
        if self.field.empty_label is not None:
            yield ("", self.field.empty_label)
        for person in sorted(self.queryset, key=lambda person: name_key(str(person))):
            yield self.choice(person)


class PersonField(forms.ModelChoiceField):  # type: ignore[type-arg]
    iterator = ByName

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(
            queryset=kwargs.pop("queryset", None) or queries.staff(), empty_label="– Chọn người –", **kwargs
        )

    def label_from_instance(self, obj: Person) -> str:
        return f"{obj} ({obj.username})"


class DayField(forms.DateField):
    def __init__(self, **kwargs: Any) -> None:
        super().__init__(widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"), **kwargs)


class MomentField(forms.DateTimeField):
    def __init__(self, **kwargs: Any) -> None:
        widget = forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M")
        super().__init__(widget=widget, **kwargs)


def day_begins(day: date) -> datetime:
    return datetime.combine(day, time.min, ZONE)


def day_is_over(day: date | None) -> datetime | None:
    """Through `day`: half-open, so midnight after it."""
    return day_begins(day + timedelta(days=1)) if day else None


class DecisionForm(VerbForm):
    number = forms.CharField(label="Số quyết định", max_length=60, help_text="Ví dụ: 34/QĐ-THCSNGT")
    signed_on = DayField(label="Ngày ký")
    signer = forms.CharField(label="Người ký", max_length=120)
    subject = forms.CharField(label="Trích yếu", max_length=300)


class AppointForm(VerbForm):
    person = PersonField(label="Người được bổ nhiệm")
    office = forms.ChoiceField(
        label="Chức danh",
        choices=[(str(office), name) for office, name in OFFICE_NAMES.items() if office != Office.ACTING_HEAD],
    )
    starts = DayField(label="Từ ngày")
    ends = DayField(label="Đến hết ngày", required=False, help_text="Để trống: đến khi có quyết định khác.")


class ActingHeadForm(VerbForm):
    person = PersonField(label="Người phụ trách Ban")
    decision = forms.ModelChoiceField(label="Theo quyết định", queryset=Decision.objects.order_by("-signed_on", "-pk"))
    starts = MomentField(label="Từ")
    ends = MomentField(label="Đến trước")


class EndAppointmentForm(VerbForm):
    decision = forms.ModelChoiceField(label="Theo quyết định", queryset=Decision.objects.order_by("-signed_on", "-pk"))
    last_day = DayField(label="Giữ chức đến hết ngày", required=False, help_text="Để trống: thôi ngay từ lúc bấm nút.")


class TitleForm(VerbForm):
    title = forms.CharField(label="Tên", max_length=120)


class AssignForm(VerbForm):
    person = PersonField(label="Ủy viên")
    starts = DayField(label="Từ ngày")
    ends = DayField(label="Đến hết ngày", required=False, help_text="Để trống: đến khi phân công lại.")


class UnitPostForm(VerbForm):
    person = PersonField(label="Người")
    starts = DayField(label="Từ ngày")
    leads = forms.BooleanField(label="Phụ trách tổ, đơn vị này", required=False)


class DelegationForm(VerbForm):
    to = PersonField(label="Ủy nhiệm cho ủy viên")
    starts = MomentField(label="Từ")
    until = MomentField(label="Đến trước")
    number = forms.CharField(label="Số giấy ủy nhiệm", max_length=60)
    field_order = ("to", "fields", "starts", "until", "number")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["fields"] = forms.ModelMultipleChoiceField(
            label="Lĩnh vực", queryset=Field.objects.all(), widget=forms.CheckboxSelectMultiple
        )
        self.order_fields(self.field_order)


class AbsenceForm(VerbForm):
    person = PersonField(label="Người vắng")
    starts = MomentField(label="Vắng từ")
    ends = MomentField(label="Đến trước", required=False, help_text="Để trống: đến khi báo đã về.")
    substitute = PersonField(
        label="Người làm thay Thư ký", required=False, help_text="Chỉ khi Thư ký vắng; là một người khác trong Ban."
    )
    reason = forms.CharField(label="Lý do", max_length=300, required=False)

    def __init__(self, *args: Any, myself: Person | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.myself = myself
        if myself is not None:
            del self.fields["person"]


class SuspendForm(VerbForm):
    person = PersonField(label="Người bị tạm dừng quyền", queryset=None)
    reason = forms.CharField(label="Lý do", widget=forms.Textarea(attrs={"rows": 3}))
    ends = MomentField(label="Đến trước", required=False, help_text="Để trống: đến khi có quyết định trả lại quyền.")

    def __init__(self, *args: Any, proposing: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["person"].queryset = Person.objects.filter(is_active=True)  # type: ignore[attr-defined]
        if proposing:
            del self.fields["ends"]


class ReasonForm(VerbForm):
    reason = forms.CharField(label="Lý do", widget=forms.Textarea(attrs={"rows": 3}))


class CollaboratorForm(VerbForm):
    field = forms.ModelChoiceField(label="Lĩnh vực", queryset=Field.objects.all())
    full_name = forms.CharField(label="Họ và tên", max_length=120)
    email = forms.EmailField(label="Thư điện tử", help_text="Đường dẫn đặt mật khẩu sẽ gửi về địa chỉ này.")
    username = CollaboratorProposal._meta.get_field("username").formfield(
        label="Tên đăng nhập muốn dùng", required=False, help_text="Để trống: lấy theo tên. Trùng thì thêm số."
    )
    note = forms.CharField(
        label="Vì sao chọn", widget=forms.Textarea(attrs={"rows": 3}), required=False, max_length=2000
    )

    def __init__(self, *args: Any, mine: list[Field], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["field"].choices = [(field.pk, field.title) for field in mine]  # type: ignore[attr-defined]
