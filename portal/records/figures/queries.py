"""The reads of forms of figures."""

from collections.abc import Mapping
from typing import Any

from portal.base.charts import told
from portal.records.figures.blanks import BLANKS, Blank
from portal.records.figures.rules import Values
from portal.records.figures.telling import Table, tables
from portal.records.models.figures import FigureSheet
from portal.records.outcomes.queries import printed_of


def filled(year: int, code: str) -> Values:
    """What was filled in for a point of a school year; empty where nothing was."""
    found = FigureSheet.objects.filter(year=year, code=code).first()
    return found.values() if found else {}


def tables_of(blank: Blank, year: int, values: Values) -> list[Table]:
    """The tables of a point: its figures beside the year before; for quality the results of the year told of, small groups kept
    back there as here."""
    made = tables(blank, values, filled(year - 1, blank.code))
    return [*made, *results(year - 1)] if blank.code == "9.2" else made


def results(year: int) -> list[Table]:
    """The tables of a school year's results that are up, as the records keep tables."""
    return [
        {
            "caption": one.caption,
            "head": list(one.head),
            "rows": [[name, *map(told, values)] for name, values in one.rows],
        }
        for one in printed_of(year)
    ]


def forms(codes: Mapping[str, Any]) -> list[Blank]:
    """The forms there are for these points."""
    return [blank for code, blank in BLANKS.items() if code in codes]
