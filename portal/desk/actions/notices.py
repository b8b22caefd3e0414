"""Letters about internal notices: told once to each whom one reaches; whoever has not confirmed one is reminded, by a
colleague or by its day. A letter names a notice, its words are read in the portal (Điều 8.2, 15.1, 15.3)."""

from collections.abc import Iterable, Iterator
from datetime import datetime

from portal.base.clock import ZONE
from portal.base.models import JournalEntry
from portal.desk.mail.envelope import Paper
from portal.desk.mail.rules import told_of_notice
from portal.desk.mail.telling import day_told
from portal.desk.mail.words import Door, listing
from portal.desk.models import Letter
from portal.desk.queries import people_named
from portal.desk.queries.digest import Row, notice_row
from portal.desk.queries.mail import batch
from portal.intranet.actions import REMIND as REMIND
from portal.intranet.queries import NOTICE, notice_reaches, notices_reaching, unconfirmed
from portal.news.presenters import absolute


def reminded(line: JournalEntry) -> Iterator[int]:
    """Whom one line of the record reminds of a notice."""
    if line.verb == REMIND:
        yield from line.data.get("to", [])


def goes_up(line: JournalEntry, at: datetime) -> Iterable[int]:
    """Whom one line of the record tells of a notice that went up; of one that is a correction, whoever it did not reach before
    has a letter still to come (R-MAIL-17)."""
    if line.verb != "publish" or line.subject_type != NOTICE:
        return ()
    reached, by = notice_reaches(line.subject_id or 0, at)
    return told_of_notice(reached, {by, line.actor_id or 0})


def paper_of_new(letter: Letter, at: datetime) -> Paper | None:
    """One letter for all that went up in the same moment, as its reader may read it now; None where nothing of it is his."""
    pages = batch(letter).values_list("page", flat=True)
    rows = [notice_row(up, at) for up in notices_reaching(letter.person, at).filter(pk__in=pages)]
    if not rows:
        return None
    one = f"Thông báo nội bộ – {rows[0].title}"
    door = (
        Door("Mở thông báo", rows[0].url) if not rows[1:] else Door("Mở các thông báo", absolute("/noi-bo/thong-bao/"))
    )
    return listing(
        letter.person, f"{len(rows)} thông báo nội bộ mới" if rows[1:] else one,
        "Có thông báo nội bộ gửi thầy/cô. Nội dung và tệp kèm theo đọc trong cổng (Điều 15.1).",
        [("Thông báo nội bộ", rows)], door=door,
    )  # fmt: skip


def paper_of(letter: Letter, line: JournalEntry, at: datetime) -> Paper | None:
    """What such a letter says; None where the person has confirmed meanwhile, or the notice is his no more."""
    up = unconfirmed(letter.person, at).filter(pk=line.subject_id).first()
    if up is None or up.acknowledge_by is None:
        return None
    day = day_told(up.acknowledge_by)
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
