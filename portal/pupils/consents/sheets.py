"""The answers of a class as a spreadsheet, in the columns they can be brought in again with."""

from collections.abc import Sequence
from datetime import datetime

from portal.base.sheets import Value, table
from portal.pupils.consents import queries
from portal.pupils.consents.queries import Standing
from portal.pupils.consents.reading import HEAD
from portal.pupils.consents.rules import PURPOSES
from portal.pupils.models import Pupil

WIDTHS = (16, 30, 11, 10, 12, 12, 16, 10, 16, 30)


def class_book(pupils: Sequence[Pupil], year: int, at: datetime) -> bytes:
    """A line a pupil; x where consent stands, "không" where it was refused or taken back, nothing where nobody answered."""
    rows = queries.standing([one.pk for one in pupils], year, at)
    return table("Đồng ý", HEAD, WIDTHS, [_row(one, rows) for one in pupils])


def _row(pupil: Pupil, rows: Standing) -> list[Value]:
    stood = rows[pupil.pk]
    upon = next(iter(sorted(stood.values(), key=lambda row: row.starts, reverse=True)), None)
    told = ["" if purpose not in stood else "x" if stood[purpose].granted else "không" for purpose in PURPOSES]
    parent, child = any(row.by_parent for row in stood.values()), any(row.by_child for row in stood.values())
    return [pupil.code, pupil.full_name, "x" if parent else "", "x" if child else "", *told, upon.paper if upon else ""]
