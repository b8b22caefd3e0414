"""Coming in to the internal layer: staff with an account whose rights stand (Điều 15.3). For everybody else there is
nothing here: strangers sign in first, other accounts find no page, and no cache keeps an answer."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property, wraps
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse

from portal.base import clock
from portal.base.api import not_found
from portal.people import offices
from portal.people.models import Person
from portal.people.rules import Board

CHANNEL = "intranet"
View = Callable[..., HttpResponse]


@dataclass(frozen=True)
class Here:
    """Who asks, at which hour; the board of that hour, where somebody asks for it: the frame of the page asks the same."""

    person: Person
    at: datetime
    request: HttpRequest | None = None

    @cached_property
    def board(self) -> Board:
        return offices.board(self.at) if self.request is None else offices.board_of(self.request)


def for_insiders(view: View) -> View:
    """Open a view to insiders; it gets a `Here` after the request."""

    @login_required
    @wraps(view)
    def opened(request: HttpRequest, **captured: Any) -> HttpResponse:
        person, at = request.user, offices.moment(request)
        assert isinstance(person, Person)
        if not offices.is_insider(person, at):
            raise Http404
        answer = view(request, Here(person, at, request), **captured)
        answer["Cache-Control"] = "private, no-store"
        answer["X-Robots-Tag"] = "noindex, nofollow"
        return answer

    return opened


def program(request: HttpRequest) -> Here:
    """Who calls by the API: one of the staff whose rights stand; for everybody else there is nothing here."""
    caller, at = request.auth.person, clock.now()  # type: ignore[attr-defined]
    if not offices.is_insider(caller, at):
        raise not_found("trang này")
    return Here(caller, at)
