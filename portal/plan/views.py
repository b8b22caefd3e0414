"""The plan on screen: staff read it, the board draws it up, the Head confirms it."""

from collections.abc import Callable
from dataclasses import asdict
from datetime import date
from functools import wraps
from typing import Any, BinaryIO, cast

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core import signing
from django.core.exceptions import PermissionDenied
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from portal.base import clock
from portal.base.refused import STATUS, Refused
from portal.base.sheets import XLSX
from portal.base.text import nfc, slug
from portal.files.actions import look_into
from portal.people import offices
from portal.people.models import Person
from portal.plan import actions, queries, sheets
from portal.plan.forms import EntryForm, PlanForm, SheetForm
from portal.plan.models import ActivityPlan, PlanEntry
from portal.plan.rules import may_confirm, may_draw_up

CHANNEL = "desk"
LOST = "Bản xem trước đã quá hạn hoặc không còn nguyên vẹn; hãy tải bảng tính lên lại."
View = Callable[..., HttpResponse]


def for_staff(view: View) -> View:
    """The plan is the school's own business: whoever is not of its staff is told so."""

    @wraps(view)
    def gate(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not offices.is_insider(request.user, clock.now()):
            raise PermissionDenied("Kế hoạch hoạt động dành cho cán bộ, giáo viên, nhân viên nhà trường.")
        return view(request, *args, **kwargs)

    return login_required(gate)


def me(request: HttpRequest) -> Person:
    assert isinstance(request.user, Person)
    return request.user


@for_staff
@require_safe
def plans(request: HttpRequest) -> HttpResponse:
    """Every plan."""
    return listed(request, PlanForm())


@for_staff
@require_POST
def draw_up(request: HttpRequest) -> HttpResponse:
    form = PlanForm(request.POST)
    if not form.is_valid():
        return listed(request, form, status=422)
    try:
        made = actions.draw_up(**form.cleaned_data, by=me(request), at=clock.now(), channel=CHANNEL)
    except Refused as refused:
        form.refuse(refused)
        return listed(request, form, status=STATUS[refused.ground])
    messages.success(request, "Đã lập kế hoạch. Thầy/cô thêm các việc ở dưới.")
    return redirect("plan:plan", made.pk)


def listed(request: HttpRequest, form: PlanForm, status: int = 200) -> HttpResponse:
    may = may_draw_up(offices.board(clock.now()), me(request).pk) is None
    context = {"plans": queries.plans(), "form": form if may or form.is_bound else None, "today": clock.now().date()}
    return render(request, "plan/plans.html", context, status=status)


@for_staff
@require_safe
def plan(request: HttpRequest, pk: int) -> HttpResponse:
    """One plan with its entries."""
    return shown(request, get_object_or_404(ActivityPlan, pk=pk))


def shown(
    request: HttpRequest, found: ActivityPlan, *, status: int = 200, entry: EntryForm | None = None,
    sheet: SheetForm | None = None, refused: Refused | None = None,
) -> HttpResponse:  # fmt: skip
    board, sections = offices.board(clock.now()), queries.section_titles()
    begun = {"starts": found.starts, "ends": found.ends}
    return render(request, "plan/plan.html", {
        "plan": found,
        "entries": [(one, sections.get(one.section_slug, one.section_slug)) for one in found.entries.all()],
        "may_add": may_draw_up(board, me(request).pk) is None,
        "may_confirm": may_confirm(board, me(request).pk) is None,
        "entry_form": entry or EntryForm(sections=sections, initial=begun),
        "sheet_form": sheet or SheetForm(), "refused": refused,
    }, status=status)  # fmt: skip


@for_staff
@require_POST
def add(request: HttpRequest, pk: int) -> HttpResponse:
    """Add one entry as typed, or the lines of a sheet that were shown before."""
    found = get_object_or_404(ActivityPlan, pk=pk)
    if "rows" in request.POST:
        return add_rows(request, found)
    form = EntryForm(request.POST, sections=queries.section_titles())
    if not form.is_valid():
        return shown(request, found, entry=form, status=422)
    try:
        actions.add_entries(
            found, [actions.Entry(**form.cleaned_data)], by=me(request), at=clock.now(), channel=CHANNEL
        )
    except Refused as refused:
        form.refuse(refused)
        return shown(request, found, entry=form, status=STATUS[refused.ground])
    messages.success(request, f"Đã thêm “{form.cleaned_data['title']}”.")
    return redirect("plan:plan", found.pk)


def add_rows(request: HttpRequest, found: ActivityPlan) -> HttpResponse:
    try:
        rows = signing.loads(request.POST["rows"], salt=salt(request, found), max_age=24 * 3600)
    except signing.BadSignature:
        messages.error(request, LOST)
        return redirect("plan:plan", found.pk)
    entries = [
        actions.Entry(**row | {"starts": date.fromisoformat(row["starts"]), "ends": date.fromisoformat(row["ends"])})
        for row in rows
    ]
    try:
        made = actions.add_entries(found, entries, by=me(request), at=clock.now(), channel=CHANNEL)
    except Refused as refused:
        return shown(request, found, refused=refused, status=STATUS[refused.ground])
    messages.success(request, f"Đã thêm {len(made)} việc từ bảng tính.")
    return redirect("plan:plan", found.pk)


def salt(request: HttpRequest, found: ActivityPlan) -> str:
    return f"plan.sheet.{found.pk}.{me(request).pk}"


def scanned(upload: UploadedFile, request: HttpRequest) -> BinaryIO:
    """The file, looked into by the scanner unless it is too heavy anyhow. Raises Refused."""
    if (upload.size or 0) <= sheets.MOST_BYTES:
        look_into(upload.read(), name=nfc(upload.name or ""), by=me(request), at=clock.now(), channel=CHANNEL)
        upload.seek(0)
    return cast(BinaryIO, upload)


@for_staff
@require_http_methods(["GET", "HEAD", "POST"])
def read_sheet(request: HttpRequest, pk: int) -> HttpResponse:
    """Read an uploaded sheet and show, line by line, what would be added; nothing is added yet."""
    found = get_object_or_404(ActivityPlan, pk=pk)
    refusal = may_draw_up(offices.board(clock.now()), me(request).pk)
    if refusal is not None:
        return shown(request, found, refused=Refused(refusal), status=403)
    if request.method != "POST":
        return redirect("plan:plan", found.pk)
    form = SheetForm(request.POST, request.FILES)
    if not form.is_valid():
        return shown(request, found, sheet=form, status=422)
    sections = queries.section_titles()
    try:
        rows = sheets.read(scanned(form.cleaned_data["file"], request), sections)
    except Refused as refused:
        form.refuse(refused)
        return shown(request, found, sheet=form, status=STATUS[refused.ground])
    good = [row.entry for row in rows if row.entry is not None]
    plain = [asdict(entry) | {"starts": str(entry.starts), "ends": str(entry.ends)} for entry in good]
    return render(request, "plan/sheet.html", {
        "plan": found, "wrong": [row for row in rows if row.wrong], "good": len(good), "all": len(rows),
        "rows": [(row, sections.get(row.entry.section_slug, "") if row.entry else "") for row in rows],
        "packed": signing.dumps(plain, salt=salt(request, found), compress=True) if good else "",
    })  # fmt: skip


@for_staff
@require_safe
def sheet(request: HttpRequest, pk: int) -> HttpResponse:
    """The plan as a spreadsheet; without entries it is the form to fill in."""
    found = get_object_or_404(ActivityPlan, pk=pk)
    content = sheets.written(found.entries.all(), queries.section_titles())
    answer = HttpResponse(content, content_type=XLSX)
    answer["Content-Disposition"] = str(content_disposition_header(True, f"ke-hoach-{slug(found.title)}.xlsx"))
    answer["Cache-Control"] = "private, no-store"
    return answer


@for_staff
@require_POST
def confirm(request: HttpRequest, pk: int) -> HttpResponse:
    found = get_object_or_404(ActivityPlan, pk=pk)
    try:
        actions.confirm(found, by=me(request), at=clock.now(), channel=CHANNEL)
    except Refused as refused:
        return shown(request, found, refused=refused, status=STATUS[refused.ground])
    messages.success(request, "Đã xác nhận. Từ nay bài về các việc này là bài trong kế hoạch.")
    return redirect("plan:plan", found.pk)


@for_staff
@require_POST
def cancel(request: HttpRequest, pk: int) -> HttpResponse:
    entry = get_object_or_404(PlanEntry.objects.select_related("plan"), pk=pk)
    try:
        actions.cancel_entry(entry, by=me(request), at=clock.now(), channel=CHANNEL)
    except Refused as refused:
        return shown(request, entry.plan, refused=refused, status=STATUS[refused.ground])
    messages.success(request, f"Đã hủy “{entry.title}”. Bài về việc này từ nay là bài ngoài kế hoạch.")
    return redirect("plan:plan", entry.plan_id)
