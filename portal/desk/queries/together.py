"""The basket as it stands now, beside the texts as they were opened; in a fixed number of queries."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from wagtail.models import Revision

from portal.approval.models import Case
from portal.approval.queries import Standing, standings
from portal.approval.rules import State
from portal.desk.opened import Opened, may_be_aside, opened_as
from portal.desk.queries.seen import people_named
from portal.people.models import Person
from portal.people.rules import Board


def laid_out(items: Sequence[Opened], person: Person, at: datetime, board: Board) -> list[dict[str, Any]]:
    """Each item of the basket: its title, which text, its row and clause; `stale` says why it can no longer be decided."""
    cases = Case.objects.filter(page_id__in=[one.page for one in items])
    stands = {now.case.page_id: now for now in standings(cases, at, board)} if items else {}
    names = people_named(author for now in stands.values() for author in now.case.authors or [now.case.creator_id])
    numbers = _numbers([one.page for one in items])
    return [
        {
            "pk": one.page,
            "url": f"/viec/{one.page}/",
            "title": now.case.title,
            "authors": ", ".join(names.get(who, "") for who in now.case.authors or [now.case.creator_id]),
            "revision": numbers.get((one.page, one.revision), 0),
            "hash": one.hash,
            "why": now.route.why,
            "row": now.route.row,
            "clause": now.route.clause,
            "publish_at": now.case.publish_at if now.case.publish_at and now.case.publish_at > at else None,
            "stale": _stale(one, now, person.pk),
        }
        for one in items
        if (now := stands.get(one.page)) is not None
    ]


def _stale(one: Opened, now: Standing, me: int) -> str:
    fresh = opened_as(now)
    if now.case.state != State.IN_REVIEW or fresh.task != one.task:
        return "Đã có người xử lý bước này trước thầy/cô."
    if fresh != one:
        return "Nội dung bài đã thay đổi so với bản thầy/cô xem."
    return "" if may_be_aside(now, me) else "Thầy/cô không còn giữ bước quyết định của bài này."


def _numbers(pages: Sequence[int]) -> dict[tuple[int, int], int]:
    """Which text of its page each revision is, as people count."""
    found: dict[tuple[int, int], int] = {}
    counted: dict[str, int] = {}
    rows = Revision.page_revisions.filter(object_id__in=[str(pk) for pk in pages]).order_by("id")
    for page, revision in rows.values_list("object_id", "id"):
        counted[page] = counted.get(page, 0) + 1
        found[int(page), revision] = counted[page]
    return found
