"""What is in the plan."""

from datetime import date, datetime

from django.db.models import Count, Q, QuerySet
from wagtail.models import Page

from portal.plan.models import ActivityPlan, PlanEntry
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


def plans() -> QuerySet[ActivityPlan]:
    """Every plan, the newest stretch first, with how many entries it has and how many of them stand."""
    stand = Count("entries", filter=Q(entries__cancelled_at=None))
    return (
        ActivityPlan.objects.select_related("confirmed_by", "made_by").annotate(stand=stand).order_by("-starts", "-id")
    )


def section_titles() -> dict[str, str]:
    """Titles of live sections by slug. Sections are a room above; here they are only pages with a name."""
    sections = Page.objects.live().filter(content_type__app_label="news", content_type__model="section")
    return dict(sections.order_by("title").values_list("slug", "title"))
