"""Coming in to what concerns pupils: staff whose rights stand, each as far as he reaches (Luật 91/2025; Điều 15.3). No answer is
kept by anybody, and none is listed anywhere."""

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
from portal.people.rules import Board
from portal.pupils.roll import queries
from portal.pupils.roll.rules import Reach

CHANNEL = "web"
View = Callable[..., HttpResponse]


@dataclass(frozen=True)
class Here:
    """Who asks, at which hour; how far he reaches is read when it is asked for."""

    person: Person
    at: datetime
    request: HttpRequest

    @cached_property
    def board(self) -> Board:
        return offices.board_of(self.request)

    @cached_property
    def reach(self) -> Reach:
        return queries.reach(self.person, self.at, self.board)

    @property
    def about(self) -> dict[str, Any]:
        """What every verb is told of its circumstances."""
        return {"by": self.person, "at": self.at, "channel": CHANNEL}


def _quiet(answer: HttpResponse) -> HttpResponse:
    answer["Cache-Control"] = "private, no-store"
    answer["X-Robots-Tag"] = "noindex, nofollow"
    return answer


def for_staff(view: View) -> View:
    """Open a view to insiders; it gets a `Here` after the request. For everybody else there is nothing here."""

    @login_required
    @wraps(view)
    def opened(request: HttpRequest, **captured: Any) -> HttpResponse:
        person, at = request.user, offices.moment(request)
        assert isinstance(person, Person)
        if not offices.is_insider(person, at):
            raise Http404
        return _quiet(view(request, Here(person, at, request), **captured))

    return opened


def for_families(view: View) -> View:
    """Open a view to whoever is signed in; it shows him his own alone."""

    @login_required
    @wraps(view)
    def opened(request: HttpRequest, **captured: Any) -> HttpResponse:
        assert isinstance(request.user, Person)
        return _quiet(view(request, Here(request.user, offices.moment(request), request), **captured))

    return opened


def download(book: bytes, name: str, kind: str = XLSX) -> HttpResponse:
    """A file made for whoever asks, to be kept under that name; the name names no child."""
    disposition = content_disposition_header(True, name) or "attachment"
    return HttpResponse(book, content_type=kind, headers={"Content-Disposition": disposition})
