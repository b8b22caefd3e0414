"""Fields and units: the Head's division of work."""

from typing import Any

from django.db.models import Prefetch
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from portal.people import actions, queries, rules
from portal.people.forms import AssignForm, TitleForm, UnitPostForm, day_begins, day_is_over
from portal.people.models import Field, FieldAssignment, Unit, UnitPost
from portal.people.views.screen import Ask, Group, Here, Row, Screen, done, paged, screen, sent, show
from portal.people.words import term


@require_http_methods(["GET", "HEAD", "POST"])
@screen(posts=rules.may_lead)
def fields(request: HttpRequest, here: Here) -> HttpResponse:
    form = TitleForm(sent(request))

    def verb(data: dict[str, Any]) -> None:
        actions.open_field(title=data["title"], by=here.person, at=here.at, channel="web")

    if request.method == "POST" and form.tries(verb):
        return done(request, "Đã mở lĩnh vực. Thầy/cô phân công ủy viên phụ trách.", "fields")
    running = FieldAssignment.objects.filter(queries.not_over(here.at)).select_related("person").order_by("starts")
    page = paged(request, Field.objects.prefetch_related(Prefetch("assignments", running, to_attr="running")))
    leads = here.may(rules.may_lead)
    rows = [
        Row(row.title, reverse("people:field", kwargs={"pk": row.pk}), *(("", "") if row.running else ("chưa có ủy viên", "now")),
            lines=[f"{held.person}, {term(held.starts, held.ends, 'đến khi phân công lại')}" for held in row.running])
        for row in page
    ]  # fmt: skip
    asks = [Ask("Mở lĩnh vực mới", reverse("people:fields"), form, "Mở lĩnh vực")] if leads else []
    return show(request, here, Screen("Lĩnh vực", "Trưởng ban phân công ủy viên phụ trách từng lĩnh vực (Điều 11.1).",
                                      [Group("Các lĩnh vực", rows)], asks, page))  # fmt: skip


@require_http_methods(["GET", "HEAD", "POST"])
@screen(posts=rules.may_lead)
def field(request: HttpRequest, here: Here, pk: int) -> HttpResponse:
    what = get_object_or_404(Field, pk=pk)
    form = AssignForm(sent(request), initial={"starts": here.at.date()})

    def verb(data: dict[str, Any]) -> None:
        actions.assign_field(what, data["person"], starts=day_begins(data["starts"]), ends=day_is_over(data["ends"]),
                             by=here.person, at=here.at, channel="web")  # fmt: skip

    if request.method == "POST" and form.tries(verb):
        return done(request, "Đã phân công.", "field", pk=pk)
    leads = here.may(rules.may_lead)
    given = (
        FieldAssignment.objects.filter(field=what).select_related("person", "assigned_by").order_by("-starts", "-pk")
    )
    page = paged(request, given)
    rows = [_assignment(row, here, leads) for row in page]
    asks = [Ask("Phân công ủy viên", reverse("people:field", kwargs={"pk": pk}), form, "Phân công")] if leads else []
    return show(request, here, Screen(f"Lĩnh vực {what.title}", groups=[Group("Người phụ trách, từ trước đến nay", rows)],
                                      asks=asks, page=page, back=(reverse("people:fields"), "Lĩnh vực")))  # fmt: skip


@require_POST
@screen(posts=rules.may_lead)
def field_end(request: HttpRequest, here: Here, pk: int) -> HttpResponse:
    row = get_object_or_404(FieldAssignment, pk=pk)
    actions.end_field(row, by=here.person, at=here.at, channel="web")
    return done(request, "Đã thôi phân công, có hiệu lực ngay.", "field", pk=row.field_id)


def _assignment(row: FieldAssignment, here: Here, leads: bool) -> Row:
    over = row.ends is not None and row.ends <= here.at
    buttons = [("Thôi phân công", reverse("people:field_end", kwargs={"pk": row.pk}))] if leads and not over else []
    return Row(str(row.person), "", "đã thôi" if over else "", lines=[
        term(row.starts, row.ends, "đến khi phân công lại"), f"{row.assigned_by} phân công"], buttons=buttons)  # fmt: skip


@require_http_methods(["GET", "HEAD", "POST"])
@screen(posts=rules.may_run_units)
def units(request: HttpRequest, here: Here) -> HttpResponse:
    form = TitleForm(sent(request))

    def verb(data: dict[str, Any]) -> None:
        actions.open_unit(title=data["title"], by=here.person, at=here.at, channel="web")

    if request.method == "POST" and form.tries(verb):
        return done(request, "Đã lập tổ, đơn vị.", "units")
    running = UnitPost.objects.filter(queries.not_over(here.at), leads=True).select_related("person")
    page = paged(request, Unit.objects.prefetch_related(Prefetch("posts", running, to_attr="leaders")))
    rows = [
        Row(row.title, reverse("people:unit", kwargs={"pk": row.pk}),
            lines=[f"Phụ trách: {', '.join(str(post.person) for post in row.leaders) or 'chưa ghi'}"])
        for row in page
    ]  # fmt: skip
    runs = here.may(rules.may_run_units)
    asks = [Ask("Lập tổ, đơn vị", reverse("people:units"), form, "Lập")] if runs else []
    return show(
        request, here, Screen("Tổ, đơn vị", groups=[Group("Các tổ, đơn vị của trường", rows)], asks=asks, page=page)
    )


@require_http_methods(["GET", "HEAD", "POST"])
@screen(posts=rules.may_run_units)
def unit(request: HttpRequest, here: Here, pk: int) -> HttpResponse:
    what = get_object_or_404(Unit, pk=pk)
    form = UnitPostForm(sent(request), initial={"starts": here.at.date()})

    def verb(data: dict[str, Any]) -> None:
        starts = (
            max(day_begins(data["starts"]), here.at) if data["starts"] == here.at.date() else day_begins(data["starts"])
        )
        actions.post_to_unit(what, data["person"], leads=data["leads"], starts=starts, by=here.person, at=here.at,
                             channel="web")  # fmt: skip

    if request.method == "POST" and form.tries(verb):
        return done(request, "Đã ghi người của đơn vị.", "unit", pk=pk)
    runs = here.may(rules.may_run_units)
    given = (
        UnitPost.objects.filter(queries.not_over(here.at), unit=what)
        .select_related("person")
        .order_by("-leads", "starts")
    )
    page = paged(request, given)
    rows = [
        Row(str(row.person), "", "phụ trách" if row.leads else "", "done", [term(row.starts, row.ends, "đến nay")],
            [("Rời đơn vị", reverse("people:unit_leave", kwargs={"pk": row.pk}))] if runs else [])
        for row in page
    ]  # fmt: skip
    asks = [Ask("Ghi thêm người", reverse("people:unit", kwargs={"pk": pk}), form, "Ghi")] if runs else []
    return show(request, here, Screen(what.title, groups=[Group("Người của đơn vị", rows)], asks=asks, page=page,
                                      back=(reverse("people:units"), "Tổ, đơn vị")))  # fmt: skip


@require_POST
@screen(posts=rules.may_run_units)
def unit_leave(request: HttpRequest, here: Here, pk: int) -> HttpResponse:
    row = get_object_or_404(UnitPost, pk=pk)
    actions.end_unit_post(row, by=here.person, at=here.at, channel="web")
    return done(request, "Đã ghi rời đơn vị.", "unit", pk=row.unit_id)
