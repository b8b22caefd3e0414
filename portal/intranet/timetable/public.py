"""The timetable as families read it: one page a class, the coming version beside the present one (Điều 15.1)."""

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from portal.base import clock
from portal.base.kept import kept_page
from portal.intranet.gate import CHANNEL
from portal.intranet.timetable import actions, queries
from portal.intranet.timetable.told import week
from portal.people.models import Person


@kept_page()
@require_safe
def of_class(request: HttpRequest, slug: str) -> HttpResponse:
    """One class's week under the version in force; under it what comes, from its day."""
    at = clock.now()
    now, then = queries.in_force(at)
    lessons, ahead = queries.rows(now, class_slug=slug), queries.rows(then, class_slug=slug)
    name = next((one.school_class for one in (*lessons, *ahead)), "")
    if not name:
        raise Http404
    request.menu_here = queries.PUBLIC  # type: ignore[attr-defined]
    return render(request, "intranet/timetable_class.html", {
        "name": name, "slug": slug, "now": now, "then": then if ahead else None, "week": week(lessons, queries.today(at).weekday()),
        "ahead": week(ahead), "classes": queries.classes_of(now or then), "own": name in queries.own_classes(request.user),
        "may_keep": request.user.is_authenticated,
    })  # fmt: skip


@require_POST
@login_required
def keep_own(request: HttpRequest) -> HttpResponse:
    """Open this class first from now on, or no longer."""
    assert isinstance(request.user, Person)
    at, slug = clock.now(), request.POST.get("lop", "")
    shown = {one["name"]: one["slug"] for one in queries.classes_shown(at)}
    if slug not in shown.values():
        raise Http404
    own = [shown[name] for name in queries.own_classes(request.user) if name in shown]
    wanted = [one for one in own if one != slug] if "thoi" in request.POST else [*own, slug]
    actions.open_first(wanted[-actions.MOST_OWN :], by=request.user, at=at, channel=CHANNEL)
    return redirect(f"{queries.PUBLIC}{slug}/")
