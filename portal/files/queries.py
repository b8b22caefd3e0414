"""Who may open a stored file."""

from datetime import datetime

from django.db.models import Q

from portal.files.models import Attachment, Exposure, Picture
from portal.files.rules import may_be_served
from portal.people import offices
from portal.people.models import Person
from portal.people.rules import Kind


def may_open(stored: Picture | Attachment, person: object, at: datetime) -> bool:
    """Whether this person may open a file: its scan lets it, and an approved item shows it to such readers; staff open
    what they work on; a collaborator only what he uploaded."""
    if not may_be_served(stored.scan):
        return False
    if is_public(stored, at):
        return True
    if offices.is_insider(person, at):
        return True
    return isinstance(person, Person) and person.kind == Kind.COLLABORATOR and stored.uploaded_by_user_id == person.pk


def is_public(stored: Picture | Attachment, at: datetime) -> bool:
    """Whether anybody may open it, so that a cache may keep it."""
    shown = stored.exposures.filter(Q(until=None) | Q(until__gt=at), audience=Exposure.Audience.PUBLIC)
    return may_be_served(stored.scan) and shown.exists()
