"""Sending many files on screen: chosen at once, sent one by one where a script runs, mended in one table (Điều 15.1, 15.2)."""

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from portal.base.refused import STATUS, Refused, refuse_if
from portal.base.sheets import download
from portal.base.text import is_number
from portal.intranet.bulk import actions, rules
from portal.intranet.bulk.forms import CommonForm, typed
from portal.intranet.bulk.sheets import tray_book
from portal.intranet.carried import ACCEPTED
from portal.intranet.gate import CHANNEL, Here, for_insiders
from portal.intranet.library.queries import teacher
from portal.intranet.library.rules import GRADES, SORTS, Licence, may_send, school_year
from portal.intranet.models import Subject, Tray, TrayFile
from portal.intranet.rooms import page
from portal.people import offices

A_PAGE = 50
HASHES = 1000  # asked about at once


def _tray(here: Here) -> Tray | None:
    return Tray.objects.filter(by=here.person, closed_at=None).first()


def _about(here: Here) -> dict[str, Any]:
    return {"by": here.person, "at": here.at, "channel": CHANNEL}


def _may_send(here: Here) -> None:
    refuse_if(may_send(here.person.kind, suspended=offices.is_suspended(here.person, here.at)))


def _offered(here: Here, tray: Tray | None) -> dict[str, Any]:
    """What the last files had in common, else this school year and his own unit."""
    if tray is not None and tray.common:
        return dict(tray.common)
    units = teacher(here.person, here.at).units
    return {"year": school_year(here.at.date()), "unit": min(units, default=None), "licence": Licence.SHARE.value}


@require_http_methods(["GET", "HEAD", "POST"])
@for_insiders
def send(request: HttpRequest, here: Here) -> HttpResponse:
    """Choose files and what they have in common; POST keeps all that came, each by itself."""
    _may_send(here)
    if request.method != "POST":
        return _send(request, here, CommonForm(initial=_offered(here, _tray(here)), today=here.at.date()))
    form, uploads = CommonForm(request.POST, today=here.at.date()), request.FILES.getlist("tep")
    if not form.is_valid():
        return _send(request, here, form, status=422)
    if not uploads:
        form.add_error(None, "Hãy chọn tệp để gửi.")
        return _send(request, here, form, status=422)
    tray = actions.open_tray(form.common(), **_about(here))
    try:
        taken = [actions.take(tray, one, **_about(here)) for one in uploads]
    except Refused as no:
        form.refuse(no)
        return _send(request, here, form, status=STATUS[no.ground])
    refused = sum(bool(one.file.told) for one in taken)
    messages.success(request, f"Đã nhận {len(taken) - refused}/{len(taken)} tệp. Xem lại tên và loại rồi tạo bản nháp.")
    return redirect("intranet:bulk_table")


def _send(request: HttpRequest, here: Here, form: CommonForm, status: int = 200) -> HttpResponse:
    tray = _tray(here)
    waiting = tray.files.filter(item=None).count() if tray else 0
    return page(request, "intranet/bulk_send.html", {
        "form": form, "waiting": waiting, "most": rules.MOST, "accepted": ACCEPTED,
    }, status)  # fmt: skip


@require_POST
@for_insiders
def there(request: HttpRequest, here: Here) -> HttpResponse:
    """Which files, told by the hashes of what would be sent (`ma`), are in the tray already: those are not sent again."""
    _may_send(here)
    asked, tray = [one for one in request.POST.getlist("ma")[:HASHES] if one.isalnum()], _tray(here)
    kept = tray.files.filter(sha256__in=asked, attachment__isnull=False) if tray else TrayFile.objects.none()
    return JsonResponse({"there": sorted(kept.values_list("sha256", flat=True))})


