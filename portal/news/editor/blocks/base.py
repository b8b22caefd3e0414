"""What every kind of block on screen shares."""

from collections.abc import Iterator, Mapping, Set
from typing import Any, ClassVar

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.forms.boundfield import BoundField

from portal.files.models import Picture
from portal.news.editor.keeping import Keeper
from portal.news.editor.mended import Mending
from portal.news.rules import Check

Shown = tuple[str, str, str]  # kind of block, field, the words in it


def area(rows: int) -> forms.Textarea:
    return forms.Textarea(attrs={"rows": rows})


class BlockForm(forms.Form):
    """A block on screen. `number` tells it from its neighbours; its place is where it stands in the page."""

    kind: ClassVar[str]
    title: ClassVar[str]
    template: ClassVar[str] = "components/fields.html"
    mended: ClassVar[tuple[str, ...]] = ()  # fields whose broken typing is mended
    is_text: ClassVar[bool] = True  # whether a text may consist of it alone
    use_required_attribute = False

    def __init__(self, number: int, *args: Any, keeper: Keeper, **kwargs: Any) -> None:
        self.number, self.keeper = number, keeper
        super().__init__(*args, prefix=f"b-{number}", label_suffix="", **kwargs)
        self.refused: list[tuple[str, str]] = []
        self.saving = False
        self.remarks: list[Any] = []  # what was said about its sentences
        self.lacks: list[Check] = []  # what it needs before the text is submitted

    @classmethod
    def shown(cls, value: Any) -> dict[str, Any]:
        """What the fields show for a stored value."""
        raise NotImplementedError

    def mend(self, mending: Mending, known: Set[Shown]) -> None:
        """Mend the words typed here; words that stand in the stored text are let be, whoever broke them."""
        for name in self.mended:
            typed = self.said(name)
            if typed and (self.kind, name, typed) not in known:
                self.put(name, mending.mend(self.title, typed))

    def settle(self, *, saving: bool) -> None:
        """Keep the files that came along; before anything is checked."""
        self.saving = saving

    def value(self) -> Any:
        """The value for `news.intake`, None where nothing was typed."""
        raise NotImplementedError

    def pictures_wanted(self) -> Iterator[int]:
        """Ids of pictures the screen shows small."""
        return iter(())

    def give_pictures(self, found: Mapping[int, Picture]) -> None: ...

    def pictures_told(self) -> Iterator[tuple[str, bool]]:
        """Each picture of the block: the id of the field that describes it, and whether it does."""
        return iter(())

    def words(self) -> str:
        """The words a reader would see of it, for finding a sentence."""
        return " ".join(self.said(name) for name in self.mended)

    def clean(self) -> dict[str, Any]:
        for name, message in self.refused:
            self.add_error(name, message)
        return self.cleaned_data

    def first_field(self) -> BoundField:
        """Where somebody is led who is sent to this block."""
        return self.visible_fields()[0]

    def said(self, name: str) -> str:
        """What stands in a field, typed or stored."""
        value = self.data.get(self.add_prefix(name)) if self.is_bound else self.initial.get(name)
        return str(value if value is not None else "").replace("\r\n", "\n").strip()

    def put(self, name: str, value: Any) -> None:
        self.data[self.add_prefix(name)] = str(value)

    def given_file(self) -> UploadedFile | None:
        return self.files.get(self.add_prefix("upload")) if self.is_bound else None
