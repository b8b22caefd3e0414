"""Coming in to the internal layer: staff with an account whose rights stand (Điều 15.3). For everybody else there is
nothing here: strangers sign in first, other accounts find no page, and no cache keeps an answer."""

from django.http import HttpRequest

from portal.base import clock
from portal.base.api import not_found
from portal.people import offices
from portal.people.mixins import Here as Here
from portal.people.mixins import for_insiders as for_insiders

CHANNEL = "intranet"


def program(request: HttpRequest) -> Here:
    """Who calls by the API: one of the staff whose rights stand; for everybody else there is nothing here."""
    caller, at = request.auth.person, clock.now()  # type: ignore[attr-defined]
    if not offices.is_insider(caller, at):
        raise not_found("trang này")
    return Here(caller, at)
