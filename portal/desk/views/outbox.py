"""/thu-thu/: the demo's outgoing mail, read on the machine it runs on and nowhere else."""

from collections.abc import Callable
from functools import wraps
from ipaddress import ip_address
from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from portal.base import clock
from portal.base.models import School
from portal.desk.mail import outbox
from portal.desk.queries.mail import mail_health, quiet_hours
from portal.people.models import Person

OURS = "portal.desk.mail.outbox.Outbox"
SANDBOX = "allow-top-navigation-by-user-activation"
LETTER_CSP = (
    f"default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'; base-uri 'self'; sandbox {SANDBOX}"
)
BASE = '<head><base target="_top">'


def demo_only(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """404 but for the demo school, whose mail we keep, asked from this very machine and through no proxy."""

    @require_safe
    @wraps(view)
    def entered(request: HttpRequest, *args: Any, **more: Any) -> HttpResponse:
        if settings.PORTAL_PROFILE == "production" or settings.EMAIL_BACKEND != OURS or not _at_home(request):
            raise Http404
        if not School.objects.filter(is_demo=True).exists():
            raise Http404
        answer = view(request, *args, **more)
        answer.headers["Cache-Control"] = "no-store"
        answer.headers["Referrer-Policy"] = "no-referrer"
        return answer

    return entered


def _at_home(request: HttpRequest) -> bool:
    if "HTTP_X_FORWARDED_FOR" in request.META or "HTTP_FORWARDED" in request.META:
        return False
    try:
        return ip_address(request.META.get("REMOTE_ADDR", "")).is_loopback
    except ValueError:
        return False


@demo_only
def letters(request: HttpRequest) -> HttpResponse:
    """The newest letters, or those to one person."""
    to, at = request.GET.get("toi", ""), clock.now()
    quiet = quiet_hours(at)
    shown = outbox.newest(to)
    names = {person.email: str(person) for person in Person.objects.exclude(email="")}
    everyone = sorted({one.to for one in outbox.newest()}, key=lambda address: names.get(address, address))
    context = {
        "letters": [(one, names.get(one.to, one.to)) for one in shown],
        "people": [(address, names.get(address, address)) for address in everyone],
        "to": to, "to_name": names.get(to, to), "waiting": mail_health(at)["waiting"],
        "asleep": quiet.holds(at), "morning": quiet.ends,
    }  # fmt: skip
    return render(request, "desk/outbox/letters.html", context)


@demo_only
def letter(request: HttpRequest, name: str) -> HttpResponse:
    """One letter: as a mail program shows it, and in plain text."""
    one = _kept(name)
    request.shows_frames = True  # type: ignore[attr-defined]
    return render(request, "desk/outbox/letter.html", {"one": one, "sandbox": SANDBOX})


@demo_only
def sheet(request: HttpRequest, name: str) -> HttpResponse:
    """The HTML part alone, for the frame: nothing in it runs, its links open the whole page."""
    return HttpResponse(_kept(name).html.replace("<head>", BASE, 1), headers={"Content-Security-Policy": LETTER_CSP})


def _kept(name: str) -> outbox.Kept:
    one = outbox.read(name)
    if one is None:
        raise Http404
    return one
