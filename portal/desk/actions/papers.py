"""What each kind of letter says now, and whether it still has anything to say."""

from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from typing import Any

from wagtail.models import Page

from portal.approval.rules import Verb
from portal.base.models import JournalEntry
from portal.desk.actions import wishes
from portal.desk.actions.disclosures import OF_DISCLOSURES, paper_of_disclosures
from portal.desk.actions.library import LIBRARY, paper_of_library
from portal.desk.actions.links import mint
from portal.desk.actions.notices import REMIND, paper_of, paper_of_new
from portal.desk.actions.pictures import WITHHELD, paper_of_pictures
from portal.desk.actions.turns import GATHERED, LISTED, list_key
from portal.desk.actions.weeks import ALARM, paper_of_week
from portal.desk.actions.weeks import REMIND as WEEK_REMIND
from portal.desk.deeds import offered
from portal.desk.mail import words
from portal.desk.mail.envelope import Paper
from portal.desk.mail.machine import machine
from portal.desk.mail.rules import Kind, offered_by_mail
from portal.desk.models import Letter
from portal.desk.queries import Seen, seen
from portal.desk.queries.digest import digest_of, list_row
from portal.desk.queries.lists import all_open, decides, told_in_lists
from portal.desk.queries.mail import link_life, wish_of
from portal.desk.queries.owed import owed
from portal.files.queries import silent_since
from portal.news.presenters import absolute
from portal.operations.queries import concerned_now, week_of
from portal.people import offices

HELD_FOR = timedelta(days=3)


class NothingToSay(Exception):
    """What the letter was to tell has passed: the turn is another's, the text is another, the question is answered."""


def paper_for(letter: Letter, at: datetime) -> Paper:
    """The letter's words as things stand at `at`. Raises NothingToSay."""
    return WRITERS[Kind(letter.kind)](letter, at)


def _item(letter: Letter, at: datetime) -> Seen:
    try:
        return seen(letter.page_id or 0, letter.person, at)
    except Page.DoesNotExist as gone:
        raise NothingToSay from gone


def _turn(letter: Letter, at: datetime) -> Paper:
    if letter.key.startswith((LISTED, GATHERED)):
        return _listed(letter, at)
    if letter.page_id is None:
        return _debt(letter, at)
    item = _item(letter, at)
    if item.acting is None or (item.standing.task_id(), item.case.hash) != (letter.task, letter.hash):
        raise NothingToSay
    if told_in_lists([item.standing]):
        raise NothingToSay
    return words.turn(item, doors(letter, item), until=at + link_life(at), urgent=letter.urgent)


def _listed(letter: Letter, at: datetime) -> Paper:
    made = next((one for one in all_open() if list_key(one) == letter.key), None)
    if made is None or not decides(letter.person_id, made, offices.board(at)):
        raise NothingToSay
    return words.listed(letter.person, made, list_row(made, at))


def doors(letter: Letter, item: Seen) -> list[words.Door]:
    """A link for each decision this person may take by mail, the main one first."""
    by_mail = offered_by_mail(item.standing.verbs(item.person.pk))
    return [
        words.Door(
            label.rstrip("…"), absolute(f"/thu/{mint(letter, item, deed.verb)}/"), main=deed.verb is Verb.APPROVE
        )
        for deed, label in offered(item)
        if deed.verb is not None and deed.verb in by_mail
    ]


def _opinion(letter: Letter, at: datetime) -> Paper:
    item = _item(letter, at)
    asked = next((one for one in item.opinions if letter.key == f"opinion:{one.pk}" and one.answered_at is None), None)
    if item.standing.passage is None or asked is None:
        raise NothingToSay
    return words.opinion(item, asked)


def _line(letter: Letter) -> JournalEntry:
    line = JournalEntry.objects.filter(pk=letter.line or 0).first()
    if line is None:
        raise NothingToSay
    return line


def _answer(letter: Letter, at: datetime) -> Paper:
    return words.answer(_item(letter, at), _line(letter))


def _nudge(letter: Letter, at: datetime) -> Paper:
    if letter.page_id is None:
        return _week(letter, _line(letter), at)
    item, line = _item(letter, at), _line(letter)
    if item.acting is None and Verb.OPINION not in item.standing.verbs(item.person.pk):
        raise NothingToSay
    return words.nudge(item, line, _own_doors(letter, item), until=at + link_life(at))


