"""Delegations and absences: who decides and who stands in, from–until."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from portal.people import actions, queries, rules
from portal.people.forms import AbsenceForm, DelegationForm
from portal.people.models import Absence, Delegation
from portal.people.views.screen import Ask, Group, Here, Row, Screen, done, paged, screen, sent, show
from portal.people.words import moment, term


@require_http_methods(["GET", "HEAD", "POST"])
@screen(posts=rules.may_lead)
def delegations(request: HttpRequest, here: Here) -> HttpResponse:
    form = DelegationForm(sent(request), initial={"starts": here.at})

    def verb(data: dict[str, Any]) -> None:
        actions.delegate(to=data["to"], fields=data["fields"], starts=data["starts"], ends=data["until"],
                         number=data["number"], by=here.person, at=here.at, channel="web")  # fmt: skip

    if request.method == "POST" and form.tries(verb):
        return done(request, "Đã ủy nhiệm. Hết hạn là tự hết quyền; thầy/cô thu hồi lúc nào cũng được.", "delegations")
    leads = here.may(rules.may_lead)
    page = paged(request, queries.delegations_with_names())
    rows = [_delegation(row, here, leads) for row in page]
    asks = [Ask("Ủy nhiệm duyệt bài", reverse("people:delegations"), form, "Ủy nhiệm")] if leads else []
    intro = "Ủy viên được ủy nhiệm duyệt thay Trưởng ban bài thuộc lĩnh vực ghi trong giấy; không chuyển tiếp (Điều 10.2, 11.2)."
    return show(request, here, Screen("Ủy nhiệm duyệt bài", intro, [Group("Các giấy ủy nhiệm", rows)], asks, page))


@require_POST
@screen(posts=rules.may_lead)
def delegation_revoke(request: HttpRequest, here: Here, pk: int) -> HttpResponse:
    row = get_object_or_404(Delegation, pk=pk)
    actions.revoke_delegation(row, by=here.person, at=here.at, channel="web")
    return done(request, "Đã thu hồi ủy nhiệm, có hiệu lực ngay.", "delegations")


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
    buttons = [("Thu hồi", reverse("people:delegation_revoke", kwargs={"pk": row.pk}))] if leads and not over else []
    return Row(f"{row.delegate}, giấy số {row.number}", "", badge, mark, lines, buttons)


@require_http_methods(["GET", "HEAD", "POST"])
@screen()
def absences(request: HttpRequest, here: Here) -> HttpResponse:
    leads = here.may(rules.may_lead)
    form = AbsenceForm(sent(request), myself=None if leads else here.person,
                       initial={"starts": here.at, "person": here.person.pk})  # fmt: skip

    def verb(data: dict[str, Any]) -> None:
        actions.mark_absence(data.pop("person", here.person), **data, by=here.person, at=here.at, channel="web")

    if request.method == "POST" and form.tries(verb):
        return done(request, "Đã ghi vắng mặt. Bài đang chờ tự chuyển theo người còn tại chỗ.", "absences")
    rows = queries.absences(here.at)
    page = paged(request, rows if leads else rows.filter(person=here.person))
    title = "Ai đang vắng, sắp vắng" if leads else "Thầy/cô đã báo"
    intro = "Người vắng mặt không giữ bước duyệt nào; Thư ký vắng thì người làm thay giữ bước của Thư ký."
    return show(request, here, Screen("Vắng mặt", intro, [Group(title, [_absence(row, here) for row in page], "Không có ai.")],
                                      [Ask("Báo vắng mặt", reverse("people:absences"), form, "Báo vắng mặt")], page))  # fmt: skip


@require_POST
@screen()
def absence_end(request: HttpRequest, here: Here, pk: int) -> HttpResponse:
    row = get_object_or_404(Absence, pk=pk)
    actions.end_absence(row, by=here.person, at=here.at, channel="web")
    return done(request, "Đã ghi là có mặt.", "absences")


def _absence(row: Absence, here: Here) -> Row:
    lines = [term(row.starts, row.ends, "chưa ghi ngày về"), *([f"Làm thay: {row.substitute}"] if row.substitute else []),
             *([row.reason] if row.reason else [])]  # fmt: skip
    label = "Đã về" if row.starts <= here.at else "Bỏ, không vắng nữa"
    return Row(str(row.person), lines=lines, buttons=[(label, reverse("people:absence_end", kwargs={"pk": row.pk}))])
