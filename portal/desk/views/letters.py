"""The link of a letter: whatever fetches it changes nothing; the person it was made for confirms by POST (Điều 14.3)."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib import messages
from django.contrib.auth.views import redirect_to_login
from django.http import Http404, HttpRequest, HttpResponse
from django.middleware.csrf import CsrfViewMiddleware
from django.shortcuts import redirect, render
from django.utils.decorators import decorator_from_middleware
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.debug import sensitive_variables
from django.views.decorators.http import require_http_methods

from portal.base import clock
from portal.base.refused import Refused
from portal.desk.actions import links
from portal.desk.deeds import BY_VERB, offered
from portal.desk.mail.forms import FORMS, said
from portal.desk.mail.link_rules import NOT_YOURS, SAID, Death
from portal.desk.mail.telling import told_of_line
from portal.desk.mail.words import compared, meta
from portal.desk.models import Link
from portal.desk.queries import people_named
from portal.desk.queries.links import Found, find, link_of
from portal.desk.rules import hour
from portal.desk.views.gate import status_of
from portal.desk.why import why
from portal.people.models import Person

NEWEST = 8
View = Callable[..., HttpResponse]


class FormSecretAlone(CsrfViewMiddleware):
    """These pages send no referrer, so browsers send their forms with `Origin: null`; the form's own secret must do."""

    def _origin_verified(self, request: HttpRequest) -> bool:
        return request.META.get("HTTP_ORIGIN") == "null" or super()._origin_verified(request)  # type: ignore[misc]


def unseen(view: View) -> View:
    """What these pages answer is kept by nobody and told to no other page."""

    @wraps(view)
    def answered(request: HttpRequest, *args: Any, **more: Any) -> HttpResponse:
        answer = view(request, *args, **more)
        answer.headers["Referrer-Policy"] = "no-referrer"
        answer.headers["Cache-Control"] = "no-store"
        answer.headers["X-Robots-Tag"] = "noindex"
        return answer

    return answered


@csrf_exempt
@unseen  # type: ignore[arg-type]
@decorator_from_middleware(FormSecretAlone)
@require_http_methods(["GET", "HEAD", "POST"])
@sensitive_variables("token")
def follow(request: HttpRequest, token: str) -> HttpResponse:
    """Show what a link would decide, or decide it."""
    person, at = request.user, clock.now()
    if not isinstance(person, Person):
        return redirect_to_login(request.path)
    link = link_of(token)
    if link is None:
        raise Http404
    if link.person_id != person.pk:
        return render(request, "desk/link/another.html", {"refusal": NOT_YOURS, "here": request.path}, status=403)
    found = find(link, person, at)
    if found.death is not None or found.item is None:
        return gone(request, found)
    form = FORMS[found.verb](request.POST if request.method == "POST" else None)
    if request.method != "POST":
        return confirm(request, found, form, 200)
    if not form.is_valid():
        return confirm(request, found, form, 422)
    try:
        links.decide(token, by=person, at=at, **said(form))
    except Refused as refused:
        return _refused(request, link, form, refused)
    messages.success(request, BY_VERB[found.verb].done)
    return redirect("desk:review", pk=link.page_id)


def _refused(request: HttpRequest, link: Link, form: Any, refused: Refused) -> HttpResponse:
    """Nothing was done: say why; of two at once the second learns what the first did."""
    link.refresh_from_db()
    found = find(link, request.user, clock.now())  # type: ignore[arg-type]
    if found.death is not None or found.item is None:
        return gone(request, found)
    form.refuse(refused)
    return confirm(request, found, form, status_of(refused))


def confirm(request: HttpRequest, found: Found, form: Any, status: int) -> HttpResponse:
    """What, what changed, why, and the one button naming the very text."""
    item = found.item
    assert item is not None
    deed = BY_VERB[found.verb]
    label = next((label for one, label in offered(item) if one is deed), deed.label).rstrip("…")
    title, parts, facts = compared(item)
    context = {
        "item": item, "title": item.draft.title, "meta": meta(item), "label": label, "submit": deed.submit or label,
        "help": deed.help, "tone": "alarm" if deed.tone == "alarm" else "", "form": form, "why": why(item),
        "diff_title": title, "diff": parts, "whole": item.earlier() is None, "facts": facts,
        "until": hour(found.link.expires_at.astimezone(item.at.tzinfo)),
        "url": f"/viec/{item.page.pk}/",
    }  # fmt: skip
    return render(request, "desk/link/confirm.html", context, status=status)


def gone(request: HttpRequest, found: Found) -> HttpResponse:
    """Say what became of it, and offer what there is now to whoever may still follow the item."""
    item, dead = found.item, found.death or Death.REASSIGNED
    people = people_named(line.actor_id for line in found.since)
    offers = offered(item) if item is not None and item.acting is not None else []
    now = next(((one, label) for one, label in offers if one.verb == found.verb), None)
    context = {
        "said": SAID[dead], "item": item, "title": item.draft.title if item else "", "meta": meta(item) if item else "",
        "used_at": hour(found.link.used_at.astimezone(item.at.tzinfo)) if found.link.used_at and item else "",
        "since": [told_of_line(line, people) for line in found.since[-NEWEST:]],
        "url": f"/viec/{item.page.pk}/" if item else "/viec-cua-toi/",
        "now_url": f"/viec/{item.page.pk}/{now[0].slug}/" if item and now else "",
        "now_label": now[1].rstrip("…") if now else "",
    }  # fmt: skip
    return render(request, "desk/link/gone.html", context, status=410)
