"""The form of the front page: which story leads, which are pinned, which sections stand in which order."""

from collections.abc import Sequence
from typing import Any

from django import forms

from portal.desk.forms import DeedForm
from portal.news.models import Article, Section
from portal.news.queries import Layout
from portal.news.rules import PINS

AUTOMATIC = "Tự động: bài mới nhất có ảnh"


class HomeForm(DeedForm):
    """Whether what is chosen may be chosen is said by the rules, with their clauses."""

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
        return [{"show": self[f"show_{one.pk}"], "rank": self[f"rank_{one.pk}"]} for one in self.listed]

    def chosen(self) -> dict[str, Any]:
        """What the verb takes."""
        said = self.cleaned_data
        pins = [said[f"pin_{number + 1}"] for number in range(PINS)]
        shown = [one for one in self.listed if said[f"show_{one.pk}"]]
        order = {one.pk: (said[f"rank_{one.pk}"], place) for place, one in enumerate(self.listed)}
        return {
            "lead": said["lead"],
            "pins": [pk for pk in pins if pk],
            "shown": [one.pk for one in sorted(shown, key=lambda one: order[one.pk])],
        }


def _pick(label: str, choices: list[tuple[Any, str]], initial: int | None) -> forms.IntegerField:
    return forms.IntegerField(label=label, required=False, initial=initial or "", widget=forms.Select(choices=choices))
