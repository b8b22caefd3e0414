"""The forms of the rolls. What is required is said by the rules; refusals land at their fields, everything typed stays."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django import forms

from portal.base.days import TOO_FAR, is_far
from portal.base.forms import Told
from portal.people.models import Person
from portal.people.queries import staff
from portal.pupils.models import SchoolClass


class DayField(forms.DateField):
    """A day within those the portal reckons with."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(
            widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
            error_messages={"invalid": "Ngày chưa đúng; ví dụ 05/09/2026.", "required": "Chọn ngày."}, **kwargs,
        )  # fmt: skip

    def clean(self, value: Any) -> date | None:
        day: date | None = super().clean(value)
        if day is not None and is_far(day):
            raise forms.ValidationError(TOO_FAR)
        return day


class TeacherField(forms.ModelChoiceField):  # type: ignore[type-arg]
    def __init__(self, **kwargs: Any) -> None:
        super().__init__(queryset=Person.objects.none(), required=False, empty_label="Chưa phân công", **kwargs)


class AccountField(forms.CharField):
    """A user name, typed; what comes out is the account, or None."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(
            required=False, max_length=150,
            widget=forms.TextInput(attrs={"autocapitalize": "none", "autocomplete": "off", "spellcheck": "false"}), **kwargs,
        )  # fmt: skip

    def clean(self, value: Any) -> Person | None:
        typed = super().clean(value).strip()
        if not typed:
            return None
        found = Person.objects.filter(username=typed).first()
        if found is None:
            raise forms.ValidationError(f"Không có tài khoản “{typed}”.")
        return found


class TeacherForm(Told):
    teacher = TeacherField(label="Giáo viên chủ nhiệm")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["teacher"].queryset = staff()  # type: ignore[attr-defined]


class ClassForm(TeacherForm):
    name = forms.CharField(label="Tên lớp", max_length=12, required=False, help_text="Ví dụ: 6A1")
    field_order = ("name", "teacher")


class NamesForm(Told):
    full_name = forms.CharField(label="Họ và tên", max_length=120, required=False)
    born = DayField(label="Ngày sinh", required=False)


class EnrolForm(NamesForm):
    code = forms.CharField(label="Mã học sinh", max_length=20, required=False)
    day = DayField(label="Vào lớp từ ngày")
    field_order = ("code", "full_name", "born", "day")


class MoveForm(Told):
    school_class = forms.ModelChoiceField(
        label="Chuyển sang lớp", queryset=SchoolClass.objects.none(), empty_label="Chọn lớp",
        error_messages={"required": "Chọn lớp."},
    )  # fmt: skip
    day = DayField(label="Từ ngày")

    def __init__(self, *args: Any, classes: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["school_class"].queryset = classes  # type: ignore[attr-defined]


class LeaveForm(Told):
    day = DayField(label="Thôi học ở trường từ ngày")


class AccountForm(Told):
    account = AccountField(label="Tên đăng nhập của em", help_text="Để trống rồi lưu: bỏ gắn tài khoản.")


class GuardianForm(Told):
    full_name = forms.CharField(label="Họ và tên", max_length=120, required=False)
    relation = forms.CharField(label="Là", max_length=40, required=False, help_text="Cha, mẹ, ông, bà, người giám hộ…")
    account = AccountField(label="Tên đăng nhập", help_text="Nếu gia đình có tài khoản trên cổng.")


class BringForm(Told):
    """One workbook, for which year and from which day."""

    year = forms.TypedChoiceField(label="Năm học", coerce=int, choices=())
    day = DayField(label="Học ở lớp ấy từ ngày", help_text="Em mới hoặc em đổi lớp được tính từ ngày này.")
    file = forms.FileField(
        label="Tệp Excel", widget=forms.ClearableFileInput(attrs={"accept": ".xlsx"}),
        help_text="Mỗi em một dòng. Cần cột Mã học sinh, Họ và tên, Lớp; nên có Ngày sinh.",
        error_messages={"required": "Thầy/cô chọn tệp Excel (.xlsx).", "empty": "Tệp rỗng, không có gì để đọc."},
    )  # fmt: skip

    def __init__(self, *args: Any, years: Iterable[tuple[int, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["year"].choices = list(years)  # type: ignore[attr-defined]
