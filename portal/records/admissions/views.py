"""Applications as who handles them sees them: the list of a season, one of them, its papers (Luật 91/2025 Đ.24)."""

from collections.abc import Collection
from datetime import datetime
from typing import Any
from urllib.parse import urlencode

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.http import content_disposition_header
from django.views.decorators.debug import sensitive_variables
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from portal.base.models import School
from portal.base.refused import STATUS, Refused, refuse_if
from portal.base.sheets import download
from portal.base.text import is_number, nfc, one_line
from portal.files import actions as files
from portal.files.rules import Scan
from portal.pupils import rules as codes
from portal.records.admissions import actions, handling, queries, rules
from portal.records.admissions.dossier_rules import ACTS, Act
from portal.records.admissions.forms import ActForm, AnnounceForm
from portal.records.admissions.sheets import applications_book
from portal.records.gate import CHANNEL, Here, for_insiders
from portal.records.models import AdmissionRun, AdmissionSeason, Application, ApplicationPaper

A_PAGE, MOST_FOUND = 50, 200  # as many as one thing is done with at once
SHOWN = {"pdf": "application/pdf", "jpg": "image/jpeg", "png": "image/png", "webp": "image/webp"}
STEPS = {**{str(one): name for one, name in ACTS.items()}, "nhan": "Gia đình gửi đơn", "bo-sung": "Gia đình gửi giấy tờ",
         "ma-moi": "Cấp lại mã"}  # fmt: skip


def _handlers_only(here: Here) -> None:
    refuse_if(rules.may_handle(here.board, here.person.pk, here.duties))


def _narrowed(request: HttpRequest) -> tuple[str, str]:
    """How they stand, by the address; words looked for come by POST alone: a child's name stands in no address."""
    words = request.POST.get("tim", "")[:100] if request.POST.get("viec") == "tim" else ""
    return request.GET.get("la", "")[:8], one_line(nfc(words)).strip()


@require_http_methods(["GET", "HEAD", "POST"])
@for_insiders
def applications(request: HttpRequest, here: Here, pk: int) -> HttpResponse:
    """The applications of a season, narrowed and paged; one thing done with those ticked; the hours results are told."""
    _handlers_only(here)
    season = get_object_or_404(AdmissionSeason, pk=pk)
    run, asked, status = queries.run_of(season), request.POST.get("viec", ""), 200
    act = ActForm(request.POST if asked == "xu-ly" else None)
    hours = AnnounceForm(request.POST if asked == "gio" else None, initial={"shows": run.shows, "until": run.until})
    ticked = [int(one) for one in request.POST.getlist("hs") if is_number(one)]
    left: list[Any] = []
    if request.method == "POST":
        if asked == "xu-ly":
            left, status = _handled(request, season, act, ticked, here)
        elif asked == "gio":
            status = _announced(request, season, hours, here)
        elif asked == "tim":
            status = 200
        else:
            raise Http404
        if not status:
            return redirect(f"{request.path}?{request.GET.urlencode()}" if request.GET else request.path)
    return _list(request, season, run, {"act": act, "hours": hours, "left": left, "ticked": ticked}, status, here.at)


def _list(
    request: HttpRequest, season: AdmissionSeason, run: AdmissionRun, more: dict[str, Any], status: int, at: datetime
) -> HttpResponse:
    stands, words = _narrowed(request)
    paged = Paginator(queries.listed(season, stands, words), MOST_FOUND if words else A_PAGE).get_page(
        request.GET.get("page")
    )
    tally = queries.tally(season)
    return render(request, "records/applications.html", {
        "season": season, "run": run, "rows": paged.object_list, "page_obj": paged, "tally": tally, "stands": stands, "words": words,
        "all": sum(one.many for one in tally), "stage": queries.stage(season, at), "erase_from": queries.erased_from(season, run),
        "announced": queries.is_announced(run, at), "over": queries.is_over(run, at), "left_now": queries.left(season),
        "query": urlencode([("la", stands)] * bool(stands)) + "&" * bool(stands), **more,
    }, status=status)  # fmt: skip


