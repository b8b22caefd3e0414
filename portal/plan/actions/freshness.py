"""How fresh a section must be."""

from datetime import datetime

from django.db import transaction

from portal.base import journal
from portal.base.refused import refuse_if
from portal.people import offices
from portal.people.models import Person
from portal.plan.models import SectionBudget
from portal.plan.rules import budget_makes_sense, may_set_budget


@transaction.atomic
def set_budget(section_slug: str, *, days: int, by: Person, at: datetime, channel: str) -> SectionBudget:
    """From today on the section must have something new within `days` days; 0 ends its budget. Past days keep theirs."""
    refuse_if(may_set_budget(offices.board(at), by.pk), budget_makes_sense(days))
    made, _ = SectionBudget.objects.update_or_create(
        section_slug=section_slug, valid_from=at.date(), defaults={"days": days, "set_by": by, "set_at": at}
    )
    journal.record("plan_budget", subject=made, by=by, at=at, channel=channel, rule="R-FRESH-02", clause="Điều 8.2, 10.2",
                   data={"section": section_slug, "days": days})  # fmt: skip
    return made
