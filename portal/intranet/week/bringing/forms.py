"""What came, and each line of it to be looked at, mended or left out."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from typing import Any

from django import forms

from portal.base.forms import Told
from portal.files.office.limits import LIMITS
from portal.intranet.week.bringing.reading import Read
from portal.intranet.week.hearing import day_choices
from portal.intranet.week.names import Written
from portal.intranet.week.paper_rules import MOST_LETTERS, MOST_LINES
from portal.intranet.week.rules import PARTS, Part
from portal.intranet.week.typed import part_of

HOUR = {"widget": forms.TimeInput(format="%H:%M", attrs={"type": "time"}), "required": False}
WORDS = {"content": 300, "attendees": 300, "lead": 200, "place": 120, "preparation": 300}


class BringForm(Told):
    """A paste, or a file."""

    pasted = forms.CharField(label="Dán bảng hoặc các dòng vào đây", required=False, max_length=MOST_LETTERS, strip=False,
                             widget=forms.Textarea(attrs={"rows": 7, "data-dan": ""}),
                             help_text="Bôi đen bảng trong Word hoặc Excel, chép rồi dán.")  # fmt: skip
    html = forms.CharField(required=False, widget=forms.HiddenInput(attrs={"data-dan-html": ""}))
    file = forms.FileField(label="Hoặc chọn tệp", required=False, help_text="Word (.docx, .doc) hoặc Excel (.xlsx), tới 40 MB.",
                           widget=forms.FileInput(attrs={"accept": ".docx,.doc,.odt,.xlsx"}))  # fmt: skip

    def clean(self) -> dict[str, Any]:
        said: dict[str, Any] = super().clean() or {}
        if not said.get("pasted", "").strip() and not said.get("file") and not self.errors:
            self.add_error("pasted", "Thầy/cô dán bảng hoặc chọn một tệp.")
        if (file := said.get("file")) and (file.size or 0) > LIMITS.size:
            self.add_error("file", "Tệp quá 40 MB.")
        return said


class BroughtForm(forms.Form):
    """One line that was understood."""

    use_required_attribute = False
    take = forms.BooleanField(label="Lấy dòng này", required=False)
    day = forms.TypedChoiceField(label="Ngày", coerce=int, error_messages={"required": "Dòng này chưa rõ ngày nào."})
    part = forms.ChoiceField(label="Buổi", choices=[(str(one), name) for one, name in PARTS.items()])
    starts = forms.TimeField(label="Từ giờ", **HOUR)  # type: ignore[arg-type]
    ends = forms.TimeField(label="Đến giờ", **HOUR)  # type: ignore[arg-type]
    content = forms.CharField(label="Nội dung", max_length=300)
    attendees = forms.CharField(label="Thành phần", max_length=300, required=False)
    lead = forms.CharField(label="Chủ trì", max_length=200, required=False)
    place = forms.CharField(label="Địa điểm", max_length=120, required=False)
    preparation = forms.CharField(label="Chuẩn bị", max_length=300, required=False)

    def __init__(self, *args: Any, monday: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs | {"label_suffix": ""})
        self.monday = monday
        self.fields["day"].choices = [("", "chọn ngày"), *day_choices(monday)]  # type: ignore[attr-defined]

    def columns(self) -> Iterator[Any]:
        """The fields but the tick."""
        return (self[name] for name in self.fields if name != "take")

    @property
    def taken(self) -> bool:
        return bool(self["take"].value())

    def written(self) -> Written:
        """The line, nobody looked up yet; an hour says the part of the day by itself."""
        said = self.cleaned_data
        part = part_of(said["starts"]) if said["starts"] else Part(said["part"])
        return Written(self.monday + timedelta(days=said["day"]), part, said["starts"], said["ends"],
                       *(said[name] for name in WORDS))  # fmt: skip


def found(lines: Iterable[Read], monday: date) -> list[BroughtForm]:
    """Forms of lines as they were understood."""
    forms = []
    for number, line in enumerate(lines):
        told: dict[str, Any] = {name: getattr(line, name)[:most] for name, most in WORDS.items()}
        day = "" if line.day is None else line.day
        told |= {
            "take": True,
            "day": day,
            "part": str(line.part or Part.MORNING),
            "starts": line.starts,
            "ends": line.ends,
        }
        forms.append(BroughtForm(initial=told, prefix=str(number), monday=monday))
    return forms


def sent(data: Mapping[str, Any], monday: date) -> list[BroughtForm]:
    """Forms of lines as they came back."""
    many = data.get("many", "")
    count = min(int(many), MOST_LINES) if many.isascii() and many.isdigit() and len(many) < 4 else 0
    return [BroughtForm(data, prefix=str(number), monday=monday) for number in range(count)]
