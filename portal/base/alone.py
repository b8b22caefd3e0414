"""Answers for one pair of eyes."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse

View = Callable[..., HttpResponse]


def for_one_family(view: View) -> View:
    """An answer for one pair of eyes: kept nowhere, listed nowhere."""

    @wraps(view)
    def quiet(request: HttpRequest, **captured: Any) -> HttpResponse:
        answer = view(request, **captured)
        answer["Cache-Control"] = "private, no-store"
        answer["X-Robots-Tag"] = "noindex, nofollow, noarchive"
        answer["Referrer-Policy"] = "same-origin"  # with "no-referrer" browsers hide whose form it is
        return answer

    return quiet
