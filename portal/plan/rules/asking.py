"""Who asks whom to write, and who sees what is owed (Điều 8.2, 11.3, 12.1)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from portal.base.rules import Ground, Refusal
from portal.people.rules import Board, Kind


@dataclass(frozen=True)
class Asked:
    """To whom an assignment goes, as its rules see it."""

    person: int | None = None
    unit: int | None = None
    kind: str = ""  # of the person
    active: bool = True  # has an account, not suspended
    posts: frozenset[int] = frozenset()  # fields a collaborator may write in
    units: frozenset[int] = frozenset()  # units the person is in


def may_assign(
    board: Board, by: int, field_id: int | None, led: frozenset[int], asked: Iterable[Asked]
) -> Refusal | None:
    """R-ASSIGN-01: Head and Secretary assign in any field, a Member in his own, a unit's leader inside his unit
    (Điều 8.2, 11.3, 12.1). `led` are the units this person leads; `asked` whom it concerns, before and after."""
    if by in board.leaders | board.secretaries | board.substitutes:
        return None
    if by in board.fields.get(field_id or 0, frozenset()):
        return None
    if led and all((one.unit in led) if one.unit is not None else bool(one.units & led) for one in asked):
        return None
    return Refusal(
        "R-ASSIGN-01", "Điều 8.2, 11.3, 12.1",
        "Trưởng ban, Thư ký giao bài ở mọi lĩnh vực; ủy viên giao trong lĩnh vực mình phụ trách; "
        "người phụ trách tổ, đơn vị giao trong tổ, đơn vị mình.",
    )  # fmt: skip


def one_asked(asked: Asked) -> Refusal | None:
    """R-ASSIGN-02: an assignment goes to one person or to one unit, never to both (Điều 8.2)."""
    if (asked.person is None) is not (asked.unit is None):
        return None
    return Refusal("R-ASSIGN-02", "Điều 8.2", "Giao cho một người hoặc cho một tổ, đơn vị: chọn đúng một.", "person",
                   Ground.NOT_READY)  # fmt: skip


def can_write(asked: Asked, field_id: int | None) -> Refusal | None:
    """R-ASSIGN-03: only who may write can be asked to: staff, or a collaborator of the field (Điều 11.3, 11.5)."""
    if asked.person is None:
        return None
    if asked.active and (asked.kind == Kind.STAFF or (asked.kind == Kind.COLLABORATOR and field_id in asked.posts)):
        return None
    return Refusal("R-ASSIGN-03", "Điều 11.3, 11.5", "Người này hiện không viết bài được trong lĩnh vực này.", "person",
                   Ground.NOT_READY)  # fmt: skip


def has_hour(due: datetime | None, at: datetime) -> Refusal | None:
    """R-ASSIGN-04: what is asked for has an hour that is still to come (Điều 8.2, 16.1.1)."""
    if due is not None and due > at:
        return None
    told = "Việc thường xuyên không có ngày kết thúc riêng: hãy ghi hạn nộp."
    if due is not None:
        told = f"Hạn theo Điều 16.1.1 đã qua ({due:%H:%M %d/%m/%Y}); hãy ghi một hạn nộp còn ở phía trước."
    return Refusal("R-ASSIGN-04", "Điều 8.2, 16.1.1", told, "due_on", Ground.NOT_READY)


def still_asked(*, released: bool, cancelled: bool) -> Refusal | None:
    """R-ASSIGN-05: nothing is asked for an activity called off, nor changed of what was released (Điều 8.2)."""
    if released:
        return Refusal("R-ASSIGN-05", "Điều 8.2", "Bài này đã thôi giao.", ground=Ground.CONFLICT)
    if cancelled:
        return Refusal("R-ASSIGN-05", "Điều 8.2", "Việc này đã hủy nên không giao bài nữa.", ground=Ground.CONFLICT)
    return None


@dataclass(frozen=True)
class Sight:
    """Whose debts a person sees: all, those of his fields, of units he leads, his own."""

    person: int
    everything: bool
    fields: frozenset[int]
    units: frozenset[int]
    follows: bool = False  # every item, whoever's it is: said by the room of items

    def sees(self, *, field_id: int | None, unit: int | None, people: frozenset[int], units: frozenset[int]) -> bool:
        """`people` who may answer for it, `units` the asked person is in."""
        if self.everything or self.person in people or (field_id is not None and field_id in self.fields):
            return True
        return unit in self.units if unit is not None else bool(units & self.units)


def sight(board: Board, person: int, led: frozenset[int]) -> Sight:
    """R-OWED-01: Head, Deputy, Secretary and school leaders see what everyone owes, a Member his fields, a unit's leader his
    unit, everyone his own (Điều 8.2, 11.3)."""
    over_all = board.leaders | board.deputies | board.secretaries | board.substitutes
    everything = person in over_all | board.principals | board.vice_principals
    fields = frozenset(one for one, members in board.fields.items() if person in members)
    return Sight(person, everything, fields, led)


def may_oversee(seen: Sight, *, field_id: int | None, unit: int | None, person: int | None) -> Refusal | None:
    """R-OWED-02: a list narrowed to a field, a unit or a person opens to whoever sees into it (Điều 8.2, 11.3)."""
    allowed = (
        seen.everything
        or (field_id is not None and field_id in seen.fields)
        or (unit is not None and unit in seen.units)
        or (person is not None and (person == seen.person or bool(seen.fields | seen.units)))
        or (field_id, unit, person) == (None, None, None)
    )
    if allowed:
        return None
    return Refusal("R-OWED-02", "Điều 8.2, 11.3", "Thầy/cô chỉ xem bài được giao trong phần mình phụ trách.")
