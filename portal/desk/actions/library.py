"""Letters about the library: the unit's leader is told what lies with him for an opinion, its writer what is to be mended
(Điều 8.2, 15.2)."""

from collections.abc import Iterator

from portal.base.models import JournalEntry
from portal.desk.mail.envelope import Paper
from portal.desk.mail.words import Door
from portal.desk.models import Letter
from portal.desk.queries import people_named
from portal.desk.queries.digest import Row
from portal.intranet.actions import LIBRARY_ASK, LIBRARY_OPINE
from portal.intranet.queries import library_lying, library_title
from portal.news.presenters import absolute

LIBRARY = frozenset({LIBRARY_ASK, LIBRARY_OPINE})


def spoken_to(line: JournalEntry) -> Iterator[int]:
    """Whom one line of the record about the library concerns."""
    if line.verb in LIBRARY:
        yield from line.data.get("to", [])


def paper_of_library(letter: Letter, line: JournalEntry) -> Paper | None:
    """What such a letter says; None where the opinion was given meanwhile, or the item taken back or changed."""
    item, title = line.subject_id or 0, library_title(line.subject_id or 0)
    by = people_named([line.actor_id]).get(line.actor_id) if line.actor_id else ""
    if not title or (line.verb == LIBRARY_ASK and not library_lying(item, line.hash)):
        return None
    url = absolute(f"/noi-bo/kho/ban/{item}/")
    if line.verb == LIBRARY_ASK:
        head, lead, row = "Xin ý kiến tổ trưởng", f"{by} gửi thầy/cô một học liệu cho ý kiến (Điều 15.2).", f"{by} gửi"
    else:
        head, lead, row = "Tổ trưởng đề nghị sửa", f"{by} đề nghị sửa học liệu thầy/cô gửi (Điều 15.2).", line.reason
    return Paper(
        f"{head} – {title}", "digest",
        {"person": str(letter.person), "lead": lead, "door": Door("Mở học liệu", url),
         "groups": [("Kho học liệu", [Row(title, url, row, False)])], "daily": False},
    )  # fmt: skip
