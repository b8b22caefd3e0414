"""The Principal's papers and what stands on them."""

from typing import Any

from django.db.models import Count
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from portal.base.clock import day_begins, day_is_over
from portal.people import actions, queries, rules
from portal.people.forms import AppointForm, EndAppointmentForm, PaperForm
from portal.people.models import Appointment, Decision, PersonnelProposal
from portal.people.rules import OFFICE_NAMES, Change, Office
from portal.people.views.personnel import named
from portal.people.views.screen import (
    Ask,
    Group,
    Here,
    Row,
    Screen,
    answered,
    confirmation,
    done,
    paged,
    screen,
    sent,
    show,
)
from portal.people.words import term


@require_safe
@screen()
def decisions(request: HttpRequest, here: Here) -> HttpResponse:
    page = paged(request, queries.papers().annotate(given=Count("appointments")))
    rows = [paper_row(row, f"{row.given} bổ nhiệm") for row in page]
    links = [
        ("Ghi quyết định mới", reverse("people:decision_new")),
        ("Giao phụ trách Ban", reverse("people:acting_head")),
    ]
    return show(request, here, Screen(
        "Quyết định của Hiệu trưởng", groups=[Group("Các quyết định", rows)], page=page,
        extra={"links": links if here.may(rules.may_appoint) else []},
    ))  # fmt: skip


def paper_row(row: Decision, more: str = "") -> Row:
    """A paper in a list."""
    signed = " · ".join(part for part in (f"{row.signer} ký ngày {row.signed_on:%d/%m/%Y}", more) if part)
    return Row(f"Số {row.number}", reverse("people:decision", kwargs={"pk": row.pk}), lines=[row.subject, signed])


@require_http_methods(["GET", "HEAD", "POST"])
@screen(rules.may_appoint)
def decision_new(request: HttpRequest, here: Here) -> HttpResponse:
    """A paper with everyone it concerns, in one go; it may answer a proposal of the Head."""
    proposal = _proposal(request)
    form = _paper_form(request, here, proposal)
    made: list[Decision] = []

    def verb(data: dict[str, Any]) -> None:
        lines = [_line(typed) for _, typed in form.said]
        places = [place for place, _ in form.said]
        made.append(actions.issue_decision(**data, lines=lines, places=places, answers=proposal, **here.about))

    if request.method == "POST" and form.is_bound and form.tries(verb):
        return done(request, _said(form, proposal), "decision", pk=made[0].pk)
    ask = Ask("Ghi quyết định", reverse("people:decision_new"), form, "Ghi quyết định và cho có hiệu lực")
    intro = "Số, ngày, người ký như trên giấy đã ký; ghi luôn những ai được bổ nhiệm hoặc thôi giữ chức."
    back = (reverse("people:personnel"), "Đề xuất nhân sự") if proposal else _list()
    return show(request, here, Screen("Ghi quyết định mới", intro, asks=[ask], back=back,
                                      extra={"proposal": proposal, "answers": named(proposal) if proposal else ""}),
                "people/paper.html")  # fmt: skip


def _said(form: PaperForm, proposal: PersonnelProposal | None) -> str:
    if proposal is not None:
        return "Đã ghi quyết định và trả lời đề xuất. Quyền có hiệu lực đúng ngày thầy/cô ghi."
    if form.said:
        return "Đã ghi quyết định. Quyền có hiệu lực đúng ngày thầy/cô ghi."
    return "Đã ghi quyết định. Thầy/cô ghi tiếp những ai được bổ nhiệm."


def _paper_form(request: HttpRequest, here: Here, proposal: PersonnelProposal | None) -> PaperForm:
    today = here.at.date()
    blank: dict[str, Any] = {"change": str(Change.APPOINT), "starts": today}
    if request.method == "POST":
        again = request.POST.get("do") == "them"
        return PaperForm.again(request.POST, blank) if again else PaperForm(request.POST, lines=[])
    first: dict[str, Any] = {"office": request.GET.get("chuc", "")}
    subject = ""
    if proposal is not None:
        first = {"change": proposal.change, "person": proposal.person_id, "office": proposal.office}
        subject = named(proposal)
    return PaperForm(
        lines=[blank | first], initial={"signed_on": today, "signer": str(here.person), "subject": subject}
    )


