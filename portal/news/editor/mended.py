"""What was mended in the words on screen, to be told after saving (see base.mending)."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from django.contrib import messages
from django.http import HttpRequest
from django.template.loader import render_to_string

from portal.base import mending

SHOWN = 8  # places shown; the count names them all


@dataclass
class Mending:
    """Every slip of one save, and the texts it was in."""

    slips: Counter[str] = field(default_factory=Counter)
    texts: list[tuple[str, str, str]] = field(default_factory=list)  # which field, as typed, as kept

    def mend(self, label: str, typed: str) -> str:
        """The text as it will be kept."""
        found = mending.mend(typed)
        if found.text != typed:
            self.slips += found.slips
            self.texts.append((label, typed, found.text))
        return found.text

    def __bool__(self) -> bool:
        return bool(self.texts)

    @property
    def told(self) -> str:
        return mending.told(self.slips)

    def places(self) -> Iterator[tuple[str, mending.Place]]:
        """The first places, with the field each is in."""
        found = ((label, place) for label, typed, kept in self.texts for place in mending.places(typed, kept))
        for _, one in zip(range(SHOWN), found, strict=False):
            yield one


def tell(request: HttpRequest, mended: Mending) -> None:
    """Say after saving what was mended, with the way to see it; nothing where nothing was."""
    if mended:
        messages.info(request, render_to_string("news/mended.html", {"mending": mended}))
