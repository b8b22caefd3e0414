"""Coming in: who is signed in, which item, and 404 for whom it is none of his business."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from wagtail.models import Page

from portal.base.refused import STATUS, Refused
from portal.desk.asked import board, moment
from portal.desk.queries import Seen, seen


def status_of(refused: Refused) -> int:
    return STATUS[refused.ground]


def with_item(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Gives a view the item it is about; 404 where this person may not follow it."""

    @login_required
    @wraps(view)
    def entered(request: HttpRequest, pk: int, **more: Any) -> HttpResponse:
        try:
            item: Seen = seen(pk, request.user, moment(request), board(request))  # type: ignore[arg-type]
        except Page.DoesNotExist as error:
            raise Http404 from error
        return view(request, item, **more)

    return entered
