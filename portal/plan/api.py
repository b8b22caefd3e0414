"""The activity plan, for the API."""

from datetime import date
from typing import Any

from django.http import HttpRequest
from ninja import Query, Router, Schema

from portal.base import clock
from portal.base.api import Listed, Paging, in_pages
from portal.people.rules import Kind
from portal.plan.models import PlanEntry
from portal.plan.queries import open_entries

router = Router()
WRITERS = (Kind.STAFF, Kind.COLLABORATOR)


class PlanEntryOut(Schema):
    id: int
    title: str
    section: str | None
    starts: date
    ends: date
    standing: bool


@router.get("/plan-entries", response=Listed[PlanEntryOut], summary="Entries of confirmed plans running today")
def plan_entries(request: HttpRequest, paging: Query[Paging]) -> Any:
    """For whoever writes: staff and collaborators. `section` is a slug, or null where any section fits."""
    entries = open_entries(clock.now().date())
    if request.auth.person.kind not in WRITERS:  # type: ignore[attr-defined]
        entries = entries.none()
    return in_pages(entries, paging, lambda page: [_entry(one) for one in page])


def _entry(one: PlanEntry) -> dict[str, Any]:
    return {
        "id": one.pk, "title": one.title, "section": one.section_slug or None, "starts": one.starts, "ends": one.ends,
        "standing": one.standing,
    }  # fmt: skip
