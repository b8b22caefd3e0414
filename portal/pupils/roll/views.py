"""The rolls on the screen: classes of a year, a class, a pupil. A class teacher sees his classes, the keeper all of them."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from portal.base.refused import STATUS, Refused, refuse_if
from portal.base.sheets import download
from portal.base.text import is_number
from portal.pupils.consents import queries as consents
from portal.pupils.gate import Here, for_staff
from portal.pupils.models import Guardian, Pupil, SchoolClass
from portal.pupils.roll import actions, queries, rules
from portal.pupils.roll.forms import (
    AccountForm,
    ClassForm,
    EnrolForm,
    GuardianForm,
    LeaveForm,
    MoveForm,
    NamesForm,
    TeacherForm,
    Told,
)  # fmt: skip
from portal.pupils.roll.sheets import roll_book

A_PAGE = 60  # pupils: a whole class stands on one page


def year_asked(request: HttpRequest, here: Here) -> int:
    """The school year an address asks for, else that of today."""
    asked = request.GET.get("nam", "")
    said = is_number(asked) and int(asked[:5]) in rules.YEARS
    return int(asked) if said else rules.school_year(queries.today(here.at))


def tried(form: Told, verb: Callable[[dict[str, Any]], object]) -> int:
    """Do it if what was typed can be read: 0 where it was done, else the status of the page that shows the form again."""
    if not form.is_valid():
        return 422
    try:
        verb(form.cleaned_data)
    except Refused as refused:
        form.refuse(refused)
        return STATUS[refused.ground]
    return 0


@require_http_methods(["GET", "HEAD", "POST"])
@for_staff
def classes(request: HttpRequest, here: Here) -> HttpResponse:
    """The classes of a year with how many sit in them; the keeper opens another."""
    refuse_if(rules.may_see_any(here.reach))
    year, status = year_asked(request, here), 200
    form = ClassForm(request.POST or None) if here.reach.keeps else None
    if request.method == "POST":
        refuse_if(rules.may_keep(here.reach))
        assert form is not None
        status = tried(form, lambda said: actions.open_class(year, **said, **here.about))
        if not status:
            messages.success(request, "Đã mở lớp.")
            return redirect(f"{request.path}?nam={year}")
    today = queries.today(here.at)
    on = queries.day_of(year, today)
    found = list(queries.classes(year, here.reach, on))
    this = rules.school_year(today)
    return render(request, "pupils/classes.html", {
        "classes": found, "year": year, "year_name": rules.year_name(year), "form": form, "keeps": here.reach.keeps,
        "papers": consents.papers_in({one.pk for one in found}, here.at),
        "years": [(one, rules.year_name(one)) for one in sorted({*queries.years(), this, this + 1}, reverse=True)],
        "many": sum(one.many for one in found),
    }, status=status)  # fmt: skip


def class_for(pk: int, here: Here) -> SchoolClass:
    """A class this person may see. Raises Http404, Refused (403)."""
    refuse_if(rules.may_see_any(here.reach))
    found = get_object_or_404(SchoolClass.objects.select_related("teacher"), pk=pk)
    refuse_if(rules.may_see_class(here.reach, found.pk))
    return found


@require_http_methods(["GET", "HEAD", "POST"])
@for_staff
def school_class(request: HttpRequest, here: Here, pk: int) -> HttpResponse:
    """Who sits in a class; the keeper enters a pupil and says who its teacher is."""
    found = class_for(pk, here)
    on, status = queries.day_of(found.year, queries.today(here.at)), 200
    doing = request.POST.get("viec", "") if request.method == "POST" else ""
    forms = {
        "them": EnrolForm(request.POST if doing == "them" else None, prefix="them", initial={"day": on}),
        "chu-nhiem": TeacherForm(
            request.POST if doing == "chu-nhiem" else None, prefix="cn", initial={"teacher": found.teacher_id}
        ),
    }
    if request.method == "POST":
        refuse_if(rules.may_keep(here.reach))
        if doing not in forms:
            raise Http404
        status = tried(forms[doing], lambda said: _changed(doing, found, said, here))
        if not status:
            messages.success(request, "Đã ghi vào danh sách." if doing == "them" else "Đã ghi giáo viên chủ nhiệm.")
            return redirect(request.path)
    page = Paginator(queries.pupils_of(found.pk, on), A_PAGE).get_page(request.GET.get("page"))
    return render(request, "pupils/class.html", {
        "school_class": found, "year_name": rules.year_name(found.year), "page": page, "keeps": here.reach.keeps, "forms": forms,
        "doing": doing, "gone": list(queries.gone_from(found.pk, on)[:20]) if here.reach.keeps else [],
        "standing": consents.standing([one.pk for one in page], found.year, here.at),
    }, status=status)  # fmt: skip


def _changed(doing: str, found: SchoolClass, said: dict[str, Any], here: Here) -> None:
    if doing == "them":
        actions.enrol(found, **said, **here.about)
    else:
        actions.set_teacher(found, said["teacher"], **here.about)


@require_safe
@for_staff
def class_sheet(request: HttpRequest, here: Here, pk: int) -> HttpResponse:
    """A class as a spreadsheet."""
    found = class_for(pk, here)
    return download(roll_book([found.pk], queries.day_of(found.year, queries.today(here.at))), f"lop-{found.pk}.xlsx")


@require_safe
@for_staff
def year_sheet(request: HttpRequest, here: Here, year: int) -> HttpResponse:
    """Every class of a year this person sees, as a spreadsheet."""
    refuse_if(rules.may_see_any(here.reach))
    if year not in rules.YEARS:
        raise Http404
    on = queries.day_of(year, queries.today(here.at))
    return download(roll_book([one.pk for one in queries.classes(year, here.reach, on)], on), f"hoc-sinh-{year}.xlsx")


def pupil_for(pk: int, here: Here) -> Pupil:
    """A pupil this person may see. Raises Http404, Refused (403)."""
    refuse_if(rules.may_see_any(here.reach))
    found = get_object_or_404(Pupil.objects.select_related("account"), pk=pk, erased_at=None)
    refuse_if(rules.may_see_class(here.reach, queries.last_class(found.pk)))
    return found


VERBS: dict[str, tuple[Callable[..., object], str]] = {
    "sua": (actions.amend, "Đã sửa."),
    "chuyen": (lambda pupil, school_class, **rest: actions.move(pupil, school_class, **rest), "Đã chuyển lớp."),
    "thoi": (actions.leave, "Đã ghi thôi học."),
    "tai-khoan": (actions.link_account, "Đã ghi tài khoản của em."),
    "cha-me": (actions.add_guardian, "Đã ghi người giám hộ."),
}


@require_http_methods(["GET", "HEAD", "POST"])
@for_staff
def pupil(request: HttpRequest, here: Here, pk: int) -> HttpResponse:
    """One pupil: where he sits, who answers for him, what was consented to; the keeper changes what is his to change."""
    found = pupil_for(pk, here)
    doing, status = request.POST.get("viec", "") if request.method == "POST" else "", 200
    seat, today = queries.seat(found), queries.today(here.at)
    forms = _forms(request, found, doing, here)
    if request.method == "POST":
        refuse_if(rules.may_keep(here.reach))
        if doing not in VERBS:
            raise Http404
        verb, done = VERBS[doing]
        status = tried(forms[doing], lambda said: verb(found, **said, **here.about))
        if not status:
            messages.success(request, done)
            return redirect(request.path)
        found.refresh_from_db()
    year = rules.school_year(today)
    return render(request, "pupils/pupil.html", {
        "pupil": found, "seat": seat, "keeps": here.reach.keeps, "forms": forms, "doing": doing, "year_name": rules.year_name(year),
        "guardians": Guardian.objects.filter(pupil=found).select_related("account").order_by("pk"),
        "purposes": consents.told(found.pk, year, here.at), "history": consents.history([found.pk])[:60],
    }, status=status)  # fmt: skip


def _forms(request: HttpRequest, found: Pupil, doing: str, here: Here) -> dict[str, Told]:
    today = queries.today(here.at)

    def sent(name: str) -> Any:
        return request.POST if doing == name else None

    others = SchoolClass.objects.filter(year__gte=rules.school_year(today)).order_by("year", "grade", "name")
    return {
        "sua": NamesForm(sent("sua"), prefix="sua", initial={"full_name": found.full_name, "born": found.born}),
        "chuyen": MoveForm(sent("chuyen"), prefix="chuyen", classes=others, initial={"day": today}),
        "thoi": LeaveForm(sent("thoi"), prefix="thoi", initial={"day": today}),
        "tai-khoan": AccountForm(
            sent("tai-khoan"), prefix="tk", initial={"account": found.account.username if found.account else ""}
        ),
        "cha-me": GuardianForm(sent("cha-me"), prefix="cm"),
    }


@require_POST
@for_staff
def guardian_drop(request: HttpRequest, here: Here, pk: int) -> HttpResponse:
    """He answers for the pupil no longer."""
    refuse_if(rules.may_keep(here.reach))
    found = get_object_or_404(Guardian.objects.select_related("pupil"), pk=pk)
    actions.drop_guardian(found, **here.about)
    messages.success(request, "Đã bỏ; tài khoản ấy không còn xem được gì của em.")
    return redirect("pupils:pupil", found.pupil_id)
