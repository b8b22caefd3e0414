"""A text as somebody opened it: what a decision taken together with others is bound to."""

from dataclasses import asdict, dataclass
from typing import Any

from portal.approval.queries import Standing
from portal.approval.rules import may_decide
from portal.desk.rules import may_set_aside


@dataclass(frozen=True)
class Opened:
    """Which page, under which task, which revision with which hash."""

    page: int
    task: int
    revision: int
    hash: str

    def plain(self) -> dict[str, Any]:
        return asdict(self)


def opened_as(now: Standing) -> Opened:
    """The text of an item as it stands now."""
    return Opened(now.case.page_id, now.task_id() or 0, now.case.revision_id, now.case.hash)


def may_be_aside(now: Standing, person: int) -> bool:
    """Whether the review page offers to set the item aside."""
    acting = now.acts_as(person) if now.passage is not None else None
    reserved = may_decide(person, now.hands, now.vouchers, now.board)
    return may_set_aside(acting[0].kind if acting else None, reserved, opened=True) is None
