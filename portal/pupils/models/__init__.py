"""What the room keeps. One file for each of its works."""

from portal.pupils.models.consent import Consent
from portal.pupils.models.erasing import Erasure, ErasurePlace
from portal.pupils.models.pictures import Declaration, Withheld
from portal.pupils.models.praise import Praised, PraiseHidden
from portal.pupils.models.results import (
    LookupTry,
    Result,
    ResultImport,
    ResultLayout,
    ResultPeriod,
    ResultSlip,
)  # fmt: skip
from portal.pupils.models.roll import Enrolment, Guardian, Pupil, SchoolClass

__all__ = [
    "Consent",
    "Declaration",
    "Enrolment",
    "Erasure",
    "ErasurePlace",
    "Guardian",
    "LookupTry",
    "PraiseHidden",
    "Praised",
    "Pupil",
    "Result",
    "ResultImport",
    "ResultLayout",
    "ResultPeriod",
    "ResultSlip",
    "SchoolClass",
    "Withheld",
]
