"""The form of the front page: which story leads, which are pinned, which sections stand in which order, from when on."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django import forms
from django.http import QueryDict

from portal.base.text import is_number
from portal.desk.forms import DeedForm
from portal.news.models import Article, Section
from portal.news.queries import Layout
from portal.news.rules import PINS

AUTOMATIC = "Tự động: bài mới nhất có ảnh"
UP, DOWN = "len", "xuong"


class HomeForm(DeedForm):
    """Whether what is chosen may be chosen, and from when on, is said by the rules, with their clauses."""

    starts = forms.DateTimeField(
        label="Bắt đầu từ", required=False,
        help_text="Bỏ trống: người đọc thấy ngay khi lưu. Có giờ: trang chủ tự đổi đúng giờ ấy.",
        error_messages={"invalid": "Giờ bắt đầu chưa đúng dạng ngày, giờ."},
        widget=forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M"),
    )  # fmt: skip

    def __init__(
        self, data: Any = None, *, articles: Sequence[Article], sections: Sequence[Section], layout: Layout
    ) -> None:
        super().__init__(data)
        self.listed = sections
        titles = [(one.pk, f"{one.title} ({one.section.title})") for one in articles]
        self.fields["lead"] = _pick("Bài mở đầu", [("", AUTOMATIC), *titles], layout.lead)
        for number in range(PINS):
            pinned = layout.pins[number] if number < len(layout.pins) else None
            self.fields[f"pin_{number + 1}"] = _pick(f"Bài ghim {number + 1}", [("", "Không ghim"), *titles], pinned)
        for rank, section in enumerate(sections, start=1):
            self.fields[f"show_{section.pk}"] = forms.BooleanField(
                label=section.title, required=False, initial=section.pk not in layout.hidden
            )
            self.fields[f"rank_{section.pk}"] = forms.IntegerField(
                label=f"Thứ tự của {section.title}", min_value=1, max_value=999, initial=rank,
                widget=forms.NumberInput(attrs={"inputmode": "numeric"}),
            )  # fmt: skip

    def stories(self) -> list[Any]:
        return [self["lead"], *(self[f"pin_{number + 1}"] for number in range(PINS))]

    def rows(self) -> list[dict[str, Any]]:
        """Each section with its two fields, in the order of the page."""
        return [{"pk": one.pk, "show": self[f"show_{one.pk}"], "rank": self[f"rank_{one.pk}"]} for one in self.listed]

    def chosen(self) -> dict[str, Any]:
        """What the verb takes; the hour aside."""
        said = self.cleaned_data
        pins = [said[f"pin_{number + 1}"] for number in range(PINS)]
        shown = [one for one in self.listed if said[f"show_{one.pk}"]]
        order = {one.pk: (said[f"rank_{one.pk}"], place) for place, one in enumerate(self.listed)}
        return {
            "lead": said["lead"],
            "pins": [pk for pk in pins if pk],
            "shown": [one.pk for one in sorted(shown, key=lambda one: order[one.pk])],
        }

    def begins(self) -> datetime | None:
        """The hour asked for; None for at once."""
        found: datetime | None = self.cleaned_data.get("starts")
        return found


def in_order(given: QueryDict, sections: Sequence[Section]) -> list[Section]:
    """Sections by the numbers that were sent; where none was, in the place they had."""
    sent = {one.pk: given.get(f"rank_{one.pk}", "") for one in sections}
    ranks = {one.pk: int(sent[one.pk]) if is_number(sent[one.pk]) else place for place, one in enumerate(sections, 1)}
    return sorted(sections, key=lambda one: ranks[one.pk])


def moved(given: QueryDict, sections: Sequence[Section], do: str) -> tuple[QueryDict, list[Section]]:
    """What was sent with one section a place higher (`len:PK`) or lower (`xuong:PK`), everything else as it was."""
    verb, _, what = do.partition(":")
    order = in_order(given, sections)
    place = next((number for number, one in enumerate(order) if str(one.pk) == what), 0)
    other = place + (-1 if verb == UP else 1)
    if verb in (UP, DOWN) and 0 <= other < len(order):
        order[place], order[other] = order[other], order[place]
    changed = given.copy()
    for rank, one in enumerate(order, start=1):
        changed[f"rank_{one.pk}"] = str(rank)
    return changed, order


def _pick(label: str, choices: list[tuple[Any, str]], initial: int | None) -> forms.IntegerField:
    return forms.IntegerField(label=label, required=False, initial=initial or "", widget=forms.Select(choices=choices))
