"""The forms of the desk. What is required is said by the rules, with their clauses, not by the forms."""

from typing import Any

from django import forms
from django.db.models import QuerySet

from portal.approval.rules import REFUSAL_GROUNDS, WITHDRAWAL_GROUNDS, Verb, may_withdraw, must_say_why
from portal.base.refused import Refused
from portal.base.text import slug
from portal.desk.queries.board import titles_taken
from portal.news.models import Section
from portal.people.models import Field, Person
from portal.people.rules import Board

NO_REASON = str(must_say_why(Verb.SEND_BACK, "", ""))
NO_GROUND = str(must_say_why(Verb.REFUSE, "x", ""))
_ME = Board(sysadmins=frozenset({1}))


class DeedForm(forms.Form):
    """A form of one deed; refusals land at their fields, everything typed stays."""

    template_name = "components/fields.html"

    def refuse(self, refused: Refused) -> None:
        for refusal in refused.refusals:
            self.add_error(refusal.field if refusal.field in self.fields else None, str(refusal))


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


class WithdrawForm(DeedForm):
    ground = forms.ChoiceField(label="Căn cứ", choices=[("", "Chọn căn cứ…"), *WITHDRAWAL_GROUNDS.items()],
                               error_messages={"required": str(may_withdraw(1, _ME, "", "x"))})  # fmt: skip
    reason = forms.CharField(label="Lý do", widget=forms.Textarea(attrs={"rows": 3}),
                             error_messages={"required": str(may_withdraw(1, _ME, "other", ""))})  # fmt: skip


class ScheduleForm(DeedForm):
    at = forms.DateTimeField(
        label="Giờ đăng", help_text="Bài lên cổng vào giờ này, nếu khi ấy đã được duyệt.",
        widget=forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M"),
        error_messages={"required": "Hãy chọn giờ đăng. (Điều 12.1)", "invalid": "Giờ đăng chưa đúng; ví dụ 17:00 20/11/2026."},
    )  # fmt: skip


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
    position = forms.IntegerField(label="Thứ tự trên trình đơn", initial=100, min_value=1, max_value=999)
