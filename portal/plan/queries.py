"""What is in the plan."""

from datetime import date, datetime

from django.db.models import Count, Q, QuerySet
from wagtail.models import Page

from portal.base import regulation
from portal.base.ordering import titled
from portal.people import offices
from portal.people.models import Person, Unit, UnitPost
from portal.plan.models import ActivityPlan, Assignment, PlanEntry, SectionBudget
from portal.plan.rules import Asked, Clocks, counts


def in_plan(entry_id: int | None, at: datetime) -> bool:
    """Whether a proposed plan entry counts at `at` (Điều 14.2)."""
    entry = PlanEntry.objects.select_related("plan").filter(pk=entry_id).first() if entry_id else None
    if entry is None:
        return False
    plan = entry.plan
    return counts(confirmed_at=plan.confirmed_at, cancelled_at=entry.cancelled_at, plan=(plan.starts, plan.ends), at=at)


def open_entries(on: date) -> QuerySet[PlanEntry]:
    """Entries of confirmed plans running on that day, standing ones last."""
    running = Q(plan__starts__lte=on, plan__ends__gte=on, plan__confirmed_at__isnull=False, cancelled_at=None)
    return PlanEntry.objects.filter(running).select_related("plan").order_by("standing", "starts", "id")


def suggest(on: date, section_slug: str) -> PlanEntry | None:
    """The entry an article of that day and section is likely about: dated ones of the section first, then standing."""
    entries = open_entries(on).filter(Q(section_slug=section_slug) | Q(section_slug=""))
    dated = entries.filter(standing=False, starts__lte=on).order_by("-starts").first()
    return dated or entries.filter(standing=True).order_by("-section_slug").first()


def plans() -> QuerySet[ActivityPlan]:
    """Every plan, the newest stretch first, with how many entries it has and how many of them stand."""
    stand = Count("entries", filter=Q(entries__cancelled_at=None))
    return (
        ActivityPlan.objects.select_related("confirmed_by", "made_by").annotate(stand=stand).order_by("-starts", "-id")
    )


def section_titles() -> dict[str, str]:
    """Titles of live sections by slug. Sections are a room above; here they are only pages with a name."""
    sections = Page.objects.live().filter(content_type__app_label="news", content_type__model="section")
    return dict(sections.order_by(titled()).values_list("slug", "title"))


def clocks() -> Clocks:
    """The numbers of Điều 16.1.1 with every change the school made to them."""
    return Clocks(regulation.history("timeliness"))


def between(first: date, last: date) -> QuerySet[PlanEntry]:
    """Entries with a day in that stretch, confirmed or not, cancelled ones too."""
    return PlanEntry.objects.filter(starts__lte=last, ends__gte=first).select_related("plan").order_by("starts", "id")


def asked_for() -> QuerySet[Assignment]:
    """What is asked of people and units: neither released nor about an activity called off."""
    rows = Assignment.objects.filter(cancelled_at=None, entry__cancelled_at=None)
    return rows.select_related("entry__plan", "person", "unit")


def led_units(person: Person, at: datetime) -> frozenset[int]:
    """Units this person leads at `at`."""
    posts = UnitPost.objects.filter(offices.in_force(at), person=person, leads=True)
    return frozenset(posts.values_list("unit_id", flat=True))


def people_of_units(at: datetime) -> dict[int, frozenset[int]]:
    """Who is in which unit at `at`."""
    found: dict[int, set[int]] = {}
    for unit, person in UnitPost.objects.filter(offices.in_force(at)).values_list("unit_id", "person_id"):
        found.setdefault(unit, set()).add(person)
    return {unit: frozenset(people) for unit, people in found.items()}


def asked(person: Person | None, unit: Unit | None, at: datetime) -> Asked:
    """Whom an assignment goes to, as the rules see it."""
    if person is None:
        return Asked(unit=unit.pk if unit else None)
    units = UnitPost.objects.filter(offices.in_force(at), person=person).values_list("unit_id", flat=True)
    return Asked(
        person.pk, unit.pk if unit else None, person.kind, person.is_active and not offices.is_suspended(person, at),
        offices.posts(person, at), frozenset(units),
    )  # fmt: skip


def budgets(on: date) -> dict[str, SectionBudget]:
    """The budget of each section in force on a day, by slug; sections whose budget was ended are left out."""
    rows = SectionBudget.objects.filter(valid_from__lte=on).select_related("set_by").order_by("valid_from")
    newest = {row.section_slug: row for row in rows}
    return {slug: row for slug, row in newest.items() if row.days}
