"""Praise lists in a text: stored by number, shown by the names the rolls have at that hour."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Any

from portal.base import clock
from portal.base.rules import Refusal
from portal.base.text import nfc
from portal.people.models import Person
from portal.pupils.queries import may_bind_praise, praise_matched, praise_shown, praise_typed_again
from portal.pupils.rules import PraiseLine, PraiseRow, line_refused, not_too_long

FIELDS = ("pupil", "room", "adult", "post", "award")
LARGEST = 2**31
LONGEST = {"adult": 200, "post": 40, "award": 200}


def rows_of(value: Mapping[str, Any]) -> list[PraiseRow]:
    """The rows of a stored or given list as values."""
    rows = (row.get("value", row) if isinstance(row, dict) else row for row in value["rows"])
    return [
        PraiseRow(row["pupil"] or None, row["room"] or None, row["adult"] or "", row["post"] or "", row["award"])
        for row in rows
    ]


def as_stored(row: PraiseRow) -> dict[str, Any]:
    return {name: getattr(row, name) for name in FIELDS}


def shown(value: Mapping[str, Any]) -> dict[str, Any]:
    """What readers see of a list now: the rows whose consent stands, whether classes and posts stand beside each name, and
    whether any row is left."""
    rows = [row for row in praise_shown(rows_of(value), clock.now()) if row.agreed]
    return {"rows": rows, "placed": any(row.room for row in rows)}


def praise_lines(value: Mapping[str, Any], *, named: bool) -> list[str]:
    """A list as its reviewers compare it; of whoever does not agree no name, and of nobody where it leaves the portal."""
    if not named:
        return [" | ".join((row.adult or f"em số {row.pupil}", row.award)) for row in rows_of(value)]
    told = praise_shown(rows_of(value), clock.now())
    return [" | ".join(filter(None, (row.name or "(em chưa có đồng ý)", row.room, row.award))) for row in told]


def taken(
    value: Any, *, by: Person, at: datetime, already: Collection[tuple[int, int]]
) -> tuple[list[PraiseRow], list[Refusal]]:
    """Rows as somebody gives them for a text that names `already`, each with the pupil it is of; what stands against it, line by
    line. Raises TypeError, ValueError, KeyError, AttributeError where it has no such shape."""
    rows = given(value)
    if (too_long := not_too_long(len(rows))) is not None:
        return [], [too_long]
    found, faults = praise_matched([line for row, line in rows if line is not None and row.pupil is None], at)
    by_number = {line.number: row for line, row in found}
    bare = [number for number, (row, _) in enumerate(rows, 1) if not row.award and number not in dict(faults)]
    wrong = sorted([*faults, *((number, "chưa ghi danh hiệu.") for number in bare)])
    if wrong:
        return [], [line_refused(number, words) for number, words in wrong]
    bound = [
        (row if line is None or row.pupil else by_number[line.number], line.name if line else "") for row, line in rows
    ]
    return [row for row, _ in bound], may_bind_praise(bound, by, at, already)


def given(value: Any) -> list[tuple[PraiseRow, PraiseLine | None]]:
    """Rows as a program or the editor gives them: by number, each with the name said beside it, or by name and class. Raises
    TypeError, ValueError, KeyError, AttributeError."""
    rows = value.get("rows", []) if isinstance(value, dict) else value
    return [_given(number, row) for number, row in enumerate(rows, 1)]


def _given(number: int, row: Mapping[str, Any]) -> tuple[PraiseRow, PraiseLine | None]:
    said = {
        name: " ".join(nfc(str(row.get(name) or "")).split()) for name in ("adult", "post", "award", "name", "class")
    }
    if any(len(said[name]) > most for name, most in LONGEST.items()):
        raise ValueError(number)
    if row.get("pupil") is not None:
        pupil, room = int(row["pupil"]), int(row["room"])
        if not (0 < pupil < LARGEST and 0 < room < LARGEST):
            raise ValueError(number)
        return PraiseRow(pupil, room, award=said["award"]), PraiseLine(number, said["name"])
    if said["adult"]:
        return PraiseRow(adult=said["adult"], post=said["post"], award=said["award"]), None
    return PraiseRow(award=said["award"]), PraiseLine(number, said["name"], said["class"], said["award"])


def as_typed(rows: Sequence[PraiseRow], at: datetime) -> list[tuple[str, dict[str, Any]]]:
    """Stored rows as the editor has them: the line somebody would type, and the row it gives `taken`."""
    return [
        (row_text([again.name, again.room, again.award]),
         {"pupil": row.pupil, "room": row.room, "name": again.name, "award": row.award} if row.pupil
         else {"adult": row.adult, "post": row.post, "award": row.award})
        for row, again in zip(rows, praise_typed_again(rows, at), strict=True)
    ]  # fmt: skip


def row_text(cells: Sequence[str]) -> str:
    return " | ".join(cells).rstrip(" |")
