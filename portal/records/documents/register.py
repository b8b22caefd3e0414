"""The register of numbers on the screen of who keeps it: a year, the next number, a number cancelled (NĐ 30/2020 Điều 15)."""

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from portal.base.refused import STATUS, Refused, refuse_if
from portal.base.sheets import download
from portal.base.text import is_number
from portal.records.documents import queries, rules
from portal.records.documents.forms import CancelForm, NumberForm
from portal.records.documents.kinds import NAMES
from portal.records.documents.numbering import cancel_number, take_number
from portal.records.documents.sheets import register_book
from portal.records.gate import CHANNEL, Here, for_insiders
from portal.records.models import RegisterLine

A_PAGE = 40


def _readers_only(here: Here) -> None:
    refuse_if(rules.may_read_register(here.board, here.person.pk, here.duties))


@require_http_methods(["GET", "HEAD", "POST"])
@for_insiders
def register(request: HttpRequest, here: Here) -> HttpResponse:
    """The numbers of a year; POST takes the next one of a kind."""
    _readers_only(here)
    form, status = NumberForm(initial={"issued": queries.today(here.at), "kind": request.GET.get("loai", "")}), 200
    if request.method == "POST":
        form, status = NumberForm(request.POST), 422
        if form.is_valid():
            try:
                given = take_number(**form.cleaned_data, by=here.person, at=here.at, channel=CHANNEL)
            except Refused as refused:
                form.refuse(refused)
                status = STATUS[refused.ground]
            else:
                messages.success(request, f"Đã cấp số {given.symbol}.")
                return redirect(f"{request.path}?nam={given.issued.year}#so-{given.pk}")
    return _shown(request, here, form, status)


def _shown(request: HttpRequest, here: Here, form: NumberForm, status: int) -> HttpResponse:
    year, kind = _asked(request, here)
    paged = Paginator(queries.lines(year, kind), A_PAGE).get_page(request.GET.get("page"))
    borne = queries.borne_by(paged.object_list)
    query = f"nam={year}&" + (f"loai={kind}&" if kind else "")
    return render(request, "records/register.html", {
        "rows": [(line, borne.get(line.pk)) for line in paged.object_list], "page_obj": paged, "count": paged.paginator.count,
        "year": year, "kind": kind, "years": sorted({*queries.years(), queries.today(here.at).year}, reverse=True),
        "books": queries.books(year), "query": query, "form": form, "names": NAMES, "kind_name": rules.kind_name(kind) if kind else "",
        "may_number": rules.may_number(here.board, here.person.pk, here.duties) is None,
    }, status=status)  # fmt: skip


def _asked(request: HttpRequest, here: Here) -> tuple[int, str]:
    year, kind = request.GET.get("nam", "")[:4], request.GET.get("loai", "")
    return int(year) if is_number(year) else queries.today(here.at).year, kind if kind in NAMES else ""


@require_safe
@for_insiders
def sheet(request: HttpRequest, here: Here) -> HttpResponse:
    """The same as a spreadsheet, the first number first."""
    _readers_only(here)
    year, kind = _asked(request, here)
    found = list(queries.lines(year, kind).order_by("book__kind", "number")[: queries.MOST_LINES])
    book = register_book(found, queries.borne_by(found), request.build_absolute_uri)
    return download(book, f"so-van-ban-{year}{f'-{kind}' if kind else ''}.xlsx")


@require_http_methods(["GET", "HEAD", "POST"])
@for_insiders
def line(request: HttpRequest, here: Here, pk: int) -> HttpResponse:
    """One number: what it was given for, the document that bears it; POST cancels it."""
    _readers_only(here)
    found = get_object_or_404(RegisterLine.objects.select_related("book", "taken_by", "cancelled_by"), pk=pk)
    form, status = CancelForm(), 200
    if request.method == "POST":
        form = CancelForm(request.POST)
        try:
            cancel_number(found, request.POST.get("reason", ""), by=here.person, at=here.at, channel=CHANNEL)
        except Refused as refused:
            form.is_valid()
            form.refuse(refused)
            status = STATUS[refused.ground]
        else:
            messages.success(request, f"Đã hủy số {found.symbol}; số này không cấp lại.")
            return redirect("records:register_line", pk)
    context: dict[str, Any] = {
        "line": found, "document": queries.borne_by([found]).get(found.pk), "form": form, "kind_name": rules.kind_name(found.book.kind),
        "may_number": rules.may_number(here.board, here.person.pk, here.duties) is None,
        "may_write": rules.may_write(here.board, here.person.pk, here.duties) is None,
    }  # fmt: skip
    return render(request, "records/register_line.html", context, status=status)
