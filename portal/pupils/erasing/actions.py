"""The verbs of forgetting somebody: asked by one, decided by another, repeated after a restore (Luật 91/2025, Điều 24)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from django.db import transaction

from portal.base import journal
from portal.base.forgetting import overwriting
from portal.base.refused import refuse_if
from portal.base.text import nfc, one_line
from portal.base.ticker import tick
from portal.files.actions import destroy, take_off
from portal.people import offices
from portal.people.models import Person
from portal.pupils.erasing import kept_outside, queries, replacing, rules, searching
from portal.pupils.erasing.identity import keyed, known
from portal.pupils.erasing.kept_outside import Line
from portal.pupils.erasing.replacing import Subject
from portal.pupils.erasing.rules import LAW, Why
from portal.pupils.erasing.searching import FILE, PICTURE, Place
from portal.pupils.models import Erasure, ErasurePlace, Pupil
from portal.pupils.roll import queries as roll

State = Erasure.State
FILES_A_ROUND = 10  # read for a name by the worker, before it looks after other things


@transaction.atomic
def ask(
    whom: Pupil | Person, *, ground: Why, paper: str, by: Person, at: datetime, channel: str
) -> Erasure:  # fmt: skip
    """Ask the Principal to have a pupil, or a reader's account, forgotten; `paper` is the number of the request. The worker then
    looks where else the name stands. Raises Refused (403, 409, 422)."""
    subject, paper = queries.subject(whom), one_line(nfc(paper))[:120]
    refuse_if(rules.may_ask(roll.reach(by, at)))
    refuse_if(*queries.against(subject), rules.names_paper(paper, tells=queries.tells(subject, paper)))
    asked = Erasure.objects.create(
        pupil=subject.pupil, account=None if subject.pupil else subject.accounts[0], ground=ground, paper=paper, asked_by=by,
        asked_at=at,
    )  # fmt: skip
    journal.record("erasure_asked", subject=asked, by=by, at=at, channel=channel, rule="R-ERASE-01", clause=LAW,
                   data=_whom(asked) | {"ground": ground.value})  # fmt: skip
    return asked


@transaction.atomic
def take_back(erasure: Erasure, *, by: Person, at: datetime, channel: str) -> None:
    """Nobody asks for it any more. Raises Refused (403, 409)."""
    refuse_if(rules.may_ask(roll.reach(by, at)))
    held = _waiting(erasure)
    _closed(held, State.TAKEN_BACK, by=by, at=at)
    journal.record("erasure_taken_back", subject=held, by=by, at=at, channel=channel, rule="R-ERASE-01", clause=LAW)


@transaction.atomic
def decline(erasure: Erasure, *, answer: str, by: Person, at: datetime, channel: str) -> None:
    """The Principal does not agree, and says why. Raises Refused (403, 409, 422)."""
    answer = one_line(nfc(answer))[:300]
    refuse_if(rules.may_decide(offices.board(at), by.pk))
    held = _waiting(erasure)
    refuse_if(rules.says_why(answer))
    held.answer = answer
    _closed(held, State.DECLINED, by=by, at=at)
    journal.record("erasure_declined", subject=held, by=by, at=at, channel=channel, rule="R-ERASE-10", clause=LAW)


def _waiting(erasure: Erasure) -> Erasure:
    held: Erasure = Erasure.objects.select_for_update().get(pk=erasure.pk)
    refuse_if(rules.still_asked(held.state == State.ASKED))
    return held


def _closed(held: Erasure, state: str, *, by: Person | None, at: datetime) -> None:
    held.state, held.decided_by, held.decided_at = state, by, at
    held.save()


def _whom(erasure: Erasure) -> dict[str, int | None]:
    return {"pupil": erasure.pupil_id, "account": erasure.account_id}


def decide(erasure: Erasure, *, by: Person, at: datetime, channel: str) -> None:
    """The Principal agrees: who it was is replaced everywhere, the list outside the database is told, bytes of files go. Raises
    Refused (403, 409, 422)."""
    refuse_if(rules.may_decide(offices.board(at), by.pk))
    subject = queries.subject_of(erasure)
    lately = searching.in_tables(known(subject.told), since=erasure.searched_at)
    with overwriting(), transaction.atomic():
        held = _waiting(erasure)
        refuse_if(rules.two_people(held.asked_by_id or 0, by.pk), rules.was_searched(held.searched_at is not None))
        subject = queries.subject_of(held)
        refuse_if(*queries.against(subject, asked=held))
        line = _line(held, subject, by, at)
        kept_outside.add([line])  # before: what is on the list and was not done is done by the worker
        _done(held, line, subject, lately, by=by, at=at, channel=channel)
    finish(held)


def _line(held: Erasure, subject: Subject, by: Person, at: datetime) -> Line:
    marks = [kept_outside.mark("account", one.pk, str(one.username)) for one in subject.accounts]
    if subject.pupil is not None:
        marks.insert(0, kept_outside.mark("pupil", subject.pupil.pk, str(subject.pupil.code)))
    names = tuple(keyed(subject.told, kept_outside.window))
    return Line(tuple(marks), names, at, held.ground, held.paper, held.asked_by_id, by.pk)


def _done(
    held: Erasure, line: Line, subject: Subject, places: Iterable[Place], *, by: Person | None, at: datetime, channel: str
) -> None:  # fmt: skip
    """Replace, write down what was replaced and where the name still stands. `by` None: a restore is made good again."""
    replaced = replacing.replace(subject, by=by, at=at, channel=channel)
    held.digest, held.marks, held.names = (
        line.digest,
        [list(one) for one in line.marks],
        [list(one) for one in line.names],
    )
    held.replaced, held.left = dict(replaced.counts), [*held.left, *replaced.files]
    held.repeated_at = None if by is not None else at
    _closed(held, State.DONE, by=by or _still_there(line.decided_by), at=line.at)
    note(held, {*places, *((FILE, pk) for pk in replaced.shared), *((PICTURE, pk) for pk in replaced.portraits)})
    open_places = ErasurePlace.objects.filter(erasure=held, settled_at=None).count()
    verb = "erasure_done" if by is not None else "erasure_repeated"
    journal.record(verb, subject=held, by=by, at=at, channel=channel, rule="R-ERASE-02", clause=LAW,
                   data=_whom(held) | {"accounts": sorted(one.pk for one in subject.accounts), "places": open_places})  # fmt: skip


def again(line: Line, at: datetime) -> bool:
    """Do anew what the list says and this database does not know; whether anybody was found. Who is not found is remembered by his
    hash, so that nobody writes him anew."""
    subject = queries.found_by(line)
    told = known(subject.told)
    places = searching.in_tables(told) | searching.in_all_files(told) if subject.told else set()
    with overwriting(), transaction.atomic():
        asked = Erasure.objects.filter(state=State.ASKED)
        same = asked.filter(pupil=subject.pupil) if subject.pupil else asked.filter(account__in=subject.accounts)
        held = same.select_for_update().first() or Erasure(
            pupil=subject.pupil, account=None if subject.pupil or not subject.accounts else subject.accounts[0], asked_at=line.at,
            asked_by=_still_there(line.asked_by), ground=line.ground, paper=line.paper,
        )  # fmt: skip
        held.state = State.DONE
        held.save()
        _done(held, line, subject, places, by=None, at=at, channel="restore")
    finish(held)
    return subject.pupil is not None or bool(subject.accounts)


def _still_there(person: int | None) -> Person | None:
    return Person.objects.filter(pk=person or 0).first()


def note(erasure: Erasure, places: Iterable[Place]) -> None:
    """Works in which the name stands, each once; one that was looked after is looked after again only where it is another erasing."""
    ErasurePlace.objects.bulk_create(
        (ErasurePlace(erasure=erasure, kind=kind, item=item) for kind, item in sorted(places)), ignore_conflicts=True
    )


def finish(erasure: Erasure) -> None:
    """Take the bytes of its files off; what does not answer stays on the row, and the worker tries again."""
    left = take_off(erasure.left)
    if left != erasure.left:
        Erasure.objects.filter(pk=erasure.pk).update(left=left)
    erasure.left = left


@tick()
def look(at: datetime) -> bool:
    """Where else do the names stand that somebody asked to forget: the tables at once, the files some each round. Whether there was
    anything to look for."""
    asked = Erasure.objects.filter(state=State.ASKED, searched_at=None).order_by("pk").first()
    if asked is None:
        return False
    sought = known(queries.subject_of(asked).told)
    if asked.reached is None:
        found, unread, reached = searching.in_tables(sought), 0, 0
    else:
        found, unread, end = searching.in_files(sought, asked.reached, FILES_A_ROUND)
        reached = asked.reached if end is None else end
        asked.searched_at = at if end is None else None
    with transaction.atomic():
        note(asked, found)
        asked.unread, asked.reached = asked.unread + unread, reached
        Erasure.objects.filter(pk=asked.pk, state=State.ASKED).update(
            unread=asked.unread, reached=reached, searched_at=asked.searched_at
        )
    return True


@dataclass(frozen=True)
class Repeated:
    """What reading the list came to: how many were done anew, how many this database never knew, how many lines were made with
    another secret and find nobody."""

    done: int = 0
    unknown: int = 0
    foreign: int = 0


def repeat(at: datetime, source: Path | None = None) -> Repeated:
    """Make this database forget whom the list says was forgotten, and put on the list whom this database forgot; `source` is
    another copy of the list, taken in first. Done again it changes nothing. Raises ValueError where a line cannot be read."""
    if source is not None:
        kept_outside.add(kept_outside.lines(source))
    done = {one.digest: one for one in Erasure.objects.filter(state=State.DONE)}
    listed = kept_outside.lines()
    on_list = {one.digest for one in listed}
    kept_outside.add(_of_row(one) for digest, one in done.items() if digest and digest not in on_list)
    here = kept_outside.key_of_the_house()
    missing = [one for one in listed if one.digest not in done]
    found = [again(one, at) for one in missing if one.school == here]
    return Repeated(sum(found), len(found) - sum(found), sum(one.school != here for one in missing))


def _of_row(row: Erasure) -> Line:
    marks = tuple((str(kind), int(number), str(key)) for kind, number, key in row.marks)
    names = tuple((int(many), str(key)) for many, key in row.names)
    return Line(marks, names, row.decided_at or row.asked_at, row.ground, row.paper, row.asked_by_id, row.decided_by_id)


@tick(every=timedelta(minutes=1))
def watch_the_list(at: datetime) -> None:
    """A database that was put back forgets again within a minute, whoever forgot to say so; bytes that are left are taken off."""
    repeat(at)
    for one in Erasure.objects.exclude(left=[]):
        finish(one)


def settle(
    place: ErasurePlace, *, note: str, by: Person, at: datetime, channel: str, destroying: bool = False
) -> None:  # fmt: skip
    """Say what was done where the name stood; said twice it changes nothing more. `destroying`: a picture of him alone goes with
    its bytes, once no text shows it. Raises Refused (403, 409, 422)."""
    note = one_line(nfc(note))[:300]
    refuse_if(rules.may_settle(offices.board(at), by.pk, keeps=roll.reach(by, at).keeps), rules.says_what(note))
    names = list[str]()
    with transaction.atomic():
        destroying = destroying and place.kind == PICTURE
        if destroying:
            refuse_if(rules.no_text_shows_it(queries.shown_by(place.item)))
            names = destroy(pictures=queries.same_picture(place.item))
            ours = Erasure.objects.select_for_update().get(pk=place.erasure_id)
            Erasure.objects.filter(pk=ours.pk).update(left=[*ours.left, *names])
        if ErasurePlace.objects.filter(pk=place.pk, settled_at=None).update(settled_at=at, settled_by=by, note=note):
            journal.record("erasure_place_settled", subject=place, by=by, at=at, channel=channel, rule="R-ERASE-11", clause="Điều 12.3",
                           data={"kind": place.kind, "item": place.item, "destroyed": destroying})  # fmt: skip
    if names:
        finish(Erasure.objects.get(pk=place.erasure_id))
