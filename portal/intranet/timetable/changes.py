"""What differs between two timetables, class by class. Pure."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from portal.intranet.timetable.rules import Lesson, Session, Slot, class_key


@dataclass(frozen=True)
class Change:
    """What one class has in one period, before and after; None where it has nothing."""

    school_class: str
    slot: Slot
    before: Lesson | None
    after: Lesson | None


def difference(before: Iterable[Lesson], after: Iterable[Lesson]) -> list[Change]:
    """Where two timetables differ in subject, teacher or room, by class and in the order of the week."""
    old, new = _by_place(before), _by_place(after)
    changed = [
        Change(name, slot, _first(old, name, slot), _first(new, name, slot))
        for name, slot in {*old, *new}
        if [_words(one) for one in old.get((name, slot), ())] != [_words(one) for one in new.get((name, slot), ())]
    ]
    return sorted(
        changed, key=lambda one: (class_key(one.school_class), one.slot[0], one.slot[1] != Session.MORNING, one.slot[2])
    )


def _by_place(lessons: Iterable[Lesson]) -> dict[tuple[str, Slot], list[Lesson]]:
    found: dict[tuple[str, Slot], list[Lesson]] = defaultdict(list)
    for one in lessons:
        found[one.school_class, one.slot].append(one)
    return found


def _first(held: Mapping[tuple[str, Slot], list[Lesson]], name: str, slot: Slot) -> Lesson | None:
    return next(iter(held.get((name, slot), ())), None)


def _words(one: Lesson) -> tuple[str, str, str]:
    return one.subject, one.teacher, one.room
