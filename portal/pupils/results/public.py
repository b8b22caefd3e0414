"""The door of families: their own results, signed in or by a slip of paper (Điều 16.1.2, Luật 91/2025 Đ.24). Nothing here is kept
by anybody, found by a search or written in a log."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.debug import sensitive_post_parameters, sensitive_variables
from django.views.decorators.http import require_http_methods, require_safe

from portal.base.alone import for_one_family
from portal.base.refused import Refused
from portal.base.whence import address
from portal.people import offices
from portal.pupils.models import Result
from portal.pupils.results import queries, rules, slips
from portal.pupils.results.forms import SlipForm

CHANNEL = "web"
OPENED = "results.slip"  # in the session: which slip was opened; not its code


@sensitive_post_parameters()
@sensitive_variables()
@require_http_methods(["GET", "HEAD", "POST"])
@for_one_family
def door(request: HttpRequest) -> HttpResponse:
    """One's own results where one is signed in; the form for a slip."""
    at = offices.moment(request)
    form = SlipForm(request.POST if request.method == "POST" else None)
    status = 200
    if request.method == "POST":
        status = _tried(request, form)
        if not status:
            return redirect("pupils:results_slip")
    own = [(pupil, [_shown(one) for one in told]) for pupil, told in queries.own(request.user, at)]
    return render(request, "pupils/results_door.html", {
        "form": form, "own": own, "open": list(queries.open_to_slips(at)), "wrong": status,
    }, status=status)  # fmt: skip


@sensitive_variables()
def _tried(request: HttpRequest, form: SlipForm) -> int:
    """0 where the slip opened, else the status of the page that shows the form again."""
    if not form.is_valid():
        return 422
    at, said = offices.moment(request), form.cleaned_data
    try:
        slip = slips.open_slip(said["code"], said["born"], address=address(request), at=at, channel=CHANNEL)
    except Refused as refused:
        form.add_error(None, " ".join(one.message for one in refused.refusals))
        return 429 if any(one.rule == rules.TOO_OFTEN.rule for one in refused.refusals) else 422
    request.session[OPENED] = slip.pk
    return 0


@require_safe
@for_one_family
def by_slip(request: HttpRequest) -> HttpResponse:
    """What an opened slip shows, for a quarter of an hour."""
    slip = request.session.get(OPENED)
    found = queries.of_slip(slip, offices.moment(request)) if slip else None
    if found is None:
        return redirect("pupils:results_door")
    return render(request, "pupils/results_slip.html", {"pupil": found.pupil, "told": [_shown(found)]})


def _shown(result: Result) -> dict[str, Any]:
    return {
        "row": result, "marks": queries.shown_marks(result), "study": queries.level_name(result.study),
        "conduct": queries.level_name(result.conduct), "year_end": queries.year_end(result),
    }  # fmt: skip
