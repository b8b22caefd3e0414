"""What is in the plan."""

from datetime import date, datetime

from django.db.models import Q, QuerySet

from portal.plan.models import PlanEntry
from portal.plan.rules import counts


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
