"""Rights withdrawn and given back: proposed, decided by Head or Principal, done at once everywhere (Điều 9.5, 10.4, 11.6, 13.8).
Each act asks for the password once more."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from portal.people import actions, queries, rules
from portal.people.forms import ReasonForm, SuspendForm, VerbForm
from portal.people.mixins import confirm_identity
from portal.people.models import Person, Suspension
from portal.people.views.screen import Ask, Group, Here, Row, Screen, answered, confirmation, paged, screen, sent, show
from portal.people.words import moment, term

INTRO = (
    "Ba bước: người trong Ban hoặc Quản trị viên đề xuất; Trưởng ban hoặc Hiệu trưởng quyết định; cổng thi hành ngay, cắt mọi "
    "phiên đăng nhập và mã truy cập. Không bài nào bị xóa (Điều 9.5, 10.4, 11.6, 13.8)."
)


@require_http_methods(["GET", "HEAD", "POST"])
@screen(rules.may_see_suspensions)
def suspensions(request: HttpRequest, here: Here) -> HttpResponse:
    decides = here.may(rules.may_suspend)
    form = SuspendForm(sent(request), proposing=not decides, initial={"person": request.GET.get("nguoi")})

    def verb(data: dict[str, Any]) -> None:
        confirm_identity(request)
        act = actions.suspend if decides else actions.propose_suspension
        act(data.pop("person"), **data, **here.about)

    said = "Đã tạm dừng quyền; các phiên đang mở đã bị thoát." if decides else "Đã gửi đề xuất tới Trưởng ban."
    if answer := answered(request, form, verb, said, "suspensions"):
        return answer
    label = "Tạm dừng quyền" if decides else "Đề xuất tạm dừng quyền"
    ask = Ask(label, reverse("people:suspensions"), form, label, danger=decides, open="nguoi" in request.GET)
    if decides:
        return _decider(request, here, ask)
    groups = [Group("Thầy/cô đã đề xuất", [_asked(one) for one in queries.suspensions_proposed_by(here.person)],
                    "Chưa có đề xuất nào.")]  # fmt: skip
    if here.may(rules.may_keep_accounts):
        running = (
            Suspension.objects.filter(queries.not_over(here.at)).select_related("person").order_by("-starts", "-pk")
        )
        groups.append(Group("Cổng đang thi hành", [_running(row) for row in running], "Không ai bị tạm dừng quyền."))
    return show(request, here, Screen("Tạm dừng quyền", INTRO, groups, [ask]))


def _decider(request: HttpRequest, here: Here, ask: Ask) -> HttpResponse:
    rows = Suspension.objects.select_related("person", "decided_by", "lifted_by").order_by("-starts", "-pk")
    page = paged(request, rows)
    waiting = queries.open_suspension_proposals()[:20]
    proposed = list(zip(waiting, queries.told(waiting), strict=True))
    return show(request, here, Screen("Tạm dừng quyền", INTRO, [
        Group("Đề xuất chờ quyết định", [_proposed(raw.subject_id, line) for raw, line in proposed], "Không có đề xuất nào."),
        Group("Đã quyết định", [_suspension(row, here) for row in page]),
    ], [ask], page))  # fmt: skip


def _proposed(person: int | None, line: queries.Line) -> Row:
    """A proposal with both answers: withdraw with its reason filled in, or leave the rights and say why."""
    suspend = Ask("Tạm dừng quyền", reverse("people:suspensions"), SuspendForm(
        auto_id=f"dung_{person}_%s", initial={"person": person, "reason": line.reason}), "Tạm dừng quyền", danger=True)  # fmt: skip
    decline = Ask("Không tạm dừng", reverse("people:suspension_decline", kwargs={"pk": person}),
                  ReasonForm(auto_id=f"giu_{person}_%s"), "Giữ nguyên quyền")  # fmt: skip
    return Row(line.about, lines=[line.reason, f"{line.by} đề xuất lúc {moment(line.at)}"], asks=[suspend, decline])


def _asked(one: queries.Asked) -> Row:
    badge, mark = {"suspend": ("đã tạm dừng", "done"), "suspension_decline": ("giữ nguyên quyền", "plain")}.get(
        one.answer, ("chờ Trưởng ban", "now")
    )
    return Row(one.line.about, "", badge, mark, [one.line.reason, f"Đề xuất lúc {moment(one.line.at)}"])


def _running(row: Suspension) -> Row:
    """What is carried out; why is for those concerned (Điều 17)."""
    return Row(str(row.person), "", "đang tạm dừng", "alarm", [term(row.starts, row.ends)])


@require_http_methods(["GET", "HEAD", "POST"])
@screen(rules.may_suspend)
def suspension_decline(request: HttpRequest, here: Here, pk: int) -> HttpResponse:
    person = get_object_or_404(Person, pk=pk)
    form = ReasonForm(sent(request))
    if answer := answered(request, form, lambda data: actions.decline_suspension(person, **data, **here.about),
                          "Đã ghi: quyền giữ nguyên.", "suspensions"):  # fmt: skip
        return answer
    ask = Ask("Không tạm dừng", reverse("people:suspension_decline", kwargs={"pk": pk}), form, "Giữ nguyên quyền")
    return confirmation(request, here, f"Không tạm dừng quyền của {person}", ask, _list())


def _suspension(row: Suspension, here: Here) -> Row:
    over = row.ends is not None and row.ends <= here.at
    lines = [row.reason, term(row.starts, row.ends), f"{row.decided_by} quyết định",
             *([f"{row.lifted_by} trả lại quyền"] if row.lifted_by else [])]  # fmt: skip
    links = [] if over else [("Trả lại quyền", reverse("people:suspension_lift", kwargs={"pk": row.pk}))]
    badge, mark = ("đã xong", "plain") if over else ("đang tạm dừng", "alarm")
    return Row(str(row.person), "", badge, mark, lines, links=links)


@require_http_methods(["GET", "HEAD", "POST"])
@screen(rules.may_suspend)
def suspension_lift(request: HttpRequest, here: Here, pk: int) -> HttpResponse:
    row = get_object_or_404(Suspension.objects.select_related("person"), pk=pk)
    form = VerbForm(sent(request))

    def verb(_: dict[str, Any]) -> None:
        confirm_identity(request)
        actions.lift(row, **here.about)

    if answer := answered(request, form, verb, "Đã trả lại quyền, có hiệu lực ngay.", "suspensions"):
        return answer
    ask = Ask("Trả lại quyền", reverse("people:suspension_lift", kwargs={"pk": pk}), form, "Trả lại quyền")
    intro = f"{term(row.starts, row.ends)}. Phiên đăng nhập và mã truy cập cũ không sống lại; thầy/cô ấy đăng nhập lại."
    return confirmation(request, here, f"Trả lại quyền cho {row.person}", ask, _list(), intro)


def _list() -> tuple[str, str]:
    return reverse("people:suspensions"), "Tạm dừng quyền"
