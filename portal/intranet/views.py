"""The first page inside: what a teacher needs this morning (Điều 15)."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from portal.base.morning import panels
from portal.intranet.gate import Here, for_insiders
from portal.intranet.home import (
    lessons_today,
    new_in_library,
    opinions_asked,
    teacher,
    this_week,
    today_of,
    told_notices,
)
from portal.intranet.rooms import page


@require_safe
@for_insiders
def home(request: HttpRequest, here: Here) -> HttpResponse:
    """This week, what is to be confirmed, what is new. What waits at the desk and what flows in the news comes from the roof."""
    today = today_of(here.at)
    notices, me = told_notices(here), teacher(here)
    return page(request, "intranet/home.html", {
        "at": here.at, "today": today, "week": this_week(here, today), "notices": notices, "new": new_in_library(here, me),
        "asked": opinions_asked(me), "lessons": lessons_today(here),
        "panels": panels(here.person, here.at),
    })  # fmt: skip
