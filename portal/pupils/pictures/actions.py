"""Saying who is in a picture, and hiding what readers see of whoever no longer agrees (Luật 91/2025, Điều 24)."""

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction

from portal.base import journal
from portal.base.models import JournalEntry
from portal.base.refused import refuse_if
from portal.base.text import nfc
from portal.base.ticker import tick
from portal.files.actions import give_back, withhold
from portal.files.models import Picture
from portal.people import offices
from portal.people.models import Person
from portal.people.rules import Kind
from portal.pupils.models import Declaration, Pupil, SchoolClass, Withheld
from portal.pupils.pictures import agreed, queries, rules
from portal.pupils.pictures.rules import CHILDREN, LAW, Seen
from portal.pupils.roll.queries import classes_at, reach, today

LISTENER = "pupils.pictures"
OURS = frozenset({"declare_picture", "withhold_picture", "show_again", "settle_withheld"})


@transaction.atomic
def declare(
    picture: Picture, *, seen: Seen, classes: Iterable[int] = (), pupils: Iterable[int] = (), absent: Iterable[int] = (),
    by: Person, at: datetime, channel: str,
) -> Declaration:  # fmt: skip
    """Say who can be recognised in a picture (and in every one with the same content); `classes`, `pupils`, `absent` by
    number. Where readers see it already, it is hidden at once if somebody in it has not agreed. Raises Refused (403, 422)."""
    board = offices.board(at)
    there = SchoolClass.objects.filter(pk__in=classes) if seen in CHILDREN else SchoolClass.objects.none()
    named = Pupil.objects.filter(pk__in=pupils, erased_at=None) if seen is Seen.PUPILS else Pupil.objects.none()
    away = Pupil.objects.filter(pk__in=absent) if seen is Seen.CLASSES else Pupil.objects.none()
    who = reach(by, at, board)
    singled = frozenset(named.values_list("pk", flat=True)) | frozenset(away.values_list("pk", flat=True))
    seats = classes_at(singled, today(at)) if singled else {}
    homes = frozenset(
        seats[pk].pk if pk in seats else 0 for pk in singled
    )  # of who sits in none, only the keeper speaks
    refuse_if(
        rules.may_declare(insider=offices.is_insider(by, at, board), sent_it=sent(picture, by, at)),
        rules.may_say_again(
            shown=bool(queries.places_of(picture.sha256)), on_board=by.pk in board.everyone, keeps=who.keeps
        ),
        rules.says_enough(seen, classes=len(there), pupils=len(named)),
        rules.may_single_out(keeps=who.keeps, reached=who.classes, asked=homes),
    )
    Declaration.objects.filter(sha256=picture.sha256, ended_at=None).update(ended_at=at)
    made = Declaration.objects.create(sha256=picture.sha256, seen=seen, by=by, at=at)
    made.classes.set(there)
    made.pupils.set(named)
    made.absent.set(away)
    journal.record("declare_picture", subject=picture, by=by, at=at, channel=channel, rule="R-PIC-01", clause=LAW,
                   data={"seen": seen.value, "classes": sorted(one.pk for one in there), "named": len(named),
                         "absent": len(away)})  # fmt: skip
    _look_at(made, at=at, declared_now=True)
    return made


def sent(picture: Picture, by: Person, at: datetime) -> bool:
    """Whether he sent it, and may still send any."""
    mine = picture.uploaded_by_user_id == by.pk and by.kind == Kind.COLLABORATOR
    return mine and by.is_active and not offices.is_suspended(by, at)


def _look_at(said: Declaration, *, at: datetime, declared_now: bool = False) -> bool:
    """Hide the picture, or show it again, as those in it agree now (by R-PIC-13); whether something changed."""
    held = Withheld.objects.filter(sha256=said.sha256, lifted_at=None).first()
    children = queries.recognised(said)
    gone = bool(children and (agreed.took_back(children, Seen(said.seen), at, said.at) or queries.forgotten(children)))
    never = bool(queries.lacking(said, at)) if held or declared_now else False
    hide = rules.taken_back(took_back=gone, never_agreed=never, declared_now=declared_now, hidden=held is not None)
    if hide and held is None:
        return _hide(said, at)
    if held is not None and not hide:
        return _show(held, at)
    return False


def _hide(said: Declaration, at: datetime) -> bool:
    places = queries.places_of(said.sha256)
    if not places:
        return False
    held = Withheld.objects.create(sha256=said.sha256, declaration=said, at=at, places=places)
    withhold([said.sha256], at)
    journal.record("withhold_picture", subject=held, by=None, at=at, channel="clock", rule="R-PIC-13", clause=LAW,
                   data={"places": len(places)})  # fmt: skip
    return True


def _show(held: Withheld, at: datetime) -> bool:
    held.lifted_at = at
    held.save(update_fields=["lifted_at"])
    give_back([held.sha256])
    journal.record("show_again", subject=held, by=None, at=at, channel="clock", rule="R-PIC-13", clause=LAW)
    return True


def look_at_all(at: datetime) -> int:
    """Look at every picture readers see in which children were said to be; how many were hidden or shown again."""
    changed = 0
    for said in Declaration.objects.filter(seen__in=CHILDREN, ended_at=None).prefetch_related(
        "classes", "pupils", "absent"
    ):
        with transaction.atomic():
            changed += _look_at(said, at=at)
    return changed


@tick()
def watch(at: datetime) -> None:
    """Listen to what is written of pupils and their consents; after any of it, look at the pictures."""
    heard: list[str] = []

    def hear(line: JournalEntry) -> None:
        if line.subject_type.startswith("pupils.") and line.verb not in OURS:
            heard.append(line.verb)

    journal.listen(LISTENER, hear)
    if heard:
        look_at_all(at)


@transaction.atomic
def settle(held: Withheld, *, note: str, by: Person, at: datetime, channel: str) -> None:
    """The Secretary says that the places of a hidden picture were looked after; said twice it changes nothing more.
    Raises Refused (403)."""
    board = offices.board(at)
    refuse_if(rules.may_settle(secretary=by.pk in board.secretaries | board.substitutes | board.leaders))
    note = nfc(note).strip()[:300]
    if Withheld.objects.filter(pk=held.pk, settled_at=None).update(settled_at=at, settled_by=by, note=note):
        journal.record(
            "settle_withheld", subject=held, by=by, at=at, channel=channel, rule="R-PIC-14", clause="Điều 12.3"
        )
