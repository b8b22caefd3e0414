"""Forms of verbs: what a rule refused stands at its field, and everything typed is still there."""

from collections.abc import Iterable
from typing import Any

from django import forms

from portal.base.refused import Refused
from portal.base.rules import Refusal


class Refusing(forms.BaseForm):
    """A form whose verb may refuse."""

    def refuse(self, refused: Refused) -> None:
        """Have each refusal stand at its field, or on top where it has none here."""
        self.say(refused.refusals)

    def say(self, refusals: Iterable[Refusal]) -> None:
        for refusal in refusals:
            self.add_error(refusal.field if refusal.field in self.fields else None, str(refusal))


class Told(Refusing, forms.Form):
    """The same, its labels without colons; what is missing is said in our own words, not by the browser."""

    use_required_attribute = False

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{"label_suffix": "", **kwargs})
