"""Lists for the Head on screen: the Secretary gathers, the Head opens each, leaves some out, approves in one act (Điều 15.2)."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from portal.approval import actions as approval
from portal.approval.models import ReviewList
from portal.approval.rules import may_decide_over, may_gather, may_see_lists, may_take_back
from portal.base.refused import STATUS, Refused, refuse_if
from portal.base.rules import Ground
from portal.base.sheets import download
from portal.base.text import is_number, slug
from portal.intranet.bulk import list_queries as queries
from portal.intranet.bulk.list_forms import GatherForm, ReasonForm
from portal.intranet.bulk.sheets import list_book
from portal.intranet.gate import CHANNEL, Here, for_insiders
from portal.intranet.rooms import page

A_PAGE = 50
View = Callable[..., HttpResponse]


def for_those_who_follow(view: View) -> View:
    """Open a view to whom R-LIST-10 lets; everyone else inside reads why not."""

    @for_insiders
    @wraps(view)
    def opened(request: HttpRequest, here: Here, **captured: Any) -> HttpResponse:
        refuse_if(may_see_lists(here.person.pk, here.board))
        return view(request, here, **captured)

    return opened


@require_http_methods(["GET", "HEAD", "POST"])
@for_those_who_follow
def overview(request: HttpRequest, here: Here) -> HttpResponse:
    """What waits for the Head and is in no list, and every list; POST gathers the ticked ones into one."""
    if request.method != "POST":
        return _overview(request, here, GatherForm(), None)
    refuse_if(may_gather(here.person.pk, here.board))
    form, ticked = GatherForm(request.POST), _ticked(request)
    title = form.cleaned_data["title"] if form.is_valid() else ""
    try:
        made = approval.gather(ticked, title=title, by=here.person, at=here.at, channel=CHANNEL)
    except Refused as no:
        form.take(no)
        return _overview(request, here, form, ticked, STATUS[no.ground])
    messages.success(request, f"Đã lập danh sách “{made.title}” và trình Trưởng ban.")
    return redirect("intranet:review_list", pk=made.pk)


def _overview(
    request: HttpRequest, here: Here, form: GatherForm, ticked: set[int] | None, status: int = 200
) -> HttpResponse:
    gathers = may_gather(here.person.pk, here.board) is None
    return page(request, "intranet/bulk_lists.html", {
        "form": form, "may_gather": gathers, "ticked": ticked,
        "waiting": queries.to_gather(here.at, here.board) if gathers else [],
        "page_obj": Paginator(queries.lists(), A_PAGE).get_page(request.GET.get("page")),
    }, status)  # fmt: skip


@require_http_methods(["GET", "HEAD", "POST"])
@for_those_who_follow
def one(request: HttpRequest, here: Here, pk: int) -> HttpResponse:
    """One list, each item to be opened by itself; by POST the Head leaves the ticked ones out."""
    made = get_object_or_404(ReviewList, pk=pk)
    if request.method != "POST":
        return _one(request, here, made, ReasonForm())
    refuse_if(may_decide_over(here.person.pk, here.board))
    form, ticked = ReasonForm(request.POST), _ticked(request)
    reason = form.cleaned_data["reason"] if form.is_valid() else ""
    try:
        approval.set_out(made, ticked, reason=reason, digest=request.POST.get("ma", ""), by=here.person, at=here.at,
                         channel=CHANNEL)  # fmt: skip
    except Refused as no:
        if no.ground is not Ground.NOT_READY:
            return _told(request, made, no)
        form.take(no)
        return _one(request, here, made, form, ticked, 422)
    messages.success(request, f"Đã để lại {len(ticked)} mục; các mục ấy vẫn chờ thầy/cô, từng mục một.")
    return redirect(f"{request.path}?page={request.POST.get('page', '1')}")


def _one(
    request: HttpRequest,
    here: Here,
    made: ReviewList,
    form: ReasonForm,
    ticked: set[int] | None = None,
    status: int = 200,
) -> HttpResponse:
    now, me = queries.counted().get(pk=made.pk), here.person.pk
    leaf = Paginator(made.items.all(), A_PAGE).get_page(request.POST.get("page") or request.GET.get("page"))
    decides = made.is_open and may_decide_over(me, here.board) is None
    head = me if decides else min(here.board.leaders, default=0)
    return page(request, "intranet/bulk_list.html", {
        "made": now, "page_obj": leaf, "form": form, "ticked": ticked or set(), "may_decide": decides,
        "items": queries.rows(leaf.object_list, head, here.at, here.board),
        "may_take_back": made.is_open and may_take_back(me, here.board) is None,
    }, status)  # fmt: skip


def _ticked(request: HttpRequest) -> set[int]:
    return {int(one) for one in request.POST.getlist("bai") if is_number(one)}


def _told(request: HttpRequest, made: ReviewList, no: Refused) -> HttpResponse:
    """Back to the list as it stands now, with the sentence above it."""
    for refusal in no.refusals:
        messages.error(request, str(refusal))
    return redirect("intranet:review_list", pk=made.pk)


@require_POST
@for_those_who_follow
def decide(request: HttpRequest, here: Here, pk: int) -> HttpResponse:
    """The Head's one act over the list as he saw it."""
    made = get_object_or_404(ReviewList, pk=pk)
    refuse_if(may_decide_over(here.person.pk, here.board))
    try:
        approval.decide_over(made, digest=request.POST.get("ma", ""), by=here.person, at=here.at, channel=CHANNEL)
    except Refused as no:
        return _told(request, made, no)
    now = queries.counted().get(pk=made.pk)
    messages.success(request, f"Đã duyệt {now.given} mục, từng mục đúng bản đã trình.")  # type: ignore[attr-defined]
    return redirect("intranet:review_list", pk=pk)


@require_POST
@for_those_who_follow
def take_back(request: HttpRequest, here: Here, pk: int) -> HttpResponse:
    """Take a list back before it is decided."""
    made = get_object_or_404(ReviewList, pk=pk)
    refuse_if(may_take_back(here.person.pk, here.board))
    try:
        approval.take_back_list(made, by=here.person, at=here.at, channel=CHANNEL)
    except Refused as no:
        return _told(request, made, no)
    messages.success(request, f"Đã rút danh sách “{made.title}”; từng mục vẫn chờ ở bước của Trưởng ban.")
    return redirect("intranet:review_lists")


@require_safe
@for_those_who_follow
def sheet(request: HttpRequest, here: Here, pk: int) -> HttpResponse:
    """One list as a spreadsheet: each item with the hash it is bound by and what became of it."""
    made = get_object_or_404(ReviewList, pk=pk)
    return download(list_book(made, here.at, here.board), f"{slug(made.title)[:60] or 'danh-sach'}.xlsx")
