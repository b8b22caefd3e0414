"""The forms of the desk. What is required is said by the rules, with their clauses, not by the forms."""

from datetime import datetime
from typing import Any

from django import forms
from django.db.models import QuerySet

from portal.approval.rules import REFUSAL_GROUNDS, WITHDRAWAL_GROUNDS, Verb, may_withdraw, must_say_why, remark_is_whole
from portal.base.forms import Refusing
from portal.base.text import slug
from portal.desk.queries.board import titles_taken
from portal.desk.rules import hour, usual_hours
from portal.news.models import Section
from portal.people.models import Field, Person
from portal.people.rules import Board

NO_REASON = str(must_say_why(Verb.SEND_BACK, "", ""))
NO_WORDS = str(remark_is_whole("", ""))
NO_HOUR = "Hãy chọn giờ đăng. (Điều 12.1)"
NO_GROUND = str(must_say_why(Verb.REFUSE, "x", ""))
_ME = Board(sysadmins=frozenset({1}))


class DeedForm(Refusing, forms.Form):
    """A form of one deed; refusals land at their fields, everything typed stays."""

    template_name = "components/fields.html"


class SeenForm(DeedForm):
    """Names the very task and text its reader had before him."""

    task = forms.IntegerField(required=False, widget=forms.HiddenInput)
    revision = forms.IntegerField(widget=forms.HiddenInput)
    hash = forms.CharField(widget=forms.HiddenInput)


def _why(label: str, help_text: str = "") -> forms.CharField:
    return forms.CharField(label=label, help_text=help_text, error_messages={"required": NO_REASON},
                           widget=forms.Textarea(attrs={"rows": 3}))  # fmt: skip


class SendBackForm(SeenForm):
    reason = _why("Cần sửa gì", "Người viết đọc đúng những dòng này.")

    def carry(self, remarks: int, own: int) -> None:
        """Say how many open remarks go with it; who made one himself need write nothing more (R-REASON-01)."""
        self.fields["reason"].required = not own
        if remarks:
            more = "; thầy/cô có thể để trống" if own else ""
            self.fields["reason"].help_text = f"Kèm {remarks} nhận xét, người viết thấy từng nhận xét tại chỗ{more}."


class OpinionForm(SeenForm):
    reason = _why("Ý kiến của thầy/cô")


class RefuseForm(SeenForm):
    ground = forms.ChoiceField(label="Căn cứ", choices=[("", "Chọn căn cứ…"), *REFUSAL_GROUNDS.items()],
                               error_messages={"required": NO_GROUND})  # fmt: skip
    reason = _why("Lý do", "Người viết đọc đúng những dòng này và có thể sửa rồi trình lại.")


class ReferForm(SeenForm):
    to = forms.ModelChoiceField(Person.objects.none(), label="Hỏi ủy viên", empty_label="Chọn ủy viên…",
                                error_messages={"required": "Hãy chọn một ủy viên của Ban để xin ý kiến. (Điều 12.4)"})  # fmt: skip
    reason = _why("Câu hỏi")

    def ask(self, members: QuerySet[Person]) -> None:
        self.fields["to"].queryset = members  # type: ignore[attr-defined]


class NudgeForm(DeedForm):
    words = forms.CharField(label="Lời nhắn", required=False, max_length=300, widget=forms.TextInput,
                            help_text="Một dòng cho người đang giữ bài; để trống cũng được.")  # fmt: skip


class WithdrawForm(DeedForm):
    ground = forms.ChoiceField(label="Căn cứ", choices=[("", "Chọn căn cứ…"), *WITHDRAWAL_GROUNDS.items()],
                               error_messages={"required": str(may_withdraw(1, _ME, "", "x"))})  # fmt: skip
    reason = forms.CharField(label="Lý do", widget=forms.Textarea(attrs={"rows": 3}),
                             error_messages={"required": str(may_withdraw(1, _ME, "other", ""))})  # fmt: skip


class ScheduleForm(DeedForm):
    usual = forms.ChoiceField(label="Đăng lúc", required=False, widget=forms.RadioSelect,
                              error_messages={"invalid_choice": "Giờ ấy vừa qua; hãy chọn giờ khác. (Điều 12.1)"})  # fmt: skip
    at = forms.DateTimeField(
        label="Giờ khác", help_text="Bài lên cổng vào giờ đã đặt, nếu khi ấy đã được duyệt.", required=False,
        widget=forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M"),
        error_messages={"invalid": "Giờ đăng chưa đúng; ví dụ 17:00 20/11/2026."},
    )  # fmt: skip

    def offer(self, now: datetime) -> None:
        """The hours people usually mean, each with its day."""
        hours = [(at.isoformat(), f"{told} ({hour(at)})") for told, at in usual_hours(now)]
        self.fields["usual"].choices = [*hours, ("", "Giờ khác, ghi ở dưới")]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        said: dict[str, Any] = super().clean() or {}
        if said.get("usual"):
            said["at"] = datetime.fromisoformat(said["usual"])
            self.errors.pop("at", None)
        elif not said.get("at") and "at" not in self.errors:
            self.add_error("at", NO_HOUR)
        return said


class WordsForm(DeedForm):
    """The words of a section or topic."""

    title = forms.CharField(label="Tên", max_length=120)
    intro = forms.CharField(label="Lời giới thiệu", required=False, widget=forms.Textarea(attrs={"rows": 5}),
                            help_text="Người đọc thấy ở đầu trang, sau khi được duyệt.")  # fmt: skip


class RewordForm(WordsForm):
    based_on = forms.CharField(widget=forms.HiddenInput)


class NewTopicForm(WordsForm):
    def clean_title(self) -> Any:
        title = self.cleaned_data["title"]
        if titles_taken(slug(title)):
            raise forms.ValidationError("Đã có trang mang tên này.")
        return title


class NewSectionForm(NewTopicForm):
    field = forms.ModelChoiceField(Field.objects.all(), label="Lĩnh vực", required=False, empty_label="Không thuộc lĩnh vực nào",
                                   help_text="Ủy viên phụ trách lĩnh vực này xem bài của chuyên mục.")  # fmt: skip
    audience = forms.ChoiceField(label="Ai đọc", choices=Section.Reach.choices)
    shape = forms.TypedChoiceField(
        label="Dạng", choices=Section.Shape.choices, required=False, empty_value=Section.Shape.NEWS.value,
        help_text="“Trang” dành cho giới thiệu, hướng dẫn, biểu thu: không lẫn vào tin, mỗi trang ghi ngày cập nhật.",
    )  # fmt: skip
    language = forms.TypedChoiceField(label="Tiếng", choices=Section.Language.choices, required=False,
                                      empty_value=Section.Language.VIETNAMESE.value)  # fmt: skip
    position = forms.IntegerField(label="Thứ tự trên trình đơn", initial=100, min_value=1, max_value=999)


class RemarkForm(DeedForm):
    """What somebody says of one sentence; whether he may, and whether it says something, is said by the rules."""

    revision = forms.IntegerField(widget=forms.HiddenInput)
    quote = forms.CharField(label="Câu được nhận xét", required=False, max_length=4000,
                            widget=forms.Textarea(attrs={"rows": 2}),
                            help_text="Để trống là nhận xét cả bài.")  # fmt: skip
    text = forms.CharField(
        label="Nhận xét", error_messages={"required": NO_WORDS}, widget=forms.Textarea(attrs={"rows": 3})
    )
