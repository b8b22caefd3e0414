"""Documents as their keepers write them: what is on its way, the form with its files, one draft with how it will stand (Điều 14.2)."""

from collections.abc import Callable
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_http_methods, require_safe

from portal.approval.queries import hash_of, latest
from portal.approval.rules import State
from portal.base.official.paper import Paper
from portal.base.official.pdf import pdf
from portal.base.official.rules import faults
from portal.base.official.word import docx
from portal.base.refused import STATUS, Refused, refuse_if
from portal.base.sheets import download
from portal.base.text import is_number, slug
from portal.files.mixins import carried, found
from portal.records.documents import actions, queries, rules
from portal.records.documents.forms import DocumentForm, typed
from portal.records.documents.reading import scans_marked
from portal.records.documents.typed import as_paper
from portal.records.gate import CHANNEL, Here, for_insiders
from portal.records.handing import hand_in, onward
from portal.records.models import Document, RegisterLine

PDF = "application/pdf"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
MADE: dict[str, tuple[Callable[[Paper], bytes], str]] = {"pdf": (pdf, PDF), "docx": (docx, DOCX)}
OPEN = (State.DRAFT, State.SENT_BACK, State.REFUSED, State.WITHDRAWN)


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


class Sheet:
    """The form with its files: those that come are kept at once, so that a mistake elsewhere never loses them."""

    def __init__(self, request: HttpRequest, here: Here, draft: Document | None, line: RegisterLine | None) -> None:
        self.here, self.draft, self.line = here, draft, line
        sent = request.method == "POST"
        more: dict[str, Any] = {
            "line": line,
            "itself": draft.pk if draft else None,
            "kept": draft.given().relations if draft else (),
        }
        initial = typed(draft) if draft else ({"title": line.summary, "signer": line.signer} if line else None)
        self.form = DocumentForm(request.POST, request.FILES, **more) if sent else DocumentForm(initial=initial, **more)
        before = draft.papers if draft else []
        self.papers, self.unread = (
            carried(request, before, by=here.person, at=here.at, channel=CHANNEL) if sent else (found(before), [])
        )
        self.based_on = request.POST.get("based_on", "") if sent else (hash_of(draft) if draft else "")

    def keep(self) -> Document | None:
        """Write it down; None where something is wrong, said at its field. The refusals of verbs are the caller's."""
        if not self.form.is_valid() or self.unread:
            for one in self.unread:
                self.form.add_error("files", one)
            return None
        told: dict[str, Any] = {"by": self.here.person, "at": self.here.at, "channel": CHANNEL}
        if self.draft is None:
            self.draft = actions.begin(self.form.given(), self.papers, line=self.line, **told)
            self.based_on = hash_of(self.draft)
            return self.draft
        return actions.edit(self.draft, self.form.given(), self.papers, based_on=self.based_on or None, **told)


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
    return _answer(request, Sheet(request, here, None, line))


@require_http_methods(["GET", "HEAD", "POST"])
@for_insiders
def edit(request: HttpRequest, here: Here, pk: int) -> HttpResponse:
    """A document changed; of one that is up, its correction."""
    _writers_only(here)
    draft = latest(get_object_or_404(Document, pk=pk))
    return _answer(request, Sheet(request, here, draft, draft.line))


def _answer(request: HttpRequest, sheet: Sheet) -> HttpResponse:
    status = 200
    if request.method == "POST":
        try:
            kept, status = sheet.keep(), 422
            if kept is not None:
                return onward(request, sheet.here, kept, "document")
        except Refused as refused:
            sheet.form.refuse(refused)
            status = STATUS[refused.ground]
    context = {"sheet": sheet, "form": sheet.form, "draft": sheet.draft, "line": sheet.line}
    return render(request, "records/document_edit.html", context, status=status)


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
