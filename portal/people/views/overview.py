"""Who holds what today, what ends soon, what was decided lately."""

from datetime import datetime

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from portal.people import queries, rules
from portal.people.models import Appointment, Delegation
from portal.people.rules import OFFICE_NAMES
from portal.people.views.screen import Group, Here, Row, Screen, screen, show
from portal.people.words import end_of, term


@require_safe
@screen()
def overview(request: HttpRequest, here: Here) -> HttpResponse:
    now = queries.overview(here.at)
    deciding = here.may(rules.may_suspend)
    out = {row.person_id: row for row in now.suspensions}
    away = {row.person_id for row in now.absences if row.starts <= here.at}
    groups = [
        Group(
            "Đang giữ chức",
            [_held(row, here, now, away, deciding and row.person_id in out) for row in now.appointments],
        ),
        Group(
            "Sắp hết thời hạn (60 ngày tới)",
            [_ending(row, here.at) for row in now.ends_soon],
            "Không có ai sắp hết hạn.",
        ),
    ]
    if now.coming:
        groups.append(Group("Sẽ có hiệu lực", [_held(row, here, now, set(), False) for row in now.coming]))
    if deciding and out:
        groups.append(Group("Đang tạm dừng quyền", [Row(str(row.person), lines=[term(row.starts, row.ends)])
                                                    for row in now.suspensions]))  # fmt: skip
    if here.may(rules.may_lead):
        groups.insert(0, Group("Chờ thầy/cô quyết định", _waiting(), "Không có đề xuất nào đang chờ."))
    recent = queries.told(queries.recent_lines()[:10])
    page = Screen("Ai giữ việc gì", "Quyền trên cổng đi theo quyết định và ngày ghi ở đây, bắt đầu và kết thúc đúng từng giây.",
                  groups, extra={"recent": recent})  # fmt: skip
    return show(request, here, page, "people/overview.html")


def _waiting() -> list[Row]:
    proposed, suspensions = queries.open_collaborator_proposals().count(), len(queries.open_suspension_proposals())
    waiting = (
        ("collaborators", "đề xuất cộng tác viên", proposed),
        ("suspensions", "đề xuất tạm dừng quyền", suspensions),
    )
    return [Row(f"{count} {what}", reverse(f"people:{name}")) for name, what, count in waiting if count]


def _held(row: Appointment, here: Here, now: queries.Overview, away: set[int], suspended: bool) -> Row:
    fields = ", ".join(assignment.field.title for assignment in now.assignments.get(row.person_id, []))
    holds_fields = row.office == rules.Office.MEMBER
    delegated = [paper for paper in now.delegations if paper.delegate_id == row.person_id and paper.starts <= here.at]
    lines = [
        f"Quyết định số {row.decision.number} · {term(row.starts, row.ends)}",
        *([f"Lĩnh vực: {fields or 'chưa được phân công'}"] if holds_fields else []),
        *([f"Được ủy nhiệm duyệt, giấy số {paper.number}, đến {end_of(paper.ends)}"
           for paper in delegated if paper.ends] if holds_fields else []),
    ]  # fmt: skip
    badge, mark = (
        ("tạm dừng quyền", "alarm") if suspended else ("vắng mặt", "now") if row.person_id in away else ("", "")
    )
    return Row(
        f"{OFFICE_NAMES[row.office]}: {row.person}",
        _record(here, row.person.username, row.person_id),
        badge,
        mark,
        lines,
    )


def _record(here: Here, username: str, pk: int) -> str:
    if rules.may_see_record(here.board, here.person.pk, pk) is not None:
        return ""
    return reverse("people:record", kwargs={"username": username})


def _ending(row: Appointment | Delegation, at: datetime) -> Row:
    assert row.ends is not None
    left = f"còn {max((row.ends - at).days, 0)} ngày"
    if isinstance(row, Appointment):
        title, paper = f"{OFFICE_NAMES[row.office]}: {row.person}", f"Quyết định số {row.decision.number}"
    else:
        title, paper = f"Ủy nhiệm: {row.delegate}", f"Giấy số {row.number}"
    return Row(title, badge=left, mark="now", lines=[f"{paper} · đến {end_of(row.ends)}"])
