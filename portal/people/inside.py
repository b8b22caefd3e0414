"""Coming in to what is for somebody signed in: each view is opened to whom its room lets in, told who asks and at which hour,
and no cache keeps the answer (Điều 15.3). For everybody else there is nothing here: strangers sign in first."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property, wraps
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse

from portal.people import offices
from portal.people.models import Person
from portal.people.rules import Board, Duty

View = Callable[..., HttpResponse]
LetIn = Callable[[Person, datetime], bool]


@dataclass(frozen=True)
class Here:
    """Who asks, at which hour; the board of that hour and his duties, where somebody asks for them: the frame of the page asks
    for the same board."""

    person: Person
    at: datetime
    request: HttpRequest | None = None

    @cached_property
    def board(self) -> Board:
        return offices.board(self.at) if self.request is None else offices.board_of(self.request)

    @cached_property
    def duties(self) -> frozenset[Duty]:
        return offices.duties(self.person, self.at)


def opened_to(let_in: LetIn, here: type[Here] = Here) -> Callable[[View], View]:
    """Open a view to whom `let_in` says at that hour; it gets a `here` after the request."""

    def decorate(view: View) -> View:
        @login_required
        @wraps(view)
        def opened(request: HttpRequest, **captured: Any) -> HttpResponse:
            person, at = request.user, offices.moment(request)
            assert isinstance(person, Person)
            if not let_in(person, at):
                raise Http404
            answer = view(request, here(person, at, request), **captured)
            answer["Cache-Control"] = "private, no-store"
            answer["X-Robots-Tag"] = "noindex, nofollow"
            return answer

        return opened

    return decorate


for_insiders = opened_to(offices.is_insider)
