"""A calendar for one's telephone: where its address is made, told once and ended, and what the address gives."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods, require_safe

from portal.base import clock, ical
from portal.base.refused import STATUS, Refused
from portal.base.sharing import absolute
from portal.intranet.gate import CHANNEL, Here, for_insiders
from portal.intranet.rooms import page
from portal.intranet.week import keys
from portal.intranet.week.ical_events import calendar_of


@require_http_methods(["GET", "HEAD", "POST"])
@for_insiders
def calendar(request: HttpRequest, here: Here) -> HttpResponse:
    """Make an address (shown this once), or end it."""
    context: dict[str, Any] = {}
    status = 200
    if request.method == "POST":
        school = request.POST.get("whose") == "school"
        said: dict[str, Any] = {"school": school, "by": here.person, "at": here.at, "channel": CHANNEL}
        try:
            if request.POST.get("do") == "revoke":
                keys.revoke(**said)
                messages.success(request, "Đã thu hồi. Điện thoại đang dùng địa chỉ cũ sẽ không nhận lịch nữa.")
                return redirect("intranet:week_calendar")
            context = {"secret": absolute(f"/lich/{keys.make(**said)}.ics"), "school": school}
            context["webcal"] = "webcal" + context["secret"].removeprefix("https").removeprefix("http")
        except Refused as refused:
            status, context = STATUS[refused.ground], {"refusal": str(refused)}
    context["calendars"] = keys.calendars(here.person, here.at)
    return page(request, "intranet/week_calendar.html", context, status=status)


@require_safe
def feed(request: HttpRequest, secret: str) -> HttpResponse:
    """The calendar a secret opens: its owner's, or the school's. Nothing at all once his rights are gone."""
    at = clock.now()
    key = keys.opened(secret, at)
    if key is None:
        raise Http404
    answer = HttpResponse(calendar_of(key.person, at), content_type=ical.TYPE)
    answer["Cache-Control"] = "private, no-store"
    answer["X-Robots-Tag"] = "noindex, nofollow"
    answer["Referrer-Policy"] = "no-referrer"
    answer["Content-Disposition"] = 'attachment; filename="lich-cong-tac.ics"'
    return answer
