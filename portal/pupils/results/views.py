"""Results on the screens of the staff: periods, a workbook looked at and taken in, a class and its slips (Điều 16.1.2)."""

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.debug import sensitive_variables
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from portal.base.models import School
from portal.base.refused import STATUS, Refused, refuse_if
from portal.base.sheets import download, table
from portal.files.actions import look_into
from portal.files.office.paper import Unreadable
from portal.pupils.gate import Here, for_staff
from portal.pupils.models import Result, ResultImport, ResultPeriod, SchoolClass
from portal.pupils.results import actions, bringing, codes, queries, rules, slips
from portal.pupils.results.forms import BookForm, ColumnsForm, PeriodForm, WindowForm, of_each_kind
from portal.pupils.results.tt22 import SUBJECTS, Subject
from portal.pupils.roll import queries as rolls
from portal.pupils.roll.rules import school_year
from portal.pupils.roll.views import tried

IMPORTS, SHOWN_ROWS = 20, 200
SCANNED_AS = "bang-diem.xlsx"  # a file's own name may name a child, and the record keeps what the scanner was asked


@require_http_methods(["GET", "HEAD", "POST"])
@for_staff
def periods(request: HttpRequest, here: Here) -> HttpResponse:
    """Every term and year; who brings results in begins another."""
    keeps, status = queries.keeps(here.person, here.at), 200
    own = SchoolClass.objects.filter(teacher=here.person).exists()
    refuse_if(rules.may_see_class(keeps, here.person.pk if own else None, here.person.pk))
    form = PeriodForm(request.POST or None, this=school_year(rolls.today(here.at)))
    if request.method == "POST":
        refuse_if(rules.may_bring(keeps))
        status = tried(form, lambda said: actions.begin_period(**said, **here.about))
        if not status:
            period = ResultPeriod.objects.get(year=form.cleaned_data["year"], term=form.cleaned_data["term"])
            return redirect("pupils:results_period", period.pk)
    context = {"here": "results", "periods": queries.periods(here.at), "form": form, "keeps": keeps, "at": here.at}
    return render(request, "pupils/results.html", context, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
@for_staff
def period(request: HttpRequest, here: Here, pk: int) -> HttpResponse:
    """One period: its window, its workbooks, its classes. A class teacher sees his own classes of it."""
    found, keeps, status = get_object_or_404(ResultPeriod, pk=pk), queries.keeps(here.person, here.at), 200
    classes = [one for one in queries.classes(found) if keeps or one["row"].teacher_id == here.person.pk]
    refuse_if(rules.may_see_class(keeps, here.person.pk if classes else None, here.person.pk))
    asked = request.POST.get("viec", "") if request.method == "POST" else ""
    window = WindowForm(
        request.POST if asked == "gio" else None, initial={"opens": found.opens, "closes": found.closes}
    )
    book = BookForm(*((request.POST, request.FILES) if asked == "tep" else ()))
    if request.method == "POST":
        refuse_if(rules.may_bring(keeps))
        if asked == "tinh":
            return _reckoned(request, found, here)
        if asked == "gio":
            status = tried(window, lambda said: actions.set_window(found, **said, **here.about))
        elif asked == "dong":
            actions.shut(found, **here.about)
        elif asked == "tep":
            status = _staged(book, found, here)
        else:
            raise Http404
        if asked == "tep" and not status:
            return redirect("pupils:results_import", book.staged.pk)  # type: ignore[attr-defined]
        if not status or asked == "dong":
            messages.success(request, "Đã đóng tra cứu." if asked == "dong" else "Đã đặt thời gian tra cứu.")
            return redirect("pupils:results_period", pk)
    imports = Paginator(found.imports.select_related("by").exclude(state="dropped"), IMPORTS)
    return render(request, "pupils/results_period.html", {
        "here": "results", "period": found, "keeps": keeps, "classes": classes, "window": window, "book": book,
        "open": rules.is_open(found.opens, found.closes, here.at), "page_obj": imports.get_page(request.GET.get("page")),
        "told": sum(one["many"] for one in classes),
    }, status=status)  # fmt: skip


def _reckoned(request: HttpRequest, found: ResultPeriod, here: Here) -> HttpResponse:
    """A whole year out of its terms, to be looked at like a workbook."""
    try:
        made = bringing.reckon_year(found, **here.about)
    except Refused as refused:
        messages.error(request, " ".join(map(str, refused.refusals)))
        return redirect("pupils:results_period", found.pk)
    return redirect("pupils:results_import", made.pk)


def _staged(form: BookForm, found: ResultPeriod, here: Here) -> int:
    """0 where the workbook is there to be looked at, else the status of the page that says why not."""
    if not form.is_valid():
        return 422
    raw = form.cleaned_data["file"].read()
    try:
        look_into(raw, name=SCANNED_AS, **here.about)
        form.staged = bringing.stage(found, raw, form.cleaned_data["file"].name, **here.about)  # type: ignore[attr-defined]
    except Unreadable as why:
        form.add_error("file", why.sentence)
        return 422
    except Refused as refused:
        form.refuse(refused)
        return STATUS[refused.ground]
    return 0


@require_http_methods(["GET", "HEAD", "POST"])
@for_staff
def brought(request: HttpRequest, here: Here, pk: int) -> HttpResponse:
    """One workbook: what each column says, what would be taken and what is wrong; then how far it is, or what it brought."""
    refuse_if(rules.may_bring(queries.keeps(here.person, here.at)))
    found = get_object_or_404(ResultImport.objects.select_related("period", "by"), pk=pk)
    if request.method != "POST":
        return _looked_at(request, found)
    asked = request.POST.get("viec", "")
    forms: list[ColumnsForm] = []
    try:
        if asked == "cot":
            forms, mapped = _mapped(request, found)
            bringing.map_columns(found, mapped, **here.about)
        elif asked in ("nhap", "nhap-bo"):
            bringing.take(found, past_faults=asked == "nhap-bo", **here.about)
        elif asked == "bo":
            bringing.drop(found, **here.about)
        elif asked == "hoan-tac":
            many = bringing.undo(found, **here.about)
            messages.success(
                request, f"Đã hoàn tác: rút lại kết quả của {many} học sinh, kết quả trước đó được dùng lại."
            )
        else:
            raise Http404
    except Refused as refused:
        return _looked_at(request, found, forms, refused)
    if asked == "bo":
        messages.success(request, "Đã bỏ tệp này, không nhập gì.")
        return redirect("pupils:results_period", found.period_id)
    return redirect("pupils:results_import", pk)


def _mapped(request: HttpRequest, found: ResultImport) -> tuple[list[ColumnsForm], queries.Columns]:
    sheets = queries.sheets_of(found)
    guessed = queries.remembered(sheets)
    forms = [ColumnsForm(request.POST, sheet=one, mapped=guessed[one.signature]) for one in of_each_kind(sheets)]
    if not all(form.is_valid() for form in forms):
        raise Http404
    return forms, {form.sheet.signature: form.mapped() for form in forms}


def _looked_at(
    request: HttpRequest, found: ResultImport, forms: list[ColumnsForm] | None = None, refused: Refused | None = None
) -> HttpResponse:
    found.refresh_from_db()
    context: dict[str, Any] = {"here": "results", "brought": found, "refused": refused}
    if found.state == ResultImport.State.STAGED:
        sheets = queries.sheets_of(found)
        guessed, reading = queries.remembered(sheets), queries.read(found)
        context |= {
            "reading": reading, "sheets": sheets, "wrong": reading.wrong[:SHOWN_ROWS], "odd": reading.odd[:SHOWN_ROWS],
            "forms": forms or [ColumnsForm(sheet=one, mapped=guessed[one.signature]) for one in of_each_kind(sheets)],
        }  # fmt: skip
    answer = render(request, "pupils/results_import.html", context, status=STATUS[refused.ground] if refused else 200)
    if found.state == ResultImport.State.RUNNING:
        answer["Refresh"] = "2"  # how far it is, without a script
    return answer


def _class(pk: int, lop: int, here: Here) -> tuple[ResultPeriod, SchoolClass]:
    """A class of a period this person may see. Raises Http404, Refused (403)."""
    found = get_object_or_404(ResultPeriod, pk=pk)
    home = get_object_or_404(SchoolClass, pk=lop, year=found.year)
    refuse_if(rules.may_see_class(queries.keeps(here.person, here.at), home.teacher_id, here.person.pk))
    return found, home


def _marks(row: Result, held: list[Subject]) -> list[str]:
    return [queries.decimal(row.marks.get(one.key, "")) for one in held]


@require_safe
@for_staff
def of_class(request: HttpRequest, here: Here, pk: int, lop: int) -> HttpResponse:
    """The results of one class, for its teacher and who brings results in."""
    found, home = _class(pk, lop, here)
    rows = list(queries.of_class(found, home))
    held = [subject for subject in SUBJECTS if any(subject.key in row.marks for row in rows)]
    over = found.closes is not None and found.closes <= here.at
    return render(request, "pupils/results_class.html", {
        "here": "results", "period": found, "home": home, "subjects": held, "over": over,
        "awards": any(row.award for row in rows), "counts": queries.tally(rows), "ends": queries.ends_of(found, rows),
        "rows": [(row, _marks(row, held), queries.level_name(row.study), queries.level_name(row.conduct), queries.year_end(row, brief=True))
                 for row in rows],
    })  # fmt: skip


@require_safe
@for_staff
def sheet(request: HttpRequest, here: Here, pk: int, lop: int) -> HttpResponse:
    """The same as a spreadsheet."""
    found, home = _class(pk, lop, here)
    rows = list(queries.of_class(found, home))
    held = [subject for subject in SUBJECTS if any(subject.key in row.marks for row in rows)]
    head = ["STT", "Mã học sinh", "Họ và tên", "Ngày sinh", *(one.title for one in held), "Kết quả học tập", "Kết quả rèn luyện",
            "Danh hiệu", "Số buổi nghỉ", "Cuối năm"]  # fmt: skip
    told = (
        [n, row.pupil.code, row.pupil.full_name, row.pupil.born, *_marks(row, held),
         queries.level_name(row.study), queries.level_name(row.conduct), row.award, row.absent, queries.year_end(row)]
        for n, row in enumerate(rows, 1)
    )  # fmt: skip
    widths = [6, 16, 28, 12, *[10] * len(held), 16, 16, 18, 12, 30]
    return download(
        table(f"Lớp {home.name}".replace("/", "."), head, widths, told), f"ket-qua-{found.year}-{found.term}-lop.xlsx"
    )


@require_POST
@for_staff
@sensitive_variables()
def print_slips(request: HttpRequest, here: Here, pk: int, lop: int) -> HttpResponse:
    """New slips of a class, ready for the printer; this answer is the only place their codes ever stand."""
    found, home = _class(pk, lop, here)
    try:
        printed = slips.print_slips(found, home, **here.about)
    except Refused as refused:
        messages.error(request, " ".join(map(str, refused.refusals)))
        return redirect("pupils:results_class", pk, lop)
    school = School.objects.first()
    return render(request, "pupils/results_slips.html", {
        "period": found, "home": home, "slips": [(one.pupil, codes.shown(one.code)) for one in printed], "school": school,
    })  # fmt: skip
