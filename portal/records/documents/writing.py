"""Documents as their keepers write them: what is on its way, the form with its files, one draft with how it will stand (Điều 14.2)."""

from collections.abc import Callable
from functools import partial

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_http_methods, require_safe

from portal.approval.queries import latest
from portal.base.official.paper import Paper
from portal.base.official.pdf import pdf
from portal.base.official.rules import faults
from portal.base.official.word import docx
from portal.base.refused import refuse_if
from portal.base.sheets import download
from portal.base.text import is_number, slug
from portal.records.documents import actions, queries, rules
from portal.records.documents.forms import DocumentForm, typed
from portal.records.documents.reading import scans_marked
from portal.records.documents.typed import as_paper
from portal.records.gate import Here, for_insiders
from portal.records.handing import OPEN, Sheet, answer, hand_in
from portal.records.models import Document, RegisterLine

PDF = "application/pdf"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
MADE: dict[str, tuple[Callable[[Paper], bytes], str]] = {"pdf": (pdf, PDF), "docx": (docx, DOCX)}


def _writers_only(here: Here) -> None:
    refuse_if(rules.may_write(here.board, here.person.pk, here.duties))


@require_safe
@for_insiders
def desk(request: HttpRequest, here: Here) -> HttpResponse:
    """What is on its way, and what went up last."""
    _writers_only(here)
    up = queries.told(queries.listed(queries.Wanted())[:20], queries.today(here.at))
    return render(request, "records/documents_desk.html", {
        "drafts": queries.under_way(), "rows": up,
        "reads_register": rules.may_read_register(here.board, here.person.pk, here.duties) is None,
    })  # fmt: skip


@require_http_methods(["GET", "HEAD", "POST"])
@for_insiders
def new(request: HttpRequest, here: Here) -> HttpResponse:
    """A document begun; from a number of the register where `so` names one."""
    _writers_only(here)
    number = request.GET.get("so", "")
    line = None
    if number:
        refuse_if(rules.may_read_register(here.board, here.person.pk, here.duties))
        line = RegisterLine.objects.filter(pk=number).select_related("book").first() if is_number(number) else None
        if line is None:
            raise Http404
    return _answer(request, here, None, line)


@require_http_methods(["GET", "HEAD", "POST"])
@for_insiders
def edit(request: HttpRequest, here: Here, pk: int) -> HttpResponse:
    """A document changed; of one that is up, its correction."""
    _writers_only(here)
    draft = latest(get_object_or_404(Document, pk=pk))
    return _answer(request, here, draft, draft.line)


def _answer(request: HttpRequest, here: Here, draft: Document | None, line: RegisterLine | None) -> HttpResponse:
    form = partial(
        DocumentForm, line=line, itself=draft.pk if draft else None, kept=draft.given().relations if draft else ()
    )
    begun = typed(draft) if draft else ({"title": line.summary, "signer": line.signer} if line else None)
    sheet = Sheet(request, here, draft, form, begun, begin=partial(actions.begin, line=line), edit=actions.edit)
    return answer(request, sheet, "document", line=line)


@require_http_methods(["GET", "HEAD", "POST"])
@for_insiders
def draft(request: HttpRequest, here: Here, pk: int) -> HttpResponse:
    """One draft as it stands; POST hands it in."""
    _writers_only(here)
    found = get_object_or_404(Document.objects.select_related("case"), pk=pk)
    if request.method == "POST":
        return hand_in(request, here, found, "document")
    text: Document = latest(found)
    lacks = text.not_ready(here.at) if found.case.state in OPEN else []
    return render(request, "records/document_draft.html", {
        "one": found, "text": text, "papers": scans_marked(text.attached()), "open": found.case.state in OPEN, "lacks": lacks,
        "related": text.told(),
    })  # fmt: skip


@require_safe
@for_insiders
def paper(request: HttpRequest, here: Here, pk: int, kind: str) -> HttpResponse:
    """A document typed on the portal, laid out as NĐ 30/2020 wants it."""
    _writers_only(here)
    text: Document = latest(get_object_or_404(Document, pk=pk))
    if not text.body:
        raise Http404
    laid = as_paper(text, queries.today(here.at))
    refuse_if(*faults(laid))
    made, told = MADE[kind]
    return download(made(laid), f"{slug(f'{text.kind_name} {text.symbol}')}.{kind}", told)
