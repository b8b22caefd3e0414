"""How fresh each section is against the budget the Head gave it (Điều 8.2, 11.3)."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Max

from portal.base.clock import ZONE
from portal.base.ordering import titled
from portal.base.text import name_key
from portal.desk.queries.seen import people_named
from portal.news.models import Article, Section
from portal.people import offices
from portal.plan.models import SectionBudget
from portal.plan.queries import budgets
from portal.plan.rules import stale_since

RECENT = 200  # articles; all but the quiet sections are among them


@dataclass(frozen=True)
class Fresh:
    """One section: when it last had something new, what it should have, since when it is stale, whose it is."""

    section: Section
    members: str
    last: date | None
    budget: SectionBudget | None
    stale: date | None

    @property
    def days(self) -> int:
        return self.budget.days if self.budget else 0


def freshness(at: datetime) -> list[Fresh]:
    """Every live section, stale ones first, in a fixed number of queries."""
    board, held = offices.board(at), budgets(at.date())
    names = people_named(person for people in board.fields.values() for person in people)
    sections = list(Section.objects.filter(live=True).select_related("field").order_by("position", titled()))
    last = _last({one.pk for one in sections}, at)
    rows = [
        _fresh(one, held.get(one.slug), last.get(one.pk), at, ", ".join(
            sorted((names[person] for person in board.fields.get(one.field_id or 0, ())), key=name_key)))
        for one in sections
    ]  # fmt: skip
    return sorted(rows, key=lambda row: (row.stale is None, row.stale or at.date()))


def _last(sections: set[int], at: datetime) -> dict[int, datetime]:
    """When each section last had something new: told by the newest articles of all, by its own only where it is not among
    them, which is where little was written. What the portal before had is nothing new here."""
    up = Article.objects.filter(case__published_at__lte=at, case__past=None)
    newest = up.order_by("-case__published_at").values_list("section_id", "case__published_at")[:RECENT]
    last: dict[int, datetime] = {}
    for section, hour in newest:
        last.setdefault(section, hour)
    silent = up.filter(section__in=sections - last.keys()).order_by().values("section_id")
    return last | dict(silent.annotate(last=Max("case__published_at")).values_list("section_id", "last"))


def stale_sections(at: datetime) -> list[Fresh]:
    """Sections without anything new for longer than their budget."""
    return [row for row in freshness(at) if row.stale is not None]


def _fresh(section: Section, budget: SectionBudget | None, last: datetime | None, at: datetime, members: str) -> Fresh:
    day = last.astimezone(ZONE).date() if last else None
    stale = stale_since(budget.days, last=day, valid_from=budget.valid_from, today=at.date()) if budget else None
    return Fresh(section, members, day, budget, stale)
