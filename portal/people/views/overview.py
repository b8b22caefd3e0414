"""Who holds what: first what needs care, then what waits, the papers, the roster, the units."""

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from portal.people import queries, rules
from portal.people.models import Appointment, Delegation, Unit, UnitPost
from portal.people.rules import OFFICE_NAMES, Gap, Missing
from portal.people.views.decisions import paper_row
from portal.people.views.personnel import proposal_row
from portal.people.views.screen import Group, Here, Row, Screen, screen, show
from portal.people.words import end_of, moment, term

NEWEST = 3
NEAR, NOW = 7, 30  # days before an end at which it is an alarm, and something to do now


@require_safe
@screen()
def overview(request: HttpRequest, here: Here) -> HttpResponse:
    now = queries.overview(here.at, here.board)
    page = Screen(
        "Ai giữ việc gì", "Quyền trên cổng đi theo quyết định và ngày ghi ở đây, bắt đầu và kết thúc đúng từng giây.",
        [*_first(here, now), *_papers(here), *_roster(here, now), _units(here)],
        extra={"recent": queries.told(queries.recent_lines()[:10]), "links": _links(here)},
    )  # fmt: skip
    return show(request, here, page, "people/overview.html")


def _links(here: Here) -> list[tuple[str, str]]:
    """What this person comes here to do."""
    if here.may(rules.may_appoint):
        return [
            ("Ghi quyết định mới", reverse("people:decision_new")),
            ("Giao phụ trách Ban", reverse("people:acting_head")),
        ]
    if here.may(rules.may_lead):
        return [("Ủy nhiệm duyệt bài", reverse("people:delegate")), ("Đề xuất nhân sự", reverse("people:personnel"))]
    return []


def _first(here: Here, now: queries.Overview) -> list[Group]:
    """Warnings, then what waits for this person."""
    board, groups = here.board, []
    if here.person.pk in board.everyone | board.principals | board.vice_principals | board.sysadmins:
        warnings = [*(_missing(one, here) for one in now.missing), *(_ending(row, here) for row in now.ends_soon)]
        groups.append(Group("Cần để ý", warnings, "Không thiếu người, không ai sắp hết hạn."))
    if here.may(rules.may_lead):
        groups.append(Group("Chờ thầy/cô quyết định", _waiting(), "Không có đề xuất nào đang chờ."))
    if here.may(rules.may_appoint):
        proposals = [proposal_row(row, here) for row in queries.open_personnel_proposals()]
        groups.append(Group("Đề xuất chờ thầy/cô trả lời", proposals, "Không có đề xuất nhân sự nào đang chờ."))
    return groups


def _missing(one: Missing, here: Here) -> Row:
    principal, links = here.may(rules.may_appoint), []
    if one.gap is Gap.VACANT and principal:
        links = [("Ghi quyết định", reverse("people:decision_new"))]
    elif one.gap is Gap.HEAD_AWAY and principal:
        links = [("Giao phụ trách Ban", reverse("people:acting_head"))]
    elif one.gap is Gap.SECRETARY_AWAY and here.may(rules.may_lead):
        links = [("Xem ai vắng", reverse("people:absences"))]
    elif one.gap is Gap.FIELD and one.field is not None:
        links = [
            ("Phân công" if here.may(rules.may_lead) else "Xem", reverse("people:field", kwargs={"pk": one.field}))
        ]
    mark = "now" if one.gap is Gap.FIELD else "alarm"
    return Row(one.sentence, badge="thiếu người", mark=mark, lines=[one.clause], links=links)


