"""The school of the rules' tests: plain numbers, no database, and a short way to write a route down."""

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from portal.approval.rules import Facts, Hands, Holder, Route, Step
from portal.base.clock import ZONE
from portal.people.rules import Board, Grant, Office, in_force

MINH, HA, PHONG, CUC, DUNG, SEN, TRI, LAN, KHOA, VY, HOA, QUY, AN = range(1, 14)
NAMES = dict(
    enumerate(["minh", "ha", "phong", "cuc", "dung", "sen", "tri", "lan", "khoa", "vy", "hoa", "quy", "an"], 1)
)
CM, DD, VP = 10, 20, 30  # Chuyên môn has cúc, Đoàn – Đội has dũng, Văn phòng nobody

BOARD = Board(
    heads=frozenset({HA}), deputies=frozenset({PHONG}), secretaries=frozenset({SEN}), members=frozenset({CUC, DUNG}),
    fields={CM: frozenset({CUC}), DD: frozenset({DUNG})}, sysadmins=frozenset({TRI}), principals=frozenset({MINH}),
)  # fmt: skip
PLANNED = Facts(in_plan=True, field=CM)
FROM = datetime(2026, 11, 1, 0, 0, tzinfo=ZONE)
UNTIL = datetime(2026, 12, 1, 0, 0, tzinfo=ZONE)
SECOND = timedelta(seconds=1)
SHORT = {"member": "M", "secretary": "S", "leader": "L"}


def board(**changes: Any) -> Board:
    """The usual board with some things other; names of people in lists."""
    sets = {name: frozenset(value) if isinstance(value, list | set) else value for name, value in changes.items()}
    return replace(BOARD, **sets)


def away(*people: int, **more: Any) -> Board:
    return board(away=list(people), **more)


def paper(to: int, at: datetime, *, fields: set[int] | None = None, by: int = HA) -> tuple[Grant, ...]:
    """Delegation 05, in force from FROM until UNTIL, as it is seen at `at`."""
    grant = Grant(1, by, to, frozenset(fields or {CM}), "05/UN-BBT")
    return (grant,) if in_force(FROM, UNTIL, at) else ()


def hands(creator: int = LAN, *, authors: set[int] | None = None, editors: set[int] | None = None) -> Hands:
    """Who made the text; vy and the pupil an are not of the staff."""
    found = Hands(creator, frozenset(authors or {creator}), frozenset(editors or {creator}))
    return replace(found, outsiders=found.all & {VY, AN})


def told(route: Route) -> str:
    """A route in one line: "8 M:cuc > L:ha phong"; – a step skipped, ✓ done by handing in, + acting Head,
    ~ for the absent Secretary, @ under the delegation."""
    return f"{route.row} " + " > ".join(_step(step) for step in route.steps) if route.steps else str(route.row)


def _step(step: Step) -> str:
    name = SHORT[step.kind]
    if step.skipped_because:
        return f"{name}–"
    if step.done_by_submission:
        return f"{name}✓"
    return f"{name}:{' '.join(_holder(holder) for holder in step.holders)}"


def _holder(holder: Holder) -> str:
    mark = "@" if holder.grant is not None else "~" if holder.acting_for is not None else ""
    mark = "+" if holder.office is Office.ACTING_HEAD else mark
    return NAMES[holder.person] + mark
