"""People and their offices: every right is a dated row; nobody is put into a group by hand (Điều 5, 7, 10, 11)."""

from portal.people.models.collaborator import CollaboratorPost, CollaboratorProposal
from portal.people.models.duty import Absence, Delegation, NamedDuty, Suspension
from portal.people.models.office import OFFICES, Appointment, Decision, PersonnelProposal
from portal.people.models.period import Period
from portal.people.models.person import Person, Token
from portal.people.models.work import Field, FieldAssignment, Unit, UnitPost

__all__ = [
    "OFFICES",
    "Absence",
    "Appointment",
    "CollaboratorPost",
    "CollaboratorProposal",
    "Decision",
    "Delegation",
    "Field",
    "FieldAssignment",
    "NamedDuty",
    "Period",
    "Person",
    "PersonnelProposal",
    "Suspension",
    "Token",
    "Unit",
    "UnitPost",
]
