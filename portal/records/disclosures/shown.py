"""A point as readers have it: of pupils' figures one state only (R-DISC-19)."""

from collections.abc import Sequence
from copy import copy

from portal.records.disclosures.amended_rules import QUALITY, readable, tells_results
from portal.records.disclosures.rules import Table
from portal.records.figures.queries import results
from portal.records.models import Disclosure


def as_read(text: Disclosure, *, newer: bool = False, staff: bool = False) -> Disclosure:
    """The text of a version with the tables readers have, to be shown and never saved. `newer`: another version is up. One query
    for the point that carries a year's results, none for the others."""
    shown = copy(text)
    shown.tables = readable(text.code, text.tables, _results(text), newer=newer, staff=staff)
    return shown


def is_stale(page: Disclosure) -> bool:
    """Whether what is up carries results that were amended since, so that readers do not see them there."""
    return page.code == QUALITY and len(as_read(page).tables) < len(page.tables)


def _results(text: Disclosure) -> Sequence[Table]:
    """What is up of the results of the year it tells of: the one before."""
    return results(text.year - 1) if text.code == QUALITY and any(map(tells_results, text.tables)) else ()
