"""The demo school's assignments, budgets and the plan of next month, by the same verbs its people use."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta

from portal.base.clock import ZONE
from portal.demo.content.assigned import ASSIGNED, BUDGETS, NEXT_MONTH, AssignedSeed
from portal.news.models import Section
from portal.people.models import Person, Unit
from portal.plan import actions as plan
from portal.plan.models import PlanEntry
from portal.plan.rules import last_second

CHANNEL = "demo"


def ask_for(entries: Sequence[PlanEntry], by_name: Mapping[str, Person], now: datetime) -> None:
    """Every assignment of the seeds, each asked at its own hour."""
    units = {unit.slug: unit for unit in Unit.objects.all()}
    fields = dict(Section.objects.values_list("slug", "field_id"))
    for seed in ASSIGNED:
        entry = entries[seed.entry]
        plan.assign(
            entry, person=by_name.get(seed.to), unit=units.get(seed.to), section_slug=seed.section, genre=seed.genre,
            note=seed.note, due_at=_due(seed, now), field_id=fields.get(seed.section or entry.section_slug),
            by=by_name[seed.by], at=_asked(seed, now), channel=CHANNEL,
        )  # fmt: skip


def _asked(seed: AssignedSeed, now: datetime) -> datetime:
    return (
        now - seed.asked
        if isinstance(seed.asked, timedelta)
        else datetime.fromisoformat(seed.asked).replace(tzinfo=ZONE)
    )


def _due(seed: AssignedSeed, now: datetime) -> datetime | None:
    if isinstance(seed.due, timedelta):
        return last_second((now + seed.due).date())
    return last_second(date.fromisoformat(seed.due)) if seed.due else None


def set_budgets(by: Person, at: datetime) -> None:
    """How fresh each section must be."""
    for section, days in BUDGETS.items():
        plan.set_budget(section, days=days, by=by, at=at, channel=CHANNEL)


def draw_up_next_month(by: Person, now: datetime) -> None:
    """A plan the Head has not confirmed yet: its days may still be moved."""
    first = (now.date().replace(day=28) + timedelta(days=4)).replace(day=1)
    last = (first.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)
    month = plan.draw_up(title=f"Kế hoạch tháng {first.month}/{first.year}", starts=first, ends=last, by=by, at=now,
                         channel=CHANNEL)  # fmt: skip
    entries = [
        plan.Entry(title, first.replace(day=start), first.replace(day=end), section)
        for title, section, start, end in NEXT_MONTH
    ]
    plan.add_entries(month, entries, by=by, at=now, channel=CHANNEL)
