"""The forms of internal notices. What is required is said by the rules, with their clauses."""

from typing import Any

from django import forms

from portal.base.days import TOO_FAR, is_far
from portal.base.forms import ManyFilesField, Refusing
from portal.base.ordering import named
from portal.intranet.carried import ACCEPTED, KINDS
from portal.intranet.models import InternalNotice
from portal.intranet.notices.actions import Words
from portal.intranet.notices.rules import GROUPS, SORTS, To
from portal.people.models import Unit
from portal.people.queries import staff


def _ticks(label: str, **more: Any) -> forms.TypedMultipleChoiceField:
    return forms.TypedMultipleChoiceField(label=label, required=False, widget=forms.CheckboxSelectMultiple, **more)


class NoticeForm(Refusing, forms.Form):
    """All of a notice on one page; files that came along stay with it whatever else is wrong."""

    use_required_attribute = False
    title = forms.CharField(
        label="Tiêu đề", max_length=255, error_messages={"required": "Thông báo cần có tiêu đề. (Điều 15.2)"}
    )
    sort = forms.ChoiceField(label="Loại", choices=[(one.value, name) for one, name in SORTS.items()])
    intro = forms.CharField(label="Nội dung", required=False, strip=False, widget=forms.Textarea(attrs={"rows": 10}),
                            help_text="Mỗi ý một dòng. Bảng biểu dài hãy để trong tệp kèm theo.")  # fmt: skip
    to_everyone = forms.BooleanField(label="Toàn trường: mọi cán bộ, giáo viên, nhân viên", required=False)
    to_units = _ticks("Tổ, đơn vị", coerce=int)
    to_offices = _ticks("Chức danh", choices=list(GROUPS.items()))
    to_people = _ticks("Từng người", coerce=int)
    acknowledge_by = forms.DateField(
        label="Phải xác nhận đã đọc, hết ngày", required=False, widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        help_text="Để trống thì không ai phải bấm “Tôi đã đọc”. Có ngày thì cổng nhắc trước một ngày và sau một ngày.",
        error_messages={"invalid": "Ngày chưa đúng; ví dụ 20/11/2026."},
    )  # fmt: skip
    uploads = ManyFilesField(label="Tệp kèm theo", required=False, accept=ACCEPTED, help_text=f"{KINDS}; chọn được nhiều tệp. "
                           "Chỉ người nhận thông báo mở được.")  # fmt: skip

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{"label_suffix": "", **kwargs})
        self.fields["to_units"].choices = [(unit.pk, str(unit)) for unit in Unit.objects.all()]  # type: ignore[attr-defined]
        self.fields["to_people"].choices = [(one.pk, str(one)) for one in staff().order_by(*named())]  # type: ignore[attr-defined]

    def clean_acknowledge_by(self) -> Any:
        day = self.cleaned_data["acknowledge_by"]
        if day is not None and is_far(day):
            raise forms.ValidationError(TOO_FAR)
        return day

    def words(self, papers: list[int]) -> Words:
        """What was typed, as the verbs take it."""
        given = self.cleaned_data
        to = To(
            given["to_everyone"],
            frozenset(given["to_offices"]),
            frozenset(given["to_units"]),
            frozenset(given["to_people"]),
        )
        return Words(given["title"], given["intro"], to, given["sort"], given["acknowledge_by"], tuple(papers))

    @property
    def many_people(self) -> int:
        """How many single people are ticked, so that their fold stands open."""
        return len(self["to_people"].value() or [])


def typed(notice: InternalNotice) -> dict[str, Any]:
    """A notice as its form shows it."""
    names = ("title", "sort", "intro", "to_everyone", "to_units", "to_offices", "to_people", "acknowledge_by")
    return {name: getattr(notice, name) for name in names}
