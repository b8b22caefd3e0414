"""Results in figures as the staff enter them: what there is, one term's figures typed, brought in or counted, handed in (Điều 16.1.2)."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from portal.approval import actions as approval
from portal.approval.queries import hash_of, latest
from portal.base.refused import STATUS, Refused, refuse_if
from portal.base.sheets import download
from portal.base.text import nfc
from portal.files.actions import look_into
from portal.files.office.paper import Unreadable
from portal.records.disclosures.circulars import year_of
from portal.records.gate import CHANNEL, Here, for_insiders
from portal.records.models import Outcome
from portal.records.outcomes import actions, queries, rules
from portal.records.outcomes.forms import BookForm, Figures, TermForm
from portal.records.outcomes.rules import Counts, Term
from portal.records.outcomes.sheets import Read, read, workbook


def _writers_only(here: Here) -> None:
    refuse_if(rules.may_write(here.board, here.person.pk, here.duties))


def _told(here: Here) -> dict[str, object]:
    return {"by": here.person, "at": here.at, "channel": CHANNEL}


@require_http_methods(["GET", "HEAD", "POST"])
@for_insiders
def desk(request: HttpRequest, here: Here) -> HttpResponse:
    """Every term there are figures of; POST begins another, with what the marks add up to where they were brought in."""
    _writers_only(here)
    now = year_of(here.at.date())
    form, status = TermForm(now=now, initial={"year": now}), 200
    if request.method == "POST":
        form, status = TermForm(request.POST, now=now), 422
        if form.is_valid():
            year, term = form.chosen()
            try:
                made = actions.begin(year, term, queries.from_marks(year, term), **_told(here))  # type: ignore[arg-type]
            except Refused as refused:
                form.refuse(refused)
                status = STATUS[refused.ground]
            else:
                return redirect(made.edit_address())
    return render(request, "records/outcomes_desk.html", {"form": form, "pages": queries.every()}, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
@for_insiders
def figures(request: HttpRequest, here: Here, pk: int) -> HttpResponse:
    """One term's figures with what readers will get of them; POST keeps them, and hands them in where that was asked."""
    _writers_only(here)
    page = get_object_or_404(Outcome, pk=pk)
    draft: Outcome = latest(page)
    if request.method != "POST":
        return _shown(request, draft, Figures(None, draft.counted(), draft.note, draft.term))
    typed = Figures(request.POST, {}, "", draft.term)
    if typed.errors:
        return _shown(request, draft, typed, status=422)
    try:
        kept = actions.edit(page, typed.counts(), typed.note, based_on=request.POST.get("hash") or None, **_told(here))  # type: ignore[arg-type]
        if "trinh" in request.POST:
            approval.submit(page, **_told(here))  # type: ignore[arg-type]
    except Refused as refused:
        typed.refuse(refused)
        return _shown(request, latest(page), typed, status=STATUS[refused.ground])
    if "trinh" in request.POST:
        messages.success(request, "Đã trình. Đường đi và việc duyệt xem ở trang của bài này.")
        return redirect(f"/viec/{page.pk}/")
    messages.success(request, "Đã lưu.")
    return redirect(kept.edit_address())


@require_POST
@for_insiders
def bring(request: HttpRequest, here: Here, pk: int) -> HttpResponse:
    """A filled workbook put into the tables to be looked over; nothing is kept until that is asked."""
    _writers_only(here)
    draft: Outcome = latest(get_object_or_404(Outcome, pk=pk))
    form, found = BookForm(request.POST, request.FILES), Read()
    if form.is_valid():
        sent = form.cleaned_data["file"]
        raw = sent.read()
        try:
            look_into(raw, name=nfc(sent.name), by=here.person, at=here.at, channel=CHANNEL)
            found = read(raw)
        except (Refused, Unreadable) as fault:
            form.add_error("file", getattr(fault, "sentence", str(fault)))
    if form.errors or found.errors:
        return _shown(
            request,
            draft,
            Figures(None, draft.counted(), draft.note, draft.term),
            book=form,
            read_errors=found.errors,
            status=422,
        )
    messages.info(request, "Đã đọc tệp vào các bảng dưới đây. Thầy/cô xem lại rồi bấm Lưu.")
    return _shown(request, draft, Figures(None, found.counts, draft.note, draft.term), unsaved=True)


def _shown(
    request: HttpRequest, draft: Outcome, typed: Figures, *, book: BookForm | None = None, unsaved: bool = False,
    read_errors: list[tuple[str, str]] | None = None, status: int = 200,
) -> HttpResponse:  # fmt: skip
    counts: Counts = {} if typed.errors else typed.counts()
    lacks = [] if typed.errors or not counts else rules.is_whole(counts)
    return render(request, "records/outcome_edit.html", {
        "page_": draft, "typed": typed, "hash": hash_of(draft), "book": book or BookForm(),
        "read_errors": read_errors or [], "lacks": lacks, "unsaved": unsaved,
        "preview": rules.tables(counts) if counts and not lacks else [], "why_hidden": rules.WHY_HIDDEN,
    }, status=status)  # fmt: skip


@require_safe
@for_insiders
def sheet(request: HttpRequest, here: Here, pk: int) -> HttpResponse:
    """The figures as they were entered, as a workbook to fill."""
    _writers_only(here)
    draft: Outcome = latest(get_object_or_404(Outcome, pk=pk))
    return download(workbook(draft.counted(), Term(draft.term)), f"so-lieu-{draft.year}-{Term(draft.term)}.xlsx")
