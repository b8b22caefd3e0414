"""What every form about people is made of. Forms read; the verbs decide."""

from collections.abc import Callable, Iterator, Mapping
from datetime import datetime
from typing import Any

from django import forms

from portal.base.clock import day_is_over
from portal.base.near import NEAR_DAY, NEAR_HOUR
from portal.base.refused import STATUS, Refused
from portal.base.text import name_key
from portal.people import queries, spans
from portal.people.models import Person


class VerbForm(forms.Form):
    """A form whose verb may refuse: the sentence stands at its field, everything typed stays."""

    refused_as = 422
    use_required_attribute = False
    stands_at: Mapping[str, str] = {}  # where a rule's field has another name on this form

    def tries(self, verb: Callable[[dict[str, Any]], object]) -> bool:
        """Do it if what was typed can be read; False with the errors in place."""
        if not self.is_valid():
            return False
        try:
            verb(self.cleaned_data)
        except Refused as no:
            self.take(no)
            return False
        return True

    def take(self, no: Refused) -> None:
        """Put each refusal where it belongs."""
        self.refused_as = STATUS[no.ground]
        for refusal in no.refusals:
            field = self.stands_at.get(refusal.field, refusal.field)
            self.add_error(field if field in self.fields else None, str(refusal))

    @property
    def status(self) -> int:
        return self.refused_as if self.is_bound and self.errors else 200


class ByName(forms.models.ModelChoiceIterator):
    """People in the order of Vietnamese names: given name first."""

    def __iter__(self) -> Iterator[Any]:
        if self.field.empty_label is not None:
            yield ("", self.field.empty_label)
        for person in sorted(self.queryset, key=lambda person: name_key(str(person))):
            yield self.choice(person)


class PersonField(forms.ModelChoiceField):  # type: ignore[type-arg]
    iterator = ByName

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(
            queryset=kwargs.pop("queryset", None) or queries.staff(), empty_label="– Chọn người –", **kwargs
        )

    def label_from_instance(self, obj: Person) -> str:
        return f"{obj} ({obj.username})"


class DayField(forms.DateField):
    def __init__(self, **kwargs: Any) -> None:
        widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
        super().__init__(widget=widget, validators=NEAR_DAY, **kwargs)


class MomentField(forms.DateTimeField):
    def __init__(self, **kwargs: Any) -> None:
        widget = forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M")
        super().__init__(widget=widget, validators=NEAR_HOUR, **kwargs)


class TapField(forms.ChoiceField):
    """Something to tap, which a day typed elsewhere may stand in for."""

    widget = forms.RadioSelect

    def validate(self, value: Any) -> None:
        if value not in self.empty_values:
            super().validate(value)


class UntilForm(VerbForm):
    """From now until a day one taps; a day typed below wins over the tap."""

    until = TapField(label="Đến khi nào")
    last_day = DayField(label="Hoặc đến hết ngày", required=False)
    offered: tuple[str, ...] = ("hom-nay", "thu-sau", "tuan-sau", "thang")
    stands_at: Mapping[str, str] = {"ends": "until"}

    def __init__(self, *args: Any, at: datetime, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.at = at
        today = at.date()
        named = [(key, spans.label(key, today)) for key in self.offered if key != spans.OPEN]
        if spans.OPEN in self.offered:
            named.append((spans.OPEN, "Đến khi tôi báo đã trở lại"))
        self.fields["until"].choices = named  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        typed = super().clean() or {}
        day, tapped = typed.get("last_day"), typed.get("until")
        if day is None and not tapped and not self.errors:
            self.add_error("until", "Xin chọn đến khi nào.")
        elif tapped and tapped != spans.OPEN:
            day = day or spans.last_days(self.at.date())[tapped]
        typed["ends"] = day_is_over(day)
        return typed


def reason_field(label: str = "Lý do", **kwargs: Any) -> forms.CharField:
    """Some lines of words."""
    return forms.CharField(label=label, widget=forms.Textarea(attrs={"rows": 3}), **kwargs)
