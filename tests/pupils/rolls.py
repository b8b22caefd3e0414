"""A class of invented children, as the tests of this room stand on it."""

from datetime import date
from typing import Any

from portal.pupils.models import Pupil, SchoolClass
from portal.pupils.roll import actions
from tests.cast import NOW, Cast

SAID: dict[str, Any] = {"at": NOW, "channel": "test"}
DAY = date(2026, 9, 5)
NAMES = ("Mây Thử Một", "Gió Thử Hai", "Nắng Thử Ba", "Mưa Thử Bốn", "Sương Thử Năm")
BORN = date(2014, 3, 9)


def a_class(cast: Cast, name: str = "7A3", teacher: str = "lan", many: int = 3) -> tuple[SchoolClass, list[Pupil]]:
    """A class with its teacher and so many pupils; Khoa, who keeps no class, teaches none."""
    made = actions.open_class(2026, name, teacher=cast.people[teacher], by=cast.minh, **SAID)
    pupils = [
        actions.enrol(
            made, code=f"{name}-{number}", full_name=NAMES[number % 5], born=BORN, day=DAY, by=cast.minh, **SAID
        )
        for number in range(many)
    ]
    return made, pupils
