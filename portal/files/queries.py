"""Who may open a stored file."""

from datetime import datetime

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
    shown = Exposure.objects.filter(picture=stored) if isinstance(stored, Picture) else None
    shown = shown if shown is not None else Exposure.objects.filter(attachment=stored)
    if shown.filter(audience=Exposure.Audience.PUBLIC).exists():
        return True
    if offices.is_insider(person, at):
        return True
    return isinstance(person, Person) and person.kind == Kind.COLLABORATOR and stored.uploaded_by_user_id == person.pk


def is_public(stored: Picture | Attachment) -> bool:
    """Whether anybody may open it, so that a cache may keep it."""
    shown = stored.exposures.filter(audience=Exposure.Audience.PUBLIC)
    return may_be_served(stored.scan) and shown.exists()
