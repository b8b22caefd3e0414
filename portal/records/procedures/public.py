"""Procedures as families read them: the list, one page each, its form to fill and print (Điều 16.1.2)."""

from collections.abc import Callable
from datetime import datetime
from urllib.parse import urlencode

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_safe

from portal.base import clock
from portal.base.kept import kept_page
from portal.base.official.paper import Paper
from portal.base.official.pdf import pdf
from portal.base.official.word import docx
from portal.base.previews import Preview, looks_like
from portal.base.sheets import download
from portal.base.text import nfc, one_line
from portal.records.models import Procedure
from portal.records.models.procedures import facts_of
from portal.records.procedures import queries, rules
from portal.records.procedures.sheets import procedures_book

PUBLIC, A_PAGE = "/thu-tuc/", 20
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
MADE: dict[str, tuple[Callable[[Paper], bytes], str]] = {"pdf": (pdf, "application/pdf"), "docx": (docx, WORD)}


@kept_page("het", "page")
@require_safe
def procedures(request: HttpRequest) -> HttpResponse:
    """What families come to the office for, by name; those that are over behind a link."""
    day, words = queries.today(clock.now()), _words(request)
    over = bool(request.GET.get("het"))
    found = queries.listed(words, day, over=over)
    paged = Paginator([queries.told(one, day) for one in found], A_PAGE).get_page(request.GET.get("page"))
    return render(request, "records/procedures.html", {
        "rows": paged.object_list, "page_obj": paged, "count": len(found), "words": words, "over": over,
        "query": urlencode([("tim", words)] * bool(words) + [("het", "1")] * over) + "&" * bool(words or over),
    })  # fmt: skip


def _words(request: HttpRequest) -> str:
    return one_line(nfc(request.GET.get("tim", "")[:100])).strip()


def _one(request: HttpRequest, slug: str) -> Procedure:
    """The procedure that is up there; the menu shows where it stands."""
    found = queries.at_address(slug)
    if found is None:
        raise Http404
    request.menu_here = PUBLIC  # type: ignore[attr-defined]
    return found


@kept_page()
@require_safe
def procedure(request: HttpRequest, slug: str) -> HttpResponse:
    """One procedure: what a family asks first, its dossier and steps, its forms."""
    return render(request, *as_read(_one(request, slug), clock.now()))


@looks_like(Procedure)
def as_read(one: Procedure, at: datetime) -> Preview:
    """A procedure as families get it, up or not yet."""
    return Preview("records/procedure.html", {
        "one": one, "told": queries.told(one, queries.today(at)),
        "facts": [(name, value) for name, value in facts_of(one) if value],
        "dossier": rules.lines(one.dossier), "steps": rules.lines(one.steps), "basis": rules.lines(one.basis),
        "papers": one.attached(),
    })  # fmt: skip


@kept_page()
@require_safe
def form(request: HttpRequest, slug: str) -> HttpResponse:
    """Its form, to fill on the screen and print; what is typed never leaves the reader's machine."""
    found = _one(request, slug)
    if not found.form_title:
        raise Http404
    rows = rules.form_rows(found.form_lines)
    return render(request, "records/procedure_form.html", {"one": found, "rows": rows, "here": rules.HERE})


@require_safe
def form_file(request: HttpRequest, slug: str, kind: str) -> HttpResponse:
    """Its form as a file, in the layout of NĐ 30/2020."""
    found = _one(request, slug)
    if not found.form_title:
        raise Http404
    make, told = MADE[kind]
    answer = HttpResponse(make(rules.form_paper(found.given())), content_type=told)
    answer["Content-Disposition"] = content_disposition_header(kind != "pdf", f"mau-don-{slug}.{kind}") or ""
    return answer


@require_safe
def sheet(request: HttpRequest) -> HttpResponse:
    """The list as it is narrowed, as a spreadsheet."""
    day = queries.today(clock.now())
    found = queries.listed(_words(request), day, over=bool(request.GET.get("het")))
    told = [queries.told(one, day) for one in found]
    return download(procedures_book(told, request.build_absolute_uri), f"thu-tuc-{day:%Y-%m-%d}.xlsx")
