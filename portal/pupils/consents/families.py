"""What a family consented to, as it sees it itself, and taking it back without asking anybody."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from portal.base.refused import Refused
from portal.base.text import is_number
from portal.pupils.consents import actions, queries
from portal.pupils.consents.rules import PURPOSES
from portal.pupils.consents.views import purpose_in
from portal.pupils.gate import Here, for_families
from portal.pupils.models import Consent
from portal.pupils.roll import queries as roll
from portal.pupils.roll.rules import school_year, year_name


@require_http_methods(["GET", "HEAD", "POST"])
@for_families
def own(request: HttpRequest, here: Here) -> HttpResponse:
    """Each child this account answers for, purpose by purpose; only his own."""
    if request.method == "POST":
        return _withdraw(request, here)
    wards, today = list(roll.wards(here.person)), roll.today(here.at)
    year, pks = school_year(today), [one.pk for one in wards]
    standing, classes = queries.standing(pks, year, here.at), roll.classes_at(pks, today)
    past: dict[int, list[Consent]] = {pk: [] for pk in pks}
    for row in queries.history(pks):
        past[row.pupil_id].append(row)
    told = [
        (
            one,
            classes.get(one.pk),
            [queries.told_one(each, standing[one.pk].get(each)) for each in PURPOSES],
            past[one.pk][:30],
        )
        for one in wards
    ]
    return render(request, "pupils/own_consents.html", {"wards": told, "year_name": year_name(year)})


def _withdraw(request: HttpRequest, here: Here) -> HttpResponse:
    asked, purpose = request.POST.get("em", ""), purpose_in(request)
    pupil = roll.wards(here.person).filter(pk=int(asked)).first() if is_number(asked) and len(asked) < 19 else None
    if pupil is None:
        raise Http404
    try:
        actions.withdraw(pupil, [purpose], **here.about)
    except Refused as refused:
        for refusal in refused.refusals:
            messages.error(request, str(refusal))
        return redirect("pupils:own_consents")
    messages.success(
        request, f"Đã rút đồng ý: {PURPOSES[purpose].lower()}. Nhà trường đã được báo để gỡ những chỗ đã dùng."
    )
    return redirect("pupils:own_consents")
