"""Files that come with a form are kept at once, so that a mistake elsewhere on the page never loses them."""

from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from pathlib import PurePath

from django.core.files.uploadedfile import UploadedFile

from portal.base.refused import Refused
from portal.files import actions as files
from portal.files.models import Attachment, Picture
from portal.people.models import Person
from portal.people.rules import Kind
from portal.pupils.models import SchoolClass
from portal.pupils.queries import reach, rooms_to_praise
from portal.pupils.rules import Reach

CHANNEL = "desk"
RECENT = 24


@dataclass
class Keeper:
    """Stores what a person uploads while writing, and knows which stored files he may put into a text."""

    by: Person
    at: datetime
    pictures: frozenset[int]  # those the text shows now
    documents: frozenset[int]

    def picture(self, upload: UploadedFile, *, title: str, alt: str, credit: str) -> Picture:
        return files.store_picture(
            upload, title=title or stem(upload), alt=alt, credit=credit, by=self.by, at=self.at, channel=CHANNEL
        )

    def reworded(self, picture: Picture, *, alt: str, credit: str) -> Picture:
        return files.reword_picture(picture, alt=alt, credit=credit, by=self.by, at=self.at, channel=CHANNEL)

    def document(self, upload: UploadedFile, *, title: str) -> Attachment:
        return files.store_attachment(upload, title=title or stem(upload), by=self.by, at=self.at, channel=CHANNEL)

    def may_use(self, stored: Picture | Attachment) -> bool:
        """A collaborator shows his own files and those the text already has; staff show any, but none that is kept to a
        circle (R-FILE-22)."""
        already = self.pictures if isinstance(stored, Picture) else self.documents
        if isinstance(stored, Attachment) and stored.guarded:
            return False
        own = stored.uploaded_by_user_id == self.by.pk or stored.pk in already
        return own or self.by.kind != Kind.COLLABORATOR

    @cached_property
    def reach(self) -> Reach:
        """Of which classes he sees who sits in them."""
        return reach(self.by, self.at)

    @cached_property
    def rooms(self) -> list[tuple[str, SchoolClass]]:
        """The classes a praise list may name."""
        return rooms_to_praise(self.at)

    @cached_property
    def recent(self) -> list[tuple[str, str]]:
        """The person's own latest pictures, to choose from."""
        mine = Picture.objects.filter(uploaded_by_user=self.by).order_by("-pk")[:RECENT]
        return [(str(picture.pk), f"{picture.title} ({picture.created_at:%d/%m/%Y})") for picture in mine]


def stem(upload: UploadedFile) -> str:
    """A file's own name without its ending, as a first title."""
    return PurePath(upload.name or "tep").stem.replace("_", " ")[:200]


def sentences(refused: Refused) -> list[str]:
    return [str(refusal) for refusal in refused.refusals]
