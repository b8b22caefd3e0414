"""Figures about children: which of them are kept back so that nobody can be found in them (Luật 91/2025; domain rule R-TE5). Pure.

A group of one to four pupils tells who they are to whoever knows the class, so its figure is not printed. Nor may it be found out:

1. no figure from 1 to 4 is printed;
2. no such figure follows from the printed ones, by adding and subtracting in any order, within a table or between tables that
   count the same pupils (the same figure has the same key in all of them), nor because no count is below zero;
3. what is kept back under one total adds up to five or more, so that no small group follows from one subtraction either.

A nought is no group and is printed. Between terms, whose pupils' results differ, nothing can be subtracted.
"""

from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

SMALLEST = 5  # pupils: the smallest group whose figure is printed
MOST, ROUNDS = 10**6, 40  # pupils nobody has; how often limits are drawn closer
Key = Any  # whatever can be a key of a mapping: a class and a level, a sex and a grade
Row = dict[Key, Fraction]


@dataclass(frozen=True)
class Relation:
    """A figure that is the sum of others."""

    total: Key
    parts: tuple[Key, ...]

    @property
    def members(self) -> tuple[Key, ...]:
        return (*self.parts, self.total)


def is_small(count: int) -> bool:
    """Whether a group of so many pupils is not told of."""
    return 0 < count < SMALLEST


def kept_back(
    figures: Mapping[Key, int],
    relations: Sequence[Relation],
    unprinted: Set[Key] = frozenset(),
    known: Set[Key] = frozenset(),
) -> frozenset[Key]:
    """Which of these figures are not printed.

    `unprinted`: figures no table has, but which others give away (boys, where all and girls are printed). `known`: what everybody
    knows anyway, however small, and which is never hidden (how many are in a grade); hiding all parts of it tells nothing more.
    Of what may be hidden for another's sake parts go before totals, small before large, never a nought while there is more.
    ValueError where a total is not the sum of its parts or a count is below nought."""
    _add_up(figures, relations)
    hidden = (set(unprinted) | {key for key, count in figures.items() if is_small(count)}) - known
    while found := leaks(figures, relations, hidden, known):
        mere = {key for key in unprinted if not is_small(figures[key])}
        victim = _victim(figures, relations, hidden, found, known, mere)
        if victim is None:
            return frozenset(figures) - unprinted - known
        hidden.add(victim)
    return frozenset(hidden) - unprinted


def _add_up(figures: Mapping[Key, int], relations: Iterable[Relation]) -> None:
    wrong = next((one for one in relations if figures[one.total] != sum(figures[key] for key in one.parts)), None)
    if wrong is not None:
        raise ValueError(f"{wrong.total} is not the sum of its parts")
    if any(count < 0 for count in figures.values()):
        raise ValueError("a count below nought")


def leaks(
    figures: Mapping[Key, int], relations: Sequence[Relation], hidden: Set[Key], known: Set[Key] = frozenset()
) -> list[Set[Key]]:
    """The small groups somebody finds out who has every figure but the hidden ones: each as the keys that make it up."""
    whole = {frozenset(one.parts) for one in relations if one.total in known}
    found: list[Set[Key]] = []
    for row in [*_reduced(relations, hidden), *_lines(relations, hidden)]:
        if len(set(row.values())) == 1 and is_small(sum(figures[key] for key in row)) and frozenset(row) not in whole:
            found.append(frozenset(row))
    return found or _pinned(figures, relations, hidden)


def _lines(relations: Iterable[Relation], hidden: Set[Key]) -> list[Row]:
    """What one subtraction gives: the hidden parts under each printed total."""
    rows = [{key: Fraction(1) for key in one.parts if key in hidden} for one in relations if one.total not in hidden]
    return [row for row in rows if row]


