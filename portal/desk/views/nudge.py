"""Nhắc: one line to whoever holds an item."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_http_methods

from portal.base.refused import Refused
from portal.desk.actions import nudge
from portal.desk.forms import NudgeForm
from portal.desk.queries import Seen, people_named
from portal.desk.telling import whereabouts
from portal.desk.views.gate import status_of, with_item
from portal.desk.views.review import head


@with_item
@require_http_methods(["GET", "HEAD", "POST"])
def remind(request: HttpRequest, item: Seen) -> HttpResponse:
    """GET shows where the item is and asks for a line, POST reminds."""
    form = NudgeForm(request.POST if request.method == "POST" else None)
    if request.method != "POST" or not form.is_valid():
        return _ask(request, item, form, status=422 if request.method == "POST" else 200)
    try:
        line = nudge(item.page, words=form.cleaned_data["words"], by=item.person, at=item.at, channel="desk")
    except Refused as refused:
        form.refuse(refused)
        return _ask(request, item, form, status=status_of(refused))
    names = ", ".join(people_named(line.data["to"]).values())
    messages.success(request, f"Đã nhắc {names} về “{item.draft.title}”.")
    back = request.POST.get("next", "")
    inside = url_has_allowed_host_and_scheme(back, allowed_hosts=None)
    return redirect(back) if inside and back.startswith("/") else redirect("desk:review", pk=item.page.pk)


def _ask(request: HttpRequest, item: Seen, form: NudgeForm, *, status: int) -> HttpResponse:
    step = item.standing.open if item.standing.passage is not None else None
    people = people_named(holder.person for holder in step.holders) if step else {}
    context = {
        "item": head(item),
        "form": form,
        "where": whereabouts(item.standing, people, item.at) if step else "Bài không nằm ở bước duyệt nào.",
    }
    return render(request, "desk/nudge.html", context, status=status)
