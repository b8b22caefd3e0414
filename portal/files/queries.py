"""Who may open a stored file."""

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Q, QuerySet

from portal.files import book, clamd
from portal.files.models import Attachment, Exposure, Picture
from portal.files.rules import may_be_served
from portal.files.scanning import scanner
from portal.files.scanning import silent_since as silent_since
from portal.files.sight import by_sight as by_sight
from portal.files.sight import can_see as can_see
from portal.files.words import READABLE as READABLE
from portal.files.words import words_of as words_of
from portal.people import offices
from portal.people.models import Person
from portal.people.rules import Kind

book_sheets = book.sheets  # for rooms that take tables in
Readable = Callable[[datetime], QuerySet[Any]]
_readable: dict[str, Readable] = {}


def holds_files(kind: str) -> Callable[[Readable], Readable]:
    """Have a room say which of its items any reader may open at an hour; the files of every other item stay shut."""

    def register(readable: Readable) -> Readable:
        _readable[kind] = readable
        return readable

    return register


InOwnText = Callable[[Picture | Attachment, Person, datetime], bool]
_in_own_text: list[InOwnText] = []


def shows_to_writers(asked: InOwnText) -> InOwnText:
    """Have a room say whether a text somebody writes shows a file, whoever put it there."""
    _in_own_text.append(asked)
    return asked


Guards = Callable[[Attachment, Person, datetime], bool]
_guards: list[Guards] = []


def guards(asked: Guards) -> Guards:
    """Have a room say who of the staff may open a guarded file of its own; one that nobody speaks for stays shut."""
    _guards.append(asked)
    return asked


def may_open(stored: Picture | Attachment, person: object, at: datetime) -> bool:
    """Whether this person may open a file: its scan lets it, and an approved item shows it to such readers; staff open
    what they work on, but a guarded file only where its room says so (R-FILE-20); a collaborator what he uploaded and what
    his own texts show."""
    if not may_be_served(stored.scan) or not stored.file:
        return False
    if is_public(stored, at):
        return True
    if isinstance(person, Person) and offices.is_insider(person, at):
        return not isinstance(stored, Attachment) or not stored.guarded or _let_by_its_room(stored, person, at)
    if not isinstance(person, Person) or person.kind != Kind.COLLABORATOR:
        return False
    return stored.uploaded_by_user_id == person.pk or any(asked(stored, person, at) for asked in _in_own_text)


def _let_by_its_room(stored: Attachment, person: Person, at: datetime) -> bool:
    """R-FILE-20: a guarded file opens for whoever sent it and for whom its room says; being staff is not enough (Điều 15.3)."""
    return stored.uploaded_by_user_id == person.pk or any(asked(stored, person, at) for asked in _guards)


def is_withheld(picture: int) -> bool:
    """Whether outsiders see this picture nowhere, for somebody in it does not agree."""
    return Picture.objects.filter(pk=picture, withheld_at__isnull=False).exists()


def is_public(stored: Picture | Attachment, at: datetime) -> bool:
    """R-FILE-09: anybody may open a file, so that a cache may keep it, while any reader may open an item that shows it:
    not once the item, or the section it stands in, is taken down or over (Điều 8.1, 13.2), nor while the picture is withheld."""
    if not may_be_served(stored.scan) or (isinstance(stored, Picture) and stored.withheld_at is not None):
        return False
    shown = stored.exposures.filter(Q(until=None) | Q(until__gt=at), audience=Exposure.Audience.PUBLIC)
    holders: dict[str, list[int]] = defaultdict(list)
    for kind, pk in shown.values_list("holder_type", "holder_id"):
        holders[kind].append(pk)
    return any(kind in _readable and _readable[kind](at).filter(pk__in=ids).exists() for kind, ids in holders.items())


@dataclass(frozen=True)
class Scanner:
    """The virus scanner as it answers this moment; `silent` says why it does not."""

    name: str = ""
    made: datetime | None = None  # of when its list of known viruses is
    old: bool = False
    silent: str = ""


def scanner_now(at: datetime) -> Scanner | None:
    """Asks the scanner itself, two seconds at most; None where the school named none."""
    there = scanner()
    if there is None:
        return None
    try:
        name, made = clamd.version(there, seconds=2.0)
    except clamd.Silent as silence:
        return Scanner(silent=str(silence))
    return Scanner(name, made, clamd.is_old(made, at))
