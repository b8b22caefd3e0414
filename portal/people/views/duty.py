"""Delegations and absences: who decides and who stands in, from–until."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from portal.base.refused import refuse_if
from portal.people import actions, queries, rules
from portal.people.forms import AbsenceForm, AwayForm, DelegateForm, DelegationForm, VerbForm
from portal.people.models import Absence, Delegation
from portal.people.views.screen import Ask, Group, Here, Row, Screen, answered, confirmation, paged, screen, sent, show
from portal.people.words import moment, next_number, term


@require_http_methods(["GET", "HEAD", "POST"])
@screen(posts=rules.may_lead)
def delegations(request: HttpRequest, here: Here) -> HttpResponse:
    form = DelegationForm(sent(request), initial={"starts": here.at})
    if answer := answered(
        request, form,
        lambda data: actions.delegate(to=data["to"], fields=data["fields"], starts=data["starts"], ends=data["until"],
                                      number=data["number"], **here.about),
        "Đã ủy nhiệm. Hết hạn là tự hết quyền; thầy/cô thu hồi lúc nào cũng được.", "delegations",
    ):  # fmt: skip
        return answer
    leads = here.may(rules.may_lead)
    page = paged(request, queries.delegations_with_names())
    rows = [_delegation(row, here, leads) for row in page]
    asks = [Ask("Ủy nhiệm từ ngày giờ khác", reverse("people:delegations"), form, "Ủy nhiệm")] if leads else []
    links = [("Ủy nhiệm ngay bây giờ", reverse("people:delegate"))] if leads else []
    intro = "Ủy viên được ủy nhiệm duyệt thay Trưởng ban bài thuộc lĩnh vực ghi trong giấy; không chuyển tiếp (Điều 10.2, 11.2)."
    return show(request, here, Screen("Ủy nhiệm duyệt bài", intro, [Group("Các giấy ủy nhiệm", rows)], asks, page,
                                      extra={"links": links}))  # fmt: skip


@require_http_methods(["GET", "HEAD", "POST"])
@screen(rules.may_lead)
def delegate(request: HttpRequest, here: Here) -> HttpResponse:
    """Two taps: the Member's fields, the next number of the board and an end are filled in."""
    members = here.board.members - {here.person.pk}
    chosen = _asked_for(request, members)
    last = Delegation.objects.order_by("-pk").values_list("number", flat=True).first()
    first = {"to": chosen, "fields": [field for field, held in here.board.fields.items() if chosen in held],
             "until": request.GET.get("den", "thu-sau"), "number": next_number(last or "")}  # fmt: skip
    form = DelegateForm(sent(request), at=here.at, members=members, initial=first)
    if answer := answered(
        request, form,
        lambda data: actions.delegate(to=data["to"], fields=data["fields"], starts=here.at, ends=data["ends"],
                                      number=data["number"], **here.about),
        "Đã ủy nhiệm, có hiệu lực ngay. Hết hạn là tự hết quyền; thầy/cô thu hồi lúc nào cũng được.", "delegations",
    ):  # fmt: skip
        return answer
    ask = Ask("Ủy nhiệm", reverse("people:delegate"), form, "Ủy nhiệm")
    intro = "Từ bây giờ, ủy viên duyệt thay thầy/cô bài của các lĩnh vực này; việc riêng của Trưởng ban thì không (Điều 10.2)."
    return confirmation(request, here, "Ủy nhiệm duyệt bài", ask, (reverse("people:delegations"), "Ủy nhiệm"), intro)


def _asked_for(request: HttpRequest, members: frozenset[int]) -> int | None:
    """The Member named in the address, else the only one there is."""
    typed = request.GET.get("cho", "")
    if typed.isascii() and typed.isdigit() and len(typed) < 19 and int(typed) in members:
        return int(typed)
    return next(iter(members)) if len(members) == 1 else None


@require_http_methods(["GET", "HEAD", "POST"])
@screen(rules.may_lead)
def delegation_revoke(request: HttpRequest, here: Here, pk: int) -> HttpResponse:
    row = get_object_or_404(Delegation.objects.select_related("delegate"), pk=pk)
    form = VerbForm(sent(request))
    if answer := answered(request, form, lambda _: actions.revoke_delegation(row, **here.about),
                          "Đã thu hồi ủy nhiệm, có hiệu lực ngay.", "delegations"):  # fmt: skip
        return answer
    ask = Ask("Thu hồi", reverse("people:delegation_revoke", kwargs={"pk": pk}), form, "Thu hồi ủy nhiệm", danger=True)
    back = (reverse("people:delegations"), "Ủy nhiệm")
    return confirmation(request, here, f"Thu hồi ủy nhiệm của {row.delegate}", ask, back,
                        f"Giấy số {row.number}, {term(row.starts, row.ends)}. Thu hồi là hết quyền ngay.")  # fmt: skip


