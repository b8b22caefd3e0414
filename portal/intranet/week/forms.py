"""The forms of the week: one typed line, a line in its columns, duties, who posts."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

from django import forms
from django.http import QueryDict

from portal.base.forms import Told
from portal.intranet.models import Entry, Week
from portal.intranet.week.hearing import day_choices, duty_words, on_duty
from portal.intranet.week.names import Question, Roll, Written, questions, resolved
from portal.intranet.week.rules import DUTIES, PARTS, Duty, Part
from portal.intranet.week.told import DutyLine, Sheet
from portal.intranet.week.typed import part_of

EVERY = (("0", "không lặp lại"), ("1", "mỗi tuần"), ("2", "hai tuần một lần"), ("4", "bốn tuần một lần"))


class WeekForm(Told):
    """A form that asks whom a name means."""

    questions: tuple[Question, ...] = ()

    def chosen(self) -> dict[str, int]:
        """Answers to what was asked before."""
        return answers(self.data) if isinstance(self.data, QueryDict) else {}


def answers(data: QueryDict) -> dict[str, int]:
    """Whom names mean: “Hà=12” under “who”, or under a name of its own for each question, “who-1”, “who-2”."""
    told = (one for key in data if key == "who" or key.startswith("who-") for one in data.getlist(key))
    given = (one.rpartition("=") for one in told)
    return {name: int(id) for name, _, id in given if id.isascii() and id.isdigit() and len(id) < 10}


class AddForm(WeekForm):
    """One line as people write it."""

    line = forms.CharField(label="Thêm một dòng", max_length=600, error_messages={
        "required": "Thầy/cô gõ một dòng, ví dụ: T5 14h họp tổ Toán P.304 – Hà.", "max_length": "Dòng này dài quá 600 chữ.",
    }, widget=forms.TextInput(attrs={"autocomplete": "off"}))  # fmt: skip
    day = forms.TypedChoiceField(label="Ngày, nếu dòng không nói", required=False, coerce=int, empty_value=None)

    def __init__(self, *args: Any, monday: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["day"].choices = [("", "như trong dòng"), *day_choices(monday)]  # type: ignore[attr-defined]


class LineForm(WeekForm):
    """A line in its columns."""

    day = forms.TypedChoiceField(label="Ngày", coerce=int)
    part = forms.ChoiceField(label="Buổi", choices=[(str(one), name) for one, name in PARTS.items()], required=False)
    starts = forms.TimeField(label="Từ giờ", required=False, widget=forms.TimeInput(format="%H:%M", attrs={"type": "time"}),
                             error_messages={"invalid": "Giờ chưa đúng; ví dụ 14:30."})  # fmt: skip
    ends = forms.TimeField(label="Đến giờ", required=False, widget=forms.TimeInput(format="%H:%M", attrs={"type": "time"}),
                           error_messages={"invalid": "Giờ chưa đúng; ví dụ 16:00."})  # fmt: skip
    content = forms.CharField(label="Nội dung", max_length=300, required=False)
    attendees = forms.CharField(label="Thành phần", max_length=300, required=False)
    lead = forms.CharField(label="Chủ trì", max_length=200, required=False)
    place = forms.CharField(label="Địa điểm", max_length=120, required=False)
    preparation = forms.CharField(label="Chuẩn bị", max_length=300, required=False)
    plan_entry = forms.TypedChoiceField(label="Việc trong kế hoạch", required=False, coerce=int, empty_value=None,
                                        help_text="Chỉ tên việc trong kế hoạch đã xác nhận là ra ngoài cổng.")  # fmt: skip
    every = forms.ChoiceField(label="Lặp lại", choices=EVERY, required=False)
    reason = forms.CharField(label="Vì sao đổi", max_length=200, required=False)
    seen = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, week: Week, planned: Iterable[Any], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.week = week
        self.fields["day"].choices = day_choices(week.monday)  # type: ignore[attr-defined]
        self.fields["plan_entry"].choices = [("", "– không –"), *((one.pk, one.title) for one in planned)]  # type: ignore[attr-defined]
        if week.posted_at is None:
            del self.fields["reason"]

    @staticmethod
    def of(entry: Entry) -> dict[str, Any]:
        """What stands in the columns of a kept line."""
        names = ("part", "starts", "ends", "content", "attendees", "lead", "place", "preparation")
        told = {name: getattr(entry, name) for name in names}
        return told | {"day": entry.day.weekday(), "plan_entry": entry.plan_entry_id, "seen": entry.sequence,
                       "every": str(entry.repeat.every) if entry.repeat else "0"}  # fmt: skip

    def written(self) -> Written:
        """The line of the columns, nobody looked up yet; an hour says the part of the day by itself."""
        said = self.cleaned_data
        part = part_of(said["starts"]) if said["starts"] else Part(said["part"] or Part.MORNING)
        return Written(
            self.week.monday + timedelta(days=said["day"]), part, said["starts"], said["ends"], said["content"],
            said["attendees"], said["lead"], said["place"], said["preparation"], said["plan_entry"],
        )  # fmt: skip

    def resolved(self, roll: Roll) -> tuple[Written, bool]:
        """The line with everybody its words name, and whether somebody is to be asked about first."""
        line, chosen = self.written(), self.chosen()
        self.questions = questions(line, roll, chosen)
        found, asked = resolved(line, roll, chosen)
        return found, bool(asked)


class DutyForm(WeekForm):
    """Who is on duty, by kind; and a note for everybody."""

    note = forms.CharField(
        label="Lưu ý chung", max_length=1000, required=False, widget=forms.Textarea(attrs={"rows": 2})
    )

    def __init__(self, *args: Any, sheet: Sheet, **kwargs: Any) -> None:
        words = {str(kind): duty_words(one for one in sheet.duties if one.kind == kind) for kind in Duty}
        super().__init__(*args, initial={**words, "note": sheet.note}, auto_id="truc_%s", **kwargs)
        self.monday = sheet.monday
        for kind, name in DUTIES.items():
            self.fields[str(kind)] = forms.CharField(label=name, required=False, max_length=600)
        self.order_fields([*map(str, Duty), "note"])

    def duties(self, roll: Roll) -> list[DutyLine]:
        return [one for kind in Duty for one in on_duty(kind, self.cleaned_data[str(kind)], self.monday, roll)]


class PosterForm(WeekForm):
    """Whom the Principal names."""

    person = forms.TypedChoiceField(label="Thầy/cô được giao", coerce=int, error_messages={"required": "Chưa chọn ai."})
    answers = forms.BooleanField(
        label="Chịu trách nhiệm đăng đúng hạn (được nhắc trước, nêu tên khi chậm)", required=False
    )

    def __init__(self, *args: Any, staff: Iterable[tuple[int, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["person"].choices = [("", "– chọn –"), *staff]  # type: ignore[attr-defined]
