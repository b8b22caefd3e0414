"""The form of one place: which page stands there, or which pages in which order."""

from collections.abc import Sequence
from typing import Any

from django import forms

from portal.desk.forms import DeedForm
from portal.desk.queries.places import Choice, Row
from portal.news.models import Section

SPARE = 3  # empty lines a place of several pages offers


class PlaceForm(DeedForm):
    """Whether a page may stand there is said by the rules, with their clauses."""

    def __init__(self, data: Any = None, *, row: Row, offered: Sequence[tuple[str, list[Choice]]]) -> None:
        super().__init__(data)
        here = [(page.pk, page.title) for page in row.pages]
        known = {pk for _, group in offered for pk, _ in group}
        groups = [
            *offered,
            *([("Đang đứng ở đây", lost)] if (lost := [one for one in here if one[0] not in known]) else []),
        ]
        lines = len(here) + SPARE if row.place.many else 1
        for number in range(1, lines + 1):
            label = f"Trang thứ {number}" if row.place.many else "Trang đứng ở đây"
            self.fields[f"page_{number}"] = forms.IntegerField(
                label=label, required=False, min_value=1, max_value=10**18, initial=here[number - 1][0] if number <= len(here) else "",
                widget=forms.Select(choices=[("", "Để trống"), *groups]),
            )  # fmt: skip

    def chosen(self) -> list[int]:
        """The pages in the order of the lines, empty ones left out."""
        return [pk for pk in self.cleaned_data.values() if pk is not None]


class ShelfForm(DeedForm):
    """Where a section stands and how it is shown."""

    position = forms.IntegerField(label="Thứ tự trên trình đơn", widget=forms.NumberInput(attrs={"inputmode": "numeric"}),
                                  help_text="Số nhỏ đứng trước; cùng số thì xếp theo tên.")  # fmt: skip
    shape = forms.ChoiceField(label="Dạng", choices=Section.Shape.choices,
                              help_text="Đổi dạng không đổi lời nào; bài đã đăng vẫn mở được.")  # fmt: skip
    language = forms.ChoiceField(label="Tiếng", choices=Section.Language.choices)
