"""Which pages may be kept in memory for every stranger. Nothing is kept that does not say so here; the roof keeps it."""

from collections.abc import Callable
from functools import wraps
from typing import Any, TypeVar

from django.http import HttpRequest
from django.http.response import HttpResponseBase

View = TypeVar("View", bound=Callable[..., HttpResponseBase])
KEPT = "portal.kept"  # in the WSGI environment, where no client can write: the names this page's address may carry
ASKED_FOR_KEEPING = "portal.asked_for_keeping"  # and there too: whoever asks will keep and pack the answer himself

# Browsers ask each time whether it still stands; nginx keeps it for a second, and one more while it asks (decision 0018).
A_SECOND = "public, max-age=0, must-revalidate, s-maxage=1, stale-while-revalidate=1"


def kept_page(*names: str) -> Callable[[View], View]:
    """For a view whose answer depends on nothing but its address, the query's `names`, how the reader likes to read, what
    the epoch counts and the clock. Who is signed in may be asked: the keeper asks as a stranger."""

    def decorate(view: View) -> View:
        @wraps(view)
        def marked(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
            answer = view(request, *args, **kwargs)
            request.META[KEPT] = names
            return answer

        marked.kept_names = names  # type: ignore[attr-defined]
        return marked  # type: ignore[return-value]

    return decorate


def kept_a_second(view: View) -> View:
    """For a view with too many answers to keep them in memory: nginx keeps what strangers are told for a second."""

    @wraps(view)
    def marked(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        answer = view(request, *args, **kwargs)
        if answer.status_code == 200 and not request.user.is_authenticated:
            answer.headers.setdefault("Cache-Control", A_SECOND)
        return answer

    return marked  # type: ignore[return-value]
