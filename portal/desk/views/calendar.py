"""The month of the plan: as a grid, as a list, as a spreadsheet."""

from datetime import date

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.http import urlencode
from django.views.decorators.http import require_safe

from portal.base.text import is_number, nfc
from portal.desk.plan_sheets import month_sheet
from portal.desk.queries.agenda import agenda
from portal.desk.queries.calendar import Month, month
from portal.desk.queries.marks import Filter
from portal.desk.views.inside import Here, for_staff, workbook
from portal.people.models import Field, Person
from portal.people.rules import Kind
from portal.plan.rules import may_confirm, may_draw_up

LIST = "danh-sach"
YEARS = range(2000, 2101)
WRITERS = (Kind.STAFF, Kind.COLLABORATOR)  # nobody else has a part in the plan


def asked_month(request: HttpRequest, today: date) -> date:
    """The first day of `?thang=2026-11`; of this month where it names none."""
    year, _, number = request.GET.get("thang", "").partition("-")
    known = is_number(year) and is_number(number) and int(year) in YEARS and 1 <= int(number) <= 12
    return date(int(year), int(number), 1) if known else today.replace(day=1)


def asked_filter(request: HttpRequest) -> tuple[Filter, dict[str, str], str]:
    """What the address narrows the month to, its part of the query, and in words."""
    named = {key: said for key in ("chuyen-muc", "linh-vuc", "nguoi") if (said := nfc(request.GET.get(key, "")))}
    field = get_object_or_404(Field, slug=named["linh-vuc"]) if "linh-vuc" in named else None
    person = get_object_or_404(Person, username=named["nguoi"], kind__in=WRITERS) if "nguoi" in named else None
    only = Filter(named.get("chuyen-muc", ""), field.pk if field else None, person.pk if person else None)
    return only, named, " · ".join(str(one) for one in (field, person) if one is not None)


@for_staff
@require_safe
def calendar(request: HttpRequest, here: Here) -> HttpResponse:
    """One month, with links to its neighbours."""
    first = asked_month(request, here.at.date())
    only, named, told = asked_filter(request)
    found = month(here.person, here.at, first, only)
    as_list = request.GET.get("kieu") == LIST
    kept = named | ({"kieu": LIST} if as_list else {})
    section = found.sections.get(only.section, ("", None, 0))[0]
    running, past, coming = agenda(found)
    month_of = {"thang": f"{first:%Y-%m}"}
    context = {
        "month": found, "running": running, "past": past, "coming": coming, "as_list": as_list,
        "told": " · ".join(filter(None, (section, told))), "before": _query(kept, thang=f"{found.before:%Y-%m}"),
        "after": _query(kept, thang=f"{found.after:%Y-%m}"), "grid": _query(named, **month_of),
        "list": _query(named, **month_of, kieu=LIST), "all": _query({"kieu": LIST} if as_list else {}, **month_of),
        "sheet": _query(named, **month_of), "now": _query(kept), "here": request.get_full_path(),
        "filters": _filters(found, only, first, as_list), "may_move": may_confirm(here.board, here.person.pk) is None,
        "may_draft": may_draw_up(here.board, here.person.pk) is None,
    }  # fmt: skip
    return render(request, "desk/calendar.html", context)


def _query(named: dict[str, str], **more: str) -> str:
    return "?" + urlencode({**named, **more})


def _filters(found: Month, only: Filter, first: date, as_list: bool) -> list[tuple[str, list[tuple[str, str, bool]]]]:
    """By section, field, person: title, query, whether it is the present one."""
    kept = {"thang": f"{first:%Y-%m}"} | ({"kieu": LIST} if as_list else {})
    sections = [
        (title, _query(kept, **{"chuyen-muc": slug}), only.section == slug)
        for slug, (title, _, _) in found.sections.items()
    ]
    fields = [(str(one), _query(kept, **{"linh-vuc": one.slug}), only.field == one.pk) for one in Field.objects.all()]
    people = [(str(one), _query(kept, nguoi=one.username), only.person == one.pk) for one in found.people]
    return [("Lĩnh vực", fields), ("Chuyên mục", sections), ("Người được giao", people)]


@for_staff
@require_safe
def sheet(request: HttpRequest, here: Here) -> HttpResponse:
    """The month to take away."""
    first = asked_month(request, here.at.date())
    found = month(here.person, here.at, first, asked_filter(request)[0])
    return workbook(month_sheet(found), f"lich-{first:%Y-%m}")
