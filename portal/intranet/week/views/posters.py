"""Whom the Principal names to post the week (Điều 15.2)."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_http_methods, require_POST

from portal.base.ordering import named
from portal.base.refused import STATUS, Refused, refuse_if
from portal.intranet.gate import CHANNEL, Here, for_insiders
from portal.intranet.models import WeekPoster
from portal.intranet.rooms import page
from portal.intranet.week import actions, queries
from portal.intranet.week.forms import PosterForm
from portal.intranet.week.rules import may_name_posters
from portal.people import offices
from portal.people.models import Person
from portal.people.rules import Kind


@require_http_methods(["GET", "HEAD", "POST"])
@for_insiders
def posters(request: HttpRequest, here: Here) -> HttpResponse:
    """Who may post; the Principal names one more."""
    staff = Person.objects.filter(kind=Kind.STAFF, is_active=True).order_by(*named())
    form = PosterForm(request.POST if request.method == "POST" else None, staff=[(one.pk, str(one)) for one in staff])
    status = 200
    if form.is_bound:
        refuse_if(may_name_posters(here.board, here.person.pk))
        status = 422
        if form.is_valid():
            said = form.cleaned_data
            try:
                made = actions.name_poster(Person.objects.get(pk=said["person"]), answers=said["answers"], by=here.person,
                                           at=here.at, channel=CHANNEL)  # fmt: skip
            except Refused as refused:
                form.refuse(refused)
                status = STATUS[refused.ground]
            else:
                messages.success(request, f"Đã giao cho {made.person} đăng lịch công tác tuần.")
                return redirect("intranet:week_posters")
    board = here.board.principals | here.board.vice_principals
    return page(request, "intranet/week_posters.html", {
        "form": form if may_name_posters(here.board, here.person.pk) is None or form.is_bound else None,
        "rows": WeekPoster.objects.filter(offices.in_force(here.at)).select_related("person", "named_by").order_by("pk"),
        "board": Person.objects.filter(pk__in=board).order_by("pk"), "may_name": may_name_posters(here.board, here.person.pk) is None,
        "may_post": queries.may_post(here.board, here.person, here.at),
    }, status=status)  # fmt: skip


@require_POST
@for_insiders
def end(request: HttpRequest, here: Here, pk: int) -> HttpResponse:
    """He posts it no longer."""
    poster = get_object_or_404(WeekPoster.objects.select_related("person"), pk=pk)
    actions.end_poster(poster, by=here.person, at=here.at, channel=CHANNEL)
    messages.success(request, f"{poster.person} thôi đăng lịch công tác tuần từ lúc này.")
    return redirect("intranet:week_posters")
