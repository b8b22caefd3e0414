"""What the room keeps. One file for each of its works."""

from portal.records.models.admissions import (
    AdmissionRun,
    AdmissionSeason,
    Application,
    ApplicationPaper,
    ApplicationStep,
)
from portal.records.models.disclosures import (
    Disclosure,
    DisclosureChange,
    DisclosureCharge,
    DisclosurePosting,
    DisclosureSeal,
)
from portal.records.models.documents import (
    Document,
    DocumentLink,
    DocumentWords,
    FileWords,
    RegisterBook,
    RegisterLine,
)
from portal.records.models.figures import FigureSheet
from portal.records.models.outcomes import Outcome
from portal.records.models.procedures import Procedure
from portal.records.models.tree import RecordsIndex

__all__ = [
    "AdmissionRun",
    "AdmissionSeason",
    "Application",
    "ApplicationPaper",
    "ApplicationStep",
    "Disclosure",
    "DisclosureChange",
    "DisclosureCharge",
    "DisclosurePosting",
    "DisclosureSeal",
    "Document",
    "DocumentLink",
    "DocumentWords",
    "FigureSheet",
    "FileWords",
    "Outcome",
    "Procedure",
    "RecordsIndex",
    "RegisterBook",
    "RegisterLine",
]
