"""What the one search finds of the people's side: units and the pages of staff, as anyone may see them (Điều 7, 13.7)."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from datetime import datetime
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.urls import reverse

from portal.base.findable import Shelf, Words, register
from portal.base.models import JournalEntry
from portal.base.ordering import titled
from portal.news.models import Byline
from portal.news.queries import news_of
from portal.people.models import Appointment, Person, Unit, UnitPost
from portal.people.offices import in_force
from portal.people.rules import Kind

Cards = dict[int, dict[str, Any]]


def _units(items: Collection[int] | None) -> Iterator[Words]:
    found = Unit.objects.all() if items is None else Unit.objects.filter(pk__in=items)
    for unit in found:
        yield Words(unit.pk, unit.title, (), "to")


def _unit_cards(items: Iterable[int], person: object, at: datetime) -> Cards:
    return {
        unit.pk: {
            "title": unit.title, "url": reverse("website:unit", args=[unit.slug]), "section_title": "Tổ, bộ phận", "text": "",
        }
        for unit in Unit.objects.filter(pk__in=items)
    }  # fmt: skip


def _staff(items: Collection[int] | None) -> Iterator[Words]:
    found = Person.objects.filter(kind=Kind.STAFF, is_active=True).exclude(full_name="")
    for person in found if items is None else found.filter(pk__in=items):
        yield Words(person.pk, person.full_name, (), "thay-co")


def staff_seen(person: object, at: datetime) -> QuerySet[Person]:
    """Staff who have a page: an open account, a written name, and a post, an office or a public item."""
    posts, held = UnitPost.objects.filter(in_force(at)), Appointment.objects.filter(in_force(at))
    written = Byline.objects.filter(Exists(news_of(None, at).order_by().filter(pk=OuterRef("article_id"))))
    shown = Q()
    for rows in (posts, held, written):
        shown |= Q(Exists(rows.filter(person=OuterRef("pk"))))
    return Person.objects.filter(shown, kind=Kind.STAFF, is_active=True).exclude(full_name="")


def _staff_cards(items: Iterable[int], person: object, at: datetime) -> Cards:
    people = list(staff_seen(person, at).filter(pk__in=items))
    units: dict[int, list[str]] = defaultdict(list)
    for post in (
        UnitPost.objects.filter(in_force(at), person__in=people).select_related("unit").order_by(titled("unit__title"))
    ):
        units[post.person_id].append(post.unit.title)
    return {
        one.pk: {
            "title": one.full_name, "url": reverse("website:teacher", args=[one.pk]), "section_title": "Thầy cô",
            "text": ", ".join(dict.fromkeys(units[one.pk])),
        }
        for one in people
    }  # fmt: skip


def _about(label: str, line: JournalEntry) -> Iterator[int]:
    if line.subject_type == label and line.subject_id is not None:
        yield line.subject_id


register(Shelf(
    "unit", {"to": "Tổ, bộ phận"}, lambda person, at: Unit.objects.all(), _units, _unit_cards,
    lambda line: _about(Unit._meta.label_lower, line), order=20, dated=False,
))  # fmt: skip
register(Shelf(
    "staff", {"thay-co": "Thầy cô"}, staff_seen, _staff, _staff_cards,
    lambda line: _about(Person._meta.label_lower, line), order=21, dated=False,
))  # fmt: skip
