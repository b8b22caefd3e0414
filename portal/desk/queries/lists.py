"""Lists of what the portal before had up that wait for the Head, as the desk tells of them (Điều 10.4, 14.2)."""

from collections.abc import Iterable

from portal.approval.models import HistoryList
from portal.approval.queries import open_lists
from portal.approval.rules import may_decide_list
from portal.people.rules import Board

CLAUSE = "Điều 10.4, 14.2"


def followed(person: int, board: Board) -> list[HistoryList]:
    """The open lists this person decides over or follows: the Head, whoever acts for him, the Secretary."""
    return list(open_lists()) if person in board.leaders | board.secretaries else []


def decides(person: int, made: HistoryList, board: Board) -> bool:
    """Whether a list waits for this person's decision."""
    return may_decide_list(person, made.prepared_by_id, board) is None


def deciders(made: HistoryList, board: Board) -> list[int]:
    """Everyone for whose decision a list waits."""
    return sorted(person for person in board.leaders if decides(person, made, board))


def for_whom(lists: Iterable[HistoryList], board: Board) -> set[int]:
    """Everyone for whom one of some lists waits."""
    return {person for made in lists for person in deciders(made, board)}


def address_of(made: HistoryList) -> str:
    """Its own screen (`operations.moving`)."""
    return f"/viec/chuyen-cong/{made.pk}/"


def told(many: int) -> str:
    """What there is to do, in words."""
    return f"{many} bài của cổng cũ chờ một quyết định" if many else "mọi bài đã để lại, chờ khép danh sách"