def _reduced(relations: Iterable[Relation], hidden: Set[Key]) -> list[Row]:
    """The relations between hidden figures in reduced row echelon form: a row of one key is a figure that follows."""
    done: dict[Key, Row] = {}
    for one in relations:
        row: Row = {key: Fraction(1) for key in one.parts if key in hidden}
        if one.total in hidden:
            row[one.total] = Fraction(-1)
        for pivot in [key for key in row if key in done]:
            _subtract(row, done[pivot], row[pivot])
        if not row:
            continue
        pivot, by = next(iter(row.items()))
        row = {key: value / by for key, value in row.items()}
        for other in done.values():
            if pivot in other:
                _subtract(other, row, other[pivot])
        done[pivot] = row
    return list(done.values())


def _subtract(row: Row, other: Row, times: Fraction) -> None:
    for key, value in other.items():
        left = row.get(key, Fraction(0)) - times * value
        if left:
            row[key] = left
        else:
            row.pop(key, None)


def _pinned(figures: Mapping[Key, int], relations: Sequence[Relation], hidden: Set[Key]) -> list[Set[Key]]:
    """Small hidden figures that can be no other number, because no count is below nought: limits are drawn closer relation by
    relation until they stay."""
    low = {key: 0 if key in hidden else count for key, count in figures.items()}
    high = {key: MOST if key in hidden else count for key, count in figures.items()}
    for _ in range(ROUNDS):
        moved = [_closer(one, low, high, hidden) for one in relations]
        if not any(moved):
            break
    return [{key} for key in hidden if is_small(figures[key]) and low[key] == high[key]]


def _closer(one: Relation, low: dict[Key, int], high: dict[Key, int], hidden: Set[Key]) -> bool:
    """Draw the limits of one line closer; whether any moved."""
    least, most = sum(low[key] for key in one.parts), sum(high[key] for key in one.parts)
    bounds = [(one.total, least, most)]
    bounds += [(key, low[one.total] - (most - high[key]), high[one.total] - (least - low[key])) for key in one.parts]
    moved = False
    for key, floor, ceiling in bounds:
        if key in hidden and (floor > low[key] or ceiling < high[key]):
            low[key], high[key], moved = max(low[key], floor), min(high[key], ceiling), True
    return moved


def _victim(
    figures: Mapping[Key, int],
    relations: Sequence[Relation],
    hidden: Set[Key],
    found: Sequence[Set[Key]],
    known: Set[Key],
    mere: Set[Key],
) -> Key | None:
    """Which printed figure is hidden next for the sake of a leak: from a line where one hidden figure stands alone, as long as the
    leak hangs on it; else from a line with the leak; else from any with something hidden. `mere`: what no table has and nobody minds."""
    near = _connected(relations, hidden, min(found, key=lambda group: sorted(map(str, group))))
    alone = [one for one in near if len((hidden - mere) & set(one.members)) == 1]
    leaking = [one for one in near if any(group & set(one.members) for group in found)]
    for lines in (alone, leaking, near, relations):
        ranked = _ranked(figures, lines, hidden | known, alone)
        if ranked:
            return min(ranked)[-1]
    return None


def _connected(relations: Sequence[Relation], hidden: Set[Key], group: Set[Key]) -> list[Relation]:
    """The lines a group hangs on through hidden figures."""
    held, near = set(group), []
    waiting = list(relations)
    while reached := [one for one in waiting if held & set(one.members)]:
        near += reached
        waiting = [one for one in waiting if one not in reached]
        held |= {key for one in reached for key in one.members if key in hidden}
    return near


def _ranked(
    figures: Mapping[Key, int],
    lines: Sequence[Relation],
    shut: Set[Key],
    alone: Sequence[Relation],
) -> list[tuple[bool, bool, int, int, int, int, Key]]:
    """Printed figures of these lines, the best to hide first: parts, those that cover two lines at once, small ones."""
    return [
        (
            figures[key] == 0,
            key == one.total,
            -sum(key in other.members for other in alone),
            figures[key],
            line,
            place,
            key,
        )
        for line, one in enumerate(lines)
        for place, key in enumerate(one.members)
        if key not in shut
    ]
