"""Lists that wait for the Head, as the desk tells of them: what the portal before had up (Điều 10.4, 14.2), and internal items
gathered by the Secretary (Điều 15.2)."""

from collections.abc import Iterable

from portal.approval.models import HistoryList, ReviewItem, ReviewList
from portal.approval.queries import Standing, gathered, open_lists, open_reviews
from portal.approval.rules import LIST_CLAUSE, Audience, StepKind, may_decide_list, may_decide_over
from portal.people.rules import Board

CLAUSE = "Điều 10.4, 14.2"
Waiting = HistoryList | ReviewList


def followed(person: int, board: Board) -> list[Waiting]:
    """The open lists this person decides over or follows: the Head, whoever acts for him, the Secretary."""
    return all_open() if person in board.leaders | board.secretaries else []


def all_open() -> list[Waiting]:
    """Every list that waits, oldest first of each sort."""
    return [*open_lists(), *open_reviews()]


def inside(found: Iterable[Waiting]) -> frozenset[int]:
    """The items, by page, that wait inside these lists and not by themselves."""
    some = any(isinstance(made, ReviewList) for made in found)
    return frozenset(gathered().values_list("page_id", flat=True)) if some else frozenset()


def is_gatherable(now: Standing) -> bool:
    """Whether an item is one the Secretary may gather: internal, at the Head's step."""
    return now.facts.audience is Audience.INTERNAL and now.open is not None and now.open.kind is StepKind.LEADER


def told_in_lists(stands: Iterable[Standing]) -> set[tuple[int, int, str]]:
    """Of these the texts, by page, task and hash, that the Head has seen in a list which was not taken back; one query, none
    where there is nothing to gather."""
    pages = [now.case.page_id for now in stands if is_gatherable(now)]
    if not pages:
        return set()
    found = ReviewItem.objects.filter(page__in=pages, list__called_off_at=None)
    return set(found.values_list("page_id", "task", "hash"))


def decides(person: int, made: Waiting, board: Board) -> bool:
    """Whether a list waits for this person's decision."""
    if isinstance(made, ReviewList):
        return may_decide_over(person, board) is None
    return may_decide_list(person, made.prepared_by_id, board) is None


def deciders(made: Waiting, board: Board) -> list[int]:
    """Everyone for whose decision a list waits."""
    return sorted(person for person in board.leaders if decides(person, made, board))


def for_whom(lists: Iterable[Waiting], board: Board) -> set[int]:
    """Everyone for whom one of some lists waits."""
    return {person for made in lists for person in deciders(made, board)}


def address_of(made: Waiting) -> str:
    """Its own screen (`operations.moving`, `intranet.bulk`)."""
    room = "noi-bo/danh-sach-duyet" if isinstance(made, ReviewList) else "viec/chuyen-cong"
    return f"/{room}/{made.pk}/"


def clause_of(made: Waiting) -> str:
    return LIST_CLAUSE if isinstance(made, ReviewList) else CLAUSE


def told(made: Waiting) -> str:
    """What there is to do, in words."""
    many = made.many  # type: ignore[union-attr]
    if isinstance(made, ReviewList):
        return f"{many} mục nội bộ chờ một lần duyệt" if many else "mọi mục đã để lại, chờ rút danh sách"
    return f"{many} bài của cổng cũ chờ một quyết định" if many else "mọi bài đã để lại, chờ khép danh sách"