def _line(typed: dict[str, Any]) -> actions.Line:
    return actions.Line(Change(typed["change"] or Change.APPOINT), typed["person"], Office(typed["office"]), day_begins(typed["starts"]),
                        day_is_over(typed["ends"]))  # fmt: skip


def _proposal(request: HttpRequest) -> PersonnelProposal | None:
    """The proposal a paper answers, carried in the address and then in the form; 404 where there is none of that number."""
    typed = request.GET.get("de-xuat") or request.POST.get("de-xuat") or ""
    if not typed:
        return None
    pk = int(typed) if typed.isascii() and typed.isdigit() and len(typed) < 19 else 0
    return get_object_or_404(PersonnelProposal.objects.select_related("person"), pk=pk)


@require_http_methods(["GET", "HEAD", "POST"])
@screen(posts=rules.may_appoint)
def decision(request: HttpRequest, here: Here, pk: int) -> HttpResponse:
    paper = get_object_or_404(Decision, pk=pk)
    form = AppointForm(sent(request), initial={"starts": here.at.date()})
    if answer := answered(
        request, form,
        lambda data: actions.appoint(data["person"], Office(data["office"]), decision=paper,
                                     starts=day_begins(data["starts"]), ends=day_is_over(data["ends"]), **here.about),
        "Đã bổ nhiệm. Quyền có hiệu lực đúng ngày thầy/cô ghi.", "decision", pk=pk,
    ):  # fmt: skip
        return answer
    principal = here.may(rules.may_appoint)
    given = Appointment.objects.filter(decision=paper).select_related("person", "ended_by").order_by("office", "pk")
    page = paged(request, given)
    groups = [
        Group(
            "Bổ nhiệm theo quyết định này", [_appointment(row, here, principal) for row in page], "Không bổ nhiệm ai."
        )
    ]
    ended = Appointment.objects.filter(ended_by=paper).select_related("person", "decision").order_by("office", "pk")
    gone = [Row(f"{OFFICE_NAMES[row.office]}: {row.person}", "", "thôi", "plain",
                [f"{term(row.starts, row.ends)} · bổ nhiệm theo quyết định số {row.decision.number}"]) for row in ended]  # fmt: skip
    if gone:
        groups.append(Group("Thôi giữ chức theo quyết định này", gone))
    address = reverse("people:decision", kwargs={"pk": pk})
    return show(request, here, Screen(
        f"Quyết định số {paper.number}", f"{paper.subject}. {paper.signer} ký ngày {paper.signed_on:%d/%m/%Y}.", groups,
        page=page, asks=[Ask("Bổ nhiệm thêm người", address, form, "Bổ nhiệm")] if principal else [], back=_list(),
    ))  # fmt: skip


@require_http_methods(["GET", "HEAD", "POST"])
@screen(rules.may_appoint)
def appointment_end(request: HttpRequest, here: Here, pk: int) -> HttpResponse:
    row = get_object_or_404(Appointment.objects.select_related("person", "decision"), pk=pk)
    form = EndAppointmentForm(sent(request))
    if answer := answered(
        request, form,
        lambda data: actions.end_appointment(row, decision=data["decision"], ends=day_is_over(data["last_day"]) or here.at,
                                             **here.about),
        "Đã ghi thôi giữ chức.", "decision", pk=row.decision_id,
    ):  # fmt: skip
        return answer
    address = reverse("people:appointment_end", kwargs={"pk": pk})
    ask = Ask("Ghi thôi giữ chức", address, form, "Ghi thôi giữ chức", danger=True)
    back = (reverse("people:decision", kwargs={"pk": row.decision_id}), f"Quyết định số {row.decision.number}")
    title = f"Thôi giữ chức {OFFICE_NAMES[row.office]}: {row.person}"
    return confirmation(request, here, title, ask, back, term(row.starts, row.ends))


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
