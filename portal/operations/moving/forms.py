"""What the screens of moving in ask for; what was typed stays where a verb refuses."""

from django import forms

from portal.base.refused import Refused


class SaidForm(forms.Form):
    """A form of one field, at which every refusal stands."""

    use_required_attribute = False

    def take(self, no: Refused) -> None:
        for refusal in no.refusals:
            self.add_error(next(iter(self.fields)), str(refusal))


class ListForm(SaidForm):
    title = forms.CharField(
        label="Tên danh sách", max_length=200, help_text="Ví dụ: Bài cổng cũ, 2015–2024.",
        error_messages={"required": "Hãy đặt tên cho danh sách."},
    )  # fmt: skip


class ReasonForm(SaidForm):
    reason = forms.CharField(
        label="Vì sao không đưa lên", max_length=1000, required=False, widget=forms.Textarea(attrs={"rows": 2})
    )


class CloseForm(SaidForm):
    reason = forms.CharField(
        label="Vì sao không đưa bài nào lên", max_length=1000, required=False, widget=forms.Textarea(attrs={"rows": 2})
    )
