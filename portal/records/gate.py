"""Coming in to the screens of those who keep the school's papers: staff whose rights stand (Điều 15.3). For everybody else there is
nothing here, and no cache keeps an answer."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property, wraps
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.http import content_disposition_header

from portal.base.sheets import XLSX
from portal.people import offices
from portal.people.models import Person
from portal.people.rules import Board, Duty

CHANNEL = "records"
View = Callable[..., HttpResponse]


@dataclass(frozen=True)
class Here:
    """Who asks, at which hour; the board and his duties of that hour where somebody asks for them."""

    person: Person
    at: datetime
    request: HttpRequest

    @cached_property
    def board(self) -> Board:
        return offices.board_of(self.request)

    @cached_property
    def duties(self) -> frozenset[Duty]:
        return offices.duties(self.person, self.at)


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


def download(content: bytes, name: str, kind: str = XLSX) -> HttpResponse:
    """A file made for whoever asks, to be kept under that name."""
    disposition = content_disposition_header(True, name) or "attachment"
    return HttpResponse(content, content_type=kind, headers={"Content-Disposition": disposition})
