"""What is typed about people. Forms read; the verbs decide."""

from portal.people.forms.accounts import (
    AccountSearch,
    AssignForm,
    CollaboratorForm,
    ReasonForm,
    SuspendForm,
    TitleForm,
    UnitPostForm,
)  # fmt: skip
from portal.people.forms.base import VerbForm
from portal.people.forms.decisions import (
    ActingHeadForm,
    AppointForm,
    DecisionForm,
    EndAppointmentForm,
    PaperForm,
    PersonnelForm,
)  # fmt: skip
from portal.people.forms.duty import AbsenceForm, AwayForm, DelegateForm, DelegationForm, DutyForm

__all__ = [
    "AbsenceForm",
    "AccountSearch",
    "ActingHeadForm",
    "AppointForm",
    "AssignForm",
    "AwayForm",
    "CollaboratorForm",
    "DecisionForm",
    "DelegateForm",
    "DelegationForm",
    "DutyForm",
    "EndAppointmentForm",
    "PaperForm",
    "PersonnelForm",
    "ReasonForm",
    "SuspendForm",
    "TitleForm",
    "UnitPostForm",
    "VerbForm",
]
