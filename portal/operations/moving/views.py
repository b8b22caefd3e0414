"""Moving in on screen: how it goes, what did not come along, the lists the Head decides over (Điều 10.4, 12.2, 14.2)."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import wraps
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from portal.approval import actions as approval
from portal.approval.models import HistoryItem, HistoryList
from portal.approval.rules import may_decide_list, may_list
from portal.base import clock
from portal.base.clock import ZONE
from portal.base.refused import STATUS, Refused, refuse_if
from portal.base.rules import Ground
from portal.base.sheets import XLSX, table
from portal.base.text import is_number, one_line
from portal.operations.moving import queries
from portal.operations.moving.forms import CloseForm, ListForm, ReasonForm
from portal.operations.moving.rules import may_see_moving
from portal.people import offices
from portal.people.mixins import confirm_identity
from portal.people.models import Person
from portal.people.rules import Board

CHANNEL = "desk"
A_PAGE = 50
HEAD = ("Bài", "Tình trạng", "Ngày đăng cũ", "Địa chỉ cũ", "Phông cũ", "Cần xem lại", "Mã ở cổng cũ")
WIDTHS = (60, 18, 18, 60, 18, 80, 24)
SHEET_LINES = 20_000


@dataclass(frozen=True)
class Here:
    """Who asks, at which hour, under which board."""

    person: Person
    at: datetime
    board: Board

    @property
    def about(self) -> dict[str, Any]:
        return {"by": self.person, "at": self.at, "channel": CHANNEL}


def for_those_who_follow(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Open a view to whom R-MOVEIN-02 lets; everyone else reads why not."""

    @login_required
    @wraps(view)
    def opened(request: HttpRequest, **captured: Any) -> HttpResponse:
        assert isinstance(request.user, Person)
        here = Here(request.user, at := clock.now(), offices.board(at))
        refuse_if(may_see_moving(here.person.pk, here.board))
        return view(request, here, **captured)

    return opened


@require_http_methods(["GET", "HEAD", "POST"])
@for_those_who_follow
def overview(request: HttpRequest, here: Here) -> HttpResponse:
    """The runs, the lists, and what a person should look at; POST puts all that waits into one list for the Head."""
    return _make_list(request, here) if request.method == "POST" else _overview(request, here)


def _overview(request: HttpRequest, here: Here, form: ListForm | None = None, status: int = 200) -> HttpResponse:
    page = Paginator(queries.problems(), A_PAGE).get_page(request.GET.get("page"))
    return render(request, "operations/moving.html", {
        "now": queries.overview(), "page_obj": page, "form": form or ListForm(),
        "may_list": may_list(here.person.pk, here.board) is None,
    }, status=status)  # fmt: skip


@require_safe
@for_those_who_follow
def problems_sheet(request: HttpRequest, here: Here) -> HttpResponse:
    """What did not come along and what to look at, as a spreadsheet."""
    rows = (
        (one.title, one.get_state_display(), one.past.astimezone(ZONE) if one.past else None, one.address, ", ".join(one.fonts),
         "\n".join(one.notes), one.source_id)
        for one in queries.problems()[:SHEET_LINES].iterator(500)
    )  # fmt: skip
    name = content_disposition_header(True, f"chuyen-cong-{here.at.astimezone(ZONE):%Y-%m-%d}.xlsx") or "attachment"
    return HttpResponse(
        table("Cần xem lại", HEAD, WIDTHS, rows), content_type=XLSX, headers={"Content-Disposition": name}
    )


def _make_list(request: HttpRequest, here: Here) -> HttpResponse:
    form = ListForm(request.POST)
    if not form.is_valid():
        refuse_if(may_list(here.person.pk, here.board))
        return _overview(request, here, form, 422)
    try:
        made = approval.list_history(title=one_line(form.cleaned_data["title"]), **here.about)
    except Refused as no:
        form.take(no)
        return _overview(request, here, form, STATUS[no.ground])
    messages.success(request, f"Đã lập danh sách “{made.title}”. Trưởng ban xem và quyết định ở trang này.")
    return redirect("operations:moving_listed", pk=made.pk)


@require_http_methods(["GET", "HEAD", "POST"])
@for_those_who_follow
def listed(request: HttpRequest, here: Here, pk: int) -> HttpResponse:
    """One list: a sample drawn by its own digest, then every text with its hash; by POST the Head leaves the ticked ones
    out."""
    made = get_object_or_404(HistoryList, pk=pk)
    return _leave_out(request, here, made) if request.method == "POST" else _listed(request, here, made)


