"""What the screens of lists ask for; what was typed and ticked stays where a verb refuses."""

from django import forms

from portal.base.refused import Refused


class _SaidForm(forms.Form):
    use_required_attribute = False

    def take(self, no: Refused) -> None:
        """Put each refusal where it belongs, or above the form."""
        for refusal in no.refusals:
            self.add_error(refusal.field if refusal.field in self.fields else None, str(refusal))


class GatherForm(_SaidForm):
    title = forms.CharField(
        label="Tên danh sách", max_length=200, required=False, help_text="Ví dụ: Giáo án tuần 12, tổ Toán."
    )


class ReasonForm(_SaidForm):
    reason = forms.CharField(
        label="Vì sao để lại", max_length=1000, required=False, widget=forms.Textarea(attrs={"rows": 2}),
        help_text="Người gửi đọc được lý do này.",
    )  # fmt: skip
