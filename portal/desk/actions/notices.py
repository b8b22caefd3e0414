"""Letters about internal notices: whoever has not confirmed one is reminded, by a colleague or by its day (Điều 8.2, 15.1)."""

from collections.abc import Iterator
from datetime import datetime

from portal.base.clock import ZONE
from portal.base.models import JournalEntry
from portal.desk.mail.envelope import Paper
from portal.desk.mail.words import Door
from portal.desk.models import Letter
from portal.desk.queries import people_named
from portal.desk.queries.digest import Row
from portal.desk.rules import WEEKDAYS
from portal.intranet.actions import REMIND as REMIND
from portal.intranet.queries import unconfirmed
from portal.news.presenters import absolute


def reminded(line: JournalEntry) -> Iterator[int]:
    """Whom one line of the record reminds of a notice."""
    if line.verb == REMIND:
        yield from line.data.get("to", [])


def paper_of(letter: Letter, line: JournalEntry, at: datetime) -> Paper | None:
    """What such a letter says; None where the person has confirmed meanwhile, or the notice is his no more."""
    up = unconfirmed(letter.person, at).filter(pk=line.subject_id).first()
    if up is None or up.acknowledge_by is None:
        return None
    day = f"{WEEKDAYS[up.acknowledge_by.weekday()]} {up.acknowledge_by.day}/{up.acknowledge_by.month}"
    late = up.acknowledge_by < at.astimezone(ZONE).date()
    by = people_named([line.actor_id]).get(line.actor_id) if line.actor_id else None
    lead = f"{by} nhắc thầy/cô đọc và xác nhận" if by else "Thầy/cô chưa xác nhận đã đọc"
    when = f"đã quá hạn, hết {day}" if late else f"hạn hết {day}"
    row = Row(up.notice.title, url := absolute(f"/noi-bo/thong-bao/{up.notice.slug}/"), f"{up.by}, {when}", late)
    return Paper(
        f"{'Quá hạn xác nhận' if late else 'Xin xác nhận đã đọc'} – {up.notice.title}", "digest",
        {"person": str(letter.person), "lead": f"{lead} một thông báo nội bộ ({when}; Điều 15.1).",
         "door": Door("Mở thông báo", url), "groups": [("Thông báo nội bộ", [row])], "daily": False},
    )  # fmt: skip
