"""The items a person has opened and set aside to decide in one act: kept in his session, each by page, task, revision and
hash. What the review page hands out is signed for its reader, so nothing gets in that was not opened."""

from collections.abc import Iterable
from typing import Any

from django.core import signing
from django.http import HttpRequest

from portal.desk.opened import Opened, may_be_aside, opened_as
from portal.desk.queries import Seen

KEY = "cung-luot"
MOST = 50


def ticket(opened: Opened, person: int) -> str:
    """The review page's word that this person had this very text before him."""
    return signing.dumps([person, opened.page, opened.task, opened.revision, opened.hash], salt=KEY)


def from_ticket(word: str, person: int) -> Opened | None:
    """What a ticket speaks of; None where it is no ticket, or another's."""
    try:
        whose, page, task, revision, hash_ = signing.loads(word, salt=KEY)
    except (signing.BadSignature, ValueError, TypeError):
        return None
    return Opened(page, task, revision, hash_) if whose == person else None


def aside(request: HttpRequest) -> list[Opened]:
    """What this person has set aside, in the order he opened it."""
    kept = request.session.get(KEY) or {}
    return [Opened(**one) for one in kept.get("items", [])] if kept.get("person") == request.user.pk else []


def put(request: HttpRequest, opened: Opened) -> int:
    """Set one more aside, in the place of an earlier text of the same item; returns how many there are now."""
    others = [one for one in aside(request) if one.page != opened.page]
    return _keep(request, [*others, opened][-MOST:])


def take_out(request: HttpRequest, pages: Iterable[int]) -> int:
    gone = set(pages)
    return _keep(request, [one for one in aside(request) if one.page not in gone])


def _keep(request: HttpRequest, items: list[Opened]) -> int:
    request.session[KEY] = {"person": request.user.pk, "items": [one.plain() for one in items]}
    return len(items)


def offer(item: Seen) -> dict[str, Any] | None:
    """What the review page needs to offer setting an item aside; None where it may not be."""
    if not may_be_aside(item.standing, item.person.pk):
        return None
    return {"url": f"/viec/{item.page.pk}/xem-xong/", "ticket": ticket(opened_as(item.standing), item.person.pk)}
