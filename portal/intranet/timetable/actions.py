"""The verbs of the timetable: a workbook is read, made a draft, mended; its route is `approval`'s (Điều 14.2)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from hashlib import sha256
from pathlib import PurePath
from typing import Any

from django.db import transaction

from portal.approval import actions as approval
from portal.approval.queries import latest
from portal.base import journal
from portal.base.refused import Refused, refuse_if
from portal.base.text import nfc, one_line, slug
from portal.files.office.paper import Unreadable
from portal.intranet.branches import branch, free_slug
from portal.intranet.models import OwnClass, Timetable, TimetableReading
from portal.intranet.models.timetable import as_rows
from portal.intranet.timetable import queries, rules
from portal.intranet.timetable.reading import read
from portal.intranet.timetable.rules import Lesson, Session
from portal.intranet.timetable.words import class_of
from portal.intranet.timetable.workbook import grids
from portal.people import offices
from portal.people.models import Person

RESERVED = frozenset({"lop", "giao-vien", "phong", "nhap", "ban", "khac", "cua-toi"})  # what stands beside the versions
LONGEST = {"school_class": 12, "subject": 80, "teacher": 80, "room": 60}
MOST_OWN = 4  # classes one person opens first


@dataclass(frozen=True)
class Words:
    """What stands over a timetable: its name, the day it holds from, a note for readers."""

    title: str
    starts: date | None
    intro: str = ""


def _may(by: Person, at: datetime) -> None:
    refuse_if(rules.may_bring_in(offices.board(at), by.pk, queries.named(at)))


@transaction.atomic
def read_in(data: bytes, name: str, *, by: Person, at: datetime, channel: str) -> TimetableReading:
    """Read a workbook and keep what it says for its sender to look over; his earlier reading is forgotten. Raises Refused:
    403, 422 with why the file cannot be read."""
    _may(by, at)
    try:
        found = read(grids(data))
    except Unreadable as unreadable:
        raise Refused(rules.cannot_read(unreadable.sentence)) from unreadable
    refuse_if(rules.has_lessons(len(found.lessons)))
    TimetableReading.objects.filter(by=by).delete()
    made = TimetableReading.objects.create(
        by=by, at=at, name=one_line(PurePath(nfc(name)).name)[:200], sha256=sha256(data).hexdigest(), starts=found.starts,
        lessons=as_rows(map(_fitted, found.lessons)),
        unread=[[nfc(one.cell)[:60], one_line(one.text)[:120], one.why] for one in found.unclear[:500]],
    )  # fmt: skip
    _record("timetable_read", made, by, at, channel, hash=made.sha256)
    return made


def _fitted(one: Lesson) -> Lesson:
    words = {name: one_line(nfc(getattr(one, name)))[:longest].strip() for name, longest in LONGEST.items()}
    return replace(one, **words, cell=nfc(one.cell)[:60])  # type: ignore[arg-type]


def _record(verb: str, subject: Any, by: Person, at: datetime, channel: str, **more: Any) -> None:
    journal.record(verb, subject=subject, by=by, at=at, channel=channel, rule="R-TABLE-01", clause=rules.CLAUSE, **more)


@transaction.atomic
def draw_up(
    reading: TimetableReading, words: Words, chosen: Mapping[str, int], *, by: Person, at: datetime, channel: str,
    into: Timetable | None = None, based_on: str | None = None,
) -> Timetable:  # fmt: skip
    """Make what was read a draft, or put it into a draft there is in place of its lessons. `chosen` says who is meant by a
    teacher's name several answer to. Raises Refused: 403, 409, 422."""
    _may(by, at)
    draft: Timetable = latest(into) if into is not None else Timetable(live=False, owner=by)
    _head(draft, words)
    draft.lessons = as_rows(_with_people(reading.taught(), chosen, at))
    draft.unread, draft.source, draft.source_sha256 = reading.unread, reading.name, reading.sha256
    if into is not None:
        approval.save_text(draft, by=by, at=at, channel=channel, based_on=based_on)
    else:
        parent = branch("thoi-khoa-bieu")
        wanted = slug(draft.title)[:80]
        draft.slug = free_slug(parent, f"ban-{wanted}" if wanted in RESERVED else wanted)
        parent.add_child(instance=draft)
        draft.save_revision(user=by, log_action=True)
        approval.open_case(draft, by=by, at=at, channel=channel)
    reading.delete()
    return draft


def _head(draft: Timetable, words: Words) -> None:
    title = one_line(nfc(words.title))[:255].strip()
    refuse_if(
        next(
            (one for one in rules.is_whole(title, words.starts, 1, words.starts or date.max) if one.field == "title"),
            None,
        )
    )
    draft.title, draft.starts, draft.intro = title, words.starts, nfc(words.intro).replace("\r\n", "\n").strip()[:1000]


