"""Admissions as families meet them: the season, the form, the receipt that is shown once, their own application and its result
(TT 37/2020 Đ.9.5, 9.9). Where a child's data stands nothing is kept by anybody, found by a search or written in a log."""

import secrets
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.debug import sensitive_post_parameters, sensitive_variables
from django.views.decorators.http import require_http_methods, require_safe

from portal.base.alone import for_one_family
from portal.base.models import School
from portal.base.previews import Preview, looks_like
from portal.base.refused import STATUS, Refused
from portal.base.rules import Refusal
from portal.base.sheets import download
from portal.base.whence import address
from portal.people import offices
from portal.pupils import rules as codes
from portal.records.admissions import applying, queries, rules
from portal.records.admissions.applying import Receipt
from portal.records.admissions.forms import ApplicationForm, LookupForm, PapersForm
from portal.records.admissions.sheets import seasons_book
from portal.records.models import AdmissionSeason, Application

CHANNEL, PLACE = "web", "/tuyen-sinh/"
OPENED = "admission.opened"  # in the session: the keyed hash of the code that opened one, and the second; not the code
READABLE = timedelta(minutes=15)
KEY_LONG = 32


def _one(request: HttpRequest, slug: str) -> AdmissionSeason:
    """The season that is up there; the menu shows where it stands."""
    found = queries.at_address(slug)
    if found is None:
        raise Http404
    request.menu_here = PLACE  # type: ignore[attr-defined]
    return found


@require_safe
def season(request: HttpRequest, slug: str) -> HttpResponse:
    """One season; whether applications are taken it says as of this second, so no memory keeps it."""
    return render(request, *as_read(_one(request, slug), offices.moment(request)))


@looks_like(AdmissionSeason)
def as_read(one: AdmissionSeason, at: datetime) -> Preview:
    """A season as families get it, up or not yet."""
    run = queries.run_of(one)
    return Preview("records/admission.html", {
        "one": one, "stage": queries.form_stage(one, at), "run": run, "told": queries.is_told(run, at),
        "over": queries.is_over(run, at), "who": rules.lines(one.who), "dossier": rules.lines(one.dossier),
        "plan": rules.lines(one.plan), "basis": rules.lines(one.basis), "papers": one.attached(),
    })  # fmt: skip


@require_safe
def sheet(request: HttpRequest) -> HttpResponse:
    """The seasons that are up with their places, as a spreadsheet."""
    return download(seasons_book(queries.seasons(), request.build_absolute_uri), "tuyen-sinh.xlsx")


