"""The rules of the internal layer other rooms ask."""

from portal.intranet.week.rules import WEEKDAYS as WEEKDAYS
from portal.intranet.week.rules import monday_of as monday_of
