"""Absences and delegations as they are typed, or tapped."""

from typing import Any

from django import forms

from portal.base.ordering import named
from portal.base.text import is_number
from portal.people.forms.base import MomentField, PersonField, UntilForm, VerbForm
from portal.people.models import Field, Person
from portal.people.rules import DUTIES
from portal.people.spans import OPEN


class DelegationForm(VerbForm):
    to = PersonField(label="Ủy nhiệm cho ủy viên")
    starts = MomentField(label="Từ")
    until = MomentField(label="Đến trước")
    number = forms.CharField(label="Số giấy ủy nhiệm", max_length=60)
    field_order = ("to", "fields", "starts", "until", "number")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["fields"] = which_fields()
        self.order_fields(self.field_order)


class FieldsField(forms.ModelMultipleChoiceField):  # type: ignore[type-arg]
    """Several fields; a number no database holds is a field nobody has."""

    def clean(self, value: Any) -> Any:
        return super().clean([one if is_number(str(one)) else "0" for one in value or []])


def which_fields() -> FieldsField:
    return FieldsField(label="Lĩnh vực", queryset=Field.objects.all(), widget=forms.CheckboxSelectMultiple)


class DelegateForm(UntilForm):
    """A delegation in two taps: to whom, until when; fields and number are proposed."""

    to = forms.ModelChoiceField(
        label="Ủy nhiệm cho", queryset=Person.objects.none(), empty_label=None, widget=forms.RadioSelect
    )
    number = forms.CharField(
        label="Số giấy ủy nhiệm", max_length=60, help_text="Số kế tiếp của Ban; sửa theo giấy đã ký."
    )
    offered = ("hom-nay", "thu-sau", "tuan-sau", "thang")
    field_order = ("to", "fields", "until", "last_day", "number")

    def __init__(self, *args: Any, members: frozenset[int], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["to"].queryset = Person.objects.filter(pk__in=members).order_by(*named())  # type: ignore[attr-defined]
        self.fields["fields"] = which_fields()
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


class AwayForm(UntilForm):
    """One's own absence in two taps; a Secretary says who stands in."""

    substitute = PersonField(
        label="Ai làm thay thầy/cô", required=False, help_text="Để trống: bước của Thư ký chuyển Trưởng ban."
    )
    reason = forms.CharField(label="Lý do", max_length=300, required=False)
    offered = ("hom-nay", "ngay-mai", "thu-sau", "tuan-sau", OPEN)
    field_order = ("until", "last_day", "substitute", "reason")

    def __init__(self, *args: Any, stand_ins: frozenset[int], **kwargs: Any) -> None:
        """`stand_ins`: who may stand in for this person; for all but the Secretary nobody is asked for."""
        super().__init__(*args, **kwargs)
        if stand_ins:
            self.fields["substitute"].queryset = Person.objects.filter(pk__in=stand_ins)  # type: ignore[attr-defined]
        else:
            del self.fields["substitute"]


class DutyForm(VerbForm):
    """Who of the staff does which duty of the school."""

    duty = forms.ChoiceField(label="Việc", choices=[(duty.value, title) for duty, title in DUTIES.items()])
    person = PersonField(label="Giao cho")
