"""Fields, and the Members the Head puts in charge of them (Điều 11.1)."""

from django.db.models import Prefetch
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from portal.base.clock import day_begins, day_is_over
from portal.people import actions, queries, rules
from portal.people.forms import AssignForm, TitleForm
from portal.people.models import Field, FieldAssignment
from portal.people.views.screen import Ask, Group, Here, Row, Screen, answered, done, paged, screen, sent, show
from portal.people.words import term


@require_http_methods(["GET", "HEAD", "POST"])
@screen(posts=rules.may_lead)
def fields(request: HttpRequest, here: Here) -> HttpResponse:
    form = TitleForm(sent(request))
    if answer := answered(request, form, lambda data: actions.open_field(**data, **here.about),
                          "Đã mở lĩnh vực. Thầy/cô phân công ủy viên phụ trách.", "fields"):  # fmt: skip
        return answer
    running = FieldAssignment.objects.filter(queries.not_over(here.at)).select_related("person").order_by("starts")
    page = paged(request, Field.objects.prefetch_related(Prefetch("assignments", running, to_attr="running")))
    rows = [
        Row(row.title, reverse("people:field", kwargs={"pk": row.pk}), *(("", "") if row.running else ("chưa có ủy viên", "now")),
            lines=[f"{held.person}, {term(held.starts, held.ends, 'đến khi phân công lại')}" for held in row.running])
        for row in page
    ]  # fmt: skip
    asks = [Ask("Mở lĩnh vực mới", reverse("people:fields"), form, "Mở lĩnh vực")] if here.may(rules.may_lead) else []
    return show(request, here, Screen("Lĩnh vực", "Trưởng ban phân công ủy viên phụ trách từng lĩnh vực (Điều 11.1).",
                                      [Group("Các lĩnh vực", rows)], asks, page))  # fmt: skip


@require_http_methods(["GET", "HEAD", "POST"])
@screen(posts=rules.may_lead)
def field(request: HttpRequest, here: Here, pk: int) -> HttpResponse:
    what = get_object_or_404(Field, pk=pk)
    form = AssignForm(sent(request), initial={"starts": here.at.date()})
    if answer := answered(
        request, form,
        lambda data: actions.assign_field(what, data["person"], starts=day_begins(data["starts"]),
                                          ends=day_is_over(data["ends"]), **here.about),
        "Đã phân công.", "field", pk=pk,
    ):  # fmt: skip
        return answer
    leads = here.may(rules.may_lead)
    given = FieldAssignment.objects.filter(field=what).select_related("person", "assigned_by")
    page = paged(request, given.order_by("-starts", "-pk"))
    rows = [_assignment(row, here, leads) for row in page]
    asks = [Ask("Phân công ủy viên", reverse("people:field", kwargs={"pk": pk}), form, "Phân công")] if leads else []
    return show(request, here, Screen(f"Lĩnh vực {what.title}", groups=[Group("Người phụ trách, từ trước đến nay", rows)],
                                      asks=asks, page=page, back=(reverse("people:fields"), "Lĩnh vực")))  # fmt: skip


@require_POST
@screen(posts=rules.may_lead)
def field_end(request: HttpRequest, here: Here, pk: int) -> HttpResponse:
    row = get_object_or_404(FieldAssignment, pk=pk)
    actions.end_field(row, **here.about)
    return done(request, "Đã thôi phân công, có hiệu lực ngay.", "field", pk=row.field_id)


def _assignment(row: FieldAssignment, here: Here, leads: bool) -> Row:
    over = row.ends is not None and row.ends <= here.at
    buttons = [("Thôi phân công", reverse("people:field_end", kwargs={"pk": row.pk}))] if leads and not over else []
    return Row(str(row.person), "", "đã thôi" if over else "", lines=[
        term(row.starts, row.ends, "đến khi phân công lại"), f"{row.assigned_by} phân công"], buttons=buttons)  # fmt: skip
