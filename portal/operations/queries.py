"""The room's reads, for other rooms."""

from portal.operations.care.queries import Row
from portal.operations.care.weekly import Week as Week
from portal.operations.care.weekly import concerned_now as concerned_now
from portal.operations.care.weekly import week_of as week_of
from portal.operations.moving.queries import answers_for as answers_for

CareRow = Row
