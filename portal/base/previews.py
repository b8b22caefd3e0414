"""How a kind of page looks to readers before it is up: a room tells the desk its template and what goes into it, and the desk knows
no room (Điều 14.2: who approves has read what readers will)."""

from collections.abc import Callable
from datetime import datetime
from typing import Any, NamedTuple


class Preview(NamedTuple):
    """A public template and its words, for a text that may not be up yet."""

    template: str
    words: dict[str, Any]


Tell = Callable[[Any, datetime], Preview]
_kinds: dict[type, Tell] = {}


def looks_like(kind: type) -> Callable[[Tell], Tell]:
    """Have a room tell how its kind of page is read; it is asked with the newest text and the hour."""

    def known(tell: Tell) -> Tell:
        _kinds[kind] = tell
        return tell

    return known


def of(text: object, at: datetime) -> Preview | None:
    """How readers would get this text at this hour; None where its room says nothing."""
    tell = _kinds.get(type(text))
    return tell(text, at) if tell is not None else None
