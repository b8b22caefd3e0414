"""The demo school before its first article: people, units, fields, collaborators, the plans of two years."""

from datetime import date, datetime

from django.contrib.auth.hashers import make_password

from portal.base.clock import ZONE
from portal.demo.content.school import FIELDS, LAST_PLAN, MEMBERS, PEOPLE, PLAN, SCHOOL, STAFF, UNITS, PlanSeed
from portal.people.models import CollaboratorPost, Field, FieldAssignment, Person, Unit, UnitPost
from portal.people.rules import Kind, Office
from portal.plan import actions as plan
from portal.plan.models import PlanEntry
from portal.website.actions import FirstDecision, found_school

SIGNED = datetime(2024, 10, 16, 8, tzinfo=ZONE)
OPENED = datetime(2025, 8, 25, 8, tzinfo=ZONE)  # the portal, with its sections
AUGUST = datetime(2026, 8, 25, 8, tzinfo=ZONE)
CHANNEL = "demo"
OFFICES = {
    "hieutruong": (Office.PRINCIPAL,),
    "truongban": (Office.HEAD, Office.VICE_PRINCIPAL),
    "phoban": (Office.DEPUTY,),
    "uyvien.cm": (Office.MEMBER,),
    "uyvien.dd": (Office.MEMBER,),
    "thuky": (Office.SECRETARY,),
    "quantri": (Office.SYSADMIN,),
}
KINDS = {"congtacvien": Kind.COLLABORATOR, "phuhuynh": Kind.PARENT, "hocsinh": Kind.PUPIL}
Named = dict[str, Person]


def people(password: str) -> Named:
    """Everybody by username: the twelve with the password, the rest of the staff without one."""
    by_name = _persons(password)
    principal = by_name["hieutruong"]
    found_school(
        school={
            "name": SCHOOL["name"], "initials": SCHOOL["short"], "ward": SCHOOL["ward"], "address": SCHOOL["address"],
            "phone": SCHOOL["phone"], "email": SCHOOL["email"], "hours": SCHOOL["hours"], "domain": SCHOOL["domain"],
            "is_demo": True,
        },
        decision=FirstDecision("34/QĐ-THCSNGT", date(2024, 10, 16), principal.full_name,
                               "Ban hành Quy chế và kiện toàn Ban biên tập Cổng thông tin điện tử"),
        board=OFFICES, at=SIGNED,
    )  # fmt: skip
    _fields(by_name)
    _units(by_name)
    return by_name


def _persons(password: str) -> Named:
    hashed = make_password(password)
    by_name = {
        seed.username: Person(username=seed.username, full_name=seed.full_name, kind=KINDS.get(seed.username, Kind.STAFF),
                              email=f"{seed.username}@{SCHOOL['domain']}", password=hashed)
        for seed in PEOPLE
    }  # fmt: skip
    for seed in STAFF:
        person = Person(username=seed.username, full_name=seed.full_name, kind=Kind.STAFF,
                        email=f"{seed.username}@{SCHOOL['domain']}")  # fmt: skip
        person.set_unusable_password()
        by_name[seed.username] = person
    for person in by_name.values():
        person.save()
    return by_name


def _fields(by_name: Named) -> None:
    for seed in FIELDS:
        field = Field.objects.create(slug=seed.slug, title=seed.title)
        if seed.member:
            FieldAssignment.objects.create(
                field=field, person=by_name[seed.member], assigned_by=by_name["truongban"], starts=SIGNED
            )
            CollaboratorPost.objects.create(field=field, person=by_name["congtacvien"], starts=OPENED)


def _units(by_name: Named) -> None:
    units = {seed.slug: Unit.objects.create(slug=seed.slug, title=seed.title) for seed in UNITS}
    leaders = [(seed.leader, seed.slug, True) for seed in UNITS]
    others = [(seed.username, seed.unit, False) for seed in STAFF] + [(name, slug, False) for name, slug in MEMBERS]
    UnitPost.objects.bulk_create(
        UnitPost(unit=units[slug], person=by_name[name], leads=leads, starts=SIGNED)
        for name, slug, leads in leaders + others
    )


def plans(by_name: Named) -> list[PlanEntry]:
    """This year's entries, then last year's: the order of `content.school.ENTRIES`."""
    before = _plan(LAST_PLAN, by_name, OPENED)
    return _plan(PLAN, by_name, AUGUST) + before


def _plan(seed: PlanSeed, by_name: Named, at: datetime) -> list[PlanEntry]:
    secretary, head = by_name["thuky"], by_name["truongban"]
    year = plan.draw_up(title=seed.title, starts=seed.starts, ends=seed.ends, by=secretary, at=at, channel=CHANNEL)
    entries = [plan.Entry(e.title, e.starts, e.ends, e.section or "", e.standing) for e in seed.entries]
    made: list[PlanEntry] = plan.add_entries(year, entries, by=secretary, at=at, channel=CHANNEL)
    plan.confirm(year, by=head, at=at.replace(day=at.day + 1), channel=CHANNEL)
    return made
