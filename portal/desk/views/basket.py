"""Duyệt cùng lượt: items opened one by one, decided in one act (Điều 10.2, 15.2)."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from portal.base.refused import Refused
from portal.base.text import is_number
from portal.desk import basket
from portal.desk.actions import Outcome, decide_together, set_aside
from portal.desk.asked import board, moment
from portal.desk.queries import Seen
from portal.desk.queries.together import laid_out
from portal.desk.views.gate import status_of, with_item
from portal.desk.views.review import page_of


@with_item
@require_POST
def put_aside(request: HttpRequest, item: Seen) -> HttpResponse:
    """Đã xem, để duyệt cùng lượt: the ticket of the opened page goes into the basket."""
    opened = basket.from_ticket(request.POST.get("the", ""), item.person.pk)
    try:
        count = basket.put(request, set_aside(item.standing, opened, by=item.person))
    except Refused as refused:
        for refusal in refused.refusals:
            messages.error(request, str(refusal))
        return render(request, "desk/review.html", page_of(item), status=status_of(refused))
    messages.success(request, f"Đã để “{item.draft.title}” vào lượt duyệt ({count} bài). Chưa bài nào được duyệt.")
    return redirect("desk:mine")


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def together(request: HttpRequest) -> HttpResponse:
    """GET shows the basket item by item; POST decides the ticked ones, or takes one out (`bo`)."""
    if request.method != "POST":
        rows = laid_out(basket.aside(request), request.user, moment(request), board(request))  # type: ignore[arg-type]
        return render(request, "desk/together.html", {"rows": rows, "ready": sum(not row["stale"] for row in rows)})
    if is_number(request.POST.get("bo", "")):
        basket.take_out(request, [int(request.POST["bo"])])
        messages.info(request, "Đã bỏ bài ấy ra khỏi lượt duyệt. Bài vẫn chờ thầy/cô ở danh sách.")
        return redirect("desk:together")
    ticked = {int(pk) for pk in request.POST.getlist("bai") if is_number(pk)}
    chosen = [one for one in basket.aside(request) if one.page in ticked]
    outcomes = decide_together(chosen, by=request.user, at=moment(request), channel="desk")  # type: ignore[arg-type]
    basket.take_out(request, [one.page for one in outcomes])
    _tell(request, outcomes)
    return redirect("desk:together" if basket.aside(request) else "desk:mine")


def _tell(request: HttpRequest, outcomes: list[Outcome]) -> None:
    """One sentence an item: decided, or why not."""
    if not outcomes:
        messages.warning(request, "Thầy/cô chưa chọn bài nào, nên chưa có bài nào được duyệt.")
    for one in outcomes:
        if one.refused:
            messages.error(request, f"Chưa duyệt “{one.title}”: {one.refused}")
        else:
            messages.success(request, f"Đã duyệt “{one.title}”.")
