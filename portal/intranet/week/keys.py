"""Secret addresses of calendars: minted, kept as a hash, revoked, and worth what somebody's rights are worth when asked."""

import hashlib
import secrets
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.db.models import QuerySet

from portal.base import journal
from portal.base.refused import refuse_if
from portal.intranet.models import CalendarKey
from portal.intranet.week import queries
from portal.intranet.week.paper_rules import calendar_lives, may_make_calendar
from portal.people import offices
from portal.people.models import Person

CLAUSE = "Điều 15.2, 15.3"
BYTES = 24


@dataclass(frozen=True)
class Calendars:
    """What one person has: his own address, the school's where he may make it; since when each stands."""

    own: CalendarKey | None
    school: CalendarKey | None
    may_school: bool


def hash_of(secret: str) -> str:
    """What is kept of a secret."""
    return hashlib.sha256(secret.encode()).hexdigest()


@transaction.atomic
def make(*, school: bool, by: Person, at: datetime, channel: str) -> str:
    """A new secret address, told this once; the one before it ends. Raises Refused (403)."""
    _may(school, by, at)
    owner = None if school else by
    standing(owner).select_for_update().update(revoked_at=at)
    secret = secrets.token_urlsafe(BYTES)
    key = CalendarKey.objects.create(person=owner, hash=hash_of(secret), made_by=by, made_at=at)
    _record("calendar_made", key, by, at, channel)
    return secret


@transaction.atomic
def revoke(*, school: bool, by: Person, at: datetime, channel: str) -> None:
    """End an address: whoever subscribed to it gets nothing from now on. Raises Refused (403)."""
    _may(school, by, at)
    for key in standing(None if school else by).select_for_update():
        key.revoked_at = at
        key.save(update_fields=["revoked_at"])
        _record("calendar_revoked", key, by, at, channel)


def standing(owner: Person | None) -> QuerySet[CalendarKey]:
    """The addresses of one owner that were not revoked: at most one."""
    return CalendarKey.objects.filter(person=owner, revoked_at=None)


def calendars(person: Person, at: datetime) -> Calendars:
    """What stands for one person."""
    may = may_make_calendar(offices.board(at), person.pk, queries.posters(at), school=True) is None
    return Calendars(standing(person).first(), standing(None).select_related("made_by").first() if may else None, may)


def opened(secret: str, at: datetime) -> CalendarKey | None:
    """The address a secret opens at `at`; None where there is none, it was revoked, or its maker's rights are gone."""
    found = CalendarKey.objects.filter(hash=hash_of(secret), revoked_at=None).select_related("made_by").first()
    if found is None:
        return None
    school, maker = found.person_id is None, found.made_by
    posts = school and queries.may_post(offices.board(at), maker, at)
    return found if calendar_lives(insider=offices.is_insider(maker, at), posts=posts, school=school) else None


def _may(school: bool, by: Person, at: datetime) -> None:
    refuse_if(may_make_calendar(offices.board(at), by.pk, queries.posters(at), school=school))


def _record(verb: str, key: CalendarKey, by: Person, at: datetime, channel: str) -> None:
    journal.record(verb, subject=key, by=by, at=at, channel=channel, rule="R-WEEK-31", clause=CLAUSE,
                   data={"school": key.person_id is None})  # fmt: skip
