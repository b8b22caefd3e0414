"""Việc của tôi."""

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from portal.base.morning import panels
from portal.desk.asked import board, moment
from portal.desk.basket import aside
from portal.desk.help.first_day import first_day
from portal.desk.menu import address
from portal.desk.queries import queue
from portal.desk.queries.queue import look_at, may_write
from portal.desk.sorts import PLACE_NAMES, Place
from portal.people.offices import is_insider

FOLLOWED = (PLACE_NAMES[Place.ELSEWHERE], PLACE_NAMES[Place.HOUR])


@login_required
@require_safe
def mine(request: HttpRequest) -> HttpResponse:
    """What waits for me, what I may do, what became of mine; `o`, `loai`, `linh-vuc`, `page` say which part."""
    person, opened, look = request.user, aside(request), look_at(request.GET.dict())
    found = queue(person, moment(request), board=board(request), look=look,  # type: ignore[arg-type]
                  aside=frozenset(one.page for one in opened))  # fmt: skip
    after = next((n for n, group in enumerate(found.groups) if group.own or group.title in FOLLOWED), len(found.groups))
    first = look.whole and (found.leaf is None or found.leaf.number == 1)
    inside = first and is_insider(person, moment(request), board(request))
    writes = may_write(person) and not found.suspended  # type: ignore[arg-type]
    context = {
        "groups": found.groups,
        "waiting": found.waiting,
        "panels": panels(person, moment(request)) if inside else [],
        "panels_at": after,  # beneath what waits for him at the desk, above what he follows
        "last": found.last,
        "suspended": found.suspended,
        "chips": found.chips,
        "page_obj": found.leaf,
        "query": found.query,
        "aside": len(opened),
        "first_day": None if found.suspended else first_day(person, board(request)),  # type: ignore[arg-type]
        "write_url": address("write") if writes else "",
        "quick_url": address("quick") if writes else "",
    }
    return render(request, "desk/queue.html", context)
