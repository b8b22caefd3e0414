"""What every verb about rights does besides its own row: versions, sessions, ends."""

from datetime import datetime, timedelta

from django.contrib.sessions.models import Session
from django.db.models import F

from portal.people.models import Period, Person
from portal.people.rules import Board, Office


def moved(*people: int) -> None:
    """These people's rights have changed: whatever was handed out under the old ones is worth nothing now."""
    Person.objects.filter(pk__in=people).update(rights_version=F("rights_version") + 1)


def hold(*people: Person) -> None:
    """Let nobody else decide about these people until the transaction ends; in one order, so that two who hold several wait
    for each other and not in a circle."""
    held = Person.objects.select_for_update().filter(pk__in={one.pk for one in people}).order_by("pk")
    list(held.values_list("pk", flat=True))


def capacity(board: Board, person: int, *offices: Office) -> str:
    """In which of these offices a person acts; the first that is held."""
    held = board.offices(person)
    return next((office.value for office in offices if office in held), "")


def leading(board: Board, person: int) -> str:
    """The capacity of one who decides for the board."""
    return capacity(board, person, Office.HEAD, Office.ACTING_HEAD, Office.PRINCIPAL)


def close(row: Period, at: datetime) -> None:
    """End a period that runs. One that never began goes away; the journal keeps that it was written."""
    if row.starts > at:
        row.delete()
    else:
        row.ends = max(at, row.starts + timedelta(microseconds=1))
        row.save()


def cut_sessions(person: int) -> int:
    """Sign this person out everywhere; returns how many sessions ended."""
    theirs = [row.pk for row in Session.objects.all() if row.get_decoded().get("_auth_user_id") == str(person)]
    return Session.objects.filter(pk__in=theirs).delete()[0]
