"""A class's answers from Excel: choose, look, take in. The rows come upon one paper, or each upon its own."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from portal.base.refused import STATUS, Refused, refuse_if
from portal.files.office.paper import Unreadable
from portal.pupils.carried import FIELD, packed, rows_in, unpacked
from portal.pupils.consents import queries, rules
from portal.pupils.consents.actions import record
from portal.pupils.consents.forms import BringForm
from portal.pupils.consents.reading import Sheet, read
from portal.pupils.consents.rules import PURPOSES, Answer, Purpose
from portal.pupils.consents.views import against, taken_back, upon
from portal.pupils.gate import Here, for_staff
from portal.pupils.models import Pupil, SchoolClass
from portal.pupils.roll import queries as roll
from portal.pupils.roll.rules import year_name
from portal.pupils.roll.views import class_for

SALT = "pupils.consents"


@require_http_methods(["GET", "HEAD", "POST"])
@for_staff
def bring(request: HttpRequest, here: Here, pk: int) -> HttpResponse:
    """Step one reads, step two keeps."""
    found = class_for(pk, here)
    refuse_if(rules.may_record(here.reach, found.pk))
    pupils = list(roll.pupils_of(found.pk, roll.day_of(found.year, roll.today(here.at))))
    if request.method == "POST" and FIELD in request.POST:
        return _keep(request, here, found, pupils)
    bound = request.method == "POST"
    form = BringForm(request.POST if bound else None, request.FILES if bound else None)
    if not bound or not form.is_valid():
        return _page(request, found, {"form": form}, 422 if bound else 200)
    try:
        came = read(rows_in(form.cleaned_data["book"], here), {str(one.code): one.pk for one in pupils})
    except Unreadable as why:
        form.add_error("book", why.sentence)
    except Refused as refused:
        form.refuse(refused)
    else:
        return _looked_at(request, here, found, pupils, came)
    return _page(request, found, {"form": form}, 422)


def _looked_at(
    request: HttpRequest, here: Here, found: SchoolClass, pupils: list[Pupil], came: Sheet
) -> HttpResponse:  # fmt: skip
    answers = {one.pupil: one for one in came.answers}
    wrong = against(pupils, answers, found, here)
    names = {one.pk: str(one) for one in pupils}
    wrong |= taken_back(pupils, answers, found, here)
    told = [(f"Dòng {one.row}", one.words) for one in came.faults] + [(names[pk], words) for pk, words in wrong.items()]
    given = [one for one in came.answers if one.given]
    carried = (
        ""
        if told
        else packed([queries.last_seen(list(names)), [_pack(one) for one in came.answers]], f"{SALT}.{found.pk}")
    )
    return _page(request, found, {
        "form": BringForm(), "told": told, "carried": carried, "field": FIELD, "many": len(given), "silent": len(pupils) - len(given),
        "counts": [(name, sum(one in each.ticked for each in given)) for one, name in PURPOSES.items()],
        "own_papers": all(one.paper for one in given), "looked": True,
    }, 422 if told else 200)  # fmt: skip


def _pack(one: Answer) -> list[Any]:
    return [one.pupil, one.parent, one.child, sorted(one.ticked), one.paper]


def _unpack(one: list[Any]) -> Answer:
    return Answer(one[0], one[1], one[2], frozenset(map(Purpose, one[3])), one[4])


def _keep(request: HttpRequest, here: Here, found: SchoolClass, pupils: list[Pupil]) -> HttpResponse:
    carried = unpacked(request, f"{SALT}.{found.pk}")
    form = BringForm(request.POST, request.FILES)
    form.is_valid()
    form.errors.pop("book", None)  # read before
    if carried is None:
        messages.error(request, "Trang xem trước đã quá một giờ; thầy/cô chọn lại tệp.")
        return _page(request, found, {"form": BringForm()}, 422)
    seen, answers = carried[0], [_unpack(one) for one in carried[1]]
    try:
        many = record(found, answers, upon(form, found, here), seen=seen, **here.about)
    except Refused as refused:
        form.refuse(refused)
        again = Sheet(tuple(answers))
        answer = _looked_at(request, here, found, pupils, again)
        for refusal in refused.refusals:
            messages.error(request, str(refusal))
        answer.status_code = STATUS[refused.ground]
        return answer
    messages.success(request, f"Đã ghi phiếu của {many} em." if many else "Không có gì thay đổi.")
    return redirect("pupils:consents", found.pk)


def _page(request: HttpRequest, found: SchoolClass, context: dict[str, Any], status: int = 200) -> HttpResponse:
    told = {"school_class": found, "year_name": year_name(found.year)}
    return render(request, "pupils/consents_bring.html", context | told, status=status)
