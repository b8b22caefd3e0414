"""What became of a link: asked each time it is opened, never stored beyond its use (Điều 14.3)."""

import hashlib
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from wagtail.models import Page

from portal.approval.rules import Verb
from portal.base.models import JournalEntry
from portal.desk.mail.link_rules import Bound, Current, Death, death
from portal.desk.models import Link
from portal.desk.queries.seen import Seen, seen
from portal.people.models import Person

DECIDED = ("pass", "approve", "send_back", "refuse", "propose_refusal", "recall", "withdraw", "edit", "facts", "submit")


@dataclass(frozen=True)
class Found:
    """A link under the eyes of the person it was made for; `item` is None where the item is none of his business now."""

    link: Link
    item: Seen | None
    death: Death | None

    @property
    def verb(self) -> Verb:
        return Verb(self.link.verb)

    @cached_property
    def since(self) -> list[JournalEntry]:
        """What was done to the item since the letter, the newest last; nothing for whom it is none of his business."""
        if self.item is None:
            return []
        return [x for x in self.item.lines if x.verb in DECIDED and x.at >= self.link.made_at]


def hash_of(secret: str) -> str:
    """What is kept of a link's secret."""
    return hashlib.sha256(secret.encode()).hexdigest()


def link_of(secret: str) -> Link | None:
    """The link a secret opens, or None."""
    found = Link.objects.filter(token_hash=hash_of(secret))
    return found.select_related("letter").first()


def find(link: Link, person: Person, at: datetime) -> Found:
    """How a link stands at `at`. `person` is the one it was made for."""
    item = _seen(link, person, at)
    bound = Bound(
        link.task, link.revision, link.hash, (link.office, link.acting_for, link.grant), link.rights_version,
        link.expires_at, used=link.used_at is not None, dead=Death(link.dead_because) if link.dead_at else None,
    )  # fmt: skip
    return Found(link, item, death(bound, _current(item, link, person, at)))


def _seen(link: Link, person: Person, at: datetime) -> Seen | None:
    try:
        return seen(link.page_id, person, at)
    except Page.DoesNotExist:
        return None


def _current(item: Seen | None, link: Link, person: Person, at: datetime) -> Current:
    version = Person.objects.values_list("rights_version", flat=True).get(pk=person.pk)
    if item is None:  # his rights are withdrawn, or he is of the board no longer
        return Current(at, link.task, link.revision, link.hash, None, version)
    acting = item.acting
    return Current(at, item.standing.task_id(), item.case.revision_id, item.case.hash, acting[1] if acting else None,
                   version)  # fmt: skip