def _with_people(lessons: Iterable[Lesson], chosen: Mapping[str, int], at: datetime) -> list[Lesson]:
    """The lessons with who their teachers are: the only one a name may mean, or whom the sender chose among them."""
    lessons = list(lessons)
    meant = queries.meant({one.teacher for one in lessons if one.teacher}, at)
    who = {
        name: chosen[name] if chosen.get(name) in dict(may_be) else may_be[0][0]
        for name, may_be in meant.items()
        if len(may_be) == 1 or chosen.get(name) in dict(may_be)
    }
    return [replace(one, person=who.get(one.teacher)) for one in lessons]


@transaction.atomic
def reword(
    page: Timetable, words: Words, *, by: Person, at: datetime, channel: str, based_on: str | None = None
) -> Timetable:
    """Change what stands over a draft. Raises Refused: 403, 409, 422."""
    _may(by, at)
    draft: Timetable = latest(page)
    _head(draft, words)
    approval.save_text(draft, by=by, at=at, channel=channel, based_on=based_on)
    return draft


@transaction.atomic
def mend(
    page: Timetable, place: int, mended: Lesson, *, by: Person, at: datetime, channel: str, based_on: str | None = None
) -> Timetable:
    """Write one lesson of a draft anew, the `place`-th of it; moved to a period where its class has another, the two change
    places. Raises Refused: 403, 409, 422."""
    _may(by, at)
    draft: Timetable = latest(page)
    lessons = draft.taught()
    before = lessons[place] if 0 <= place < len(lessons) else None
    refuse_if(rules.stands_there(before), *rules.fits(mended.day, mended.period, mended.subject))
    assert before is not None
    wanted = replace(before, day=mended.day, session=mended.session, period=mended.period, subject=mended.subject,
                     teacher=mended.teacher, room=mended.room)  # fmt: skip
    after = replace(_with_people([_fitted(wanted)], {}, at)[0], cell="")
    if after.teacher == before.teacher:
        after = replace(after, person=before.person)
    if after.slot != before.slot:
        lessons = [_moved(one, after, before) for one in lessons]
    lessons[place] = after
    draft.lessons = as_rows(lessons)
    approval.save_text(draft, by=by, at=at, channel=channel, based_on=based_on)
    return draft


@transaction.atomic
def add(
    page: Timetable, added: Lesson, *, by: Person, at: datetime, channel: str, based_on: str | None = None
) -> Timetable:
    """Put one more lesson into a draft, as its last; where its class, teacher or room is taken, that is told and not barred.
    Raises Refused: 403, 409, 422."""
    _may(by, at)
    draft: Timetable = latest(page)
    name = class_of(nfc(added.school_class))
    refuse_if(
        rules.names_a_class(name), *rules.fits(added.day, added.period, added.subject),
        rules.has_lessons(len(draft.lessons) + 1),
    )  # fmt: skip
    whole = _with_people([_fitted(replace(added, school_class=name, person=None, cell=""))], {}, at)
    draft.lessons = [*draft.lessons, *as_rows(whole)]
    approval.save_text(draft, by=by, at=at, channel=channel, based_on=based_on)
    return draft


@transaction.atomic
def drop(page: Timetable, place: int, *, by: Person, at: datetime, channel: str, based_on: str | None = None) -> Lesson:
    """Take one lesson out of a draft, the `place`-th of it; gives what was taken out. Raises Refused: 403, 409."""
    _may(by, at)
    draft: Timetable = latest(page)
    lessons = draft.taught()
    gone = lessons[place] if 0 <= place < len(lessons) else None
    refuse_if(rules.stands_there(gone))
    assert gone is not None
    draft.lessons = as_rows([*lessons[:place], *lessons[place + 1 :]])
    approval.save_text(draft, by=by, at=at, channel=channel, based_on=based_on)
    return gone


def _moved(one: Lesson, after: Lesson, before: Lesson) -> Lesson:
    """What stood where a lesson goes stands where it was."""
    if (one.school_class, one.slot) != (after.school_class, after.slot):
        return one
    return replace(one, day=before.day, session=Session(before.session), period=before.period, cell="")


@transaction.atomic
def open_first(classes: Iterable[str], *, by: Person, at: datetime, channel: str) -> list[str]:
    """R-TABLE-09: everybody with an account says which classes he opens first, his own or his children's: at most four."""
    known = {row["slug"]: row["name"] for row in queries.classes_shown(at)}
    wanted = [known[one] for one in dict.fromkeys(classes) if one in known][:MOST_OWN]
    OwnClass.objects.filter(person=by).exclude(school_class__in=wanted).delete()
    for name in wanted:
        OwnClass.objects.get_or_create(person=by, school_class=name)
    journal.record("own_class", subject=by, by=by, at=at, channel=channel, rule="R-TABLE-09", clause="Điều 15.1")
    return wanted
