"""The first page inside: what a teacher needs this morning (Điều 15)."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from portal.intranet.gate import Here, for_insiders
from portal.intranet.rooms import page


@require_safe
@for_insiders
def home(request: HttpRequest, here: Here) -> HttpResponse:
    """This week, what is to be confirmed, what is new, what waits."""
    return page(request, "intranet/home.html", {})
