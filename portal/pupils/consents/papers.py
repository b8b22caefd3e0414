"""Forms to sign, two on a sheet of A4: one for each pupil of a class, or blank."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from portal.base.models import School
from portal.base.refused import refuse_if
from portal.pupils.consents.rules import ASKED, PURPOSES
from portal.pupils.gate import Here, for_staff
from portal.pupils.models import Guardian, Pupil
from portal.pupils.roll import queries as roll
from portal.pupils.roll.rules import may_see_any, school_year, year_name
from portal.pupils.roll.views import class_for


@require_safe
@for_staff
def of_class(request: HttpRequest, here: Here, pk: int) -> HttpResponse:
    """A form for each pupil of a class, with his name and number on it."""
    found = class_for(pk, here)
    pupils = list(roll.pupils_of(found.pk, roll.day_of(found.year, roll.today(here.at))))
    kin: dict[int, str] = {}
    for one in Guardian.objects.filter(pupil__in=pupils).order_by("-pk"):
        kin[one.pupil_id] = str(one.full_name)
    return _forms(
        request, found.year, [(one, kin.get(one.pk, "")) for one in pupils], str(found.name), f"lớp {found.name}"
    )


@require_safe
@for_staff
def blank(request: HttpRequest, here: Here) -> HttpResponse:
    """Two forms without a name."""
    refuse_if(may_see_any(here.reach))
    return _forms(request, school_year(roll.today(here.at)), [(None, ""), (None, "")], "", "mẫu trống")


def _forms(
    request: HttpRequest, year: int, sheets: list[tuple[Pupil | None, str]], name: str, title: str
) -> HttpResponse:  # fmt: skip
    return render(request, "pupils/consent_forms.html", {
        "sheets": sheets, "class_name": name, "title": title, "year_name": year_name(year), "asked": [ASKED[one] for one in PURPOSES],
        "school": School.objects.values_list("name", flat=True).first() or "",
    })  # fmt: skip
