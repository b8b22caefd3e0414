"""The verbs of the records other rooms and the worker may call."""

from portal.records.admissions.actions import begin as begin_admission
from portal.records.documents.actions import begin as begin_document
from portal.records.documents.actions import edit as edit_document
from portal.records.documents.numbering import cancel_number as cancel_number
from portal.records.documents.numbering import take_number as take_number
from portal.records.procedures.actions import begin as begin_procedure

__all__ = ["begin_admission", "begin_document", "begin_procedure", "cancel_number", "edit_document", "take_number"]
