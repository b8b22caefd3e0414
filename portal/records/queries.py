"""The reads of the records other rooms may ask."""

from portal.records.admissions.queries import addresses as admission_addresses
from portal.records.admissions.queries import seasons as admission_seasons
from portal.records.disclosures.owing import owed as disclosures_owed
from portal.records.disclosures.queries import addresses as disclosure_addresses
from portal.records.disclosures.queries import front as disclosures_front
from portal.records.documents.queries import addresses as document_addresses
from portal.records.documents.shown import LIST_NAMES as DOCUMENT_NAMES
from portal.records.documents.shown import for_readers as documents_for_readers
from portal.records.procedures.queries import addresses as procedure_addresses

__all__ = [
    "DOCUMENT_NAMES",
    "admission_addresses",
    "admission_seasons",
    "disclosure_addresses",
    "disclosures_front",
    "disclosures_owed",
    "document_addresses",
    "documents_for_readers",
    "procedure_addresses",
]
