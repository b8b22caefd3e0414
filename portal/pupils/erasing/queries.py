"""Reads of forgetting: whom a request is about, what stands against it, what would be replaced, where the name still stands."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from django.core.paginator import Page, Paginator
from django.db.models import Count, F, Q, QuerySet

from portal.base.rules import Refusal
from portal.files.models import Exposure, Picture
from portal.people.models import Person
from portal.pupils.erasing import kept_outside, replacing, rules, searching
from portal.pupils.erasing.identity import known, sought
from portal.pupils.erasing.kept_outside import Line
from portal.pupils.erasing.replacing import Subject
from portal.pupils.models import Enrolment, Erasure, ErasurePlace, Guardian, Pupil

State = Erasure.State
Row = TypeVar("Row", bound=Any)


def subject(whom: Pupil | Person) -> Subject:
    """Whom it is about, as the database has him now."""
    if isinstance(whom, Pupil):
        return replacing.of_pupil(Pupil.objects.select_related("account").get(pk=whom.pk))
    return replacing.of_account(Person.objects.get(pk=whom.pk))


def subject_of(erasure: Erasure) -> Subject:
    """The same of a request."""
    whom = erasure.pupil or erasure.account
    return subject(whom) if whom is not None else Subject(None, ())


def found_by(line: Line) -> Subject:
    """Who of this database a line of the list means: by hash, wherever his number went."""
    pupils = Pupil.objects.filter(erased_at=None).select_related("account")
    accounts = Person.objects.filter(kind__in=rules.FORGETTABLE)
    pupil, found = None, list[Person]()
    for kind, number, key in line.marks:
        if kind == "pupil":
            pupil = _by(((one, str(one.code)) for one in _first(pupils, number)), kind, key)
        elif (one := _by(((one, str(one.username)) for one in _first(accounts, number)), kind, key)) is not None:
            found.append(one)
    return Subject(pupil, tuple(found))


def _first(rows: QuerySet, number: int) -> Iterable:  # type: ignore[type-arg]
    """The row of that number before all others."""
    yield from rows.filter(pk=number)
    yield from rows.exclude(pk=number).iterator(chunk_size=500)


def _by(rows: Iterable[tuple[Row, str]], kind: str, key: str) -> Row | None:
    return next((row for row, said in rows if kept_outside.hashed(kind, said) == key), None)


def against(whom: Subject, asked: Erasure | None = None) -> Sequence[Refusal]:
    """What stands in the way of forgetting somebody; `asked` is the request that is being answered."""
    others = Erasure.objects.filter(state=State.ASKED).exclude(pk=asked.pk if asked else 0)
    if whom.pupil is not None:
        seated = Enrolment.objects.filter(pupil=whom.pupil, ends=None).exists()
        waits = others.filter(pupil=whom.pupil).exists()
        found = [
            rules.asked_once(asked=waits, erased=whom.pupil.erased_at is not None),
            rules.not_at_school(seated=seated),
        ]
    else:
        (account,) = whom.accounts
        own = Enrolment.objects.filter(pupil__account=account, ends=None).exists()
        wards = Guardian.objects.filter(account=account, pupil__enrolments__ends=None, pupil__enrolments__isnull=False)
        waits = others.filter(account=account).exists()
        gone = Erasure.objects.filter(account=account, state=State.DONE).exists()
        found = [
            rules.is_reader(account.kind), rules.asked_once(asked=waits, erased=gone),
            rules.not_at_school(seated=own, wards_seated=wards.exists()),
        ]  # fmt: skip
    return [one for one in found if one is not None]


def tells(whom: Subject, paper: str) -> bool:
    """Whether what is written of a request names whom it is about."""
    return known(whom.leaving.names).sought.stands_in(paper)


def asked_for() -> QuerySet[Erasure]:
    """Every request, those that wait first, then the newest, with how many places are open of each."""
    rows = Erasure.objects.select_related("pupil", "account", "asked_by", "decided_by")
    rows = rows.annotate(to_settle=Count("places", filter=Q(places__settled_at=None)), everywhere=Count("places"))
    return rows.order_by(F("decided_at").desc(nulls_first=True), "-asked_at", "-pk")


def page_of(found: QuerySet[Row], asked: str, many: int) -> Page[Row]:
    """One page of a list; a number that is none gives the first or the last."""
    return Paginator(found, many).get_page(asked)


def places() -> QuerySet[ErasurePlace]:
    """Where names still stand of whoever was forgotten, what nobody has looked after first."""
    rows = ErasurePlace.objects.filter(erasure__state=State.DONE).select_related("erasure", "settled_by")
    return rows.order_by(F("settled_at").desc(nulls_first=True), "-pk")


@dataclass(frozen=True)
class Place:
    """One of them as a screen tells of it."""

    row: ErasurePlace
    title: str
    url: str


def told_of(rows: Iterable[ErasurePlace]) -> list[Place]:
    """The same with their titles; some queries, however many."""
    rows = list(rows)
    names = searching.titled((one.kind, one.item) for one in rows)
    return [Place(one, *names[one.kind, one.item]) for one in rows]


def excerpts(place: ErasurePlace) -> list[tuple[str, str, str]]:
    """Where in a work the name stands this moment, found by its keyed hash; nothing once it stands there no more."""
    windows = [(int(many), str(key)) for many, key in place.erasure.names]
    return searching.excerpts((place.kind, place.item), sought(windows, kept_outside.window))


def to_settle(erasure: Erasure | None = None) -> int:
    """How many places wait for the Secretary, of one erasing or of all."""
    found = ErasurePlace.objects.filter(erasure__state=State.DONE, settled_at=None)
    return (found if erasure is None else found.filter(erasure=erasure)).count()


def whom(erasure: Erasure) -> str:
    """Whom a request is about, as everything written of it says: by number."""
    if erasure.pupil_id is not None:
        return f"học sinh số {erasure.pupil_id}"
    return f"tài khoản số {erasure.account_id}" if erasure.account_id is not None else "không có trong dữ liệu này"


def same_picture(picture: int) -> frozenset[int]:
    """A stored picture and every other row with its content, by number."""
    content = Picture.objects.filter(pk=picture).values("sha256")
    return frozenset(Picture.objects.filter(sha256__in=content).values_list("pk", flat=True))


def shown_by(picture: int) -> int:
    """How many works that are up show a picture, whichever row of it."""
    shown = Exposure.objects.filter(picture__in=same_picture(picture))
    return shown.values("holder_type", "holder_id").distinct().count()
