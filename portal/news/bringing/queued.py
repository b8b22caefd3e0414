"""What the worker does with what waits on the doorstep. Light: the worker knows of it from its start, and learns to read papers
with the first one."""

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from django.db.models import QuerySet

from portal.base import clock, queue
from portal.base.refused import Refused
from portal.base.ticker import tick
from portal.files.actions import Unscanned
from portal.news.bringing.rules import MOST_TRIES, UNREADABLE, unreadable
from portal.news.models import Brought

if TYPE_CHECKING:
    from portal.news.bringing.came import Came

LATER = timedelta(minutes=5)  # a silent scanner is asked again
HELD_FOR = timedelta(days=1)
STOPPED = "chương trình đọc hai lần dừng giữa chừng. Hãy mở tệp, lưu lại thành .docx mới rồi nhập lại."


@queue.task_by_itself
def read_waiting(brought: int) -> None:
    """Read one paper that waits on the doorstep; a stop in the middle is not tried for ever."""
    from portal.news.bringing.received import bring_waiting, without_words  # much memory where nothing is brought

    row = (
        Brought.objects.select_related("bringing__person", "original")
        .filter(pk=brought, state=Brought.State.WAITING)
        .first()
    )
    if row is None:
        return
    if row.tries >= MOST_TRIES:
        _refuse(row, str(unreadable(row.name, STOPPED)))
        return
    row.tries += 1
    row.save(update_fields=["tries"])
    try:
        bring_waiting(row, _came(row), at=clock.now())
    except Unscanned:  # nothing is wrong with the paper: it waits on
        row.tries -= 1
        row.save(update_fields=["tries"])
        queue.enqueue(read_waiting, run_after=clock.now() + LATER, brought=row.pk)
        return
    except Refused as refused:
        if row.original is not None and {one.rule for one in refused.refusals} == {UNREADABLE}:
            without_words(row, at=clock.now())
        _refuse(row, str(refused))
        return
    _clear(row)


def _came(row: Brought) -> "Came":
    from portal.news.bringing.came import PASTED, Came

    kept = row.waiting if row.original is None else row.original.file
    with kept.open("rb") as file:
        raw = file.read()
    return Came.repeated(raw) if kept.name.endswith(PASTED) else Came(name=row.name, raw=raw)


def _refuse(row: Brought, sentence: str) -> None:
    row.state, row.refusal = Brought.State.REFUSED, sentence
    row.save(update_fields=["state", "refusal", "article"])
    _clear(row)


def _clear(row: Brought) -> None:
    """Nothing else of the row is written: another worker may have been faster."""
    row.waiting.delete(save=False)
    row.save(update_fields=["waiting"])


@tick(every=timedelta(hours=1))
def forget_held(at: datetime) -> int:
    """What nobody came back for within a day leaves the doorstep."""
    return forget(Brought.objects.filter(state=Brought.State.HELD, bringing__begun_at__lt=at - HELD_FOR))


def forget(rows: QuerySet[Brought]) -> int:
    """Held files go, and the bringings that held nothing else; returns how many files."""
    found = list(rows.select_related("bringing"))
    for row in found:
        row.waiting.delete(save=False)
        row.delete()
        if not row.bringing.papers.exists():
            row.bringing.delete()
    return len(found)