def _ending(row: Appointment | Delegation, here: Here) -> Row:
    assert row.ends is not None
    left = max((row.ends - here.at).days, 0)
    links = []
    if isinstance(row, Appointment):
        title, paper = f"{OFFICE_NAMES[row.office]}: {row.person}", f"Quyết định số {row.decision.number}"
        if here.may(rules.may_appoint):
            links = [("Ghi quyết định", f"{reverse('people:decision_new')}?chuc={row.office}")]
    else:
        title, paper = f"Ủy nhiệm: {row.delegate}", f"Giấy số {row.number}"
        if row.delegator_id == here.person.pk:
            links = [("Ủy nhiệm tiếp", f"{reverse('people:delegate')}?cho={row.delegate_id}")]
    mark = "alarm" if left < NEAR else "now" if left < NOW else "plain"
    return Row(f"{title} sắp hết thời hạn", badge=f"còn {left} ngày" if left else "hết trong hôm nay", mark=mark,
               lines=[f"{paper} · đến {end_of(row.ends)}"], links=links)  # fmt: skip


def _waiting() -> list[Row]:
    proposed, suspensions = queries.open_collaborator_proposals().count(), len(queries.open_suspension_proposals())
    waiting = (
        ("collaborators", "đề xuất cộng tác viên", proposed),
        ("suspensions", "đề xuất tạm dừng quyền", suspensions),
    )
    return [Row(f"{count} {what}", reverse(f"people:{name}")) for name, what, count in waiting if count]


def _papers(here: Here) -> list[Group]:
    return [
        Group("Quyết định gần đây", [paper_row(row) for row in queries.papers()[:NEWEST]], "Chưa ghi quyết định nào.")
    ]


def _roster(here: Here, now: queries.Overview) -> list[Group]:
    deciding = here.may(rules.may_suspend)
    out = {row.person_id for row in now.suspensions} if deciding else set()
    groups = [Group("Đang giữ chức", [_held(row, here, now, row.person_id in out) for row in now.appointments])]
    if now.coming:
        groups.append(Group("Sẽ có hiệu lực", [_held(row, here, now, False) for row in now.coming]))
    if out:
        groups.append(Group("Đang tạm dừng quyền", [Row(str(row.person), reverse("people:suspensions"),
                                                        lines=[term(row.starts, row.ends)]) for row in now.suspensions]))  # fmt: skip
    return groups


def _held(row: Appointment, here: Here, now: queries.Overview, suspended: bool) -> Row:
    lines = [f"Quyết định số {row.decision.number} · {term(row.starts, row.ends)}"]
    if row.office == rules.Office.MEMBER:
        fields = ", ".join(assignment.field.title for assignment in now.assignments.get(row.person_id, []))
        lines.append(f"Lĩnh vực: {fields or 'chưa được phân công'}")
        lines += [f"Được ủy nhiệm duyệt, giấy số {paper.number}, đến {end_of(paper.ends)}" for paper in now.delegations
                  if paper.delegate_id == row.person_id and paper.starts <= here.at and paper.ends]  # fmt: skip
    away = next((one for one in now.absences if one.person_id == row.person_id and one.starts <= here.at), None)
    if away is not None:
        until = f"đến {end_of(away.ends)}" if away.ends else "chưa ghi ngày về"
        instead = f", {away.substitute} làm thay" if away.substitute and row.office == rules.Office.SECRETARY else ""
        lines.append(f"Vắng từ {moment(away.starts)}, {until}{instead}")
    badge, mark = ("tạm dừng quyền", "alarm") if suspended else ("vắng mặt", "now") if away else ("", "")
    url = _record(here, row.person.username, row.person_id)
    return Row(f"{OFFICE_NAMES[row.office]}: {row.person}", url, badge, mark, lines)


def _record(here: Here, username: str, pk: int) -> str:
    if rules.may_see_record(here.board, here.person.pk, pk) is not None:
        return ""
    return reverse("people:record", kwargs={"username": username})


def _units(here: Here) -> Group:
    return Group(
        "Tổ, đơn vị", [_unit(unit, leaders) for unit, leaders in queries.units(here.at)], "Chưa lập tổ, đơn vị nào."
    )


def _unit(unit: Unit, leaders: list[UnitPost]) -> Row:
    told = ", ".join(str(post.person) for post in leaders)
    return Row(unit.title, reverse("people:unit", kwargs={"pk": unit.pk}),
               *(("", "") if told else ("chưa có người phụ trách", "now")), lines=[f"Phụ trách: {told}"] if told else [])  # fmt: skip
