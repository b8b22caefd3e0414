"""How fresh each section is; the Head sets how fresh it must be."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods

from portal.base.refused import STATUS, Refused
from portal.desk.plan_forms import BudgetForm
from portal.desk.queries.freshness import freshness
from portal.desk.views.inside import CHANNEL, Here, for_staff
from portal.news.models import Section
from portal.plan import actions
from portal.plan.rules import may_set_budget


@for_staff
@require_http_methods(["GET", "HEAD", "POST"])
def sections(request: HttpRequest, here: Here) -> HttpResponse:
    """Every section with its newest article and its budget."""
    if request.method != "POST":
        return page(request, here)
    form = BudgetForm(request.POST)
    if not form.is_valid():
        return page(request, here, form, 422)
    section = get_object_or_404(Section, slug=form.cleaned_data["section"])
    try:
        made = actions.set_budget(
            section.slug, days=form.cleaned_data["days"], by=here.person, at=here.at, channel=CHANNEL
        )
    except Refused as refused:
        form.refuse(refused)
        return page(request, here, form, STATUS[refused.ground])
    told = f"mỗi {made.days} ngày có ít nhất một bài mới" if made.days else "thôi đặt hạn"
    messages.success(request, f"Chuyên mục “{section.title}”: {told}, từ hôm nay.")
    return redirect("desk:freshness")


def page(request: HttpRequest, here: Here, wrong: BudgetForm | None = None, status: int = 200) -> HttpResponse:
    may = may_set_budget(here.board, here.person.pk) is None
    rows = [(row, _form(row.section.slug, row.days, wrong) if may else None) for row in freshness(here.at)]
    context = {"rows": rows, "may": may, "stale": sum(row.stale is not None for row, _ in rows), "today": here.at.date(),
               "wrong": wrong}  # fmt: skip
    return render(request, "desk/freshness.html", context, status=status)


def _form(slug: str, days: int, wrong: BudgetForm | None) -> BudgetForm:
    if wrong is not None and wrong.data.get("section") == slug:
        wrong.auto_id = f"han_{slug}_%s"
        return wrong
    return BudgetForm(initial={"section": slug, "days": days or None}, auto_id=f"han_{slug}_%s")
