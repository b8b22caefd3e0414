"""What the worker does again and again: a room says what and how often, the worker gives the hour."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

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
