"""Units of the school and who leads them (Điều 7, 10.3)."""

from django.db.models import Prefetch
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from portal.base.clock import day_begins
from portal.people import actions, queries, rules
from portal.people.forms import TitleForm, UnitPostForm
from portal.people.models import Unit, UnitPost
from portal.people.views.screen import Ask, Group, Here, Row, Screen, answered, done, paged, screen, sent, show
from portal.people.words import term


@require_http_methods(["GET", "HEAD", "POST"])
@screen(posts=rules.may_run_units)
def units(request: HttpRequest, here: Here) -> HttpResponse:
    form = TitleForm(sent(request))
    if answer := answered(request, form, lambda data: actions.open_unit(**data, **here.about), "Đã lập tổ, đơn vị.",
                          "units"):  # fmt: skip
        return answer
    running = UnitPost.objects.filter(queries.not_over(here.at), leads=True).select_related("person")
    page = paged(request, Unit.objects.prefetch_related(Prefetch("posts", running, to_attr="leaders")))
    rows = [
        Row(row.title, reverse("people:unit", kwargs={"pk": row.pk}),
            lines=[f"Phụ trách: {', '.join(str(post.person) for post in row.leaders) or 'chưa ghi'}"])
        for row in page
    ]  # fmt: skip
    asks = [Ask("Lập tổ, đơn vị", reverse("people:units"), form, "Lập")] if here.may(rules.may_run_units) else []
    return show(
        request, here, Screen("Tổ, đơn vị", groups=[Group("Các tổ, đơn vị của trường", rows)], asks=asks, page=page)
    )


@require_http_methods(["GET", "HEAD", "POST"])
@screen(posts=rules.may_run_units)
def unit(request: HttpRequest, here: Here, pk: int) -> HttpResponse:
    what = get_object_or_404(Unit, pk=pk)
    today = here.at.date()
    form = UnitPostForm(sent(request), initial={"starts": today})
    if answer := answered(
        request, form,
        lambda data: actions.post_to_unit(what, data["person"], leads=data["leads"], **here.about,
                                          starts=here.at if data["starts"] == today else day_begins(data["starts"])),
        "Đã ghi người của đơn vị.", "unit", pk=pk,
    ):  # fmt: skip
        return answer
    runs = here.may(rules.may_run_units)
    given = UnitPost.objects.filter(queries.not_over(here.at), unit=what).select_related("person")
    page = paged(request, given.order_by("-leads", "starts"))
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
    actions.end_unit_post(row, **here.about)
    return done(request, "Đã ghi rời đơn vị.", "unit", pk=row.unit_id)
