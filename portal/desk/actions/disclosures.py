"""Letters about what the school owes the public: whoever answers for a point is reminded before it is due, he and the board the day
after. Each once (Điều 16.1.2; TT 09/2024 Đ.15)."""

from collections import defaultdict
from datetime import date, datetime, timedelta

from django.db import transaction

from portal.base import journal, ticker
from portal.base.models import JournalEntry
from portal.desk.actions.letters import About, put
from portal.desk.mail.envelope import Paper
from portal.desk.mail.rules import Kind
from portal.desk.mail.words import Door
from portal.desk.models import Letter
from portal.desk.queries.digest import Row
from portal.desk.queries.mail import wishes
from portal.news.presenters import absolute
from portal.people import offices
from portal.records.queries import disclosures_owed

REMIND, ALARM = "disclosure_remind", "disclosure_alarm"
OF_DISCLOSURES = frozenset({REMIND, ALARM})
CLAUSE = "Điều 16.1.2; TT 09/2024 Đ.15"
LIST = "/noi-bo/cong-khai/"


@ticker.tick(every=timedelta(minutes=30))
def watch_disclosures(at: datetime) -> int:
    """R-DISC-16: one letter to each person for each day and mark, with all his points in it; where nobody answers, to the Principal
    and the Secretary. Returns how many were put on the way."""
    to: dict[tuple[date, int], set[int]] = defaultdict(set)
    found = disclosures_owed(at)
    if not found:
        return 0
    board = offices.board(at)
    keepers = board.principals | board.secretaries
    for one in found:
        answers = {one.row.person.pk} if one.row.person is not None else keepers
        to[one.due, one.mark] |= answers if one.mark else answers | keepers | board.leaders
    return sum(_tell(due, mark, people, at) for (due, mark), people in to.items())


@transaction.atomic
def _tell(due: date, mark: int, people: set[int], at: datetime) -> int:
    key = f"disclosure:{due}:{mark}"
    wanted = wishes(people - set(Letter.objects.filter(key=key).values_list("person_id", flat=True)))
    if not wanted:
        return 0
    data = {"to": sorted(wanted), "due": due.isoformat(), "mark": mark}
    line = journal.record(
        REMIND if mark else ALARM, at=at, by=None, channel="clock", rule="R-DISC-16", clause=CLAUSE, data=data
    )
    kind = Kind.REMINDER if mark else Kind.ESCALATION
    return sum(put(kind, key, to=wish, at=at, about=About(line=line.pk)) is not None for wish in wanted.values())


def paper_of_disclosures(letter: Letter, line: JournalEntry, at: datetime) -> Paper | None:
    """What such a letter says as things stand; None where nothing of it is owed any more."""
    board = offices.board(at)
    due = date.fromisoformat(line.data["due"])
    sees_all = letter.person_id in board.principals | board.secretaries | (
        board.leaders if line.verb == ALARM else frozenset()
    )
    rows = [
        one.row for one in disclosures_owed(at)
        if one.due == due and (sees_all or (one.row.person is not None and one.row.person.pk == letter.person_id))
    ]  # fmt: skip
    if not rows:
        return None
    said, many = f"{due.day}/{due.month}/{due.year}", len(rows)
    subject = (
        f"Quá hạn: {many} mục công khai" if line.verb == ALARM else f"Nhắc: {many} mục công khai, hạn hết ngày {said}"
    )
    lead = (
        f"Đã qua hạn {said} mà {many} mục dưới đây chưa công khai ({CLAUSE})." if line.verb == ALARM
        else f"{many} mục dưới đây cần lên cổng trước hết ngày {said} ({CLAUSE})."
    )  # fmt: skip
    listed = [
        Row(f"{row.point.code} {row.point.title}", absolute(row.address), f"{row.stands.label}; {row.person or 'chưa giao ai'}")
        for row in rows
    ]  # fmt: skip
    words = {"person": str(letter.person), "lead": lead, "door": Door("Mở danh mục công khai", absolute(LIST)),
             "groups": [("Các mục", listed)], "daily": False}  # fmt: skip
    return Paper(subject, "digest", words)
