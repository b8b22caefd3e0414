"""The links of a letter: minted in the worker, used once by the very person they were made for (Điều 14.3)."""

import secrets
from datetime import datetime

from django.db import transaction

from portal.approval import actions as approval
from portal.approval.models import Case
from portal.approval.rules import Verb
from portal.base.refused import Refused, refuse_if
from portal.desk.mail import link_rules as rules
from portal.desk.models import Letter, Link
from portal.desk.queries import Seen
from portal.desk.queries.links import find, hash_of
from portal.desk.queries.mail import link_life
from portal.people.models import Person

BYTES = 32


def mint(letter: Letter, item: Seen, verb: Verb) -> str:
    """One link for one decision on exactly this text at this turn; gives the secret, of which only the hash is kept."""
    task, acting = item.standing.task_id(), item.acting
    assert task is not None
    assert acting is not None
    office, acting_for, grant = rules.capacity(acting[1])
    secret = secrets.token_urlsafe(BYTES)
    Link.objects.create(
        token_hash=hash_of(secret), letter=letter, person=item.person, page=item.case.page, task=task,
        revision=item.case.revision_id, hash=item.case.hash, verb=verb.value, office=office, acting_for=acting_for,
        grant=grant, rights_version=item.person.rights_version, made_at=item.at, expires_at=item.at + link_life(item.at),
    )  # fmt: skip
    return secret


@transaction.atomic
def decide(secret: str, *, by: Person, at: datetime, reason: str = "", ground: str = "") -> Link:
    """Carry out what a link offers, on exactly the text it is bound to; its siblings die with it.

    Raises Link.DoesNotExist for no link of ours, Refused where it is another's (403), dead (409), or where the verb
    itself is refused; then nothing has changed and the link lives on.
    """
    bare = Link.objects.select_related("page").get(token_hash=hash_of(secret))
    refuse_if(rules.NOT_YOURS if bare.person_id != by.pk else None)
    Case.objects.select_for_update().get(
        page_id=bare.page_id
    )  # the case first, then the link: of two at once one waits here
    link = Link.objects.select_for_update().get(pk=bare.pk)
    dead = find(link, by, at).death
    if dead is not None:
        raise Refused(rules.refusal_of(dead))
    approval.decide(
        link.page, Verb(link.verb), revision=link.revision, hash=link.hash, task=link.task, by=by, at=at, channel="mail",
        reason=reason, ground=ground,
    )  # fmt: skip
    link.used_at = at
    link.save(update_fields=["used_at"])
    siblings = Link.objects.filter(person=by, task=link.task, used_at=None, dead_at=None).exclude(pk=link.pk)
    siblings.update(dead_at=at, dead_because=rules.Death.SIBLING)
    return link
