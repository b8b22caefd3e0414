"""What stands in the way of a text going up, whoever decides: other rooms say it, the deciding act and the guard ask."""

from collections.abc import Callable, Iterable
from datetime import datetime
from typing import Any

from portal.base.rules import Refusal

Asked = Callable[[Any, datetime], Iterable[Refusal]]
_asked: list[Asked] = []


def obstructs(asked: Asked) -> Asked:
    """Have a room say what stands in the way of a text: it takes the page object carrying the words and the hour."""
    _asked.append(asked)
    return asked


def obstacles(draft: Any, at: datetime) -> list[Refusal]:
    """Everything that stands in its way at this hour, with rule and clause; empty where it may go up."""
    return [refusal for asked in _asked for refusal in asked(draft, at)]
