"""Who is let in to a view, and the password once more before what is not done lightly (Điều 13.1, 15.3)."""

import time

from allauth.account.authentication import get_authentication_records
from allauth.core.exceptions import ReauthenticationRequired
from django.http import HttpRequest

from portal.base import clock, regulation
from portal.people.inside import Here as Here
from portal.people.inside import for_insiders as for_insiders
from portal.people.inside import opened_to as opened_to
from portal.people.rules import recently_confirmed


def confirm_identity(request: HttpRequest) -> None:
    """Go on only where this session's owner typed the password again some minutes ago. Otherwise allauth's middleware asks
    for it, keeps what was sent, and does it then; nothing has to be typed twice. Sessions go by the machine's clock."""
    minutes = regulation.number("people.reauthentication_minutes", clock.now().date())
    records = get_authentication_records(request, request.user)  # type: ignore[arg-type]
    confirmed = max((record["at"] for record in records if record.get("reauthenticated")), default=None)
    if not recently_confirmed(confirmed, time.time(), minutes):
        raise ReauthenticationRequired
