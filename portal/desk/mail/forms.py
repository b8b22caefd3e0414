"""The forms of the mail's own pages. A link carries task and text itself, so its forms ask for words only."""

from collections.abc import Mapping
from typing import Any

from django import forms

from portal.approval.rules import Verb
from portal.desk.forms import DeedForm, RefuseForm, SendBackForm
from portal.desk.models import MailWish


class SendBackByMail(DeedForm):
    reason = SendBackForm.base_fields["reason"]


class RefuseByMail(DeedForm):
    ground = RefuseForm.base_fields["ground"]
    reason = RefuseForm.base_fields["reason"]


FORMS: Mapping[Verb, type[DeedForm]] = {
    Verb.APPROVE: DeedForm, Verb.SEND_BACK: SendBackByMail, Verb.REFUSE: RefuseByMail, Verb.PROPOSE_REFUSAL: RefuseByMail,
}  # fmt: skip


class MuchForm(DeedForm):
    much = forms.ChoiceField(label="Cổng gửi thư cho thầy/cô", choices=MailWish.Much.choices, widget=forms.RadioSelect)


class PrivateForm(DeedForm):
    address = forms.EmailField(
        label="Địa chỉ riêng", max_length=200,
        help_text="Tới đây cổng chỉ gửi một câu “Có việc chờ thầy/cô trên cổng của trường”, nhiều nhất mỗi giờ một lần.",
        error_messages={"required": "Hãy ghi địa chỉ.", "invalid": "Địa chỉ chưa đúng; ví dụ ten@gmail.com."},
    )  # fmt: skip


class CodeForm(DeedForm):
    code = forms.CharField(
        label="Mã vừa nhận", max_length=12, error_messages={"required": "Hãy gõ mã trong thư."},
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "one-time-code"}),
    )  # fmt: skip


def said(form: DeedForm) -> dict[str, Any]:
    """What was typed, as the verb takes it."""
    return {name: form.cleaned_data[name] for name in ("reason", "ground") if name in form.cleaned_data}
