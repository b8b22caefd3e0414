"""The forms of what the school discloses. What is required is said by the rules, with their clauses."""

from collections.abc import Iterable, Sequence
from typing import Any

from django import forms

from portal.base.forms import ManyFilesField, Told
from portal.people.models import Person
from portal.records.disclosures.actions import Given
from portal.records.disclosures.queries import Row
from portal.records.disclosures.typed import tables_of, text_of
from portal.records.models import Disclosure

NOBODY = ("", "– chưa giao ai –")


def _day(label: str, **more: Any) -> forms.DateField:
    return forms.DateField(
        label=label, required=False, widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={"invalid": "Ngày chưa đúng; ví dụ 30/11/2026."}, **more,
    )  # fmt: skip


class PointForm(Told):
    """What a point says."""

    words = forms.CharField(label="Nội dung", required=False, widget=forms.Textarea(attrs={"rows": 8}),
                            help_text="Cách nhau một dòng trống là sang đoạn mới.")  # fmt: skip
    tables = forms.CharField(
        label="Bảng số liệu", required=False, strip=False, widget=forms.Textarea(attrs={"rows": 10, "class": "mono"}),
        help_text="Dòng đầu là tên bảng, dòng hai là tiêu đề các cột, rồi từng dòng số liệu. Các ô cách nhau bằng dấu | hoặc dán thẳng "
        "từ Excel. Hết một bảng thì để một dòng trống.",
    )  # fmt: skip
    files = ManyFilesField(label="Thêm tệp", required=False, help_text="PDF, Word, Excel; chọn được nhiều tệp một lần.")
    change = forms.CharField(label="Khác bản trước ở đâu", required=False, max_length=300,
                             help_text="Người đọc thấy dòng này cạnh bản cũ.")  # fmt: skip

    def given(self) -> Given:
        said = self.cleaned_data
        return Given(said["words"], tables_of(said["tables"]), said.get("change", ""))


def typed(draft: Disclosure) -> dict[str, Any]:
    """A point as its form shows it."""
    return {"words": draft.words, "tables": text_of(draft.tables), "change": "" if draft.live else draft.change}


class ChargesForm(Told):
    """Who answers for each point of a year, on one page."""

    def __init__(self, *args: Any, rows: Iterable[Row], staff: Sequence[Person], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = [NOBODY, *((one.pk, one.full_name or one.username) for one in staff)]
        for row in rows:
            held = row.person
            more = [(held.pk, str(held))] if held is not None and held not in staff else []
            self.fields[row.point.slug] = forms.TypedChoiceField(
                label=f"{row.point.code} {row.point.title}", coerce=int, empty_value=None, required=False,
                choices=[*choices[held is not None :], *more], initial=held.pk if held is not None else "",
            )  # fmt: skip


class ChangeForm(Told):
    """That what is up became another."""

    changed_on = _day("Ngày thay đổi chính thức")
    what = forms.CharField(label="Nội dung gì đã thay đổi", required=False, max_length=300)


class PostingForm(Told):
    """A copy on the notice-board."""

    posted_on = _day("Ngày niêm yết")
    place = forms.CharField(label="Nơi niêm yết", required=False, max_length=200, initial="Bảng tin cổng trường")
    witnesses = forms.CharField(label="Người chứng kiến", required=False, widget=forms.Textarea(attrs={"rows": 3}),
                                help_text="Mỗi dòng một người: họ tên, chức vụ. Ít nhất hai người.")  # fmt: skip


class RemovalForm(Told):
    """It came off the board."""

    removed_on = _day("Ngày gỡ")
