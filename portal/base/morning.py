"""What else stands on the first page inside: a room says what waits there for a person, and knows nothing of the page (Điều 15.1).

The intranet's own works are laid out by its home; questions from families come here from the room that answers them.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple


class Line(NamedTuple):
    """One thing that waits: its words, where it is opened, what stands small beneath it."""

    title: str
    url: str
    note: str = ""


@dataclass(frozen=True)
class Panel:
    """A few lines under a title, with the way to all of them."""

    key: str
    title: str
    url: str
    lines: tuple[Line, ...]


Asked = Callable[[object, datetime], Panel | None]
_asked: list[Asked] = []


def stands_inside(asked: Asked) -> Asked:
    """Have a room tell a person of the staff what waits for him at an hour; None, or a panel without lines, shows nothing."""
    _asked.append(asked)
    return asked


def panels(person: object, at: datetime) -> list[Panel]:
    """What every room has for this person at this hour, in the order the rooms came."""
    found = (asked(person, at) for asked in _asked)
    return [panel for panel in found if panel is not None and panel.lines]
