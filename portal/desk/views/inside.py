"""Coming in to the plan's screens on the desk: staff whose rights stand; everyone else reads why not."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import wraps
from typing import Any

from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.utils.http import content_disposition_header

from portal.base import clock
from portal.base.sheets import XLSX
from portal.people import offices
from portal.people.models import Person
from portal.people.rules import Board, Kind

View = Callable[..., HttpResponse]
CHANNEL = "desk"


@dataclass(frozen=True)
class Here:
    """Who asks, at which hour, under which board."""

    person: Person
    at: datetime
    board: Board


def inside(*kinds: Kind) -> Callable[[View], View]:
    """Open a view to people of these kinds whose rights are not withdrawn."""

    def wrap(view: View) -> View:
        @login_required
        @wraps(view)
        def opened(request: HttpRequest, **captured: Any) -> HttpResponse:
            person, at = request.user, clock.now()
            assert isinstance(person, Person)
            if person.kind not in kinds:
                raise PermissionDenied("Kế hoạch hoạt động dành cho cán bộ, giáo viên, nhân viên nhà trường.")
            if not person.is_active or offices.is_suspended(person, at):
                raise PermissionDenied("Quyền của thầy/cô trên cổng đang tạm dừng (Điều 9.5, 10.4).")
            return view(request, Here(person, at, offices.board(at)), **captured)

        return opened

    return wrap


for_staff = inside(Kind.STAFF)
for_writers = inside(Kind.STAFF, Kind.COLLABORATOR)


def workbook(content: bytes, name: str) -> HttpResponse:
    """A spreadsheet to take away, kept by no cache."""
    answer = HttpResponse(content, content_type=XLSX)
    answer["Content-Disposition"] = str(content_disposition_header(True, f"{name}.xlsx"))
    answer["Cache-Control"] = "private, no-store"
    return answer
