"""The form a procedure is written on. What is required is said by the rules, with their clauses."""

from typing import Any

from django import forms

from portal.base.forms import ManyFilesField, Told
from portal.records.documents.forms import PAPERS
from portal.records.models import Procedure
from portal.records.procedures.rules import LONGEST, Given

A_LINE = "Mỗi dòng một mục."


def _line(label: str, name: str, help_text: str = "") -> forms.CharField:
    return forms.CharField(label=label, required=False, max_length=LONGEST[name], help_text=help_text)


def _text(label: str, name: str, rows: int, help_text: str = "") -> forms.CharField:
    widget = forms.Textarea(attrs={"rows": rows})
    return forms.CharField(
        label=label, required=False, strip=False, max_length=LONGEST[name], widget=widget, help_text=help_text
    )


def _number(label: str, help_text: str) -> forms.IntegerField:
    return forms.IntegerField(label=label, required=False, help_text=help_text, widget=forms.TextInput(attrs={"inputmode": "numeric"}),
                              error_messages={"invalid": "Chỉ ghi số, không có dấu chấm."})  # fmt: skip


def _day(label: str, help_text: str) -> forms.DateField:
    return forms.DateField(
        label=label, required=False, help_text=help_text, error_messages={"invalid": "Ngày chưa đúng; ví dụ 20/11/2026."},
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )  # fmt: skip


class ProcedureForm(Told):
    """All of a procedure on one page; files that came along stay with it whatever else is wrong."""

    title = forms.CharField(label="Tên thủ tục", max_length=LONGEST["title"],
                            error_messages={"required": "Thủ tục cần có tên."})  # fmt: skip
    who = _line("Dành cho", "who", "Ví dụ: học sinh đang học tại trường, cha mẹ học sinh.")
    intro = _text("Tóm tắt", "intro", 2, "Một hai câu để gia đình biết có đúng việc mình cần không.")
    dossier = _text("Hồ sơ gồm", "dossier", 5, "Mỗi giấy tờ một dòng, ghi rõ mấy bản, bản chính hay bản sao.")
    steps = _text("Các bước", "steps", 4, A_LINE)
    place = _line("Nộp tại", "place")
    hours = _line("Giờ tiếp nhận", "hours", "Ví dụ: thứ Hai đến thứ Sáu, 8 giờ đến 11 giờ.")
    days = _number("Thời hạn (ngày làm việc)", "Kể từ khi nhận đủ hồ sơ; làm ngay thì ghi 0.")
    fee = _number("Lệ phí (đồng)", "Không thu thì ghi 0.")
    fee_note = _line("Ghi chú về lệ phí", "fee_note")
    outcome = _line("Kết quả nhận được", "outcome")
    basis = _text("Căn cứ pháp lý", "basis", 3, "Mỗi văn bản một dòng.")
    starts = _day("Áp dụng từ", "")
    ends = _day("Hết áp dụng từ", "Để trống nếu chưa biết.")
    form_title = _line(
        "Tên mẫu đơn", "form_title", "Có tên và nội dung thì cổng làm sẵn mẫu để điền, in, tải về Word, PDF."
    )
    form_to = _line("Kính gửi", "form_to")
    form_lines = _text("Nội dung mẫu", "form_lines", 8,
                       "Chỗ điền viết là ____ sau tên ô: “Họ và tên: ____ Lớp: ____”. Dòng chỉ có ____ là dòng trống.")  # fmt: skip
    form_signer = _line("Người ký đơn", "form_signer", "Ví dụ: Người làm đơn.")
    files = ManyFilesField(
        label="Thêm tệp mẫu", required=False, accept=PAPERS, help_text="Word, PDF, Excel; chọn được nhiều tệp."
    )

    def given(self) -> Given:
        """What was typed, as the verbs take it."""
        return Given(**{name: self.cleaned_data[name] for name in Given.__dataclass_fields__})


def typed(one: Procedure) -> dict[str, Any]:
    """A procedure as its form shows it."""
    return {name: getattr(one, name) for name in Given.__dataclass_fields__}
