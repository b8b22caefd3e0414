"""Lines as a program gives them: their runs, what their style says they are, what is drawn before them."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from portal.base.text.legacy import Font, convert, font_named
from portal.files.office.paper import Run, Shot, Table


@dataclass(frozen=True)
class Mark:
    """What stands before an item: its depth from 0, a bullet or a number drawn as `label`."""

    depth: int
    bullet: bool
    number: int
    label: Run
    plain: bool  # an ordered list of the web draws this very number by itself

    def drawn(self) -> Run:
        """What stands before the item where it is written out; nothing before what only goes on."""
        return Run("– ") if self.bullet else replace(self.label, text=f"{self.label.text} ".lstrip())


@dataclass
class Line:
    """One paragraph: its runs, and what its style says it is."""

    runs: list[Run]
    level: int | None = None  # of a heading, 1 the highest
    caption: bool = False
    mark: Mark | None = None

    @property
    def ordinary(self) -> bool:
        return self.level is None and self.mark is None


Thing = Line | Table | Shot


@dataclass(frozen=True)
class Afloat:
    """What stands beside the text rather than in it; it comes after its paragraph."""

    things: list[Thing]


Inline = Run | Shot | Afloat


def told(runs: Iterable[Run]) -> str:
    """The words as a reader sees them on paper: old fonts converted, for knowing what a line is."""
    return "".join(convert(run.text, font_named(run.font or "") or Font.UNICODE) for run in runs).strip()
