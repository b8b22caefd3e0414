"""How the system does, and letting failed work run again (Điều 8.1, 13.2)."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from portal.base import queue
from portal.base.refused import Refused
from portal.desk import asked
from portal.desk.queries.health import health
from portal.desk.rules import may_mend, may_see_health
from portal.desk.views.everything import watching
from portal.people.mixins import confirm_identity


@require_safe
@watching(may_see_health)
def system(request: HttpRequest) -> HttpResponse:
    """Everything on one page; a plain reload looks again."""
    mends = may_mend(asked.board(request), request.user.pk or 0) is None
    return render(request, "desk/health.html", {"health": health(asked.moment(request)), "mends": mends})


@require_POST
@watching(may_mend)
def task_retry(request: HttpRequest, pk: int) -> HttpResponse:
    """Once more, from the start; the password is asked first."""
    confirm_identity(request)
    try:
        queue.retry(pk, by=request.user, at=asked.moment(request), channel="desk")  # type: ignore[arg-type]
    except Refused as no:
        messages.error(request, str(no))
    else:
        messages.success(request, "Đã xếp lại vào hàng; việc được làm trong ít giây nếu tiến trình nền đang chạy.")
    return redirect("desk:health")
