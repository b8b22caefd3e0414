"""Every item in every state, and the register of approvals: to look at, to print, to take away (Điều 7, 9.1, 10.2)."""

from collections.abc import Callable
from dataclasses import replace
from functools import wraps
from typing import Any
from urllib.parse import urlencode

from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from portal.base.refused import refuse_if
from portal.base.rules import Refusal
from portal.base.sheets import table
from portal.desk import asked
from portal.desk.queries.approval_book import Month, approvals_of, lists_decided_in, month_of
from portal.desk.queries.everything import MOST_LINES, Wanted, all_rows, found, rows, writers
from portal.desk.rules import may_see_everything
from portal.desk.views.inside import workbook
from portal.desk.watch_forms import FilterForm
from portal.news.queries import technical_only
from portal.people.rules import Board

View = Callable[..., HttpResponse]
A_PAGE = 30
HEAD = ("Tên", "Thể loại", "Chuyên mục", "Người viết", "Tình trạng", "Đang trên cổng", "Thay đổi lúc", "Đăng lúc")
WIDTHS = (60, 22, 26, 30, 18, 14, 18, 18)
BOOK_HEAD = ("Số", "Tên", "Thể loại", "Người viết", "Người duyệt", "Chức danh, thay mặt", "Lúc", "Căn cứ", "Bản", "Mã nội dung",
             "Hết hiệu lực lúc")  # fmt: skip
BOOK_WIDTHS = (14, 56, 22, 30, 26, 40, 18, 18, 8, 14, 18)


def watching(rule: Callable[[Board, int], Refusal | None]) -> Callable[[View], View]:
    """Open a view to whom a rule lets; everyone else reads why not."""

    def wrap(view: View) -> View:
        @login_required
        @wraps(view)
        def opened(request: HttpRequest, **captured: Any) -> HttpResponse:
            refuse_if(rule(asked.board(request), request.user.pk or 0))
            return view(request, **captured)

        return opened

    return wrap


@require_safe
@watching(may_see_everything)
def everything(request: HttpRequest) -> HttpResponse:
    """The list, narrowed by its address, thirty at a time."""
    form = FilterForm(request.GET, writers=writers())
    page = Paginator(found(_wanted(request, form)), A_PAGE).get_page(request.GET.get("page"))
    query = _query(request)
    return render(request, "desk/everything.html", {
        "form": form, "page_obj": page, "rows": rows(list(page.object_list)), "count": page.paginator.count,
        "narrowed": form.narrowed(), "folded": form.folded(), "more": form.asks_more(),
        "query": f"{query}&" if query else "", "sheet_query": query, "most_lines": MOST_LINES,
    })  # fmt: skip


def _wanted(request: HttpRequest, form: FilterForm) -> Wanted:
    """What was asked for, as far as who asks may follow it."""
    return replace(form.wanted(), technician=technical_only(asked.board(request), request.user.pk or 0))


def _query(request: HttpRequest) -> str:
    """What was asked for, without the page."""
    return urlencode([(name, value) for name, value in request.GET.items() if value and name in FilterForm.base_fields])


@require_safe
@watching(may_see_everything)
def everything_sheet(request: HttpRequest) -> HttpResponse:
    """The same list as a spreadsheet."""
    form = FilterForm(request.GET, writers=writers())
    lines = (
        (row.title, row.kind, row.section, row.authors, row.state_label, "có" if row.live else "", row.touched_at,
         row.published_at)
        for row in all_rows(_wanted(request, form))
    )  # fmt: skip
    return workbook(table("Tin, bài", HEAD, WIDTHS, lines), f"tin-bai-{asked.moment(request):%Y-%m-%d}")


@require_safe
@watching(may_see_everything)
def approval_book(request: HttpRequest) -> HttpResponse:
    """Sổ duyệt of one month, to print."""
    month = _month(request)
    this = Month(asked.moment(request).date().replace(day=1))
    return render(request, "desk/approval_book.html", {
        "month": month, "lines": approvals_of(month), "before": month.before, "lists": lists_decided_in(month),
        "next": month.next if month.first < this.first else None,
    })  # fmt: skip


@require_safe
@watching(may_see_everything)
def approval_book_sheet(request: HttpRequest) -> HttpResponse:
    """Sổ duyệt of one month as a spreadsheet."""
    month = _month(request)
    lines = (
        (line.number, line.title, line.kind, line.writers, line.by, line.capacity, line.at, line.clause, line.text, line.hash,
         line.revoked_at)
        for line in approvals_of(month)
    )  # fmt: skip
    return workbook(table(f"Sổ duyệt {month.key}", BOOK_HEAD, BOOK_WIDTHS, lines), f"so-duyet-{month.key}")


def _month(request: HttpRequest) -> Month:
    month = month_of(request.GET.get("thang", ""), asked.moment(request).date())
    if month is None:
        raise Http404
    return month
