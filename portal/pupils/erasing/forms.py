"""The forms of forgetting: upon what, why not, what was done in a place."""

from django import forms

from portal.base.forms import Told
from portal.pupils.erasing.rules import GROUNDS
from portal.pupils.roll.forms import AccountField


class AskForm(Told):
    ground = forms.ChoiceField(
        label="Vì sao", choices=[(one.value, words) for one, words in GROUNDS.items()], error_messages={"required": "Chọn lý do."}
    )  # fmt: skip
    paper = forms.CharField(
        label="Số và ngày của đơn", max_length=120, required=False, help_text="Ví dụ: đơn số 12 ngày 20/11/2026. Không ghi tên."
    )  # fmt: skip


class AskAccountForm(AskForm):
    account = AccountField(label="Tên đăng nhập", help_text="Tài khoản cha mẹ, học sinh hoặc bạn đọc.")
    field_order = ("account", "ground", "paper")


class AnswerForm(Told):
    answer = forms.CharField(label="Vì sao không đồng ý", max_length=300, required=False)


class SettleForm(Told):
    note = forms.CharField(
        label="Đã làm gì ở nơi này", max_length=300, required=False,
        help_text="Ví dụ: đã đính chính bỏ tên; đã gỡ bài; là người khác cùng tên.",
    )  # fmt: skip


class PictureForm(SettleForm):
    destroy = forms.BooleanField(label="Hủy hẳn tệp ảnh này, không lấy lại được", required=False)
