"""Validators for the fields of forms: a day, an hour the portal reckons with."""

from datetime import date, datetime

from django.core.validators import MaxValueValidator, MinValueValidator

from portal.base.clock import day_begins
from portal.base.days import FIRST, LAST, TOO_FAR


def _between(first: date | datetime, last: date | datetime) -> list[MinValueValidator | MaxValueValidator]:
    return [MinValueValidator(first, TOO_FAR), MaxValueValidator(last, TOO_FAR)]


NEAR_DAY = _between(FIRST, LAST)
NEAR_HOUR = _between(day_begins(FIRST), day_begins(LAST))
