"""Accounts: who signs in, with what, from how many places."""

from collections import Counter
from datetime import datetime

from django.contrib.sessions.models import Session
from django.db.models import Count, Exists, OuterRef, Q, QuerySet
from django.db.models.functions import Now

from portal.base.ordering import named
from portal.base.text import fold
from portal.people import offices
from portal.people.models import Person, Suspension


def accounts(at: datetime, words: str = "", state: str = "") -> QuerySet[Person]:
    """Accounts with what their health is judged by: sign-in, password, suspension, tokens. `words` are looked for in names
    without marks; `state` is one of out, locked, fresh, in."""
    suspended = Suspension.objects.filter(offices.in_force(at), person=OuterRef("pk"))
    tokens = Q(tokens__revoked_at=None, tokens__expires_at__gt=at)
    found = Person.objects.annotate(is_out=Exists(suspended), live_tokens=Count("tokens", filter=tokens))
    if state == "out":
        found = found.filter(is_out=True)
    elif state == "locked":
        found = found.filter(is_active=False)
    elif state == "fresh":
        found = found.filter(password__startswith="!")
    elif state == "in":
        found = found.filter(pk__in=sessions())
    if words.strip():
        found = found.filter(pk__in=_named(words))
    return found.order_by("kind", *named(), "pk")


def _named(words: str) -> list[int]:
    """People in whose names or addresses every word stands, marks aside."""
    wanted = fold(words).split()
    rows = Person.objects.values_list("pk", "full_name", "username", "email")
    return [pk for pk, *told in rows if all(word in fold(" ".join(told)) for word in wanted)]


def sessions() -> Counter[int]:
    """How many browsers each person is signed in with; sessions go by the machine's clock."""
    running = (row.get_decoded() for row in Session.objects.filter(expire_date__gt=Now()))
    return Counter(int(one["_auth_user_id"]) for one in running if str(one.get("_auth_user_id", "")).isdigit())
