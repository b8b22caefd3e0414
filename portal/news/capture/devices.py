"""What a screen tells a device that keeps a text until the portal has it."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse

DEVICE = "X-Giu-Bai"
View = Callable[..., HttpResponse]


def tells_devices(view: View) -> View:
    """Where a view leads on, such a device gets the address in plain words instead of being sent there: the text is safe
    here now, and may be forgotten there. Inside `login_required`, so that a signed-out device is told nothing."""

    @wraps(view)
    def told(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        answer = view(request, *args, **kwargs)
        if DEVICE in request.headers and answer.status_code == 302:
            return JsonResponse({"url": answer["Location"]})
        return answer

    return told
