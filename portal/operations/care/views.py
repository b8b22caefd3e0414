"""Care of content on screen: what is wrong, whose it is, what was mended; and the list of known domains (Điều 12.3)."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import wraps
from typing import Any
from urllib.parse import urlencode

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from portal.base import clock, regulation
from portal.base.refused import STATUS, Refused, refuse_if
from portal.base.sheets import XLSX, table
from portal.operations.care import actions, queries
from portal.operations.care.bars import bars
from portal.operations.care.forms import CloseForm, DomainForm, FilterForm
from portal.operations.care.rules import Kind, may_allow_outside, may_keep_domains, may_look_over, may_mend, may_see
from portal.operations.models import Finding, KnownDomain
from portal.people import offices
from portal.people.models import Person
from portal.people.rules import Board

CHANNEL = "desk"
A_PAGE = 30
HEAD = ("Loại lỗi", "Lỗi", "Số trang", "Trang", "Địa chỉ", "Nói thêm", "Từ", "Tình trạng", "Thuộc phần của", "Ai khắc phục",
        "Lúc", "Cách khắc phục", "Căn cứ")  # fmt: skip
WIDTHS = (30, 50, 10, 40, 40, 40, 16, 18, 30, 26, 16, 40, 16)
MOST_TOLD = 20  # places of one fault in the spreadsheet


@dataclass(frozen=True)
class Here:
    """Who asks, at which hour, under which board."""

    person: Person
    at: datetime
    board: Board


def for_those_who_answer(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Open a view to whom R-CARE-01 lets; everyone else reads why not."""

    @login_required
    @wraps(view)
    def opened(request: HttpRequest, **captured: Any) -> HttpResponse:
        assert isinstance(request.user, Person)
        here = Here(request.user, at := clock.now(), offices.board(at))
        refuse_if(may_see(here.board, here.person.pk))
        return view(request, here, **captured)

    return opened


@require_safe
@for_those_who_answer
def care(request: HttpRequest, here: Here) -> HttpResponse:
    """What is wrong, thirty at a time."""
    return listed(request, here)


def listed(
    request: HttpRequest, here: Here, wrong: tuple[int, CloseForm] | None = None, status: int = 200
) -> HttpResponse:
    form = FilterForm(request.GET)
    page = Paginator(queries.found(form.wanted(), here.person, here.board), A_PAGE).get_page(request.GET.get("page"))
    months, query = queries.months(here.at), urlencode(form.query())
    under_way, last = queries.last_rounds()
    return render(request, "operations/care.html", {
        "form": form, "page_obj": page, "count": page.paginator.count, "query": f"{query}&" if query else "",
        "rows": [(row, _closing(row, here, wrong)) for row in queries.rows(list(page.object_list), here.board)],
        "kinds": queries.open_by_kind(), "months": months, "bars": bars(months), "under_way": under_way, "last": last,
        "narrowed": bool(query), "back": f"{request.path}?{urlencode([*form.query(), ('page', page.number)])}",
        "may_look_over": may_look_over(here.board, here.person.pk) is None,
        "may_allow": may_allow_outside(here.board, here.person.pk) is None,
        "outside": regulation.number("care.outside", here.at.date()), "most_lines": queries.MOST_LINES,
    }, status=status)  # fmt: skip


def _closing(row: queries.Row, here: Here, wrong: tuple[int, CloseForm] | None) -> CloseForm | None:
    """The form that closes a fault, for whom it is; what was typed wrongly is in it."""
    pk = row.finding.pk
    if row.finding.state != Finding.State.OPEN or may_mend(here.board, here.person.pk, row.kind) is not None:
        return None
    if wrong is not None and wrong[0] == pk:
        return wrong[1]
    return CloseForm(auto_id=f"loi_{pk}_%s")


@require_http_methods(["GET", "HEAD", "POST"])
@for_those_who_answer
def one(request: HttpRequest, here: Here, pk: int) -> HttpResponse:
    """One fault with every place it shows on and what was of it before; saying how it ended."""
    finding = get_object_or_404(Finding.objects.select_related("closed_by", "uploader"), pk=pk)
    if request.method != "POST":
        return _told(request, here, finding)
    form = CloseForm(request.POST, auto_id=f"loi_{pk}_%s")
    stays = "stays" in request.POST
    if not form.is_valid():
        refuse_if(may_mend(here.board, here.person.pk, Kind(finding.kind)))
        return _again(request, here, finding, form, 422)
    try:
        actions.close(finding, how=form.cleaned_data["how"], stays=stays, by=here.person, at=here.at, channel=CHANNEL)
    except Refused as refused:
        form.refuse(refused)
        messages.error(request, str(refused))
        return _again(request, here, finding, form, STATUS[refused.ground])
    messages.success(
        request, "Đã ghi: để nguyên, có lý do." if stays else "Đã ghi nhận là khắc phục; lần rà sau sẽ xem lại."
    )
    return redirect(_back(request))


def _again(request: HttpRequest, here: Here, finding: Finding, form: CloseForm, status: int) -> HttpResponse:
    """What was typed, where it was typed."""
    if "on_list" in request.POST:
        return listed(request, here, (finding.pk, form), status)
    return _told(request, here, finding, form, status)