def _listed(
    request: HttpRequest,
    here: Here,
    made: HistoryList,
    *,
    form: ReasonForm | CloseForm | None = None,
    status: int = 200,
) -> HttpResponse:
    now = queries.list_of(made.pk)
    ticked = request.POST.getlist("bai")
    page = Paginator(queries.items_of(made), A_PAGE).get_page(request.POST.get("page") or request.GET.get("page"))
    sample = queries.sample_of(made) if made.is_open and page.number == 1 else []
    items = list(page.object_list)
    pages = [one.page_id for one in (*items, *sample)]
    return render(request, "operations/moving_list.html", {
        "made": now, "page_obj": page, "sample": _rows(sample, pages),
        "form": form or (ReasonForm() if now.many else CloseForm()),  # type: ignore[attr-defined]
        "items": _rows(items, pages), "ticked": {int(one) for one in ticked if is_number(one)},
        "may_decide": made.is_open and may_decide_list(here.person.pk, made.prepared_by_id, here.board) is None,
        "may_call_off": made.is_open and may_list(here.person.pk, here.board) is None,
    }, status=status)  # fmt: skip


def _told(request: HttpRequest, made: HistoryList, no: Refused) -> HttpResponse:
    """Back to the list as it stands now, with the sentence above it."""
    for refusal in no.refusals:
        messages.error(request, str(refusal))
    return redirect("operations:moving_listed", pk=made.pk)


def _rows(items: list[HistoryItem], pages: list[int]) -> list[tuple[HistoryItem, str, datetime | None]]:
    """Each text with its old address and since when it is up."""
    addresses, up = queries.old_addresses(pages), queries.fates(items)
    return [(one, addresses.get(one.page_id, ""), up.get(one.pk)) for one in items]


def _leave_out(request: HttpRequest, here: Here, made: HistoryList) -> HttpResponse:
    refuse_if(may_decide_list(here.person.pk, made.prepared_by_id, here.board))
    ticked = [int(one) for one in request.POST.getlist("bai") if is_number(one)]
    form = ReasonForm(request.POST)
    reason = form.cleaned_data["reason"] if form.is_valid() else ""
    try:
        approval.leave_out(made, ticked, reason=reason, digest=request.POST.get("ma", ""), **here.about)
    except Refused as no:
        if no.ground != Ground.NOT_READY:
            return _told(request, made, no)
        form.take(no)
        return _listed(request, here, made, form=form, status=422)
    messages.success(request, f"Đã để lại {len(ticked)} bài; các bài ấy vẫn là bản nháp.")
    return redirect(f"{request.path}?page={request.POST.get('page', '1')}")


@require_POST
@for_those_who_follow
def decide(request: HttpRequest, here: Here, pk: int) -> HttpResponse:
    """The Head's decision over the list as he saw it; his password is asked for once more."""
    made = get_object_or_404(HistoryList, pk=pk)
    refuse_if(may_decide_list(here.person.pk, made.prepared_by_id, here.board))
    confirm_identity(request)
    try:
        approval.decide_list(made, digest=request.POST.get("ma", ""), **here.about)
    except Refused as no:
        return _told(request, made, no)
    messages.success(request, "Đã ghi quyết định. Cổng đưa các bài lên lần lượt, với ngày đăng cũ của từng bài.")
    return redirect("operations:moving_listed", pk=pk)


@require_POST
@for_those_who_follow
def close(request: HttpRequest, here: Here, pk: int) -> HttpResponse:
    """The Head closes a list nothing is left in, and says why."""
    made = get_object_or_404(HistoryList, pk=pk)
    refuse_if(may_decide_list(here.person.pk, made.prepared_by_id, here.board))
    form = CloseForm(request.POST)
    reason = form.cleaned_data["reason"] if form.is_valid() else ""
    try:
        approval.close_list(made, reason=reason, digest=request.POST.get("ma", ""), **here.about)
    except Refused as no:
        if no.ground != Ground.NOT_READY:
            return _told(request, made, no)
        form.take(no)
        return _listed(request, here, made, form=form, status=422)
    messages.success(request, f"Đã khép danh sách “{made.title}”; các bài ấy vẫn là bản nháp.")
    return redirect("operations:moving_listed", pk=pk)


@require_POST
@for_those_who_follow
def call_off(request: HttpRequest, here: Here, pk: int) -> HttpResponse:
    """Take a list back before it is decided."""
    made = get_object_or_404(HistoryList, pk=pk)
    refuse_if(may_list(here.person.pk, here.board))
    try:
        approval.call_off_list(made, **here.about)
    except Refused as no:
        return _told(request, made, no)
    messages.success(request, f"Đã rút danh sách “{made.title}”. Các bài chờ danh sách khác.")
    return redirect("operations:moving")
