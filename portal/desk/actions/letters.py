"""Putting a letter on the way: once for each person and key, with its task, in one transaction."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from portal.base.models import Task
from portal.desk.mail.rules import CALLING, Kind, Much, at_once, call_key, leaves_at
from portal.desk.models import Letter, MailWish
from portal.desk.queries.mail import quiet_hours


@dataclass(frozen=True)
class About:
    """What a letter is of: the item, the turn, the line of the record it tells."""

    page: int | None = None
    task: int | None = None
    hash: str = ""
    line: int | None = None
    urgent: bool = False


NOTHING = About()


@transaction.atomic
def put(kind: Kind, key: str, *, to: MailWish, at: datetime, about: About = NOTHING) -> Letter | None:
    """Write a letter down and ask for its delivery; None where this person was told before.

    `to` is the wish of the person written to: by it the letter leaves at once or waits for the digest. Whoever has a
    private address gets a bare word there too.
    """
    now = at_once(kind, Much(to.much), urgent=about.urgent)
    letter, new = Letter.objects.get_or_create(
        person_id=to.person_id, key=key,
        defaults={
            "kind": kind, "page_id": about.page, "task": about.task, "hash": about.hash, "line": about.line,
            "urgent": about.urgent, "made_at": at, "state": Letter.State.WAITING if now else Letter.State.HELD,
        },
    )  # fmt: skip
    if not new:
        return None
    if now:
        send_when(letter, leaves_at(at, quiet_hours(at), urgent=about.urgent))
    if now and kind in CALLING and to.confirmed_at is not None:
        put(Kind.CALL, call_key(at), to=to, at=at, about=About(urgent=about.urgent))
    return letter


def send_when(letter: Letter, at: datetime) -> None:
    """Ask the worker to deliver a letter at or after `at`; only its id goes into the queue."""
    Task.objects.create(name=DELIVER, arguments={"letter": letter.pk}, run_after=at)


DELIVER = "portal.desk.actions.postman.deliver"
