"""Collaborators: proposed by a Member, taken on at the Head's tap (Điều 10.4, 11.5)."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from portal.base.ordering import named, titled
from portal.people import actions, queries, rules
from portal.people.forms import CollaboratorForm, ReasonForm
from portal.people.models import CollaboratorPost, CollaboratorProposal, Field
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
from portal.people.words import moment, term

MARKS = {"proposed": "now", "accepted": "done", "declined": "alarm"}


@require_http_methods(["GET", "HEAD", "POST"])
@screen(rules.may_see_collaborators)
def collaborators(request: HttpRequest, here: Here) -> HttpResponse:
    mine = [field for field in Field.objects.all() if here.person.pk in here.board.fields.get(field.pk, frozenset())]
    form = CollaboratorForm(sent(request), mine=mine)
    if answer := answered(request, form, lambda data: actions.propose_collaborator(**data, **here.about),
                          "Đã gửi đề xuất tới Trưởng ban.", "collaborators"):  # fmt: skip
        return answer
    leads = here.may(rules.may_lead)
    own = {} if leads else {"field__in": mine}
    waiting = CollaboratorProposal.objects.filter(**own).select_related("field", "proposed_by").order_by("-pk")
    posts = CollaboratorPost.objects.filter(queries.not_over(here.at), **own).select_related("field", "person")
    page = paged(request, waiting)
    asks = (
        [Ask("Đề xuất cộng tác viên", reverse("people:collaborators"), form, "Gửi đề xuất")]
        if mine or form.errors
        else []
    )
    return show(request, here, Screen(
        "Cộng tác viên", "Ủy viên chọn cộng tác viên cho lĩnh vực mình; Trưởng ban bấm đồng ý là tài khoản mở (Điều 10.4, 11.5).",
        [Group("Đề xuất", [_proposal(row, leads) for row in page]),
         Group("Đang cộng tác", [_post(row) for row in posts.order_by(titled("field__title"), *named("person__full_name"))])], asks, page,
    ))  # fmt: skip


def _proposal(row: CollaboratorProposal, leads: bool) -> Row:
    lines = [f"Lĩnh vực {row.field} · {row.email}", f"{row.proposed_by} đề xuất lúc {moment(row.proposed_at)}",
             *([row.note] if row.note else []), *([f"Lý do: {row.reason}"] if row.reason else [])]  # fmt: skip
    badge = CollaboratorProposal.State(row.state).label
    if not leads or row.state != CollaboratorProposal.State.PROPOSED:
        return Row(row.full_name, "", badge, MARKS[row.state], lines)
    decline = Ask("Không đồng ý", reverse("people:collaborator_decline", kwargs={"pk": row.pk}),
                  ReasonForm(auto_id=f"khong_{row.pk}_%s"), "Không đồng ý", danger=True)  # fmt: skip
    accept = ("Đồng ý, mở tài khoản", reverse("people:collaborator_accept", kwargs={"pk": row.pk}))
    return Row(row.full_name, "", badge, MARKS[row.state], lines, tap=accept, asks=[decline])


def _post(row: CollaboratorPost) -> Row:
    return Row(str(row.person), "", row.field.title, "plain", [term(row.starts, row.ends, "đến nay")],
               [("Thôi cộng tác", reverse("people:collaborator_end", kwargs={"pk": row.pk}))])  # fmt: skip


@require_POST
@screen(posts=rules.may_lead)
def collaborator_accept(request: HttpRequest, here: Here, pk: int) -> HttpResponse:
    post = actions.accept_collaborator(get_object_or_404(CollaboratorProposal, pk=pk), **here.about)
    return done(
        request, f"Đã mở tài khoản {post.person.username} cho {post.person}. Thư mời đang được gửi.", "collaborators"
    )


@require_http_methods(["GET", "HEAD", "POST"])
@screen(rules.may_lead)
def collaborator_decline(request: HttpRequest, here: Here, pk: int) -> HttpResponse:
    row = get_object_or_404(CollaboratorProposal, pk=pk)
    form = ReasonForm(sent(request))
    if answer := answered(request, form, lambda data: actions.decline_collaborator(row, **data, **here.about),
                          "Đã trả lời ủy viên.", "collaborators"):  # fmt: skip
        return answer
    ask = Ask(
        "Không đồng ý", reverse("people:collaborator_decline", kwargs={"pk": pk}), form, "Không đồng ý", danger=True
    )
    return confirmation(
        request, here, f"Không nhận {row.full_name}", ask, (reverse("people:collaborators"), "Cộng tác viên")
    )


@require_POST
@screen()
def collaborator_end(request: HttpRequest, here: Here, pk: int) -> HttpResponse:
    actions.end_collaborator(get_object_or_404(CollaboratorPost, pk=pk), **here.about)
    return done(request, "Đã ghi thôi cộng tác. Bài đã viết vẫn giữ nguyên.", "collaborators")
