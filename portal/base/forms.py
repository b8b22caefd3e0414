"""Forms of verbs: what a rule refused stands at its field, and everything typed is still there."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile

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


class ManyFiles(forms.ClearableFileInput):
    allow_multiple_selected = True


class ManyFilesField(forms.FileField):
    """Several files chosen at once, an empty list where none; `accept` as HTML has it: kinds the chooser offers."""

    def __init__(self, *, accept: str = "", **kwargs: Any) -> None:
        super().__init__(widget=ManyFiles(attrs={"accept": accept} if accept else {}), **kwargs)

    def clean(self, data: Any, initial: Any = None) -> list[UploadedFile]:
        given = data if isinstance(data, list | tuple) else [data]
        return [super(ManyFilesField, self).clean(one, initial) for one in given if one]
