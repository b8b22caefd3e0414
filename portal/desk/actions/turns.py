"""Whose turn it is, told: the worker looks at what is under way and at the record, and writes each letter once."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from wagtail.models import Revision

from portal.approval.mixins import kinds_with_a_route
from portal.approval.models import Case, ReviewList
from portal.approval.queries import Standing, standings, under_way
from portal.approval.rules import StepKind, may_decide
from portal.base import journal, ticker
from portal.base.models import JournalEntry
from portal.desk.actions.debts import debtors
from portal.desk.actions.letters import About, put
from portal.desk.actions.library import spoken_to
from portal.desk.actions.notices import goes_up, reminded
from portal.desk.actions.pictures import WITHHELD, looks_after
from portal.desk.mail.machine import OF_THE_MACHINE, key_of
from portal.desk.mail.rules import FRESH, Kind, told_alone, told_of, told_of_machine
from portal.desk.models import Letter
from portal.desk.queries.lists import Waiting, all_open, deciders, is_gatherable, told_in_lists
from portal.desk.queries.mail import gathering_time, rest, wishes
from portal.desk.sorts import URGENT_ROWS
from portal.people import offices
from portal.people.rules import Board
from portal.plan.models import Assignment

LISTENER = "desk.mail"
FREED = ":vouched"
LISTED = "list:"  # a letter about a list of old texts, by its number
GATHERED = "review:"  # a letter about a list of internal items, by its number
AT_ONCE = 2000  # lines heard in one round; most are of no interest to the mail
ANSWERS = frozenset({"send_back", "refuse", "publish"})  # what a creator is told of


@dataclass(frozen=True)
class Told:
    """One letter somebody should have."""

    person: int
    kind: Kind
    key: str
    about: About


@ticker.tick(every=timedelta(seconds=5))
def hear_news(at: datetime) -> int:
    """Listen to the record; look at the turns only where something was written. Returns the letters put on the way."""
    put_by_line: list[int] = []
    if not journal.listen(LISTENER, lambda line: put_by_line.append(_put(list(_told_by(line, at)), at)), most=AT_ONCE):
        return 0
    return sum(put_by_line) + _look(at)


@ticker.tick(every=timedelta(minutes=1))
def look(at: datetime) -> int:
    """Everyone whose turn it is by now and who has not been told of this very text; turns move by the clock too."""
    return _look(at)


def _look(at: datetime) -> int:
    board = offices.board(at)
    stands = standings(under_way(), at, board)
    return _put(_unsaid(stands, at) + _untold_lists(board), at)


def _put(found: list[Told], at: datetime) -> int:
    if not found:
        return 0
    to = wishes(one.person for one in found)
    return sum(put(one.kind, one.key, to=to[one.person], at=at, about=one.about) is not None for one in found)


def _unsaid(stands: list[Standing], at: datetime) -> list[Told]:
    """Turns and opinions owed that no letter told of yet, in a fixed number of queries however many there are."""
    before = Letter.objects.filter(kind=Kind.TURN, task__in={now.task_id() for now in stands})
    said, turned = set(), set()
    for person, key, task in before.values_list("person_id", "key", "task"):
        said.add((person, key))
        turned.add((person, task))
    hands = dict(Revision.objects.filter(pk__in={now.case.revision_id for now in stands}).values_list("pk", "user_id"))
    pause = rest(at)
    found = [
        one
        for now in _alone(stands, at)
        for one in _turns(now)
        if (one.person, one.key) not in said
        and (one.key.endswith(FREED) or told_of(
            told=(one.person, one.about.task) in turned, own_hand=hands.get(now.case.revision_id) == one.person,
            touched_at=now.case.touched_at, at=at, rest=pause,
        ))
    ]  # fmt: skip
    owed = [one for now in stands for one in _opinions(now)]
    asked = set(Letter.objects.filter(key__in={one.key for one in owed}).values_list("key", flat=True))
    return found + [one for one in owed if one.key not in asked]


def _alone(stands: list[Standing], at: datetime) -> list[Standing]:
    """Those told by a letter of their own, and not by the letter of a list (R-MAIL-16)."""
    if not any(map(is_gatherable, stands)):
        return stands
    listed, pause = told_in_lists(stands), gathering_time(at)
    return [
        now for now in stands
        if told_alone(gatherable=is_gatherable(now), listed=(now.case.page_id, now.task_id(), now.case.hash) in listed,
                      since=now.since or at, at=at, pause=pause)
    ]  # fmt: skip


def _untold_lists(board: Board) -> list[Told]:
    """Lists that wait for somebody who has no letter about them yet; three queries however many there are."""
    waiting = {list_key(made): made for made in all_open()}
    if not waiting:
        return []
    told = set(Letter.objects.filter(key__in=waiting).values_list("person_id", "key"))
    return [
        Told(person, Kind.TURN, key, About())
        for key, made in waiting.items()
        for person in deciders(made, board)
        if (person, key) not in told
    ]


def list_key(made: Waiting) -> str:
    return f"{GATHERED if isinstance(made, ReviewList) else LISTED}{made.pk}"


def _turns(now: Standing) -> Iterator[Told]:
    """Each holder of the open step, on this very text; once more when another's word has freed him to decide on it."""
    task = now.task_id()
    if now.open is None or task is None:
        return
    about = About(now.case.page_id, task, now.case.hash, urgent=now.route.row in URGENT_ROWS)
    for person in dict.fromkeys(holder.person for holder in now.open.holders):
        freed = now.open.kind is StepKind.LEADER and _freed(now, person)
        key = f"turn:{task}:{now.case.revision_id}:{now.case.hash[:16]}"
        yield Told(person, Kind.TURN, key + FREED * freed, about)


