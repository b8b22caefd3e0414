"""The verb of figures: a filled form is kept and becomes the tables of its point, whose route decides (Điều 14.2, 16.1.2)."""

from datetime import datetime

from django.db import transaction

from portal.base import journal
from portal.base.refused import refuse_if
from portal.people.models import Person
from portal.records.disclosures import actions as disclosures
from portal.records.figures import queries, rules
from portal.records.figures.blanks import BLANKS
from portal.records.figures.rules import Values
from portal.records.models import Disclosure, FigureSheet


@transaction.atomic
def keep(year: int, code: str, values: Values, *, by: Person, at: datetime, channel: str) -> Disclosure:
    """Keep the figures of a point of a school year and put the tables they make into it, its words left as they are. `values` as
    `rules.read` gives them. Raises Refused: 403, 409, 422."""
    refuse_if(rules.is_kept(BLANKS, code), rules.has_figures(values))
    made = disclosures.set_tables(
        year, code, queries.tables_of(BLANKS[code], year, values), by=by, at=at, channel=channel
    )
    kept, _ = FigureSheet.objects.update_or_create(year=year, code=code, defaults={"cells": values, "by": by, "at": at})
    journal.record("figures_kept", subject=made, by=by, at=at, channel=channel, rule="R-FIG-03", clause=rules.CLAUSE,
                   data={"year": year, "code": code, "sheet": kept.pk})  # fmt: skip
    return made
