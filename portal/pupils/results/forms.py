"""The forms of results."""

from collections.abc import Iterable, Mapping
from typing import Any

from django import forms

from portal.base.near import NEAR_DAY, NEAR_HOUR
from portal.files.office.limits import MEGABYTE
from portal.pupils.results.columns import FIELDS, Sheet
from portal.pupils.results.queries import IN_ITS_YEAR
from portal.pupils.roll.forms import Told

HEAVIEST = 10 * MEGABYTE
NOTHING = ("", "– bỏ qua –")


class SlipForm(Told):
    """A code and a day of birth, as a family types them."""

    code = forms.CharField(
        label="Mã trên phiếu", max_length=40, strip=True, error_messages={"required": "Hãy ghi mã trên phiếu."},
        help_text="10 chữ và số; viết hoa hay thường đều được, dấu gạch có hay không cũng được.",
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "characters", "spellcheck": "false"}),
    )  # fmt: skip
    born = forms.DateField(
        label="Ngày sinh của học sinh", input_formats=["%Y-%m-%d", "%d/%m/%Y", "%d-%m-%Y", "%d.%m.%Y"], validators=NEAR_DAY,
        widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date", "autocomplete": "off"}),
        error_messages={"required": "Hãy ghi ngày sinh.", "invalid": "Ngày chưa đúng; ví dụ 09/02/2014."},
    )  # fmt: skip


class PeriodForm(Told):
    """Which term of which school year."""

    year = forms.TypedChoiceField(label="Năm học", coerce=int)
    term = forms.TypedChoiceField(label="Kỳ", coerce=int, choices=[(one.value, one.label) for one in IN_ITS_YEAR])

    def __init__(self, *args: Any, this: int, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["year"].choices = [(y, f"{y}–{y + 1}") for y in (this, this - 1)]  # type: ignore[attr-defined]


def hour(label: str) -> forms.DateTimeField:
    """An hour of the school's day."""
    return forms.DateTimeField(
        label=label, input_formats=["%Y-%m-%dT%H:%M", "%d/%m/%Y %H:%M"], validators=NEAR_HOUR,
        widget=forms.DateTimeInput(format="%Y-%m-%dT%H:%M", attrs={"type": "datetime-local"}),
        error_messages={"required": "Chưa có giờ.", "invalid": "Ngày giờ chưa đúng; ví dụ 15/01/2027 07:00."},
    )  # fmt: skip


class WindowForm(Told):
    """From when until when families look up."""

    opens = hour("Mở lúc")
    closes = hour("Đóng lúc")


class BookForm(Told):
    """A workbook of marks."""

    file = forms.FileField(
        label="Bảng điểm (.xlsx)", error_messages={"required": "Chưa chọn tệp.", "empty": "Tệp trống."},
        help_text="Tệp xuất từ vnEdu, SMAS, eNetViet hay bảng của trường; mỗi lớp một trang tính cũng được. Tới 10 MB.",
        widget=forms.FileInput(attrs={"accept": ".xlsx"}),
    )  # fmt: skip

    def clean_file(self) -> Any:
        file = self.cleaned_data["file"]
        if (file.size or 0) > HEAVIEST:
            raise forms.ValidationError("Tệp quá 10 MB.")
        return file


class ColumnsForm(Told):
    """What each column of one kind of sheet says; `sheet` is any sheet of that kind."""

    def __init__(self, *args: Any, sheet: Sheet, mapped: Mapping[int, str], **kwargs: Any) -> None:
        super().__init__(*args, prefix=f"k{sheet.signature[:12]}", **kwargs)
        self.sheet = sheet
        choices = [NOTHING, *((key, title) for key, (title, _) in FIELDS.items())]
        for number, title in enumerate(sheet.head):
            if title or number in mapped:
                self.fields[f"c{number}"] = forms.ChoiceField(
                    label=title or f"Cột {number + 1}", choices=choices, required=False, initial=mapped.get(number, "")
                )

    def mapped(self) -> dict[int, str]:
        """{number of the column: field}, without those that are looked past."""
        return {int(name[1:]): key for name, key in self.cleaned_data.items() if key}


def of_each_kind(sheets: Iterable[Sheet]) -> list[Sheet]:
    """One sheet of each kind."""
    return list({sheet.signature: sheet for sheet in reversed(list(sheets))}.values())[::-1]
