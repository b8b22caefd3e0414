"""Facts that change without an edit: a plan entry called off, a section of another field, another day (Điều 14.2)."""

from datetime import datetime

from django.db import transaction

from portal.approval.actions.holding import facts_now, locked, refresh
from portal.approval.models import Case
from portal.approval.rules import State
from portal.base.models import JournalEntry

A_WHILE = 10  # minutes


def refresh_all(at: datetime) -> int:
    """Look again at the facts of everything under way; returns how many changed. Each is held only where they did, in a
    transaction of its own, so that nobody who decides waits for the whole round."""
    cases = Case.objects.filter(state=State.IN_REVIEW).select_related("page", "revision")
    return sum(_refreshed(case, at) for case in cases if facts_now(case, case.revision.as_object(), at) != case.facts)


@transaction.atomic
def _refreshed(case: Case, at: datetime) -> bool:
    held = locked(case.page)
    refresh(held, held.revision.as_object(), at, channel="clock")
    return True


class Watch:
    """`refresh_all` for the worker, left out while there is nothing new: facts change by deeds, each of which is a line of
    the record, and by dates. Once in a while it looks all the same: of two lines written at once the older may be seen
    later."""

    def __init__(self) -> None:
        self.seen: tuple[int, datetime] | None = None

    def __call__(self, at: datetime) -> int:
        newest = JournalEntry.objects.order_by("-id").values_list("id", flat=True).first() or 0
        now = newest, at.replace(minute=at.minute // A_WHILE * A_WHILE, second=0, microsecond=0)
        if now == self.seen:
            return 0
        changed = refresh_all(at)
        self.seen = now
        return changed
