"""Doing something on an item: GET shows what would be done and never does it, POST does it."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from portal.approval import rules
from portal.base.refused import Refused
from portal.base.rules import Refusal
from portal.desk.comparing import difference
from portal.desk.deeds import DEEDS, Deed, carry_out, form_of, offered
from portal.desk.forms import DeedForm
from portal.desk.queries import Seen
from portal.desk.shown import head
from portal.desk.views.gate import status_of, with_item
from portal.desk.why import why

OTHER_TEXT = {"R-HASH-01", "R-HASH-02"}


@with_item
@require_http_methods(["GET", "HEAD", "POST"])
def deed(request: HttpRequest, item: Seen, slug: str) -> HttpResponse:
    """Confirm or do one deed."""
    if slug not in DEEDS:
        raise Http404
    found = DEEDS[slug]
    if request.method != "POST":
        refusal = None if slug in dict(_labels(item)) else _not_now(found, item)
        return _confirm(request, item, found, form_of(found, item), refusal=refusal, status=200)
    form = form_of(found, item, request.POST)
    if not form.is_valid():
        return _confirm(request, item, found, form, status=422)
    try:
        carry_out(found, item, form.cleaned_data)
    except Refused as refused:
        form.refuse(refused)
        moved = any(refusal.rule in OTHER_TEXT for refusal in refused.refusals)
        return _confirm(request, item, found, form, moved=moved, status=status_of(refused))
    messages.success(request, found.done)
    return redirect("desk:review", pk=item.page.pk)


def _labels(item: Seen) -> list[tuple[str, str]]:
    return [(one.slug, label) for one, label in offered(item)]


def _not_now(found: Deed, item: Seen) -> str:
    """Why a deed is not offered, with its clause where a rule says it."""
    acting = item.acting
    refusal: Refusal | None = None
    if item.standing.passage is not None and found.verb is not None:
        refusal = rules.may_act(item.person.pk, acting[1] if acting else None, item.standing.hands) or item.reserved
    return str(refusal) if refusal else "Lúc này thầy/cô không có việc ấy ở bài này."


def _confirm(
    request: HttpRequest, item: Seen, found: Deed, form: DeedForm, *, refusal: str | None = None, moved: bool = False,
    status: int,
) -> HttpResponse:  # fmt: skip
    label = dict(_labels(item)).get(found.slug, found.label).rstrip("…")
    context: dict[str, Any] = {
        "item": head(item), "deed": found, "label": label, "form": form, "refusal": refusal, "moved": moved,
        "why": why(item), "difference": difference(item),
        "submit": found.submit or label,
        "tone": "alarm" if found.tone == "alarm" else "",
    }  # fmt: skip
    return render(request, "desk/deed.html", context, status=status)