def _reminder(letter: Letter, at: datetime) -> Paper:
    if letter.page_id is None:
        line = _line(letter)
        if line.verb == WEEK_REMIND:
            return _week(letter, line, at)
        if line.verb in LIBRARY:
            return _library(letter, line)
        if line.verb in OF_DISCLOSURES:
            return _disclosures(letter, line, at)
        if line.verb in WITHHELD:
            return _pictures(letter, line)
        return _notice(letter, line, at) if line.verb == REMIND else _debt(letter, at)
    item = _item(letter, at)
    if item.acting is None:
        raise NothingToSay
    return words.reminder(item, _line(letter), doors(letter, item), until=at + link_life(at))


def _notice(letter: Letter, line: JournalEntry, at: datetime) -> Paper:
    told = paper_of(letter, line, at)
    if told is None:
        raise NothingToSay
    return told


def _new_notice(letter: Letter, at: datetime) -> Paper:
    told = paper_of_new(letter, at)
    if told is None:
        raise NothingToSay
    return told


def _week(letter: Letter, line: JournalEntry, at: datetime) -> Paper:
    told = paper_of_week(letter, line, at)
    if told is None:
        raise NothingToSay
    return told


def _disclosures(letter: Letter, line: JournalEntry, at: datetime) -> Paper:
    told = paper_of_disclosures(letter, line, at)
    if told is None:
        raise NothingToSay
    return told


def _library(letter: Letter, line: JournalEntry) -> Paper:
    told = paper_of_library(letter, line)
    if told is None:
        raise NothingToSay
    return told


def _pictures(letter: Letter, line: JournalEntry) -> Paper:
    told = paper_of_pictures(letter, line)
    if told is None:
        raise NothingToSay
    return told


def _debt(letter: Letter, at: datetime) -> Paper:
    line = _line(letter)
    asked = line.data.get("assignment", line.subject_id)
    row = next((row for row in owed(at) if row.assignment.pk == asked and row.open), None)
    if row is None:
        raise NothingToSay
    return words.debt(letter.person, row, at, Kind(letter.kind))


def _escalation(letter: Letter, at: datetime) -> Paper:
    if letter.page_id is None:
        line = _line(letter)
        if line.verb in OF_DISCLOSURES:
            return _disclosures(letter, line, at)
        return _week(letter, line, at) if line.verb == ALARM else _debt(letter, at)
    item, line = _item(letter, at), _line(letter)
    if item.standing.open is None or item.person.pk not in item.board.secretaries | item.board.leaders:
        raise NothingToSay
    return words.escalation(item, line, _own_doors(letter, item), until=at + link_life(at))


def _own_doors(letter: Letter, item: Seen) -> list[words.Door]:
    return doors(letter, item) if item.acting is not None else []


def _digest(letter: Letter, at: datetime) -> Paper:
    held = Letter.objects.filter(person=letter.person, state=Letter.State.HELD, made_at__gt=at - HELD_FOR)
    lines = [one.line for one in held if one.kind == Kind.ANSWER and one.line is not None]
    notices = [one.page_id for one in held if one.kind == Kind.NOTICE and one.page_id is not None]
    found = digest_of(letter.person, at, lines, notices)
    if not found:
        raise NothingToSay
    return words.digest(letter.person, found, at)


def _care(letter: Letter, at: datetime) -> Paper:
    found = week_of(letter.person, offices.board(at), at)
    if letter.person_id not in concerned_now(offices.board(at)) or not found:
        raise NothingToSay
    return words.care(letter.person, found, at)


def _code(letter: Letter, at: datetime) -> Paper:
    code: Any = wishes.mint_code(letter.person, letter.key, at)
    if code is None:
        raise NothingToSay
    return words.code(code)


def _call(letter: Letter, at: datetime) -> Paper:
    if wish_of(letter.person).confirmed_at is None:
        raise NothingToSay
    return words.call()


def _machine(letter: Letter, at: datetime) -> Paper:
    line = _line(letter)
    if line.verb == "scanner_silent" and silent_since() is None:
        raise NothingToSay
    return machine(letter.person, line)


WRITERS: Mapping[Kind, Callable[[Letter, datetime], Paper]] = {
    Kind.TURN: _turn, Kind.OPINION: _opinion, Kind.ANSWER: _answer, Kind.NUDGE: _nudge, Kind.REMINDER: _reminder,
    Kind.ESCALATION: _escalation, Kind.DIGEST: _digest, Kind.CARE: _care, Kind.CODE: _code, Kind.CALL: _call, Kind.MACHINE: _machine,
    Kind.NOTICE: _new_notice,
}  # fmt: skip
