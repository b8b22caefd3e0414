"""What is proposed to the Principal about people, and the answers: one register (Điều 10.3, 13.9)."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from portal.people import actions, queries, rules
from portal.people.forms import PersonnelForm, ReasonForm
from portal.people.models import PersonnelProposal
from portal.people.rules import OFFICE_NAMES, Change, Office
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
from portal.people.words import moment

MARKS = {"proposed": "now", "accepted": "done", "declined": "alarm", "taken_back": "plain"}
State = PersonnelProposal.State


@require_http_methods(["GET", "HEAD", "POST"])
@screen(rules.may_see_personnel, posts=rules.may_propose_any)
def personnel(request: HttpRequest, here: Here) -> HttpResponse:
    open_to = [
        one for one in OFFICE_NAMES if rules.may_propose_personnel(here.board, here.person.pk, Office(one)) is None
    ]
    form = PersonnelForm(sent(request), offices=[Office(one) for one in open_to])
    if answer := answered(
        request, form,
        lambda data: actions.propose_personnel(data["person"], Office(data["office"]), change=Change(data["change"]),
                                               note=data["note"], **here.about),
        "Đã gửi đề xuất tới Hiệu trưởng.", "personnel",
    ):  # fmt: skip
        return answer
    waiting = [proposal_row(row, here) for row in queries.open_personnel_proposals()]
    page = paged(request, queries.personnel_proposals().exclude(state=State.PROPOSED))
    groups = [
        Group("Chờ Hiệu trưởng trả lời", waiting, "Không có đề xuất nào đang chờ."),
        Group("Đã trả lời", [proposal_row(row, here) for row in page], "Chưa có đề xuất nào được trả lời."),
    ]
    asks = [Ask("Đề xuất nhân sự", reverse("people:personnel"), form, "Gửi đề xuất tới Hiệu trưởng")] if open_to else []
    intro = "Trưởng ban đề xuất nhân sự của Ban; Hiệu trưởng trả lời bằng một quyết định, hoặc nêu lý do không đồng ý (Điều 10.3)."
    return show(request, here, Screen("Đề xuất nhân sự", intro, groups, asks, page))


@require_http_methods(["GET", "HEAD", "POST"])
@screen(rules.may_appoint)
def personnel_decline(request: HttpRequest, here: Here, pk: int) -> HttpResponse:
    row = get_object_or_404(PersonnelProposal.objects.select_related("person"), pk=pk)
    form = ReasonForm(sent(request))
    if answer := answered(request, form, lambda data: actions.decline_personnel(row, **data, **here.about),
                          "Đã trả lời người đề xuất.", "personnel"):  # fmt: skip
        return answer
    ask = Ask("Không đồng ý", reverse("people:personnel_decline", kwargs={"pk": pk}), form, "Không đồng ý", danger=True)
    return confirmation(
        request, here, f"Không đồng ý: {named(row)}", ask, (reverse("people:personnel"), "Đề xuất nhân sự")
    )


@require_POST
@screen(posts=rules.may_propose_any)
def personnel_take_back(request: HttpRequest, here: Here, pk: int) -> HttpResponse:
    actions.take_back_personnel(get_object_or_404(PersonnelProposal, pk=pk), **here.about)
    return done(request, "Đã rút đề xuất.", "personnel")


def named(row: PersonnelProposal) -> str:
    """What is proposed, in one line."""
    office = OFFICE_NAMES[row.office]
    return (
        f"Bổ nhiệm {row.person} làm {office}" if row.change == Change.APPOINT else f"Thôi chức {office}: {row.person}"
    )


def proposal_row(row: PersonnelProposal, here: Here) -> Row:
    """A proposal with what this person may answer to it."""
    lines = [row.note, f"{row.proposed_by}, {OFFICE_NAMES[row.proposed_as]}, đề xuất lúc {moment(row.proposed_at)}"]
    if row.decision is not None and row.answered_at is not None:
        lines.append(f"Quyết định số {row.decision.number}, ghi lúc {moment(row.answered_at)}")
    elif row.answered_at is not None:
        lines.append(
            " · ".join(
                part for part in (f"{row.answered_by} trả lời lúc {moment(row.answered_at)}", row.answer) if part
            )
        )
    waits = row.state == State.PROPOSED
    answers = waits and here.may(rules.may_appoint)
    links = [("Trả lời bằng quyết định", f"{reverse('people:decision_new')}?de-xuat={row.pk}")] if answers else []
    asks = [
        Ask("Không đồng ý", reverse("people:personnel_decline", kwargs={"pk": row.pk}),
            ReasonForm(auto_id=f"khong_{row.pk}_%s"), "Không đồng ý", danger=True)
    ] if answers else []  # fmt: skip
    mine = waits and row.proposed_by_id == here.person.pk
    buttons = [("Rút đề xuất", reverse("people:personnel_take_back", kwargs={"pk": row.pk}))] if mine else []
    return Row(named(row), "", State(row.state).label, MARKS[row.state], lines, buttons, links=links, asks=asks)
