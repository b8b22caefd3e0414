"""What the worker does with a paper on the doorstep. Light: the worker knows of it from its start, and learns to read papers
with the first one."""

from datetime import timedelta

from portal.base import clock, queue
from portal.base.refused import Refused
from portal.files.actions import Unscanned
from portal.news.bringing.rules import MOST_TRIES, unreadable
from portal.news.models import Brought

LATER = timedelta(minutes=5)  # a silent scanner is asked again
STOPPED = "chương trình đọc hai lần dừng giữa chừng. Hãy mở tệp, lưu lại thành .docx mới rồi nhập lại."


@queue.task_by_itself
def read_waiting(brought: int) -> None:
    """Read one paper that waits on the doorstep; a stop in the middle is not tried for ever."""
    from portal.news.bringing import actions  # a circle otherwise, and much memory for a school that brings nothing
    from portal.news.bringing.came import Came

    row = Brought.objects.select_related("bringing__person").filter(pk=brought, state=Brought.State.WAITING).first()
    if row is None:
        return
    if row.tries >= MOST_TRIES:
        _refuse(row, str(unreadable(row.name, STOPPED)))
        return
    row.tries += 1
    row.save(update_fields=["tries"])
    with row.waiting.open("rb") as kept:
        came = Came(name=row.name, raw=kept.read())
    try:
        actions.bring(came, data=row.bringing.asked, by=row.bringing.person, at=clock.now(), channel="desk", row=row)
    except Unscanned:  # nothing is wrong with the paper: it waits on
        row.tries -= 1
        row.save(update_fields=["tries"])
        queue.enqueue(read_waiting, run_after=clock.now() + LATER, brought=row.pk)
        return
    except Refused as refused:
        _refuse(row, str(refused))
        return
    _clear(row)


def _refuse(row: Brought, sentence: str) -> None:
    row.state, row.refusal = Brought.State.REFUSED, sentence
    row.save(update_fields=["state", "refusal"])
    _clear(row)


def _clear(row: Brought) -> None:
    """Nothing else of the row is written: another worker may have been faster."""
    row.waiting.delete(save=False)
    row.save(update_fields=["waiting"])