def _freed(now: Standing, person: int) -> bool:
    """Whether he may decide only because somebody vouched for this text (Điều 10.2)."""
    alone = may_decide(person, now.hands, frozenset(), now.board)
    return alone is not None and may_decide(person, now.hands, now.vouchers, now.board) is None


def _opinions(now: Standing) -> Iterator[Told]:
    owed = now.passage.opinions.all() if now.passage is not None else ()
    for one in owed:
        if one.answered_at is None:
            about = About(now.case.page_id, now.task_id(), now.case.hash)
            yield Told(one.to_id, Kind.OPINION, f"opinion:{one.pk}", about)


def _told_by(line: JournalEntry, at: datetime) -> Iterator[Told]:
    """Whom one line of the record concerns: the creator of what was sent back, refused or put up; whoever is nudged;
    whoever is asked for an article; whoever keeps the machine."""
    if at - line.at >= FRESH:
        return
    if line.verb in ("assign", "reassign") and line.subject_type == Assignment._meta.label_lower:
        asked = Assignment.objects.filter(pk=line.subject_id or 0).first()
        people = debtors(asked, at) - {line.actor_id} if asked is not None else ()
        yield from (Told(person, Kind.TURN, f"line:{line.pk}", About(line=line.pk)) for person in sorted(people))
    if line.verb in OF_THE_MACHINE:
        for person in told_of_machine(offices.board(at).sysadmins):
            yield Told(person, Kind.MACHINE, key_of(line), About(line=line.pk))
    yield from (
        Told(person, Kind.REMINDER, f"line:{line.pk}", About(line=line.pk))
        for person in (looks_after(line, offices.board(at)) if line.verb in WITHHELD else ())
    )
    yield from (Told(person, Kind.REMINDER, f"line:{line.pk}", About(line=line.pk)) for person in reminded(line))
    yield from (Told(person, Kind.REMINDER, f"line:{line.pk}", About(line=line.pk)) for person in spoken_to(line))
    yield from (
        Told(person, Kind.NOTICE, f"notice:{line.subject_id}", About(line.subject_id, line=line.pk))
        for person in goes_up(line, at)
    )
    if line.subject_type not in kinds_with_a_route():
        return
    about = About(line.subject_id, None, line.hash, line.pk)
    if line.verb == "nudge":
        for person in line.data.get("to", []):
            yield Told(person, Kind.NUDGE, f"line:{line.pk}", about)
    elif line.verb in ANSWERS:
        creator = Case.objects.filter(page_id=line.subject_id or 0).values_list("creator_id", flat=True).first()
        if creator is not None and creator != line.actor_id:
            yield Told(creator, Kind.ANSWER, f"line:{line.pk}", about)