def _told(
    request: HttpRequest, here: Here, finding: Finding, wrong: CloseForm | None = None, status: int = 200
) -> HttpResponse:
    row = queries.rows([finding], here.board, places=1)[0]
    page = Paginator(queries.places_of(finding), A_PAGE).get_page(request.GET.get("page"))
    query = urlencode(FilterForm(request.GET).query())
    return render(request, "operations/care_one.html", {
        "row": row, "one": finding, "page_obj": page, "history": queries.history(finding)[:A_PAGE],
        "articles": queries.articles_among(page.object_list), "query": f"{query}&" if query else "", "back": _back(request),
        "closing": _closing(row, here, (finding.pk, wrong) if wrong else None),
    }, status=status)  # fmt: skip


def _back(request: HttpRequest) -> str:
    """The list as it was narrowed."""
    query = urlencode(FilterForm(request.GET).query())
    return reverse("operations:care") + (f"?{query}" if query else "")


@require_POST
@for_those_who_answer
def look_over(request: HttpRequest, here: Here) -> HttpResponse:
    """Have the portal looked over now."""
    try:
        actions.look_over(by=here.person, at=here.at, channel=CHANNEL)
    except Refused as refused:
        messages.error(request, str(refused))
        return listed(request, here, status=STATUS[refused.ground])
    messages.success(request, "Đang rà soát. Thầy/cô cứ làm việc khác; xem lại trang này sau ít phút.")
    return redirect("operations:care")


@require_POST
@for_those_who_answer
def outside(request: HttpRequest, here: Here) -> HttpResponse:
    """Let the portal ask pages outside, or no more."""
    allowed = request.POST.get("allowed") == "1"
    actions.allow_outside(allowed, by=here.person, at=here.at, channel=CHANNEL)
    told = "Từ lần rà tới, cổng hỏi thử các trang bên ngoài." if allowed else "Cổng thôi hỏi các trang bên ngoài."
    messages.success(request, told)
    return redirect("operations:care")


@require_safe
@for_those_who_answer
def sheet(request: HttpRequest, here: Here) -> HttpResponse:
    """The same list as a spreadsheet."""
    wanted = FilterForm(request.GET).wanted()
    found = list(queries.found(wanted, here.person, here.board)[: queries.MOST_LINES])
    lines = (
        (row.name, one.what, row.many, *_places(row), one.since, one.get_state_display(), row.whose,
         str(one.closed_by) if one.closed_by else "", one.closed_at, one.how, row.clause)
        for row in queries.rows(found, here.board, places=MOST_TOLD) if (one := row.finding)
    )  # fmt: skip
    answer = HttpResponse(table("Chăm sóc nội dung", HEAD, WIDTHS, lines), content_type=XLSX)
    answer["Content-Disposition"] = str(content_disposition_header(True, f"cham-soc-{here.at:%Y-%m-%d}.xlsx"))
    answer["Cache-Control"] = "private, no-store"
    return answer


def _places(row: queries.Row) -> tuple[str, str, str]:
    """Names, addresses and notes of the places of a fault, one a line; what is left out is said."""
    names = [place.title for place in row.places] + ([f"… và {row.more} trang nữa"] if row.more else [])
    notes = dict.fromkeys(place.note for place in row.places if place.note)
    return "\n".join(names), "\n".join(place.path for place in row.places), "\n".join(notes)


@require_http_methods(["GET", "HEAD", "POST"])
@for_those_who_answer
def domains(request: HttpRequest, here: Here) -> HttpResponse:
    """The domains the school's pages may lead to; one more."""
    if request.method != "POST":
        return _domains(request, here, DomainForm(initial={"domain": request.GET.get("ten-mien", "")[:200]}))
    refuse_if(may_keep_domains(here.board, here.person.pk))
    form = DomainForm(request.POST)
    if not form.is_valid():
        return _domains(request, here, form, 422)
    try:
        made = actions.know_domain(form.cleaned_data["domain"], reason=form.cleaned_data["reason"], by=here.person, at=here.at,
                                   channel=CHANNEL)  # fmt: skip
    except Refused as refused:
        form.refuse(refused)
        return _domains(request, here, form, STATUS[refused.ground])
    messages.success(request, f"Đã thêm {made.domain} vào danh sách.")
    return redirect("operations:care_domains")


def _domains(request: HttpRequest, here: Here, form: DomainForm, status: int = 200) -> HttpResponse:
    may = may_keep_domains(here.board, here.person.pk) is None
    page = Paginator(queries.known_domains(), A_PAGE).get_page(request.GET.get("page"))
    context = {"page_obj": page, "form": form if may or form.is_bound else None, "may": may}
    return render(request, "operations/care_domains.html", context, status=status)


@require_POST
@for_those_who_answer
def forget(request: HttpRequest, here: Here, pk: int) -> HttpResponse:
    """Take a domain off the list."""
    known = get_object_or_404(KnownDomain, pk=pk)
    actions.forget_domain(known, by=here.person, at=here.at, channel=CHANNEL)
    messages.success(request, f"Đã bỏ {known.domain} khỏi danh sách.")
    return redirect("operations:care_domains")
