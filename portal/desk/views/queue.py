"""Việc của tôi."""

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from portal.base import clock
from portal.desk.menu import address
from portal.desk.queries import queue
from portal.desk.queries.queue import may_write


@login_required
@require_safe
def mine(request: HttpRequest) -> HttpResponse:
    """What waits for me, what I may do, what became of mine."""
    found = queue(request.user, clock.now())  # type: ignore[arg-type]
    context = {
        "groups": found.groups,
        "waiting": found.waiting,
        "last": found.last,
        "suspended": found.suspended,
        "write_url": address("write") if may_write(request.user) and not found.suspended else "",  # type: ignore[arg-type]
    }
    return render(request, "desk/queue.html", context)
