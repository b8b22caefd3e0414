"""The reads of the mail: which domain, how much each wants, how the post is doing (Điều 14.3)."""

from collections.abc import Iterable
from datetime import datetime, time, timedelta
from typing import Any

from django.db.models import QuerySet

from portal.base import clock, regulation
from portal.base.clock import ZONE
from portal.base.models import School
from portal.base.ordering import named
from portal.desk.mail.rules import Much, Night, foreign, night
from portal.desk.models import Letter, MailWish
from portal.people.models import Person
from portal.people.rules import Kind

DAY = timedelta(days=1)
MOST_SHOWN = 20


def mail_domain(at: datetime) -> str:
    """The school's own mail domain on that day: the parameter, else the portal's domain (Điều 3, 14.3)."""
    set_to = regulation.value("mail.domain", at.date())
    return set_to or School.objects.values_list("domain", flat=True).first() or ""


def quiet_hours(at: datetime) -> Night:
    return night(regulation.value("mail.night", at.date()))


def digest_hour(at: datetime) -> time:
    return time.fromisoformat(regulation.value("mail.digest_at", at.date()))


def remind_hours(at: datetime) -> list[int]:
    return [int(hours) for hours in regulation.value("mail.remind_hours", at.date()).split(",")]


def rest(at: datetime) -> timedelta:
    """How long a text must be left alone before a change of it is told."""
    return timedelta(minutes=regulation.number("mail.rest_minutes", at.date()))


def gathering_time(at: datetime) -> timedelta:
    """How long an internal item at the Head's step may wait to be gathered before he is told of it by itself."""
    return timedelta(minutes=regulation.number("mail.gather_minutes", at.date()))


def link_life(at: datetime) -> timedelta:
    return timedelta(days=regulation.number("mail.link_days", at.date()))


def wishes(people: Iterable[int]) -> dict[int, MailWish]:
    """What these people chose; whoever never chose gets every turn at once."""
    ids = set(people)
    chosen = {wish.person_id: wish for wish in MailWish.objects.filter(person__in=ids)}
    return {pk: chosen.get(pk) or MailWish(person_id=pk) for pk in ids}


def wish_of(person: Person) -> MailWish:
    return wishes([person.pk])[person.pk]


def batch(letter: Letter) -> QuerySet[Letter]:
    """The letters that leave as one: the internal notices that went up for this person in the same moment; else it alone."""
    if letter.kind != Letter.Kind.NOTICE:
        return Letter.objects.filter(pk=letter.pk)
    return Letter.objects.filter(
        person=letter.person_id, kind=letter.kind, made_at=letter.made_at, state=letter.state
    ).order_by("pk")


def much(wish: MailWish) -> Much:
    return Much(wish.much)


def last_sent(person: Person) -> Letter | None:
    """The newest letter that reached this person's school mailbox."""
    sent = Letter.objects.filter(person=person, state=Letter.State.SENT).exclude(kind=Letter.Kind.CALL)
    return sent.select_related("page").order_by("-sent_at", "-pk").first()


def mail_health(at: datetime | None = None) -> dict[str, Any]:
    """How the post is doing, for the administrator: counts and names, no word of any item.

    `waiting` and its `oldest`, `sent_24h`, `failed` with the last errors, `foreign`: whose address is not the school's.
    """
    at = at or clock.now()
    domain = mail_domain(at)
    waiting = Letter.objects.filter(state=Letter.State.WAITING)
    failed = Letter.objects.filter(state=Letter.State.FAILED).select_related("person").order_by("-pk")
    oldest = waiting.order_by("made_at").values_list("made_at", flat=True).first()
    trouble = waiting.exclude(error="").order_by("-pk").values_list("error", flat=True).first()
    staff = Person.objects.filter(is_active=True, kind__in=(Kind.STAFF, Kind.COLLABORATOR)).order_by(*named(), "pk")
    return {
        "domain": domain,
        "waiting": waiting.count(),
        "oldest": oldest.astimezone(ZONE) if oldest else None,
        "sent_24h": Letter.objects.filter(state=Letter.State.SENT, sent_at__gt=at - DAY).count(),
        "failed": failed.count(),
        "failures": [
            {"name": str(one.person), "what": one.get_kind_display(), "at": one.made_at.astimezone(ZONE), "error": one.error}
            for one in failed[:MOST_SHOWN]
        ],
        "trouble": trouble or "",
        "foreign": [
            {"name": str(one), "address": one.email, "username": one.username}
            for one in staff if foreign(one.email, domain) is not None
        ],
    }  # fmt: skip
