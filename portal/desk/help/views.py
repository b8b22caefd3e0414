"""Hướng dẫn, and putting the first day away."""

from django.contrib.auth.decorators import login_required
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from portal.base import journal
from portal.desk.asked import board, moment
from portal.desk.help.first_day import OVER
from portal.desk.help.guides import guides, guides_for, read
from portal.people.models import Person


@login_required
@require_safe
def shelf(request: HttpRequest) -> HttpResponse:
    """All guides, mine first."""
    mine = guides_for(request.user, board(request))  # type: ignore[arg-type]
    others = [guide for guide in guides().values() if guide not in mine]
    return render(request, "desk/guides.html", {"mine": mine, "others": others})


@login_required
@require_safe
def guide(request: HttpRequest, role: str) -> HttpResponse:
    """One guide, as a page."""
    if role not in guides():
        raise Http404
    html, chapters = read(role)
    return render(request, "desk/guide.html", {"guide": guides()[role], "html": html, "chapters": chapters})


@login_required
@require_POST
def put_away(request: HttpRequest) -> HttpResponse:
    """Do not show the first day again."""
    person = request.user
    assert isinstance(person, Person)
    with transaction.atomic():
        journal.record(OVER, at=moment(request), by=person, subject=person, channel="desk", clause="Điều 13.3")
    return redirect("desk:mine")