def _delegation(row: Delegation, here: Here, leads: bool) -> Row:
    lines = [
        f"Lĩnh vực: {', '.join(field.title for field in row.fields.all())}",
        f"{term(row.starts, row.ends)} · {row.delegator} ký",
    ]
    if row.revoked_at:
        return Row(f"{row.delegate}, giấy số {row.number}", "", "đã thu hồi", "alarm",
                   [*lines, f"{row.revoked_by} thu hồi lúc {moment(row.revoked_at)}"])  # fmt: skip
    over = row.ends is not None and row.ends <= here.at
    badge, mark = (
        ("hết hạn", "plain") if over else ("hiệu lực", "done") if row.starts <= here.at else ("chưa tới ngày", "now")
    )
    links = [("Thu hồi", reverse("people:delegation_revoke", kwargs={"pk": row.pk}))] if leads and not over else []
    return Row(f"{row.delegate}, giấy số {row.number}", "", badge, mark, lines, links=links)


@require_http_methods(["GET", "HEAD", "POST"])
@screen()
def absences(request: HttpRequest, here: Here) -> HttpResponse:
    leads = here.may(rules.may_lead)
    form = AbsenceForm(sent(request), myself=None if leads else here.person,
                       initial={"starts": here.at, "person": here.person.pk})  # fmt: skip
    if answer := answered(
        request, form, lambda data: actions.mark_absence(data.pop("person", here.person), **data, **here.about),
        "Đã ghi vắng mặt. Bài đang chờ tự chuyển theo người còn tại chỗ.", "absences",
    ):  # fmt: skip
        return answer
    rows = queries.absences(here.at)
    page = paged(request, rows if leads else rows.filter(person=here.person))
    title = "Ai đang vắng, sắp vắng" if leads else "Thầy/cô đã báo"
    intro = "Người vắng mặt không giữ bước duyệt nào; Thư ký vắng thì người làm thay giữ bước của Thư ký."
    return show(request, here, Screen(
        "Vắng mặt", intro, [Group(title, [_absence(row, here) for row in page], "Không có ai.")],
        [Ask("Báo vắng từ ngày giờ khác", reverse("people:absences"), form, "Báo vắng mặt")], page,
        extra={"links": [("Báo tôi vắng từ bây giờ", reverse("people:away"))]},
    ))  # fmt: skip


@require_http_methods(["GET", "HEAD", "POST"])
@screen()
def away(request: HttpRequest, here: Here) -> HttpResponse:
    """Two taps: until when is asked, and of the Secretary who stands in; from now on."""
    board = here.board
    secretary = here.person.pk in board.secretaries
    stand_ins = (board.everyone - board.away - {here.person.pk}) if secretary else frozenset()
    form = AwayForm(sent(request), at=here.at, stand_ins=stand_ins, initial={"until": request.GET.get("den", "")})
    if answer := answered(
        request, form,
        lambda data: actions.mark_absence(here.person, starts=here.at, ends=data["ends"], reason=data["reason"],
                                          substitute=data.get("substitute"), **here.about),
        "Đã báo vắng. Bài đang chờ tự chuyển theo người còn tại chỗ; về sớm thì bấm “Tôi đã trở lại”.", "absences",
    ):  # fmt: skip
        return answer
    ask = Ask("Báo vắng", reverse("people:away"), form, "Báo tôi vắng")
    return confirmation(
        request, here, "Báo tôi vắng mặt", ask, (reverse("people:absences"), "Vắng mặt"), _meanwhile(here)
    )


def _meanwhile(here: Here) -> str:
    """Who has the steps of this person in the meantime."""
    if here.person.pk in here.board.leaders:
        return ("Phó Trưởng ban vẫn duyệt bài trong kế hoạch; việc riêng của Trưởng ban chờ thầy/cô, "
                "hoặc người phụ trách Ban do Hiệu trưởng giao (Điều 7, 10).")  # fmt: skip
    return "Từ bây giờ thầy/cô không giữ bước duyệt nào; bài đang chờ chuyển theo người còn tại chỗ (Điều 14.2)."


@require_http_methods(["GET", "HEAD", "POST"])
@screen()
def absence_end(request: HttpRequest, here: Here, pk: int) -> HttpResponse:
    row = get_object_or_404(Absence.objects.select_related("person"), pk=pk)
    form = VerbForm(sent(request))
    if answer := answered(request, form, lambda _: actions.end_absence(row, **here.about), "Đã ghi là có mặt.",
                          "absences"):  # fmt: skip
        return answer
    refuse_if(rules.may_mark_absent(here.board, here.person.pk, row.person_id))
    label = _back(row, here)
    ask = Ask(label, reverse("people:absence_end", kwargs={"pk": pk}), form, label)
    return confirmation(request, here, label, ask, (reverse("people:absences"), "Vắng mặt"),
                        f"{row.person}, {term(row.starts, row.ends, 'chưa ghi ngày về')}.")  # fmt: skip


def _back(row: Absence, here: Here) -> str:
    if row.starts > here.at:
        return "Bỏ, không vắng nữa"
    return "Tôi đã trở lại" if row.person_id == here.person.pk else f"{row.person} đã trở lại"


def _absence(row: Absence, here: Here) -> Row:
    lines = [term(row.starts, row.ends, "chưa ghi ngày về"), *([f"Làm thay: {row.substitute}"] if row.substitute else []),
             *([row.reason] if row.reason else [])]  # fmt: skip
    return Row(
        str(row.person), lines=lines, links=[(_back(row, here), reverse("people:absence_end", kwargs={"pk": row.pk}))]
    )
