"""The rules of the records other rooms ask: who is let in to which of their desks."""

from portal.records.admissions.rules import may_write as may_write_admissions
from portal.records.documents.rules import may_write as may_write_documents
from portal.records.outcomes.rules import may_write as may_write_outcomes
from portal.records.procedures.rules import may_write as may_write_procedures

__all__ = ["may_write_admissions", "may_write_documents", "may_write_outcomes", "may_write_procedures"]
