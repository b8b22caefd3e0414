"""What the week's letter tells of the faults of what is up: whom they concern, each person's own, the Secretary's summary."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from portal.operations.care.queries import Row, Wanted, found, open_by_kind, rows
from portal.operations.care.rules import Kind, may_see, responsible
from portal.operations.models import Finding, Place
from portal.people.models import Person
from portal.people.rules import Board

WEEK = timedelta(days=7)
MOST_TOLD = 15  # faults in one letter; the rest are on the screen


@dataclass(frozen=True)
class Week:
    """One person's part: his own faults, the weightiest told and `many` in all; for whoever looks after all of them how
    many are open of each kind, how many were found and closed since a week ago."""

    mine: Sequence[Row]
    many: int
    kinds: Sequence[tuple[Kind, str, int]] = ()
    found: int = 0
    closed: int = 0

    def __bool__(self) -> bool:
        return bool(self.many or self.kinds)


def caretakers(board: Board) -> frozenset[int]:
    """Who is told of all of it: the Secretary or who stands in for her, else whoever runs the board."""
    return board.secretaries | board.substitutes or board.leaders


def concerned_now(board: Board) -> set[int]:
    """Everyone the week's letter is for; nobody where nothing is open. Two queries."""
    standing = Finding.objects.filter(state=Finding.State.OPEN)
    of_places = Place.objects.filter(gone_at=None, finding__state=Finding.State.OPEN)
    whose = set[int]()
    for kind, field in of_places.order_by().values_list("finding__kind", "field").distinct():
        whose |= responsible(Kind(kind), board, field=field, uploader=None)
    for uploader in (
        standing.filter(kind=Kind.UNUSED, uploader__isnull=False).order_by().values_list("uploader").distinct()
    ):
        whose |= {uploader[0]}
    if whose or standing.exists():
        whose |= caretakers(board)
    return {one for one in whose if may_see(board, one) is None}


def week_of(person: Person, board: Board, at: datetime) -> Week:
    """What there is to tell one person at `at`."""
    mine = found(Wanted(mine=True), person, board)
    shown = rows(list(mine[:MOST_TOLD]), board, places=1)
    if person.pk not in caretakers(board):
        return Week(shown, mine.count())
    since = at - WEEK
    return Week(
        shown, mine.count(), open_by_kind(), Finding.objects.filter(since__gt=since, since__lte=at).count(),
        Finding.objects.filter(closed_at__gt=since, closed_at__lte=at).count(),
    )  # fmt: skip
