"""What pictures ask of consents: who agreed, and who no longer does, for pictures of one school year."""

from collections.abc import Iterable
from datetime import datetime

from portal.pupils.consents import queries as consents
from portal.pupils.consents.rules import Purpose
from portal.pupils.models import Consent
from portal.pupils.pictures.rules import Seen
from portal.pupils.roll.queries import today
from portal.pupils.roll.rules import school_year

PURPOSES = {Seen.CLASSES: Purpose.GROUP, Seen.PUPILS: Purpose.PORTRAIT}


def agreed(pupils: Iterable[int], seen: Seen, at: datetime, made: datetime) -> frozenset[int]:
    """Which of these pupils consent, as it stands at `at`, to such a picture of the school year `made` lies in."""
    return consents.consented(pupils, PURPOSES[seen], at, school_year(today(made)))


def took_back(pupils: Iterable[int], seen: Seen, at: datetime, made: datetime) -> frozenset[int]:
    """Which of them said no for that year, or took back what they had given."""
    said = Consent.objects.filter(consents.stands(at), pupil__in=list(pupils), purpose=PURPOSES[seen], granted=False)
    return frozenset(said.filter(year=school_year(today(made))).values_list("pupil_id", flat=True))
