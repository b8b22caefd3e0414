"""The Principal's papers and what stands on them."""

from typing import Any

from django.db.models import Count
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from portal.people import actions, rules
from portal.people.forms import ActingHeadForm, AppointForm, DecisionForm, EndAppointmentForm, day_begins, day_is_over
from portal.people.models import Appointment, Decision
from portal.people.rules import OFFICE_NAMES, Office
from portal.people.views.screen import Ask, Group, Here, Row, Screen, done, paged, screen, sent, show
from portal.people.words import term


@require_safe
@screen()
def decisions(request: HttpRequest, here: Here) -> HttpResponse:
    page = paged(request, Decision.objects.annotate(given=Count("appointments")).order_by("-signed_on", "-pk"))
    rows = [
        Row(f"Số {row.number}", reverse("people:decision", kwargs={"pk": row.pk}),
            lines=[row.subject, f"{row.signer} ký ngày {row.signed_on:%d/%m/%Y} · {row.given} bổ nhiệm"])
        for row in page
    ]  # fmt: skip
    links = []
    if here.may(rules.may_appoint):
        links = [
            ("Ghi quyết định mới", reverse("people:decision_new")),
            ("Giao phụ trách Ban", reverse("people:acting_head")),
        ]
    return show(request, here, Screen("Quyết định của Hiệu trưởng", groups=[Group("Các quyết định", rows)], page=page,
                                      extra={"links": links}))  # fmt: skip


@require_http_methods(["GET", "HEAD", "POST"])
@screen(rules.may_appoint)
def decision_new(request: HttpRequest, here: Here) -> HttpResponse:
    form = DecisionForm(sent(request), initial={"signed_on": here.at.date(), "signer": str(here.person)})
    made: list[Decision] = []

    def verb(data: dict[str, Any]) -> None:
        made.append(actions.record_decision(**data, by=here.person, at=here.at, channel="web"))

    if request.method == "POST" and form.tries(verb):
        return done(request, "Đã ghi quyết định. Thầy/cô ghi tiếp những ai được bổ nhiệm.", "decision", pk=made[0].pk)
    ask = Ask("Ghi quyết định", reverse("people:decision_new"), form, "Ghi quyết định")
    return show(
        request, here, Screen("Ghi quyết định mới", "Số, ngày, người ký như trên giấy đã ký.", asks=[ask], back=_list())
    )


@require_http_methods(["GET", "HEAD", "POST"])
@screen(posts=rules.may_appoint)
def decision(request: HttpRequest, here: Here, pk: int) -> HttpResponse:
    paper = get_object_or_404(Decision, pk=pk)
    form = AppointForm(sent(request), initial={"starts": here.at.date()})
    principal = here.may(rules.may_appoint)

    def verb(data: dict[str, Any]) -> None:
        actions.appoint(data["person"], Office(data["office"]), decision=paper, starts=day_begins(data["starts"]),
                        ends=day_is_over(data["ends"]), by=here.person, at=here.at, channel="web")  # fmt: skip

    if request.method == "POST" and form.tries(verb):
        return done(request, "Đã bổ nhiệm. Quyền có hiệu lực đúng ngày thầy/cô ghi.", "decision", pk=pk)
    given = Appointment.objects.filter(decision=paper).select_related("person", "ended_by").order_by("office", "pk")
    page = paged(request, given)
    address = reverse("people:decision", kwargs={"pk": pk})
    return show(request, here, Screen(
        f"Quyết định số {paper.number}", f"{paper.subject}. {paper.signer} ký ngày {paper.signed_on:%d/%m/%Y}.",
        [Group("Bổ nhiệm theo quyết định này", [_appointment(row, here, principal) for row in page])], page=page,
        asks=[Ask("Bổ nhiệm thêm người", address, form, "Bổ nhiệm")] if principal else [], back=_list(),
    ))  # fmt: skip


@require_http_methods(["GET", "HEAD", "POST"])
@screen(rules.may_appoint)
def acting_head(request: HttpRequest, here: Here) -> HttpResponse:
    form = ActingHeadForm(sent(request), initial={"starts": here.at})

    def verb(data: dict[str, Any]) -> None:
        actions.name_acting_head(**data, by=here.person, at=here.at, channel="web")

    if request.method == "POST" and form.tries(verb):
        return done(request, "Đã giao phụ trách Ban. Đến giờ ghi, người ấy có đủ quyền Trưởng ban.", "overview")
    ask = Ask("Giao phụ trách Ban", reverse("people:acting_head"), form, "Giao phụ trách Ban")
    intro = "Người phụ trách có toàn bộ quyền của Trưởng ban trong thời gian ghi; hồ sơ ghi rõ tư cách ấy."
    return show(request, here, Screen("Giao phụ trách Ban", intro, asks=[ask], back=_list()))


@require_http_methods(["GET", "HEAD", "POST"])
@screen(rules.may_appoint)
def appointment_end(request: HttpRequest, here: Here, pk: int) -> HttpResponse:
    row = get_object_or_404(Appointment.objects.select_related("person", "decision"), pk=pk)
    form = EndAppointmentForm(sent(request))

    def verb(data: dict[str, Any]) -> None:
        ends = day_is_over(data["last_day"]) or here.at
        actions.end_appointment(row, decision=data["decision"], ends=ends, by=here.person, at=here.at, channel="web")

    if request.method == "POST" and form.tries(verb):
        return done(request, "Đã ghi thôi giữ chức.", "decision", pk=row.decision_id)
    ask = Ask(
        "Ghi thôi giữ chức",
        reverse("people:appointment_end", kwargs={"pk": pk}),
        form,
        "Ghi thôi giữ chức",
        danger=True,
    )
    back = (reverse("people:decision", kwargs={"pk": row.decision_id}), f"Quyết định số {row.decision.number}")
    title = f"Thôi giữ chức {OFFICE_NAMES[row.office]}: {row.person}"
    return show(request, here, Screen(title, term(row.starts, row.ends), asks=[ask], back=back))


def _appointment(row: Appointment, here: Here, principal: bool) -> Row:
    over = row.ends is not None and row.ends <= here.at
    badge, mark = (
        ("đã thôi", "plain") if over else ("đang giữ", "done") if row.starts <= here.at else ("chưa tới ngày", "now")
    )
    lines = [term(row.starts, row.ends), *([f"Thôi theo quyết định số {row.ended_by.number}"] if row.ended_by else [])]
    links = (
        [("Thôi giữ chức", reverse("people:appointment_end", kwargs={"pk": row.pk}))] if principal and not over else []
    )
    return Row(f"{OFFICE_NAMES[row.office]}: {row.person}", "", badge, mark, lines, links=links)


def _list() -> tuple[str, str]:
    return reverse("people:decisions"), "Quyết định"
