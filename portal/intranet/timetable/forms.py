"""The forms of the timetable. What is required is said by the rules, with their clauses."""

from collections.abc import Mapping
from typing import Any

from django import forms

from portal.base.forms import Told
from portal.base.text import is_number
from portal.intranet.timetable.actions import Words
from portal.intranet.timetable.rules import LAST_PERIOD, SESSIONS, Lesson, Session
from portal.intranet.timetable.told import LABELS


class BringForm(Told):
    """One workbook."""

    file = forms.FileField(
        label="Tệp Excel của thời khóa biểu", widget=forms.ClearableFileInput(attrs={"accept": ".xlsx"}),
        help_text="Tệp .xlsx như nhà trường vẫn làm hoặc phần mềm xếp thời khóa biểu xuất ra. Chưa có gì được đăng khi đọc tệp.",
        error_messages={"required": "Thầy/cô chọn tệp Excel (.xlsx).", "empty": "Tệp rỗng, không có gì để đọc."},
    )  # fmt: skip


class HeadForm(Told):
    """What stands over a timetable."""

    title = forms.CharField(label="Tên", max_length=200, required=False, help_text="Ví dụ: Thời khóa biểu số 6")
    starts = forms.DateField(
        label="Áp dụng từ ngày", required=False, widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={"invalid": "Ngày chưa đúng; ví dụ 30/11/2026."},
    )  # fmt: skip
    intro = forms.CharField(
        label="Ghi chú cho người đọc", required=False, max_length=1000, widget=forms.Textarea(attrs={"rows": 2})
    )

    def words(self) -> Words:
        return Words(self.cleaned_data["title"], self.cleaned_data["starts"], self.cleaned_data["intro"])


class DraftForm(HeadForm):
    """The same, with who is meant by each name several answer to."""

    def __init__(self, *args: Any, asked: Mapping[str, tuple[tuple[int, str], ...]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.names = {f"who_{number}": name for number, name in enumerate(sorted(asked))}
        for field, name in self.names.items():
            choices = [(0, "để tên như trong tệp"), *asked[name]]
            self.fields[field] = forms.TypedChoiceField(
                label=f"“{name}” là", coerce=int, choices=choices, required=False, empty_value=0
            )

    def chosen(self) -> dict[str, int]:
        return {name: self.cleaned_data[field] for field, name in self.names.items() if self.cleaned_data.get(field)}


class LessonForm(Told):
    """One lesson."""

    subject = forms.CharField(label="Môn", max_length=80, required=False)
    teacher = forms.CharField(label="Thầy/cô", max_length=80, required=False)
    room = forms.CharField(label="Phòng", max_length=60, required=False)
    day = forms.TypedChoiceField(label="Thứ", coerce=int, choices=list(enumerate(LABELS)))
    session = forms.ChoiceField(label="Buổi", choices=[(str(one), name) for one, name in SESSIONS.items()])
    period = forms.IntegerField(label="Tiết", min_value=1, max_value=LAST_PERIOD,
                                error_messages={"required": f"Ghi tiết từ 1 đến {LAST_PERIOD}."})  # fmt: skip

    def lesson(self) -> Lesson:
        said = self.cleaned_data
        name, subject, teacher, room = (
            said.get(one, "").strip() for one in ("school_class", "subject", "teacher", "room")
        )
        return Lesson(name, said["day"], Session(said["session"]), said["period"], subject, teacher, room)


class MendForm(LessonForm):
    """One lesson written anew."""

    place = forms.IntegerField(widget=forms.HiddenInput, min_value=0)

    @classmethod
    def of(cls, place: int, one: Lesson, where: str) -> "MendForm":
        """The form of a lesson as it stands; `where` on the page, for the same lesson may stand there twice."""
        return cls(auto_id=f"{where}_{place}_%s", initial={
            "place": place, "subject": one.subject, "teacher": one.teacher, "room": one.room, "day": one.day,
            "session": str(one.session), "period": one.period,
        })  # fmt: skip


class AddForm(LessonForm):
    """One lesson more."""

    school_class = forms.CharField(label="Lớp", max_length=12, required=False)
    field_order = ("school_class", "day", "session", "period", "subject", "teacher", "room")

    @classmethod
    def at(cls, asked: Mapping[str, str], name: str) -> "AddForm":
        """The empty form, at the class and the hour somebody pointed to (`thu`, `buoi`, `tiet` of an address)."""
        day, period = asked.get("thu", ""), asked.get("tiet", "")
        return cls(auto_id="them_%s", initial={
            "school_class": name, "day": int(day) if day in set("0123456") else 0,
            "session": asked.get("buoi", str(Session.MORNING)), "period": period if is_number(period) else "",
        })  # fmt: skip
