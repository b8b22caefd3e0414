"""The forms of consents."""

from django import forms

from portal.pupils.roll.forms import Told


class UponForm(Told):
    """The evidence of what is entered."""

    paper = forms.CharField(
        label="Số phiếu giấy", max_length=200, required=False, help_text="Ví dụ: tập phiếu số 12, lưu tủ văn phòng."
    )
    file = forms.FileField(
        label="Bản chụp phiếu", required=False, widget=forms.ClearableFileInput(attrs={"accept": ".pdf,image/*"}),
        help_text="Tệp PDF hoặc ảnh; chỉ người xem được lớp này mở được.",
        error_messages={"empty": "Tệp rỗng."},
    )  # fmt: skip


class BringForm(UponForm):
    """A class's answers from Excel."""

    book = forms.FileField(
        label="Tệp Excel", widget=forms.ClearableFileInput(attrs={"accept": ".xlsx"}),
        help_text="Tải bảng của lớp, ghi x vào ô đồng ý, rồi gửi lại đây.",
        error_messages={"required": "Thầy/cô chọn tệp Excel (.xlsx).", "empty": "Tệp rỗng, không có gì để đọc."},
    )  # fmt: skip
    field_order = ("book", "paper", "file")


class WordForm(Told):
    """Upon whose word staff take consent back."""

    paper = forms.CharField(label="Căn cứ", max_length=200, required=False)
