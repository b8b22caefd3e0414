"""What the worker does again and again: a room says what and how often, the worker gives the hour."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from django.utils import timezone

from portal.base.models import Cursor

Verb = Callable[[datetime], object]
ALWAYS = timedelta(0)


@dataclass(frozen=True)
class Tick:
    """One recurring verb. It takes the hour and must bear being run twice."""

    name: str
    verb: Verb
    every: timedelta


_ticks: dict[str, Tick] = {}


def tick(every: timedelta = ALWAYS) -> Callable[[Verb], Verb]:
    """Have the worker run a verb, each round or not sooner than `every`."""

    def register(verb: Verb) -> Verb:
        name = f"{verb.__module__}.{verb.__qualname__}"
        _ticks[name] = Tick(name, verb, every)
        return verb

    return register


def ticks() -> tuple[Tick, ...]:
    """Everything registered so far, in order of registration."""
    return tuple(_ticks.values())


PULSE = "worker"  # a row beside the listeners': its position is the machine's second of the last sign of life
BEATS = timedelta(seconds=10)


def beat(at: datetime) -> None:
    """The worker says that it is alive, by the machine's clock."""
    Cursor.objects.update_or_create(listener=PULSE, defaults={"position": int(timezone.now().timestamp())})


def last_beat() -> datetime | None:
    """When the worker last said so; None where it never ran."""
    second = Cursor.objects.filter(listener=PULSE).values_list("position", flat=True).first()
    return datetime.fromtimestamp(second, UTC) if second is not None else None
