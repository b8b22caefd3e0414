"""A point as readers have it: of pupils' figures one state only (R-DISC-19 to 21)."""

from collections.abc import Sequence
from copy import copy

from portal.records.disclosures.amended_rules import QUALITY, files_shut, readable, readable_words, tells_results
from portal.records.disclosures.rules import Table
from portal.records.figures.queries import results
from portal.records.models import Disclosure
from portal.records.outcomes.queries import amended_at


def as_read(text: Disclosure, *, newer: bool = False, staff: bool = False) -> Disclosure:
    """The text of a version with the words and tables readers have, to be shown and never saved. `newer`: another version is up.
    At most three queries for the point that carries a year's results, none for the others."""
    shown = copy(text)
    shown.tables = readable(text.code, text.tables, _results(text), newer=newer, staff=staff)
    stale = newer or (text.code == QUALITY and not staff and bool(text.words) and files_are_shut(text))
    shown.words = readable_words(text.code, text.words, newer=stale, staff=staff)
    return shown


def files_are_shut(page: Disclosure) -> bool:
    """Whether the files of what is up are shut, as the results it tells of were amended since (R-DISC-21)."""
    amended = amended_at(page.year - 1) if page.code == QUALITY else []
    if not amended:
        return False
    up_at = max((one.up_at for one in page.versions()), default=None)
    return up_at is not None and files_shut(page.code, up_at, amended)


def is_stale(page: Disclosure) -> bool:
    """Whether what is up carries results that were amended since, so that readers do not have them there."""
    if page.code != QUALITY:
        return False
    return len(as_read(page).tables) < len(page.tables) or files_are_shut(page)


def _results(text: Disclosure) -> Sequence[Table]:
    """What is up of the results of the year it tells of: the one before."""
    return results(text.year - 1) if text.code == QUALITY and any(map(tells_results, text.tables)) else ()
