"""What one request asks again and again, asked once: the hour it came in and the board as it stood then.

Rights are read anew with every request; a verb reads them once more inside its own transaction.
"""

from datetime import datetime

from django.http import HttpRequest

from portal.base import clock
from portal.people import offices
from portal.people.rules import Board


def moment(request: HttpRequest) -> datetime:
    """The hour of the request."""
    if not hasattr(request, "came_in_at"):
        request.came_in_at = clock.now()  # type: ignore[attr-defined]
    return request.came_in_at  # type: ignore[attr-defined,no-any-return]


def board(request: HttpRequest) -> Board:
    """The board at that hour."""
    if not hasattr(request, "board_then"):
        request.board_then = offices.board(moment(request))  # type: ignore[attr-defined]
    return request.board_then  # type: ignore[attr-defined,no-any-return]
