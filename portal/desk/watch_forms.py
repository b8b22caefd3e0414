"""What the list of everything is narrowed to, read from its address."""

from typing import Any

from django import forms

from portal.base.near import NEAR_DAY
from portal.base.ordering import titled
from portal.desk.queries.everything import ORDERS, STATES, Wanted
from portal.news.models import Section
from portal.news.rules import GENRE_TITLES
from portal.people.models import Field

NAMES = {"q": "words", "state": "state", "section": "section", "field": "field", "author": "author", "genre": "genre",
         "since": "since", "until": "until", "order": "order"}  # fmt: skip


def _day(label: str) -> forms.DateField:
    return forms.DateField(
        label=label,
        required=False,
        validators=NEAR_DAY,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )


class FilterForm(forms.Form):
    """A GET form: everything optional; what cannot be read is left out, and said."""

    use_required_attribute = False
    q = forms.CharField(label="Tên bài", required=False, max_length=100)
    state = forms.ChoiceField(label="Tình trạng", required=False, choices=[("", "Mọi tình trạng"), *STATES.items()])
    section = forms.TypedChoiceField(label="Chuyên mục", required=False, coerce=int, empty_value=None)
    field = forms.TypedChoiceField(label="Lĩnh vực", required=False, coerce=int, empty_value=None)
    author = forms.TypedChoiceField(label="Người viết", required=False, coerce=int, empty_value=None)
    genre = forms.ChoiceField(label="Thể loại", required=False, choices=[("", "Mọi thể loại"), *GENRE_TITLES.items()])
    since = _day("Thay đổi từ ngày")
    until = _day("đến hết ngày")
    order = forms.ChoiceField(label="Xếp", required=False, choices=[(key, title) for key, (title, _) in ORDERS.items()])

    def __init__(self, data: Any, *, writers: list[tuple[int, str]]) -> None:
        super().__init__(data)
        sections = Section.objects.order_by(titled()).values_list("pk", "title")
        fields = Field.objects.values_list("pk", "title")
        for name, first, rows in (("section", "Mọi chuyên mục", sections), ("field", "Mọi lĩnh vực", fields),
                                  ("author", "Mọi người viết", writers)):  # fmt: skip
            self.fields[name].choices = [("", first), *rows]  # type: ignore[attr-defined]

    def wanted(self) -> Wanted:
        """What could be read; the rest counts as not asked."""
        self.is_valid()
        typed = {ours: self.cleaned_data.get(name) for name, ours in NAMES.items()}
        return Wanted(**{name: value for name, value in typed.items() if value not in (None, "")})

    def narrowed(self) -> bool:
        return self.wanted() != Wanted()

    def folded(self) -> list[forms.BoundField]:
        """What is asked for less often stands under "Thêm điều kiện"."""
        return [self[name] for name in self.fields if name not in ("q", "state")]

    def asks_more(self) -> bool:
        """Whether any of that was asked for, so that it stands open."""
        return any(field.data for field in self.folded())
