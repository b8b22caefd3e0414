"""Who of the staff keeps papers, rolls, money, results: read by all staff, named by the Principal (Điều 7, 16.1.2)."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from portal.people import actions, queries, rules
from portal.people.forms import DutyForm, VerbForm
from portal.people.models import NamedDuty
from portal.people.rules import DUTIES, Duty
from portal.people.views.screen import Ask, Group, Here, Row, Screen, answered, confirmation, screen, sent, show
from portal.people.words import term

INTRO = "Mỗi việc có thể có nhiều người làm. Người được phân công làm được ngay, thôi phân công thì thôi ngay."


@require_http_methods(["GET", "HEAD", "POST"])
@screen(posts=rules.may_name_for_duty)
def duties(request: HttpRequest, here: Here) -> HttpResponse:
    """Each duty with who is named for it now; the Principal names another."""
    form = DutyForm(sent(request))
    if answer := answered(
        request, form, lambda data: actions.name_for_duty(data["person"], Duty(data["duty"]), **here.about),
        "Đã phân công, có hiệu lực ngay.", "duties",
    ):  # fmt: skip
        return answer
    names = here.may(rules.may_name_for_duty)
    held = list(queries.named_duties(here.at))
    groups = [
        Group(
            title, [_row(row, names) for row in held if row.duty == duty], "Chưa phân công ai; Hiệu trưởng tự làm được."
        )
        for duty, title in DUTIES.items()
    ]
    asks = [Ask("Phân công một người", reverse("people:duties"), form, "Phân công")] if names else []
    return show(request, here, Screen("Phân công việc", INTRO, groups, asks))


def _row(row: NamedDuty, names: bool) -> Row:
    links = [("Thôi phân công", reverse("people:duty_end", kwargs={"pk": row.pk}))] if names else []
    return Row(
        str(row.person), lines=[f"{term(row.starts, row.ends, 'đến nay')} · {row.named_by} phân công"], links=links
    )


@require_http_methods(["GET", "HEAD", "POST"])
@screen(rules.may_name_for_duty)
def duty_end(request: HttpRequest, here: Here, pk: int) -> HttpResponse:
    """He does it no longer."""
    row = get_object_or_404(NamedDuty.objects.select_related("person"), pk=pk)
    form = VerbForm(sent(request))
    if answer := answered(request, form, lambda _: actions.end_duty(row, **here.about),
                          "Đã thôi phân công, có hiệu lực ngay.", "duties"):  # fmt: skip
        return answer
    ask = Ask("Thôi phân công", reverse("people:duty_end", kwargs={"pk": pk}), form, "Thôi phân công", danger=True)
    return confirmation(request, here, f"Thôi phân công {row.person}", ask, (reverse("people:duties"), "Phân công việc"),
                        f"{DUTIES[Duty(row.duty)]}, {term(row.starts, row.ends, 'đến nay')}.")  # fmt: skip
