"""What the morning's letter to one person tells: everything that waits for him, and what became of his."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime

from portal.approval.models import Case
from portal.approval.queries import Standing, standings, under_way
from portal.approval.rules import Verb
from portal.base.clock import ZONE
from portal.base.models import JournalEntry
from portal.desk.mail.telling import day_told, told_of_line
from portal.desk.queries.deadlines import deadlines
from portal.desk.queries.lists import Waiting, address_of, decides, followed, inside, told
from portal.desk.queries.owed import SOON, Owed, owed
from portal.desk.queries.pool import needs_vouching
from portal.desk.queries.seen import people_named
from portal.desk.rules import Due, left, span, step_name
from portal.desk.sorts import URGENT_ROWS
from portal.intranet.models import UpNotice
from portal.intranet.queries import notices_reaching
from portal.news.presenters import absolute
from portal.people import offices
from portal.people.models import Person


@dataclass(frozen=True)
class Row:
    """One line of the digest."""

    title: str
    url: str
    note: str
    late: bool = False


@dataclass(frozen=True)
class Digest:
    """False where there is nothing to tell."""

    waiting: list[Row] = field(default_factory=list)
    owed: list[Row] = field(default_factory=list)
    answers: list[Row] = field(default_factory=list)
    debts: list[Row] = field(default_factory=list)
    vouch: list[Row] = field(default_factory=list)
    notices: list[Row] = field(default_factory=list)

    def __bool__(self) -> bool:
        return bool(self.waiting or self.owed or self.answers or self.debts or self.vouch or self.notices)


def digest_of(person: Person, at: datetime, lines: Iterable[int], notices: Iterable[int] = ()) -> Digest:
    """Everything that waits for one person at `at`; `lines` of the record are what became of his own texts, `notices` the
    internal ones that went up for him."""
    board = offices.board(at)
    debts = [debt_row(row, at) for row in pressing(owed(at, person=person), at)]
    new = _new(person, at, list(notices))
    if person.pk not in board.everyone | board.substitutes:
        return Digest(answers=_answers(lines), debts=debts, notices=new)
    lists = [made for made in followed(person.pk, board) if decides(person.pk, made, board)]
    within = inside(lists)
    stands = [now for now in standings(under_way(), at, board) if now.case.page_id not in within]
    mine = [now for now in stands if now.acts_as(person.pk) is not None]
    asked = [now for now in stands if now not in mine and Verb.OPINION in now.verbs(person.pk)]
    vouch = [now for now in stands if now not in mine and now not in asked and to_vouch(now, person.pk)]
    due = deadlines([*mine, *asked, *vouch], at)
    people = people_named(who for now in [*mine, *asked, *vouch] for who in now.case.authors or [now.case.creator_id])
    mine.sort(key=lambda now: (now.route.row not in URGENT_ROWS, _hour(due.get(now.case.pk), at), now.since or at))
    return Digest(
        [_row(now, due.get(now.case.pk), people, at) for now in mine] + [list_row(made, at) for made in lists],
        [_row(now, due.get(now.case.pk), people, at) for now in asked],
        _answers(lines),
        debts,
        [_row(now, due.get(now.case.pk), people, at) for now in vouch],
        new,
    )


def to_vouch(now: Standing, person: int) -> bool:
    """Whether an item waits for a word of this person's: whoever is to decide had a hand in it (Điều 10.2)."""
    return needs_vouching(now) and Verb.VOUCH in now.verbs(person)


def pressing(rows: Iterable[Owed], at: datetime) -> list[Owed]:
    """Of what is owed, what is soon due or lately late."""
    return [row for row in rows if row.open and at - SOON < row.due <= at + SOON]


def list_row(made: Waiting, at: datetime) -> Row:
    """One list: how many, who prepared it, how long it has waited."""
    waited = f"đã chờ {span(at - made.prepared_at)}"
    note = " · ".join((told(made), f"{made.prepared_by} lập", waited))
    return Row(made.title, absolute(address_of(made)), note)


def debt_row(row: Owed, at: datetime) -> Row:
    """One article owed: about what, which sort, where, how long is left."""
    note = " · ".join(part for part in (row.genre, row.section, left(row.due.astimezone(at.tzinfo), at)) if part)
    return Row(row.what, absolute("/viec/no-bai/"), note, row.due < at)


def notice_row(up: UpNotice, at: datetime) -> Row:
    """One internal notice: who sent it, until when it must be confirmed where it must."""
    by = f", xác nhận đã đọc hết {day_told(up.acknowledge_by)}" if up.acknowledge_by else ""
    late = up.acknowledge_by is not None and up.acknowledge_by < at.astimezone(ZONE).date()
    return Row(up.notice.title, absolute(f"/noi-bo/thong-bao/{up.notice.slug}/"), f"{up.by} gửi{by}", late)


def _new(person: Person, at: datetime, notices: list[int]) -> list[Row]:
    return [notice_row(up, at) for up in notices_reaching(person, at).filter(pk__in=notices)] if notices else []


def _hour(due: Due | None, at: datetime) -> datetime:
    return due.at if due else datetime.max.replace(tzinfo=at.tzinfo)


def _row(now: Standing, due: Due | None, people: dict[int, str], at: datetime) -> Row:
    authors = ", ".join(people.get(who, "") for who in now.case.authors or [now.case.creator_id])
    when = left(due.at, at) if due else f"đã chờ {span(at - now.since)}" if now.since else ""
    urgent = "khẩn" if now.route.row in URGENT_ROWS else ""
    step = step_name(now.open) if now.open else ""
    note = " · ".join(part for part in (urgent, authors, step, when) if part)
    return Row(now.case.title, absolute(f"/viec/{now.case.page_id}/"), note, bool(due and due.at < at))


def _answers(ids: Iterable[int]) -> list[Row]:
    lines = list(JournalEntry.objects.filter(pk__in=list(ids)).order_by("pk"))
    titles = dict(Case.objects.filter(page__in=[line.subject_id for line in lines]).values_list("page_id", "title"))
    people = people_named(line.actor_id for line in lines)
    return [
        Row(titles.get(line.subject_id or 0, ""), absolute(f"/viec/{line.subject_id}/"), told_of_line(line, people))
        for line in lines
    ]