@sensitive_post_parameters()
@sensitive_variables()
@require_http_methods(["GET", "HEAD", "POST"])
@for_one_family
def apply(request: HttpRequest, slug: str) -> HttpResponse:
    """The form; sent, the receipt: this answer is the only place its code ever stands."""
    one, at = _one(request, slug), offices.moment(request)
    key = request.POST.get("key", "")[:KEY_LONG] or secrets.token_hex(KEY_LONG // 2)
    form = ApplicationForm(request.POST if request.method == "POST" else None, areas=rules.areas(one.quota))
    status = 200
    if request.method == "POST":
        receipt, status = _sent(request, one, form, key, at)
        if receipt is not None:
            _remember(request, receipt.one.digest, at)
            return _receipt(request, receipt)
    stage = queries.stage(one, at)
    return render(request, "records/admission_apply.html", {
        "one": one, "form": form, "key": key, "stage": stage, "shown": stage == rules.Stage.OPEN or request.method == "POST",
    }, status=status)  # fmt: skip


@sensitive_variables()
def _sent(
    request: HttpRequest, one: AdmissionSeason, form: ApplicationForm, key: str, at: datetime
) -> tuple[Receipt | None, int]:
    if not form.is_valid():
        return None, 422
    try:
        return applying.apply(one, form.said(), key=key, address=address(request), at=at, channel=CHANNEL), 200
    except Refused as refused:
        often = any(each.rule == codes.TOO_OFTEN.rule for each in refused.refusals)
        _say(form, refused.refusals)
        return None, 429 if often else STATUS[refused.ground]


def _say(form: ApplicationForm, refusals: Iterable[Refusal]) -> None:
    """At its field, in plain words: clauses are for those who work here."""
    for one in refusals:
        form.add_error(one.field if one.field in form.fields else None, one.message)


def _receipt(request: HttpRequest, receipt: Receipt) -> HttpResponse:
    one = receipt.one
    return render(request, "records/admission_receipt.html", {
        "one": one, "season": one.season, "code": codes.printed_code(receipt.code), "school": School.objects.first(),
        "dossier": rules.lines(one.season.dossier),
    })  # fmt: skip


@sensitive_post_parameters()
@sensitive_variables()
@require_http_methods(["GET", "HEAD", "POST"])
@for_one_family
def look_up(request: HttpRequest) -> HttpResponse:
    """The door of families who applied: code and day of birth."""
    request.menu_here = PLACE  # type: ignore[attr-defined]
    at, status = offices.moment(request), 200
    form = LookupForm(request.POST if request.method == "POST" else None)
    if request.method == "POST":
        status = _tried(request, form, at)
        if not status:
            return redirect("records:admission_own")
    return render(request, "records/admission_lookup.html", {"form": form}, status=status)


@sensitive_variables()
def _tried(request: HttpRequest, form: LookupForm, at: datetime) -> int:
    """0 where it opened, else the status of the page that shows the form again."""
    if not form.is_valid():
        return 422
    said = form.cleaned_data
    try:
        found = applying.look_up(said["code"], said["born"], address=address(request), at=at)
    except Refused as refused:
        form.add_error(None, " ".join(one.message for one in refused.refusals))
        return 429 if any(one.rule == codes.TOO_OFTEN.rule for one in refused.refusals) else 422
    _remember(request, found.digest, at)
    return 0


def _remember(request: HttpRequest, digest: str, at: datetime) -> None:
    request.session[OPENED] = [digest, int(at.timestamp())]


def _opened(request: HttpRequest, at: datetime) -> Application | None:
    """What this session's code opened, for a quarter of an hour."""
    digest, second = request.session.get(OPENED) or ("", 0)
    if not digest or not timedelta(0) <= at - datetime.fromtimestamp(second, UTC) < READABLE:
        return None
    return queries.by_digest(digest, at)


@sensitive_post_parameters()
@sensitive_variables()
@require_http_methods(["GET", "HEAD", "POST"])
@for_one_family
def own(request: HttpRequest) -> HttpResponse:
    """One's own application: how it stands, its result from its hour on, papers sent after, and taking it back."""
    request.menu_here = PLACE  # type: ignore[attr-defined]
    at = offices.moment(request)
    one = _opened(request, at)
    if one is None:
        return redirect("records:admission_lookup")
    form, status = PapersForm(), 200
    if request.method == "POST":
        asked = request.POST.get("viec", "")
        if asked == "rut" and request.POST.get("chac"):
            applying.withdraw(one, at=at, channel=CHANNEL)
            request.session.pop(OPENED, None)
            messages.success(request, "Đã rút hồ sơ. Nhà trường không còn giữ gì của hồ sơ này.")
            return redirect("records:admission_lookup")
        if asked != "giay-to" and asked != "rut":
            raise Http404
        form, status = _papers(request, one, at) if asked == "giay-to" else (form, 422)
        if not status:
            messages.success(request, "Nhà trường đã nhận giấy tờ.")
            return redirect("records:admission_own")
    return render(request, "records/admission_own.html", {
        "told": queries.told(one, at), "one": one, "form": form, "files": one.files.defer("content"),
        "sure": request.method == "POST" and request.POST.get("viec") == "rut",
    }, status=status)  # fmt: skip


def _papers(request: HttpRequest, one: Application, at: datetime) -> tuple[PapersForm, int]:
    form = PapersForm(request.POST, request.FILES)
    if not form.is_valid():
        return form, 422
    try:
        refused = applying.send_papers(one, form.cleaned_data["files"], at=at, channel=CHANNEL)
    except Refused as why:
        form.add_error("files", " ".join(each.message for each in why.refusals))
        return form, STATUS[why.ground]
    for line in refused:
        form.add_error("files", line)
    return form, 422 if refused else 0
