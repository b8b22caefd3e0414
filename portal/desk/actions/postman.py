"""Delivering a letter: looked at once more, its links minted, sent, noted. A killed worker sends it again, never not at all.

Delivery is at least once: the note that a letter left is written after the mail server took it, so a worker killed in
between sends the same letter, under the same Message-ID, once more. Its links were committed before, so both copies open
the same decisions. While the mail server thinks, no lock is held.
"""

from datetime import datetime, timedelta
from smtplib import SMTPException, SMTPRecipientsRefused

from django.core.mail import EmailMessage
from django.db import transaction

from portal.base import clock, queue
from portal.base.models import Task
from portal.desk.actions.letters import DELIVER, send_when
from portal.desk.actions.papers import NothingToSay, paper_for
from portal.desk.mail.envelope import envelope
from portal.desk.mail.rules import PRIVATE, Kind, foreign, leaves_at, retry_after
from portal.desk.models import Letter
from portal.desk.queries.mail import batch, mail_domain, quiet_hours, wish_of
from portal.people import offices

BREATH = timedelta(minutes=1)  # while the mail server does not answer, nobody else's letter tries it


@queue.task_by_itself
def deliver(letter: int) -> None:
    """Send one letter if it still says something true. Takes its id; every secret is minted here."""
    at = clock.now()
    message = prepare(letter, at)
    if message is None:
        return
    try:
        message.send()
    except (OSError, SMTPException) as error:
        put_off(letter, at, error)
    else:
        settle(letter, at)


@transaction.atomic
def prepare(pk: int, at: datetime) -> EmailMessage | None:
    """The letter as it leaves now; None where it must not, or not yet."""
    letter = Letter.objects.select_for_update().select_related("person").get(pk=pk)
    if letter.state != Letter.State.WAITING or batch(letter).filter(pk__lt=letter.pk).exists():
        return None
    later = leaves_at(at, quiet_hours(at), urgent=letter.urgent or letter.kind == Kind.CODE)
    if later > at:
        send_when(letter, later)
        return None
    address = address_of(letter)
    if letter.kind not in PRIVATE and foreign(address, mail_domain(at)) is not None:
        _close(letter, Letter.State.FOREIGN)
        return None
    if not address or not letter.person.is_active or offices.is_suspended(letter.person, at):
        _close(letter, Letter.State.STALE)
        return None
    try:
        paper = paper_for(letter, at)
    except NothingToSay:
        _close(letter, Letter.State.STALE)
        return None
    return envelope(paper, letter, to=address)


def address_of(letter: Letter) -> str:
    return wish_of(letter.person).private_address if letter.kind in PRIVATE else letter.person.email


def _close(letter: Letter, state: str) -> None:
    batch(letter).update(state=state)
    letter.state = state


@transaction.atomic
def settle(pk: int, at: datetime) -> None:
    """It left. A digest carried what was held back for it."""
    letter = Letter.objects.select_for_update().get(pk=pk)
    batch(letter).update(state=Letter.State.SENT, sent_at=at)
    letter.state, letter.sent_at, letter.error, letter.tries = Letter.State.SENT, at, "", letter.tries + 1
    letter.save(update_fields=["state", "sent_at", "error", "tries"])
    if letter.kind == Kind.DIGEST:
        held = Letter.objects.filter(person=letter.person_id, state=Letter.State.HELD, made_at__lte=at)
        held.update(state=Letter.State.SENT, sent_at=at)


@transaction.atomic
def put_off(pk: int, at: datetime, error: Exception) -> None:
    """It did not leave: try again later, for a day; then it is given up and the administrator sees why."""
    letter = Letter.objects.select_for_update().get(pk=pk)
    letter.tries += 1
    letter.error = _told(letter, error)[:500]
    pause = None if isinstance(error, SMTPRecipientsRefused) else retry_after(letter.tries)
    if pause is None:
        _close(letter, Letter.State.FAILED)
    else:
        send_when(letter, at + pause)
    letter.save(update_fields=["tries", "error", "state"])
    if not isinstance(error, SMTPRecipientsRefused):
        others = Task.objects.filter(name=DELIVER, state=Task.State.READY, run_after__lt=at + BREATH, leased_until=None)
        others.update(run_after=at + BREATH)


def _told(letter: Letter, error: Exception) -> str:
    """What went wrong, for the administrator: a mail server repeats the address, and a private one is nobody's to read."""
    told = f"{type(error).__name__}: {error}"
    private = wish_of(letter.person).private_address if letter.kind in PRIVATE else ""
    return told.replace(private, "địa chỉ riêng") if private else told


assert queue.name_of(deliver) == DELIVER
