"""The verbs about people. Screens, API and commands all call these."""

from portal.people.actions.absences import end_absence, mark_absence
from portal.people.actions.accounts import (
    mail_new_password,
    open_account,
    password_link,
    send_invitation,
    send_new_password,
    sign_out,
)
from portal.people.actions.collaborators import (
    accept_collaborator,
    decline_collaborator,
    end_collaborator,
    propose_collaborator,
)  # fmt: skip
from portal.people.actions.decisions import appoint, end_appointment, name_acting_head, record_decision
from portal.people.actions.delegations import delegate, revoke_delegation
from portal.people.actions.duties import end_duty, name_for_duty
from portal.people.actions.fields import assign_field, end_field, open_field
from portal.people.actions.forgetting import forget_account
from portal.people.actions.papers import Line, issue_decision
from portal.people.actions.personnel import decline_personnel, propose_personnel, take_back_personnel
from portal.people.actions.suspensions import decline_suspension, lift, propose_suspension, suspend
from portal.people.actions.terms import send_term_warning, warn_terms
from portal.people.actions.units import end_unit_post, open_unit, post_to_unit
from portal.people.tokens import mint as mint_token
from portal.people.tokens import revoke as revoke_token

__all__ = [
    "Line",
    "accept_collaborator",
    "appoint",
    "assign_field",
    "decline_collaborator",
    "decline_personnel",
    "decline_suspension",
    "delegate",
    "end_absence",
    "end_appointment",
    "end_collaborator",
    "end_duty",
    "end_field",
    "end_unit_post",
    "forget_account",
    "issue_decision",
    "lift",
    "mail_new_password",
    "mark_absence",
    "mint_token",
    "name_acting_head",
    "name_for_duty",
    "open_account",
    "open_field",
    "open_unit",
    "password_link",
    "post_to_unit",
    "propose_collaborator",
    "propose_personnel",
    "propose_suspension",
    "record_decision",
    "revoke_delegation",
    "revoke_token",
    "send_invitation",
    "send_new_password",
    "send_term_warning",
    "sign_out",
    "suspend",
    "take_back_personnel",
    "warn_terms",
]
