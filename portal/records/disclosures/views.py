"""The checklist of the staff, and one point of it: where it stands, who answers, its proof, its versions, the notice-board
(Điều 16.1.2; TT 09/2024)."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from portal.approval import actions as approval
from portal.approval.rules import State as Text
from portal.base.refused import STATUS, Refused, refuse_if
from portal.base.sheets import download
from portal.base.text import is_number
from portal.people.models import Person
from portal.people.rules import Kind
from portal.records.disclosures import actions, queries, rules
from portal.records.disclosures.circulars import circular_of, year_name
from portal.records.disclosures.forms import ChangeForm, ChargesForm, PostingForm, RemovalForm
from portal.records.disclosures.queries import Row
from portal.records.disclosures.sheets import checklist_book
from portal.records.disclosures.shown import is_stale
from portal.records.disclosures.terms_rules import STATES, State
from portal.records.gate import CHANNEL, Here, for_insiders
from portal.records.models import Disclosure, DisclosurePosting
from portal.records.models.disclosures import today

LIST = "/noi-bo/cong-khai/"
OPEN = (Text.DRAFT, Text.SENT_BACK, Text.REFUSED, Text.WITHDRAWN)  # states in which it lies with its writer


def _year(request: HttpRequest, here: Here) -> int:
    asked = request.GET.get("nam", "")
    year = int(asked) if is_number(asked) and len(asked) == 4 else queries.present_year(here.at)
    if circular_of(year) is None:
        raise Http404
    return year


def row_of(year: int, slug: str, here: Here) -> Row:
    """One point of a school year; 404 for what no circular asks."""
    law = circular_of(year)
    code = next((point.code for point in law.points() if point.slug == slug), "") if law else ""
    if not code:
        raise Http404
    return queries.checklist(year, here.at, code, here.board)[0]


@require_safe
@for_insiders
def checklist(request: HttpRequest, here: Here) -> HttpResponse:
    """Every point of a school year: who answers for it, where it stands, until when."""
    year = _year(request, here)
    law, rows = circular_of(year), queries.checklist(year, here.at, board=here.board)
    by_code = {row.point.code: row for row in rows}
    assert law is not None
    counts = [(state, label, sum(row.stands.state is state for row in rows)) for state, label in STATES.items()]
    return render(request, "records/disclosures.html", {
        "year": year, "name": year_name(year), "law": law, "years": [(one, year_name(one)) for one in queries.offered_years(here.at)],
        "groups": [(group.title, [by_code[point.code] for point in group.points]) for group in law.groups],
        "counts": [(state, label, count) for state, label, count in counts if count], "total": len(rows),
        "mine": [row for row in rows if _is_his(row, here) and row.stands.state is not State.UP],
        "may_charge": rules.may_charge(here.board, here.person.pk) is None,
    })  # fmt: skip


def _is_his(row: Row, here: Here) -> bool:
    """Whether he answers for it, or nobody does and it is of his duty."""
    return row.person == here.person or (row.person is None and rules.of_duty(row.point.code, here.duties))


@require_safe
@for_insiders
def sheet(request: HttpRequest, here: Here) -> HttpResponse:
    """The checklist as a spreadsheet."""
    year = _year(request, here)
    return download(checklist_book(queries.checklist(year, here.at, board=here.board)), f"cong-khai-{year}.xlsx")


@require_http_methods(["GET", "HEAD", "POST"])
@for_insiders
def charges(request: HttpRequest, here: Here) -> HttpResponse:
    """Who answers for each point, all on one page."""
    refuse_if(rules.may_charge(here.board, here.person.pk))
    year, status = _year(request, here), 200
    rows = queries.checklist(year, here.at, board=here.board)
    staff = list(Person.objects.filter(kind=Kind.STAFF, is_active=True).order_by("full_name"))
    form = ChargesForm(request.POST if request.method == "POST" else None, rows=rows, staff=staff)
    if request.method == "POST":
        status = 422
        if form.is_valid():
            try:
                done = _charge(rows, form, {one.pk: one for one in staff}, here)
            except Refused as refused:
                form.refuse(refused)
                status = STATUS[refused.ground]
            else:
                messages.success(request, f"Đã giao {done} mục." if done else "Không có gì thay đổi.")
                return redirect(f"{LIST}?nam={year}")
    context = {"year": year, "name": year_name(year), "form": form}
    return render(request, "records/disclosure_charges.html", context, status=status)


def _charge(rows: list[Row], form: ChargesForm, staff: dict[int, Person], here: Here) -> int:
    done = 0
    for row in rows:
        wanted = staff.get(form.cleaned_data[row.point.slug] or 0)
        if wanted is not None and wanted != row.person:
            actions.charge(row.year, row.point.code, wanted, by=here.person, at=here.at, channel=CHANNEL)
            done += 1
    return done


@require_safe
@for_insiders
def point(request: HttpRequest, here: Here, year: int, slug: str) -> HttpResponse:
    """One point of one school year as the staff see it."""
    return shown(request, here, row_of(year, slug, here))


def shown(request: HttpRequest, here: Here, row: Row, status: int = 200, **forms: Any) -> HttpResponse:
    """Its page, with a form that was refused in its place."""
    page = row.page
    may = queries.may_write(row.year, row.point.code, here.person, here.at, here.board) is None
    context: dict[str, Any] = {
        "row": row, "name": year_name(row.year), "law": circular_of(row.year), "may_write": may,
        "ready": may and row.case is not None and row.case.state in OPEN,
        "today": today(here.at), "change_form": ChangeForm(), "posting_form": PostingForm(), "removal_form": RemovalForm(),
        **forms,
    }  # fmt: skip
    if page is not None:
        context |= {
            "versions": page.versions()[::-1], "proof": queries.proof_of(page), "changes": page.changes.select_related("told_by"),
            "postings": page.postings.select_related("posted_by"), "is_stale": page.live and is_stale(page),
        }  # fmt: skip
    return render(request, "records/disclosure.html", context, status=status)


def _page(row: Row) -> Disclosure:
    if row.page is None:
        raise Http404
    return row.page


@require_POST
@for_insiders
def submit(request: HttpRequest, here: Here, year: int, slug: str) -> HttpResponse:
    """Hand it in: to the Secretary, then the Head or the Deputy (row 6)."""
    row = row_of(year, slug, here)
    page = _page(row)
    try:
        refuse_if(queries.may_write(year, row.point.code, here.person, here.at, here.board))
        approval.submit(page, by=here.person, at=here.at, channel=CHANNEL)
    except Refused as refused:
        return shown(request, here, row, STATUS[refused.ground], refused=refused)
    messages.success(request, "Đã trình mục công khai này.")
    return redirect(row.address)


@require_POST
@for_insiders
def tell_change(request: HttpRequest, here: Here, year: int, slug: str) -> HttpResponse:
    """What is up became another on a day."""
    row, form = row_of(year, slug, here), ChangeForm(request.POST)
    page = _page(row)
    if form.is_valid():
        try:
            said = form.cleaned_data
            actions.tell_change(page, said["changed_on"], said["what"], by=here.person, at=here.at, channel=CHANNEL)
        except Refused as refused:
            form.refuse(refused)
            return shown(request, here, row, STATUS[refused.ground], change_form=form)
        messages.success(request, "Đã ghi nhận. Bản mới cần lên cổng trong 10 ngày làm việc kể từ ngày thay đổi.")
        return redirect(row.address)
    return shown(request, here, row, 422, change_form=form)


@require_POST
@for_insiders
def post(request: HttpRequest, here: Here, year: int, slug: str) -> HttpResponse:
    """A copy was hung on the notice-board."""
    row, form = row_of(year, slug, here), PostingForm(request.POST)
    page = _page(row)
    if form.is_valid():
        said = form.cleaned_data
        try:
            actions.post(page, said["posted_on"], said["place"], said["witnesses"].splitlines(), by=here.person, at=here.at,
                         channel=CHANNEL)  # fmt: skip
        except Refused as refused:
            form.refuse(refused)
            return shown(request, here, row, STATUS[refused.ground], posting_form=form)
        messages.success(request, "Đã ghi việc niêm yết; biên bản tải ở dưới.")
        return redirect(f"{row.address}#niem-yet")
    return shown(request, here, row, 422, posting_form=form)


@require_POST
@for_insiders
def take_off(request: HttpRequest, here: Here, pk: int) -> HttpResponse:
    """It came off the notice-board."""
    posting = get_object_or_404(DisclosurePosting.objects.select_related("page"), pk=pk)
    row, form = row_of(posting.page.year, posting.page.point.slug, here), RemovalForm(request.POST)
    if form.is_valid():
        try:
            actions.take_off(posting, form.cleaned_data["removed_on"], by=here.person, at=here.at, channel=CHANNEL)
        except Refused as refused:
            form.refuse(refused)
            return shown(request, here, row, STATUS[refused.ground], removal_form=form, removing=pk)
        messages.success(request, "Đã ghi việc gỡ niêm yết.")
        return redirect(f"{row.address}#niem-yet")
    return shown(request, here, row, 422, removal_form=form, removing=pk)
