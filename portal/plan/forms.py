"""The forms of the plan."""

from typing import Any

from django import forms

from portal.base.forms import Told


def day(label: str) -> forms.DateField:
    widget = forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})
    messages = {"required": "Chưa có ngày.", "invalid": "Ngày chưa đúng; ví dụ 20/11/2026."}
    return forms.DateField(label=label, widget=widget, input_formats=["%Y-%m-%d", "%d/%m/%Y"], error_messages=messages)


class PlanForm(Told):
    title = forms.CharField(label="Tên kế hoạch", max_length=200, error_messages={"required": "Kế hoạch chưa có tên."})
    starts = day("Từ ngày")
    ends = day("Đến hết ngày")


class EntryForm(Told):
    title = forms.CharField(label="Hoạt động", max_length=250, error_messages={"required": "Chưa có tên hoạt động."})
    starts = day("Từ ngày")
    ends = day("Đến hết ngày")
    section_slug = forms.ChoiceField(label="Chuyên mục", required=False)
    standing = forms.BooleanField(label="Việc thường xuyên suốt thời gian ấy", required=False)

    def __init__(self, *args: Any, sections: dict[str, str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["section_slug"].choices = [("", "– chuyên mục nào cũng được –"), *sections.items()]  # type: ignore[attr-defined]


class SheetForm(Told):
    file = forms.FileField(
        label="Bảng tính (.xlsx)", error_messages={"required": "Chưa chọn tệp.", "empty": "Tệp trống."},
        help_text="Cột: Hoạt động, Từ ngày, Đến hết ngày, Chuyên mục, Việc thường xuyên. Tải bảng hiện có về làm mẫu.",
        widget=forms.FileInput(attrs={"accept": ".xlsx"}),
    )  # fmt: skip
