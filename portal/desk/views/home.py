"""Arranging the front page: order and choice of approved items, nothing else (Điều 8.3, 12.1)."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from portal.base.refused import Refused, refuse_if
from portal.desk.asked import board, moment
from portal.desk.forms_home import DOWN, UP, HomeForm, in_order, moved
from portal.desk.queries.front import Front, front, preview, scheduled
from portal.desk.rules import hour
from portal.desk.views.gate import status_of
from portal.news import actions as news
from portal.news.queries import Layout
from portal.news.rules import may_arrange_home


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def arrange(request: HttpRequest) -> HttpResponse:
    """GET shows the page as it is arranged. POST `do` = xem (try), luu (keep), tu-dong (back to automatic),
    len:PK, xuong:PK (a section one place up or down, nothing kept)."""
    refuse_if(may_arrange_home(board(request), request.user.pk or 0))
    found, do = front(moment(request)), request.POST.get("do", "")
    if request.method != "POST":
        return _show(request, found, _form(None, found), found.layout)
    if do == "tu-dong":
        return _automatic(request, found)
    if do.partition(":")[0] in (UP, DOWN):
        given, order = moved(request.POST, found.sections, do)
    else:
        given, order = request.POST, in_order(request.POST, found.sections)
    form = HomeForm(given, articles=found.articles, sections=order, layout=found.layout)
    if not form.is_valid():
        return _show(request, found, form, found.layout, status=422)
    chosen = form.chosen()
    tried = Layout(chosen["lead"], tuple(chosen["pins"]), tuple(chosen["shown"]),
                   frozenset(one.pk for one in found.sections) - set(chosen["shown"]))  # fmt: skip
    if do != "luu":
        return _show(request, found, form, tried)
    try:
        news.arrange_home(**chosen, **_about(request), starts=form.begins())
    except Refused as refused:
        form.refuse(refused)
        return _show(request, found, form, tried, status=status_of(refused))
    return _told(request, form, "Đã sắp xếp trang chủ.")


@login_required
@require_POST
def cancel(request: HttpRequest, pk: int) -> HttpResponse:
    """Call off an arrangement that has not begun."""
    refuse_if(may_arrange_home(board(request), request.user.pk or 0))
    try:
        news.cancel_home(pk, **_about(request))
    except Refused as refused:
        found = front(moment(request))
        said = [str(one) for one in refused.refusals]
        return _show(request, found, _form(None, found), found.layout, status=status_of(refused), said=said)
    messages.success(request, "Đã hủy. Trang chủ giữ nguyên như lúc này, thầy/cô có thể hẹn lại.")
    return redirect("desk:home")


def _automatic(request: HttpRequest, found: Front) -> HttpResponse:
    """Back to automatic, now or from the hour asked for; only that hour is read of what was sent."""
    form = _form(request.POST, found)
    if "starts" not in form.errors:
        try:
            news.undo_home(**_about(request), starts=form.begins())
        except Refused as refused:
            form.refuse(refused)
        else:
            return _told(
                request, form, "Trang chủ về tự động: bài mới nhất có ảnh mở đầu, chuyên mục theo thứ tự chung."
            )
    return _show(request, found, form, found.layout, status=422)


def _told(request: HttpRequest, form: HomeForm, done: str) -> HttpResponse:
    """What happened and from when on, in a sentence; back to the screen."""
    starts = form.begins()
    when = f"Người đọc thấy từ {hour(starts)}." if starts else "Người đọc thấy ngay."
    messages.success(request, f"{done} {when}")
    return redirect("desk:home")


def _about(request: HttpRequest) -> dict[str, Any]:
    return {"by": request.user, "at": moment(request), "channel": "desk"}


def _form(given: Any, found: Front) -> HomeForm:
    return HomeForm(given, articles=found.articles, sections=found.sections, layout=found.layout)


def _show(request: HttpRequest, found: Front, form: HomeForm, layout: Layout, *, status: int = 200,
          said: list[str] | None = None) -> HttpResponse:  # fmt: skip
    request.shows_frames = True  # type: ignore[attr-defined]
    context = {
        "form": form, "said": said, "now": found, "preview": preview(layout), "scheduled": scheduled(moment(request)),
        "tried": layout != found.layout, "trial_url": preview(Layout()).rstrip("?"),
    }  # fmt: skip
    return render(request, "desk/home.html", context, status=status)
