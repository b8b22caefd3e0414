"""Fields, units, collaborators, rights withdrawn: what is typed about them."""

from typing import Any

from django import forms

from portal.people.forms.base import DayField, MomentField, PersonField, VerbForm, reason_field
from portal.people.models import CollaboratorProposal, Field, Person


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


class SuspendForm(VerbForm):
    person = PersonField(label="Người bị tạm dừng quyền", queryset=None)
    reason = reason_field()
    ends = MomentField(label="Đến trước", required=False, help_text="Để trống: đến khi có quyết định trả lại quyền.")

    def __init__(self, *args: Any, proposing: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["person"].queryset = Person.objects.filter(is_active=True)  # type: ignore[attr-defined]
        if proposing:
            del self.fields["ends"]


class ReasonForm(VerbForm):
    reason = reason_field()


class CollaboratorForm(VerbForm):
    field = forms.ModelChoiceField(label="Lĩnh vực", queryset=Field.objects.all())
    full_name = forms.CharField(label="Họ và tên", max_length=120)
    email = forms.EmailField(label="Thư điện tử", help_text="Đường dẫn đặt mật khẩu sẽ gửi về địa chỉ này.")
    username = CollaboratorProposal._meta.get_field("username").formfield(
        label="Tên đăng nhập muốn dùng", required=False, help_text="Để trống: lấy theo tên. Trùng thì thêm số."
    )
    note = reason_field("Vì sao chọn", required=False, max_length=2000)

    def __init__(self, *args: Any, mine: list[Field], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["field"].choices = [(field.pk, field.title) for field in mine]  # type: ignore[attr-defined]


class AccountSearch(forms.Form):
    """Which accounts to list."""

    STATES = (("", "Mọi tình trạng"), ("out", "Đang tạm dừng quyền"), ("locked", "Đã khóa"),
              ("fresh", "Chưa đặt mật khẩu"), ("in", "Đang đăng nhập"))  # fmt: skip
    q = forms.CharField(label="Tên, tên đăng nhập hoặc thư", required=False, max_length=100)
    state = forms.ChoiceField(label="Tình trạng", required=False, choices=STATES)
