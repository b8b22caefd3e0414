"""Arranging the front page: order and choice of approved items, nothing else (Điều 8.3, 12.1)."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from portal.base.refused import Refused, refuse_if
from portal.desk.asked import board, moment
from portal.desk.forms_home import HomeForm
from portal.desk.queries.front import Front, front, sketch
from portal.desk.views.gate import status_of
from portal.news import actions as news
from portal.news.queries import Layout
from portal.news.rules import may_arrange_home


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def arrange(request: HttpRequest) -> HttpResponse:
    """GET shows the page as it is arranged; POST `do` = xem (try), luu (keep), tu-dong (back to automatic)."""
    refuse_if(may_arrange_home(board(request), request.user.pk or 0))
    about: dict[str, Any] = {"by": request.user, "at": moment(request), "channel": "desk"}
    if request.method == "POST" and request.POST.get("do") == "tu-dong":
        news.undo_home(**about)
        messages.success(request, "Trang chủ đã về tự động: bài mới nhất có ảnh mở đầu, chuyên mục theo thứ tự chung.")
        return redirect("desk:home")
    found = front(moment(request))
    given = request.POST if request.method == "POST" else None
    form = HomeForm(given, articles=found.articles, sections=found.sections, layout=found.layout)
    if given is None:
        return _show(request, found, form, found.layout, status=200)
    if not form.is_valid():
        return _show(request, found, form, found.layout, status=422)
    chosen = form.chosen()
    tried = Layout(chosen["lead"], tuple(chosen["pins"]), tuple(chosen["shown"]),
                   frozenset(one.pk for one in found.sections) - set(chosen["shown"]))  # fmt: skip
    if given.get("do") == "xem":
        return _show(request, found, form, tried, status=200)
    try:
        news.arrange_home(**chosen, **about)
    except Refused as refused:
        form.refuse(refused)
        return _show(request, found, form, tried, status=status_of(refused))
    messages.success(request, "Đã sắp xếp trang chủ. Người đọc thấy ngay.")
    return redirect("desk:home")


def _show(request: HttpRequest, found: Front, form: HomeForm, layout: Layout, *, status: int) -> HttpResponse:
    context = {
        "form": form,
        "sketch": sketch(found, layout, moment(request)),
        "automatic": found.layout.automatic,
        "tried": layout != found.layout,
    }
    return render(request, "desk/home.html", context, status=status)
