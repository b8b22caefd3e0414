"""What waits for a person, in groups, in a fixed number of queries."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from django.utils.dateparse import parse_datetime
from wagtail.models import Page, Revision

from portal.approval.models import Case
from portal.approval.queries import Standing, standings, under_way
from portal.approval.rules import State, StepKind, Verb, may_decide
from portal.base.models import JournalEntry
from portal.desk.queries.record import local
from portal.desk.queries.seen import people_named
from portal.desk.rules import Due, due, left, span, step_name
from portal.news.models import Section
from portal.people import offices
from portal.people.models import Person
from portal.people.rules import Board, Kind

Task = dict[str, Any]
OWN: tuple[tuple[str, tuple[State, ...], str], ...] = (
    ("Bài của tôi: cần sửa lại", (State.SENT_BACK, State.REFUSED), ""),
    ("Bài của tôi: đang viết", (State.DRAFT,), "Chưa trình; người khác trong trường chưa thấy trên cổng."),
    ("Bài của tôi: đang duyệt, chờ giờ đăng", (State.IN_REVIEW, State.APPROVED), ""),
    ("Bài của tôi: mới đăng, mới gỡ", (State.PUBLISHED, State.WITHDRAWN), ""),
)
URGENT = (9, 10)  # rows of the route: urgent notice, correction
MOST_OWN = 20
OVER = (State.PUBLISHED, State.WITHDRAWN)


@dataclass(frozen=True)
class Group:
    title: str
    tasks: list[Task]
    note: str = ""


@dataclass(frozen=True)
class Queue:
    """The page "Việc của tôi"."""

    groups: list[Group]
    waiting: int
    last: Task | None
    suspended: bool = False


@dataclass
class _Desk:
    """What is fetched once and looked at by every group."""

    person: Person
    at: datetime
    board: Board
    stands: list[Standing]
    own: list[Case]
    resting: list[Case]
    texts: dict[int, Mapping[str, Any]] = field(default_factory=dict)
    sections: dict[int, str] = field(default_factory=dict)
    people: dict[int, str] = field(default_factory=dict)
    answers: dict[int, str] = field(default_factory=dict)


def queue(person: Person, at: datetime) -> Queue:
    """Everything a person has to do, may do, or follows."""
    if offices.is_suspended(person, at):
        return Queue([], 0, None, suspended=True)
    board = offices.board(at)
    concerned = person.pk in board.everyone | board.substitutes | watchers(board)
    cases = under_way() if concerned else under_way().filter(creator=person)
    own = Case.objects.filter(creator=person).exclude(state=State.IN_REVIEW).order_by("-touched_at")
    resting = Case.objects.filter(state=State.APPROVED).order_by("publish_at") if person.pk in watchers(board) else []
    desk = _Desk(person, at, board, standings(cases, at, board), list(own[: MOST_OWN * 3]), list(resting))
    _fetch(desk)
    groups = [group for group in _groups(desk) if group.tasks]
    waiting = sum(len(group.tasks) for group in groups if group.title in (MINE, OWED))
    return Queue(groups, waiting, _last(person) if not waiting else None)


MINE, OWED, VOUCH, REST = "Chờ tôi", "Ý kiến tôi nợ", "Cần thêm một người đồng ý", "Đang ở người khác"


def watchers(board: Board) -> frozenset[int]:
    """Who keeps an eye on everything under way: the Secretary, those who lead, the Principal, the administrator."""
    return (board.secretaries | board.leaders | board.deputies | board.principals | board.vice_principals
            | board.sysadmins)  # fmt: skip


def needs_vouching(now: Standing) -> bool:
    """Whether somebody who is to decide has had a hand in the text and nobody stands by it yet."""
    deciding = now.route.step(StepKind.LEADER)
    return deciding is not None and any(
        may_decide(holder.person, now.hands, now.vouchers, now.board) for holder in deciding.holders
    )


def _groups(desk: _Desk) -> Iterable[Group]:
    me = desk.person.pk
    mine = [now for now in desk.stands if now.acts_as(me) is not None]
    rest = [now for now in desk.stands if now.acts_as(me) is None]
    owed = [now for now in rest if Verb.OPINION in now.verbs(me)]
    vouch = [now for now in rest if Verb.VOUCH in now.verbs(me) and needs_vouching(now)]
    vouch = [now for now in vouch if Verb.OPINION not in now.verbs(me)]
    yield Group(MINE, [_waiting(desk, now) for now in sorted(mine, key=lambda now: _urgency(desk, now))])
    yield Group(OWED, [_waiting(desk, now, asked=True) for now in owed])
    yield Group(VOUCH, [_waiting(desk, now) for now in vouch],
                "Người quyết định có tham gia sửa bài, nên cần một thành viên Ban xác nhận bản này.")  # fmt: skip
    for title, states, note in OWN[:-1]:
        yield Group(title, _own(desk, states), note)
    if me in watchers(desk.board):
        taken = {now.case.pk for now in mine + owed + vouch}
        others = [now for now in desk.stands if now.case.pk not in taken and now.case.creator_id != me]
        tasks = [_waiting(desk, now) for now in others]
        tasks += [_resting(desk, case) for case in desk.resting if case.creator_id != me]
        yield Group(REST, tasks, "Xem được, chưa cần làm gì.")
    title, states, note = OWN[-1]
    yield Group(title, _own(desk, states), note)


def _own(desk: _Desk, states: tuple[State, ...]) -> list[Task]:
    moving = [now for now in desk.stands if now.case.creator_id == desk.person.pk]
    tasks = [_waiting(desk, now) for now in moving] if State.IN_REVIEW in states else []
    written = [
        case for case in desk.own if case.state in states and (case.state not in OVER or _is_article(desk, case))
    ]
    tasks += [_resting(desk, case) for case in written]
    return tasks[:MOST_OWN]


def _is_article(desk: _Desk, case: Case) -> bool:
    return "genre" in desk.texts.get(case.revision_id, {})


def _fetch(desk: _Desk) -> None:
    cases = [now.case for now in desk.stands] + desk.own + desk.resting
    revisions = Revision.objects.filter(pk__in={case.revision_id for case in cases})
    desk.texts = dict(revisions.values_list("pk", "content"))
    desk.sections = dict(Section.objects.values_list("pk", "title"))
    ids = {case.creator_id for case in cases} | {author for case in cases for author in case.authors}
    for now in desk.stands:
        ids |= {holder.person for holder in now.open.holders} if now.open else set()
    desk.people = people_named(ids)
    back = [case.page_id for case in desk.own if case.state in (State.SENT_BACK, State.REFUSED)]
    lines = JournalEntry.objects.filter(
        verb__in=("send_back", "refuse"), subject_id__in=back, subject_type__startswith="news."
    )
    desk.answers = {line.subject_id: line.reason for line in lines.order_by("id") if line.subject_id is not None}


def _due(desk: _Desk, case: Case) -> Due | None:
    text = desk.texts.get(case.revision_id, {})
    if "genre" not in text or case.published_at is not None:  # what is or was up was in time or late then
        return None
    hours = {name: _hour(text.get(name)) for name in ("opening_at", "event_start", "event_end")}
    return due(genre=text["genre"], notice=bool(text.get("notice")), **hours)


def _hour(value: object) -> datetime | None:
    at = parse_datetime(value) if isinstance(value, str) else None
    return local(at) if at is not None else None


def _urgency(desk: _Desk, now: Standing) -> tuple[bool, datetime, datetime]:
    """Urgent notices and corrections first (Điều 10.2, 12.3), then by deadline, then by waiting."""
    found = _due(desk, now.case)
    return (
        now.route.row not in URGENT,
        found.at if found else datetime.max.replace(tzinfo=desk.at.tzinfo),
        now.since or desk.at,
    )


def _row(desk: _Desk, case: Case) -> Task:
    text = desk.texts.get(case.revision_id, {})
    found = _due(desk, case)
    return {
        "title": case.title,
        "url": f"/viec/{case.page_id}/",
        "author": ", ".join(desk.people.get(who, "") for who in case.authors or [case.creator_id]),
        "section": desk.sections.get(text.get("section") or 0, "" if "genre" in text else "Trang chuyên mục"),
        "due_label": left(found.at, desk.at) if found else "",
        "overdue": found is not None and found.at < desk.at,
    }


def _waiting(desk: _Desk, now: Standing, *, asked: bool = False) -> Task:
    task = _row(desk, now.case)
    step = now.open
    task |= {
        "step_name": step_name(step) if step else "",
        "since": local(now.since) if now.since else None,
        "state": now.case.state,
        "why": now.route.why,
        "clause": now.route.clause,
        "holders": " hoặc ".join(desk.people.get(holder.person, "") for holder in step.holders) if step else "",
        "mine": now.acts_as(desk.person.pk) is not None,
    }
    if not task["due_label"] and now.since is not None:
        waited = desk.at - now.since
        task["due_label"] = f"đã chờ {span(waited)}" if waited >= timedelta(hours=1) else "mới đến"
    if now.route.row in URGENT:
        task |= {"due_label": f"khẩn, {task['due_label']}", "overdue": True}
    if asked and now.passage is not None:
        owed = [one for one in now.passage.opinions.all() if one.to_id == desk.person.pk and one.answered_at is None]
        task |= {"why": f"Hỏi: {owed[0].question}", "clause": "Điều 12.4"} if owed else {}
    return task


def _resting(desk: _Desk, case: Case) -> Task:
    task = _row(desk, case)
    up = case.publish_at if case.state == State.APPROVED else case.corrected_at or case.published_at
    answer = desk.answers.get(case.page_id, "") if case.state in (State.SENT_BACK, State.REFUSED) else ""
    return task | {
        "state": case.state,
        "up": local(up) if up and case.state != State.WITHDRAWN else None,
        "touched": local(case.touched_at),
        "answer": answer,
    }


def _last(person: Person) -> Task | None:
    """The last item this person dealt with, for the empty page."""
    lines = JournalEntry.objects.filter(actor_id=person.pk, subject_type__startswith="news.")
    line = lines.order_by("-id").first()
    page = Page.objects.filter(pk=line.subject_id).first() if line else None
    return {"title": page.draft_title, "url": f"/viec/{page.pk}/", "at": local(line.at)} if line and page else None


def may_write(person: Person) -> bool:
    """Whether the desk offers this person to begin an article."""
    return person.kind in (Kind.STAFF, Kind.COLLABORATOR)
