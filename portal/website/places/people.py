"""Units and staff as anyone may see them: names, posts and offices by their papers, public items. Never an account's name,
telephone or mail (Điều 7, 13.7)."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from django.db.models import FilteredRelation, Q, QuerySet

from portal.base.ordering import titled
from portal.base.text import name_key
from portal.news.models import Article, Byline
from portal.news.queries import news_of
from portal.people.models import Appointment, FieldAssignment, Person, Unit, UnitPost
from portal.people.offices import in_force
from portal.people.rules import OFFICE_NAMES, Kind, Office
from portal.website.places.named import Named, named

SCHOOL_OFFICES = (Office.PRINCIPAL, Office.VICE_PRINCIPAL)
ORDER = list(OFFICE_NAMES)
RECENT = 300  # newest items looked through for the newest of each unit


@dataclass(frozen=True)
class Member:
    """One of the staff in a list."""

    pk: int
    name: str
    leads: bool = False
    offices: tuple[str, ...] = ()


@dataclass(frozen=True)
class UnitShown:
    """A unit with its people, leaders first."""

    title: str
    slug: str
    people: Sequence[Member] = ()
    newest: Article | None = None

    @property
    def leaders(self) -> list[Member]:
        return [one for one in self.people if one.leads]


@dataclass(frozen=True)
class Teacher:
    """The page of one of the staff."""

    name: str
    units: list[UnitPost]
    offices: list[dict[str, object]]
    items: Named


def school_leaders(at: datetime) -> list[dict[str, object]]:
    """The Principal and the Vice-Principals by their papers, one query."""
    held = Appointment.objects.filter(in_force(at), office__in=SCHOOL_OFFICES, person__is_active=True)
    rows = sorted(
        held.select_related("person"), key=lambda row: (ORDER.index(row.office), name_key(row.person.full_name))
    )
    return [
        {"office": OFFICE_NAMES[row.office], "name": row.person.full_name, "pk": row.person_id, "page": has_page(row.person)}
        for row in rows if row.person.full_name
    ]  # fmt: skip


def units(at: datetime) -> list[UnitShown]:
    """Every unit with its people, two queries."""
    people = _members(UnitPost.objects.filter(in_force(at)))
    return [UnitShown(unit.title, unit.slug, people[unit.pk]) for unit in Unit.objects.all()]


def unit_pages(at: datetime) -> tuple[list[str], list[int]]:
    """The units by their names in addresses, and everybody in one who has a page; one query."""
    now = FilteredRelation("posts", condition=Q(posts__starts__lte=at) & (Q(posts__ends=None) | Q(posts__ends__gt=at)))
    rows = Unit.objects.annotate(now=now).values_list(
        "slug", "now__person", "now__person__kind", "now__person__is_active", "now__person__full_name"
    )  # fmt: skip
    slugs, people = dict[str, None](), dict[int, None]()
    for slug, pk, kind, active, name in rows:
        slugs[slug] = None
        if pk is not None and may_have_page(kind, active=active, name=name):
            people[pk] = None
    return list(slugs), sorted(people)


def units_with_news(at: datetime) -> list[UnitShown]:
    """Every unit with its people and the newest public item one of them is named under, of the newest few hundred; five
    queries."""
    shown = units(at)
    recent = list(news_of(None, at).values_list("pk", flat=True)[:RECENT])
    order = {pk: number for number, pk in enumerate(recent)}  # newest first
    by_person: dict[int, list[int]] = defaultdict(list)
    for person, article in Byline.objects.filter(article__in=recent).values_list("person", "article"):
        by_person[person].append(article)

    told: dict[str, int] = {}
    for unit in sorted(shown, key=lambda unit: len(unit.people)):  # the union, which is everybody, takes what is left
        theirs = {pk for one in unit.people for pk in by_person[one.pk]}
        if theirs:
            told[unit.slug] = min(theirs - set(told.values()) or theirs, key=order.__getitem__)
    found = {one.pk: one for one in news_of(None, at).filter(pk__in=told.values())}
    return [replace(unit, newest=found.get(told.get(unit.slug, 0))) for unit in shown]


def unit(slug: str, at: datetime) -> tuple[UnitShown, Named] | None:
    """One unit with its people and their public items, newest first; None where there is no such unit."""
    found = Unit.objects.filter(slug=slug).first()
    if found is None:
        return None
    people = _members(UnitPost.objects.filter(in_force(at), unit=found))[found.pk]
    return UnitShown(found.title, found.slug, people), named([one.pk for one in people], at)


def teacher(pk: int, at: datetime) -> Teacher | None:
    """One of the staff who has a post, an office or a public item; None for everybody else, account or not."""
    person = Person.objects.filter(pk=pk).first()
    if person is None or not has_page(person):
        return None
    posts = list(
        UnitPost.objects.filter(in_force(at), person=person).select_related("unit").order_by(titled("unit__title"))
    )
    offices = _offices(person, at)
    items = named([person.pk], at)
    if not posts and not offices and not items.ids:
        return None
    return Teacher(person.full_name, posts, offices, items)


def _members(posts: QuerySet[UnitPost]) -> dict[int, list[Member]]:
    found: dict[int, dict[int, Member]] = defaultdict(dict)
    for post in posts.select_related("person"):
        if has_page(post.person):
            before = found[post.unit_id].get(post.person_id)
            leads = post.leads or (before is not None and before.leads)
            found[post.unit_id][post.person_id] = Member(post.person_id, post.person.full_name, leads)
    sort = {unit: sorted(people.values(), key=lambda one: (not one.leads, name_key(one.name)))
            for unit, people in found.items()}  # fmt: skip
    return defaultdict(list, sort)


def has_page(person: Person) -> bool:
    """Staff with an open account and a written name; an account's own name is shown to nobody."""
    return may_have_page(person.kind, active=person.is_active, name=person.full_name)


def may_have_page(kind: str, *, active: bool, name: str) -> bool:
    """The same of what a query told."""
    return kind == Kind.STAFF and active and bool(name.strip())


def _offices(person: Person, at: datetime) -> list[dict[str, object]]:
    rows = Appointment.objects.filter(in_force(at), person=person).select_related("decision")
    held = (
        FieldAssignment.objects.filter(in_force(at), person=person)
        .select_related("field")
        .order_by(titled("field__title"))
    )
    fields = [row.field.title for row in held]
    return [
        {
            "name": OFFICE_NAMES[row.office], "of_school": row.office in SCHOOL_OFFICES, "decision": row.decision,
            "fields": fields if row.office == Office.MEMBER else [],
        }
        for row in sorted(rows, key=lambda row: ORDER.index(row.office))
    ]  # fmt: skip