@require_POST
@for_insiders
def one(request: HttpRequest, here: Here) -> HttpResponse:
    """Keep one file, sent by the script; answers what became of it, a sentence where it was not kept."""
    _may_send(here)
    form, upload = CommonForm(request.POST, today=here.at.date()), request.FILES.get("tep")
    if upload is None or not form.is_valid():
        return JsonResponse({"told": "Chưa nhận được tệp; hãy xem lại phần thông tin chung."}, status=422)
    try:
        taken = actions.take(actions.open_tray(form.common(), **_about(here)), upload, **_about(here))
    except Refused as no:
        return JsonResponse({"told": str(no)}, status=STATUS[no.ground])
    state = "refused" if taken.file.told else "again" if taken.again else "kept"
    return JsonResponse({"state": state, "told": taken.file.told})


@require_http_methods(["GET", "HEAD", "POST"])
@for_insiders
def table(request: HttpRequest, here: Here) -> HttpResponse:
    """Every file of the tray that is no draft yet, to be mended in place; POST keeps what was typed, and makes drafts of the
    ticked ones or takes them out."""
    _may_send(here)
    tray = _tray(here)
    if tray is None:
        return redirect("intranet:bulk")
    return _work(request, here, tray) if request.method == "POST" else _table(request, tray)


def _work(request: HttpRequest, here: Here, tray: Tray) -> HttpResponse:
    actions.mend(tray, typed(request.POST, tray.files.filter(item=None)), **_about(here))
    ticked = [int(one) for one in request.POST.getlist("bai") if is_number(one)]
    if request.POST.get("do") == "bo":
        messages.info(request, f"Đã bỏ {actions.leave(tray, ticked, **_about(here))} tệp ra khỏi lượt gửi.")
    elif request.POST.get("do") == "nhap":
        made, refused = actions.make_drafts(tray, ticked, **_about(here))
        if refused:
            return _table(request, tray, refused, made, ticked)
        if not made:
            messages.warning(request, "Thầy/cô chưa chọn tệp nào.")
        else:
            messages.success(request, f"Đã tạo {made} bản nháp. Thầy/cô mở từng bản để gửi tổ trưởng.")
    else:
        messages.success(request, "Đã giữ những gì thầy/cô vừa sửa.")
    if tray.files.filter(item=None).exists():
        return redirect(f"{reverse('intranet:bulk_table')}?page={request.POST.get('page', '1')}")
    actions.leave(tray, None, **_about(here))
    return redirect("intranet:library_mine")


def _table(
    request: HttpRequest,
    tray: Tray,
    refused: dict[int, Refused] | None = None,
    made: int = 0,
    ticked: list[int] | None = None,
) -> HttpResponse:
    waiting = tray.files.filter(item=None).select_related("attachment", "subject")
    leaf = Paginator(waiting, A_PAGE).get_page(request.POST.get("page") or request.GET.get("page"))
    told = {pk: " ".join(str(one) for one in no.refusals) for pk, no in (refused or {}).items()}
    rows = [(one, told.get(one.pk, ""), one.attachment_id and (ticked is None or one.pk in ticked)) for one in leaf]
    return page(request, "intranet/bulk_table.html", {
        "rows": rows, "page_obj": leaf, "made": made, "refused": len(told), "subjects": list(Subject.offered.all()),
        "grades": GRADES, "sorts": SORTS, "kept": waiting.filter(attachment__isnull=False).count(),
        "common": _told(tray),
    }, 422 if told else 200)  # fmt: skip


def _told(tray: Tray) -> list[str]:
    """What the files have in common, in words."""
    grade, sort = tray.common.get("grade"), tray.common.get("sort")
    subject = Subject.objects.filter(pk=tray.common.get("subject") or 0).first()
    said = (SORTS.get(sort, "") if sort else "", GRADES.get(grade, "") if grade is not None else "", str(subject or ""))
    return [one for one in said if one]


@require_safe
@for_insiders
def sheet(request: HttpRequest, here: Here) -> HttpResponse:
    """One's own tray as a spreadsheet: each file with what it is taken for and what became of it."""
    _may_send(here)
    tray = _tray(here)
    if tray is None:
        return redirect("intranet:bulk")
    return download(tray_book(tray), f"luot-gui-{tray.begun_at:%Y-%m-%d}.xlsx")
