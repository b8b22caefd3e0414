"""Who else has this text open (R-OPEN-01): told before anyone types, blocking nobody."""

from datetime import datetime, timedelta

from django.db import transaction

from portal.base import regulation
from portal.news.models import Article, Editing
from portal.people.models import Person

FORGOTTEN_AFTER = "news.open_minutes"


def here(article: Article, at: datetime) -> list[Editing]:
    """Who has a text open at `at`, whoever was seen last first."""
    found = list(Editing.objects.filter(article=article, seen_at__lte=at).select_related("person").order_by("-seen_at"))
    if not found:
        return []
    since = at - timedelta(minutes=regulation.number(FORGOTTEN_AFTER, at.date()))
    return [one for one in found if one.seen_at > since]


def others(article: Article, person: Person, at: datetime) -> list[Editing]:
    """R-OPEN-01: whoever opens a text is told who has it open, and when that person last changed something (Điều 12.4)."""
    return [one for one in here(article, at) if one.person_id != person.pk]


@transaction.atomic
def arrive(article: Article, person: Person, at: datetime, *, typed: bool) -> None:
    """The text is open before this person, who has typed in it or only reads."""
    known = {one.person_id for one in here(article, at)}
    row: dict[str, datetime | None] = {"seen_at": at}
    if typed or person.pk not in known:
        row["typed_at"] = at if typed else None
    if person.pk not in known:
        row["since"] = at
    Editing.objects.update_or_create(article=article, person=person, defaults=row, create_defaults={"since": at} | row)
    Editing.objects.filter(article=article).exclude(person__in={*known, person.pk}).delete()


def leave(article: Article, person: Person) -> None:
    """The page was closed."""
    Editing.objects.filter(article=article, person=person).delete()
