"""Pupils from Excel: choose, look at what would change and at every row that is wrong, then take all of it in."""

from collections import Counter
from datetime import date
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from portal.base.refused import STATUS, Refused, refuse_if
from portal.files.office.paper import Unreadable
from portal.pupils.carried import FIELD, packed, rows_in, unpacked
from portal.pupils.gate import Here, for_staff
from portal.pupils.roll import queries, rules
from portal.pupils.roll.bringing import bring_in
from portal.pupils.roll.forms import BringForm
from portal.pupils.roll.reading import Line, read

SALT = "pupils.roll"
SHOWN = 100  # faults and changes told one by one


@require_http_methods(["GET", "HEAD", "POST"])
@for_staff
def bring(request: HttpRequest, here: Here) -> HttpResponse:
    """Step one reads, step two keeps; nothing is kept before somebody looked at it."""
    refuse_if(rules.may_keep(here.reach))
    today = queries.today(here.at)
    this = rules.school_year(today)
    years = [(one, rules.year_name(one)) for one in (this, this + 1)]
    if request.method == "POST" and FIELD in request.POST:
        return _keep(request, here, BringForm(years=years, initial={"day": today}))
    bound = request.method == "POST"
    form = BringForm(
        request.POST if bound else None,
        request.FILES if bound else None,
        years=years,
        initial={"year": this, "day": today},
    )
    if not bound or not form.is_valid():
        return _page(request, {"form": form}, 422 if bound else 200)
    said = form.cleaned_data
    try:
        found = read(rows_in(said["file"], here), today)
    except Unreadable as why:
        form.add_error("file", why.sentence)
    except Refused as refused:
        form.refuse(refused)
    else:
        return _looked_at(
            request, list(found.lines), [(one.row, one.words) for one in found.faults], said["year"], said["day"]
        )
    return _page(request, {"form": form}, 422)


def _looked_at(
    request: HttpRequest, lines: list[Line], faults: list[tuple[int, str]], year: int, day: date
) -> HttpResponse:  # fmt: skip
    """What the sheet would do, and what stands against it, by row."""
    plan = queries.planned(lines, year, day)
    faults = sorted([*faults, *plan.faults])
    carried = "" if faults else packed([year, day.isoformat(), [one.packed() for one in lines]], SALT)
    return _page(request, {
        "plan": plan, "faults": faults[:SHOWN], "fault_count": len(faults), "year_name": rules.year_name(year), "day": day,
        "carried": carried, "field": FIELD, "counts": Counter(one.kind for one in plan.changes), "many": len(lines),
        "moved": [one for one in plan.changes if one.kind == "moved"][:SHOWN],
        "amended": [one for one in plan.changes if one.kind == "amended"][:SHOWN],
    }, 422 if faults else 200)  # fmt: skip


def _keep(request: HttpRequest, here: Here, form: BringForm) -> HttpResponse:
    carried = unpacked(request, SALT)
    if carried is None:
        messages.error(request, "Trang xem trước đã quá một giờ; thầy/cô chọn lại tệp.")
        return _page(request, {"form": form}, 422)
    year, day, lines = carried[0], date.fromisoformat(carried[1]), [Line.unpacked(one) for one in carried[2]]
    try:
        plan = bring_in(lines, year=year, day=day, **here.about)
    except Refused as refused:
        for refusal in refused.refusals:
            messages.error(request, str(refusal))
        return _page(request, {"form": form}, STATUS[refused.ground])
    told = ", ".join(f"{plan.many(kind)} {words}" for kind, words in WORDS if plan.many(kind))
    messages.success(request, f"Đã nhập: {told}." if told else "Danh sách đã đúng như tệp, không có gì đổi.")
    return redirect(f"{reverse('pupils:classes')}?nam={year}")


WORDS = (("new", "em mới"), ("moved", "em vào lớp khác"), ("amended", "em sửa tên hoặc ngày sinh"))


def _page(request: HttpRequest, context: dict[str, Any], status: int = 200) -> HttpResponse:
    return render(request, "pupils/bring.html", context, status=status)
