"""When time alone changes what readers see of people."""

from datetime import datetime

from portal.base.moments import soonest
from portal.people.models import Appointment, FieldAssignment, UnitPost

SHOWN = (Appointment, FieldAssignment, UnitPost)  # of all periods these stand on pages strangers open


def next_change(at: datetime) -> datetime | None:
    """The next moment after `at` when an office, a field or a post in a unit begins or ends; None where none will. One
    query, over tables that hold a row for each time somebody was given something."""
    return soonest(*(
        period.objects.filter(**{f"{end}__gt": at}).order_by(end).values_list(end, flat=True)
        for period in SHOWN for end in ("starts", "ends")
    ))  # fmt: skip
