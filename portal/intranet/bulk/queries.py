"""Who may look at a preview."""

from datetime import datetime

from portal.files import queries
from portal.files.models import Attachment
from portal.intranet.models import PaperPreview
from portal.people.models import Person


def may_open(attachment: Attachment, person: Person, at: datetime) -> bool:
    """Who may open a document may look at its preview."""
    row = PaperPreview.objects.select_related("of").filter(pdf=attachment).first()
    return row is not None and queries.may_open(row.of, person, at)
