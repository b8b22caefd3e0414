"""Accounts: collaborators proposed and accepted, rights withdrawn and given back, the administrator's list, one's record."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from portal.base.refused import refuse_if
from portal.people import actions, queries, rules
from portal.people.forms import CollaboratorForm, ReasonForm, SuspendForm
from portal.people.models import CollaboratorPost, CollaboratorProposal, Field, Person, Suspension
from portal.people.views.screen import Ask, Group, Here, Row, Screen, done, paged, screen, sent, show
from portal.people.words import moment, term

MARKS = {"proposed": "now", "accepted": "done", "declined": "alarm"}


@require_http_methods(["GET", "HEAD", "POST"])
@screen(rules.may_see_collaborators)
def collaborators(request: HttpRequest, here: Here) -> HttpResponse:
    mine = [field for field in Field.objects.all() if here.person.pk in here.board.fields.get(field.pk, frozenset())]
    form = CollaboratorForm(sent(request), mine=mine)

    def verb(data: dict[str, Any]) -> None:
        actions.propose_collaborator(**data, by=here.person, at=here.at, channel="web")

    if request.method == "POST" and form.tries(verb):
        return done(request, "Đã gửi đề xuất tới Trưởng ban.", "collaborators")
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
         Group("Đang cộng tác", [_post(row) for row in posts.order_by("field__title", "person__full_name")])], asks, page,
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
    post = actions.accept_collaborator(get_object_or_404(CollaboratorProposal, pk=pk), by=here.person, at=here.at,
                                       channel="web")  # fmt: skip
    return done(
        request, f"Đã mở tài khoản {post.person.username} cho {post.person}. Thư mời đang được gửi.", "collaborators"
    )


@require_http_methods(["GET", "HEAD", "POST"])
@screen(rules.may_lead)
def collaborator_decline(request: HttpRequest, here: Here, pk: int) -> HttpResponse:
    row = get_object_or_404(CollaboratorProposal, pk=pk)
    form = ReasonForm(sent(request))

    def verb(data: dict[str, Any]) -> None:
        actions.decline_collaborator(row, reason=data["reason"], by=here.person, at=here.at, channel="web")

    if request.method == "POST" and form.tries(verb):
        return done(request, "Đã trả lời ủy viên.", "collaborators")
    ask = Ask(
        "Không đồng ý", reverse("people:collaborator_decline", kwargs={"pk": pk}), form, "Không đồng ý", danger=True
    )
    return show(request, here, Screen(f"Không nhận {row.full_name}", asks=[ask],
                                      back=(reverse("people:collaborators"), "Cộng tác viên")))  # fmt: skip


@require_POST
@screen()
def collaborator_end(request: HttpRequest, here: Here, pk: int) -> HttpResponse:
    actions.end_collaborator(get_object_or_404(CollaboratorPost, pk=pk), by=here.person, at=here.at, channel="web")
    return done(request, "Đã ghi thôi cộng tác. Bài đã viết vẫn giữ nguyên.", "collaborators")


@require_http_methods(["GET", "HEAD", "POST"])
@screen(rules.may_see_suspensions)
def suspensions(request: HttpRequest, here: Here) -> HttpResponse:
    decides = here.may(rules.may_suspend)
    form = SuspendForm(sent(request), proposing=not decides)

    def verb(data: dict[str, Any]) -> None:
        act = actions.suspend if decides else actions.propose_suspension
        act(data.pop("person"), **data, by=here.person, at=here.at, channel="web")

    if request.method == "POST" and form.tries(verb):
        said = "Đã tạm dừng quyền; các phiên đang mở đã bị thoát." if decides else "Đã gửi đề xuất tới Trưởng ban."
        return done(request, said, "suspensions")
    label = "Tạm dừng quyền" if decides else "Đề xuất tạm dừng quyền"
    intro = "Người bị tạm dừng vẫn đăng nhập được nhưng không giữ quyền nào; không bài nào bị xóa (Điều 9.5, 10.4)."
    ask = Ask(label, reverse("people:suspensions"), form, label, danger=decides)
    if not decides:
        return show(request, here, Screen("Tạm dừng quyền", intro, asks=[ask]))
    rows = Suspension.objects.select_related("person", "decided_by", "lifted_by").order_by("-starts", "-pk")
    page = paged(request, rows)
    waiting = queries.open_suspension_proposals()[:20]
    proposed = list(zip(waiting, queries.told(waiting), strict=True))
    return show(request, here, Screen("Tạm dừng quyền", intro, [
        Group("Đề xuất chờ quyết định", [_proposed(raw.subject_id, line) for raw, line in proposed], "Không có đề xuất nào."),
        Group("Đã quyết định", [_suspension(row, here) for row in page]),
    ], [ask], page))  # fmt: skip


def _proposed(person: int | None, line: queries.Line) -> Row:
    decline = Ask("Không tạm dừng", reverse("people:suspension_decline", kwargs={"pk": person}),
                  ReasonForm(auto_id=f"giu_{person}_%s"), "Giữ nguyên quyền")  # fmt: skip
    return Row(line.about, lines=[line.reason, f"{line.by} đề xuất lúc {moment(line.at)}"], asks=[decline])


@require_http_methods(["GET", "HEAD", "POST"])
@screen(rules.may_suspend)
def suspension_decline(request: HttpRequest, here: Here, pk: int) -> HttpResponse:
    person = get_object_or_404(Person, pk=pk)
    form = ReasonForm(sent(request))

    def verb(data: dict[str, Any]) -> None:
        actions.decline_suspension(person, reason=data["reason"], by=here.person, at=here.at, channel="web")

    if request.method == "POST" and form.tries(verb):
        return done(request, "Đã ghi: quyền giữ nguyên.", "suspensions")
    ask = Ask("Không tạm dừng", reverse("people:suspension_decline", kwargs={"pk": pk}), form, "Giữ nguyên quyền")
    return show(request, here, Screen(f"Không tạm dừng quyền của {person}", asks=[ask],
                                      back=(reverse("people:suspensions"), "Tạm dừng quyền")))  # fmt: skip


def _suspension(row: Suspension, here: Here) -> Row:
    over = row.ends is not None and row.ends <= here.at
    lines = [row.reason, term(row.starts, row.ends), f"{row.decided_by} quyết định",
             *([f"{row.lifted_by} trả lại quyền"] if row.lifted_by else [])]  # fmt: skip
    buttons = [] if over else [("Trả lại quyền", reverse("people:suspension_lift", kwargs={"pk": row.pk}))]
    return Row(
        str(row.person), "", "đã xong" if over else "đang tạm dừng", "plain" if over else "alarm", lines, buttons
    )


@require_POST
@screen(posts=rules.may_suspend)
def suspension_lift(request: HttpRequest, here: Here, pk: int) -> HttpResponse:
    actions.lift(get_object_or_404(Suspension, pk=pk), by=here.person, at=here.at, channel="web")
    return done(request, "Đã trả lại quyền, có hiệu lực ngay.", "suspensions")


@require_safe
@screen(rules.may_see_accounts)
def accounts(request: HttpRequest, here: Here) -> HttpResponse:
    page = paged(request, queries.accounts(here.at))
    intro = "Chỉ để xem: mở, tạm dừng tài khoản đi theo quyết định của Ban; mật khẩu do từng người tự đặt (Điều 13.1)."
    return show(
        request, here, Screen("Tài khoản", intro, [Group("Mọi tài khoản", [_account(row) for row in page])], page=page)
    )


def _account(row: Any) -> Row:
    ills = [
        *(["tạm dừng quyền"] if row.is_out else []), *([] if row.is_active else ["đã khóa"]),
        *([] if row.has_usable_password() else ["chưa đặt mật khẩu"]), *([] if row.email else ["chưa có thư điện tử"]),
    ]  # fmt: skip
    seen = f"đăng nhập gần nhất {moment(row.last_login)}" if row.last_login else "chưa đăng nhập lần nào"
    lines = [f"{row.username} · {Person.Kind(row.kind).label}", f"{seen} · {row.live_tokens} mã truy cập"]
    return Row(str(row), reverse("people:record", kwargs={"username": row.username}), ", ".join(ills), "now", lines)


@require_safe
@screen()
def record(request: HttpRequest, here: Here, username: str) -> HttpResponse:
    person = Person.objects.filter(username=username).first()
    refuse_if(rules.may_see_record(here.board, here.person.pk, person.pk if person else 0))
    person = get_object_or_404(Person, username=username)
    page = paged(request, queries.lines_about(person))
    lines = queries.told(page, reasons=rules.may_see_reasons(here.board, here.person.pk, person.pk))
    intro = f"{person.username} · {Person.Kind(person.kind).label}"
    return show(request, here, Screen(str(person), intro, page=page, back=(reverse("people:overview"), "Ai giữ việc gì"),
                                      extra={"lines": lines}), "people/record.html")  # fmt: skip