def _handled(
    request: HttpRequest, season: AdmissionSeason, form: ActForm, ticked: Collection[int], here: Here
) -> tuple[list[Any], int]:
    """What was left as it was, and 0 where everything was done."""
    if not form.is_valid() or not ticked or not form.cleaned_data["act"]:
        form.add_error(None, "Đánh dấu những hồ sơ cần xử lí." if not ticked else "Chọn một việc.")
        return [], 422
    said = form.cleaned_data
    left = handling.handle(season, ticked, said["act"], said["words"], by=here.person, at=here.at, channel=CHANNEL)
    done = len(set(ticked)) - len(left)
    if done > 0:
        messages.success(request, f"{ACTS[Act(said['act'])]}: {done} hồ sơ.")
    return left, 422 if left else 0


def _announced(request: HttpRequest, season: AdmissionSeason, form: AnnounceForm, here: Here) -> int:
    if not form.is_valid():
        return 422
    try:
        actions.announce(season, **form.cleaned_data, by=here.person, at=here.at, channel=CHANNEL)
    except Refused as refused:
        form.refuse(refused)
        return STATUS[refused.ground]
    messages.success(request, "Đã đặt giờ báo kết quả.")
    return 0


@require_safe
@for_insiders
def sheet(request: HttpRequest, here: Here, pk: int) -> HttpResponse:
    """The list as it is narrowed, as a spreadsheet."""
    _handlers_only(here)
    season = get_object_or_404(AdmissionSeason, pk=pk)
    found = queries.listed(season, *_narrowed(request))
    return download(applications_book(found), f"ho-so-tuyen-sinh-{season.year}.xlsx")


@require_http_methods(["GET", "HEAD", "POST"])
@for_insiders
def application(request: HttpRequest, here: Here, pk: int) -> HttpResponse:
    """One application with its papers and what was done with it; POST does one thing more."""
    _handlers_only(here)
    one, status = get_object_or_404(Application.objects.select_related("season"), pk=pk), 200
    form = ActForm(request.POST if request.method == "POST" else None)
    if request.method == "POST":
        left, status = _handled(request, one.season, form, [one.pk], here)
        if not status:
            gone = not Application.objects.filter(pk=pk).exists()
            return redirect("records:applications", one.season_id) if gone else redirect("records:application", pk)
        for _, refusal in left:
            form.add_error(refusal.field or None, str(refusal))
    steps = [(STEPS.get(step.act, step.act), step) for step in one.steps.select_related("by")]
    return render(request, "records/application.html", {
        "one": one, "season": one.season, "form": form, "files": one.files.defer("content"), "steps": steps,
        "alike": queries.alike(one), "announced": queries.is_announced(queries.run_of(one.season), here.at),
    }, status=status)  # fmt: skip


@require_POST
@for_insiders
@sensitive_variables()
def renew(request: HttpRequest, here: Here, pk: int) -> HttpResponse:
    """A new code; this answer is the only place it ever stands."""
    one = get_object_or_404(Application, pk=pk)
    receipt = handling.renew_code(one, by=here.person, at=here.at, channel=CHANNEL)
    return render(request, "records/admission_receipt.html", {
        "one": receipt.one, "season": receipt.one.season, "code": codes.printed_code(receipt.code), "school": School.objects.first(),
        "dossier": rules.lines(receipt.one.season.dossier), "renewed": True,
    })  # fmt: skip


@require_safe
@for_insiders
def paper(request: HttpRequest, here: Here, pk: int) -> HttpResponse:
    """A paper a family sent; one that was kept while the school had no scanner is scanned before it opens, as far as it has one now."""
    _handlers_only(here)
    found = get_object_or_404(ApplicationPaper, pk=pk)
    name = f"ho-so-{found.application_id}-giay-to-{found.pk}.{found.kind}"
    if found.scan != Scan.CLEAN:
        files.look_into(bytes(found.content), name=name, by=here.person, at=here.at, channel=CHANNEL)
    answer = HttpResponse(bytes(found.content), content_type=SHOWN[found.kind])
    answer["Content-Disposition"] = content_disposition_header(False, name) or ""
    answer["Content-Security-Policy"] = (
        "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'none'"
    )
    return answer
