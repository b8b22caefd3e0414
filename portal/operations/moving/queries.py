"""How moving in goes, and what answers for an old address."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, Q, QuerySet

from portal.approval.models import Approval, HistoryItem, HistoryList
from portal.approval.queries import waiting_history
from portal.base.models import JournalEntry
from portal.operations.models import Moved, Moving, OldAddress
from portal.operations.moving.rules import keys_asked

SAMPLE = 8  # texts of a list shown first, drawn by its own digest


@dataclass(frozen=True)
class Overview:
    """Moving in at one moment."""

    movings: list[Moving]
    done: int
    failed: int
    noted: int
    waiting: int
    lists: list[HistoryList]


def answers_for(path: str, query: str = "") -> OldAddress | None:
    """What answers for an address of the portal before, the most telling of its forms first; one query."""
    keys = keys_asked(path, query)
    found = (
        {one.key: one for one in OldAddress.objects.filter(key__in=keys).select_related("attachment")} if keys else {}
    )
    return next((found[key] for key in keys if key in found), None)


def overview() -> Overview:
    """The last runs, the sums, what waits for a list, the lists; six queries."""
    sums = Moved.objects.aggregate(
        done=Count("pk", filter=Q(state=Moved.State.DONE)), failed=Count("pk", filter=Q(state=Moved.State.FAILED)),
        noted=Count("pk", filter=Q(noted=True)),
    )  # fmt: skip
    return Overview(
        movings=_runs(),
        waiting=waiting_history().count(),
        lists=list(lists()),
        **sums,
    )


def _runs() -> list[Moving]:
    """The last runs, each with what was `told` of it when it began."""
    found = list(Moving.objects.select_related("by")[:5])
    lines = JournalEntry.objects.filter(
        verb="move_begin", subject_type=Moving._meta.label_lower, subject_id__in=[one.pk for one in found]
    )
    told = {line.subject_id: line.data.get("notes", []) for line in lines}
    for one in found:
        one.told = told.get(one.pk, [])  # type: ignore[attr-defined]
    return found


def lists() -> QuerySet[HistoryList]:
    """The newest lists."""
    return _counted()[:20]


def list_of(pk: int) -> HistoryList:
    """One of them, with its counts."""
    return _counted().get(pk=pk)


def _counted() -> QuerySet[HistoryList]:
    """Lists, each with how many texts it holds, how many were left out and how many are up."""
    return HistoryList.objects.select_related("prepared_by", "decided_by").annotate(
        many=Count("items", filter=Q(items__left_out="")),
        mended=Count("items", filter=Q(items__left_out="", items__mended=True)), out=Count("items", filter=~Q(items__left_out="")),
        up=Count("items", filter=Q(items__approval__went_live_at__isnull=False)),
    )  # fmt: skip


def problems() -> QuerySet[Moved]:
    """What did not come along, then what came with something to look at."""
    return Moved.objects.filter(noted=True).order_by("-state", "pk")


def items_of(made: HistoryList) -> QuerySet[HistoryItem]:
    """The texts of a list, those edited here before the others, then the oldest first, with what is to be shown of them."""
    return made.items.select_related("page__case").order_by("-mended", "past", "pk")


def sample_of(made: HistoryList) -> list[HistoryItem]:
    """A few texts of a list, drawn by its digest: the same for everybody, chosen by nobody."""
    pks = list(made.items.filter(left_out="").values_list("pk", flat=True))
    start, step = int(made.digest[:8], 16), 1 + len(pks) // SAMPLE
    chosen = {pks[(start + number * step) % len(pks)] for number in range(min(SAMPLE, len(pks)))} if pks else set()
    return list(items_of(made).filter(pk__in=chosen))


def fates(items: list[HistoryItem]) -> dict[int, datetime | None]:
    """Since when each of some listed texts is up, by item."""
    given = Approval.objects.filter(listed__in=items).values_list("listed_id", "went_live_at")
    return {item: at for item, at in given if item is not None}


def old_addresses(pages: list[int]) -> dict[int, str]:
    """Where each of some texts stood at the portal before."""
    return dict(Moved.objects.filter(page__in=pages).values_list("page_id", "address"))
