"""Offices and who holds what at a moment: plain values, no database (Điều 5, 7, 10, 11, 12, 13)."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from enum import StrEnum

from portal.base.rules import Ground, Refusal


class Office(StrEnum):
    """An office of the editorial board or the school, held from–until by the Principal's decision."""

    PRINCIPAL = "principal"
    VICE_PRINCIPAL = "vice_principal"
    HEAD = "head"
    ACTING_HEAD = "acting_head"
    DEPUTY = "deputy"
    MEMBER = "member"
    SECRETARY = "secretary"
    SYSADMIN = "sysadmin"


BOARD = frozenset({Office.HEAD, Office.ACTING_HEAD, Office.DEPUTY, Office.MEMBER, Office.SECRETARY})
OFFICE_NAMES: Mapping[str, str] = {
    Office.PRINCIPAL: "Hiệu trưởng",
    Office.VICE_PRINCIPAL: "Phó Hiệu trưởng",
    Office.HEAD: "Trưởng ban",
    Office.ACTING_HEAD: "Phụ trách Ban",
    Office.DEPUTY: "Phó Trưởng ban",
    Office.MEMBER: "Ủy viên",
    Office.SECRETARY: "Thư ký",
    Office.SYSADMIN: "Quản trị viên hệ thống",
}


class Kind(StrEnum):
    """What a person is to the school."""

    STAFF = "staff"
    COLLABORATOR = "collaborator"
    PARENT = "parent"
    PUPIL = "pupil"
    READER = "reader"


MEMBERS_OF_SCHOOL = frozenset({Kind.STAFF})  # who may open the internal layer (Điều 15.3)


@dataclass(frozen=True)
class Grant:
    """A delegation in force: who decides for whom, in which fields, under which paper (Điều 10.2, 11.2)."""

    id: int
    delegator: int
    delegate: int
    fields: frozenset[int]
    number: str


@dataclass(frozen=True)
class Board:
    """Who holds what at one moment, suspended people left out."""

    heads: frozenset[int] = frozenset()
    acting_heads: Mapping[int, str] = field(default_factory=dict)  # person → decision number
    deputies: frozenset[int] = frozenset()
    secretaries: frozenset[int] = frozenset()
    substitutes: frozenset[int] = frozenset()  # named for an absent Secretary
    members: frozenset[int] = frozenset()  # appointed as Member at all
    fields: Mapping[int, frozenset[int]] = field(default_factory=dict)  # field → its Members
    grants: tuple[Grant, ...] = ()
    sysadmins: frozenset[int] = frozenset()
    principals: frozenset[int] = frozenset()
    vice_principals: frozenset[int] = frozenset()
    away: frozenset[int] = frozenset()  # marked absent

    @property
    def leaders(self) -> frozenset[int]:
        """The Head and whoever is acting Head."""
        return self.heads | frozenset(self.acting_heads)

    @property
    def everyone(self) -> frozenset[int]:
        """The editorial board: technical administrators are not of it."""
        return self.leaders | self.deputies | self.members | self.secretaries

    def on_duty(self, field_id: int | None) -> frozenset[int]:
        """Members of a field who are appointed, not suspended, not absent."""
        return self.fields.get(field_id, frozenset()) - self.away if field_id is not None else frozenset()

    def offices(self, person: int) -> frozenset[Office]:
        """Every office one person holds."""
        held = {
            Office.HEAD: self.heads, Office.ACTING_HEAD: frozenset(self.acting_heads), Office.DEPUTY: self.deputies,
            Office.MEMBER: self.members, Office.SECRETARY: self.secretaries, Office.SYSADMIN: self.sysadmins,
            Office.PRINCIPAL: self.principals, Office.VICE_PRINCIPAL: self.vice_principals,
        }  # fmt: skip
        return frozenset(office for office, people in held.items() if person in people)


def in_force(starts: datetime, ends: datetime | None, at: datetime) -> bool:
    """Half-open: from `starts` on, up to but not at `ends`."""
    return starts <= at and (ends is None or at < ends)


def may_appoint(board: Board, person: int) -> Refusal | None:
    """R-OFFICE-01: the Principal alone decides who is of the board (Điều 7)."""
    if person in board.principals:
        return None
    return Refusal(
        "R-OFFICE-01", "Điều 7", "Chỉ Hiệu trưởng ra quyết định bổ nhiệm, thôi giữ chức hoặc giao phụ trách Ban."
    )


def may_lead(board: Board, person: int) -> Refusal | None:
    """R-OFFICE-02: fields, delegations and accounts are the Head's (Điều 10.2, 10.4, 11.1)."""
    if person in board.leaders:
        return None
    return Refusal("R-OFFICE-02", "Điều 10.2, 10.4, 11.1", "Việc này do Trưởng ban quyết định.")


def may_delegate(board: Board, by: int, to: int, starts: datetime, ends: datetime | None) -> Refusal | None:
    """R-DELEGATE-01: the Head delegates to a Member, from–until, and a delegate cannot pass it on (Điều 10.2, 11.2)."""
    if by not in board.leaders:
        return Refusal(
            "R-DELEGATE-01", "Điều 10.2", "Chỉ Trưởng ban ủy nhiệm việc duyệt; quyền được ủy nhiệm không chuyển tiếp."
        )
    if to not in board.members:
        return Refusal("R-DELEGATE-02", "Điều 10.2, 11.2", "Chỉ ủy nhiệm cho ủy viên của Ban.", "to", Ground.NOT_READY)
    if to == by:
        return Refusal("R-DELEGATE-02", "Điều 10.2", "Không ủy nhiệm cho chính mình.", "to", Ground.NOT_READY)
    if ends is None or ends <= starts:
        return Refusal(
            "R-DELEGATE-03", "Điều 10.2", "Ủy nhiệm phải có ngày kết thúc sau ngày bắt đầu.", "until", Ground.NOT_READY
        )
    return None


def may_propose_collaborator(board: Board, by: int, field_id: int) -> Refusal | None:
    """R-COLLAB-01: a Member chooses collaborators for his own field only (Điều 11.5)."""
    if by in board.fields.get(field_id, frozenset()):
        return None
    return Refusal(
        "R-COLLAB-01", "Điều 11.5", "Ủy viên chỉ đề xuất cộng tác viên cho lĩnh vực mình phụ trách.", "field"
    )


def may_suspend(board: Board, by: int) -> Refusal | None:
    """R-SUSPEND-01: withdrawing rights is the Head's decision, carried out at once (Điều 9.5, 10.4)."""
    if by in board.leaders or by in board.principals:
        return None
    return Refusal(
        "R-SUSPEND-01",
        "Điều 9.5, 10.4",
        "Tạm dừng quyền do Trưởng ban hoặc Hiệu trưởng quyết định; người khác đề xuất.",
    )


def warnings_due(starts: date, ends: date, today: date, days: tuple[int, ...]) -> int | None:
    """R-TERM-01: which warning (days before a written end) is due on `today`: the nearest one whose day has come and
    fell inside the term, so that a day on which the worker slept is made up for (Điều 7)."""
    left = (ends - today).days
    due = [threshold for threshold in days if left <= threshold and ends - timedelta(days=threshold) > starts]
    return min(due) if due and left > 0 else None


def working_day_after(start: datetime, days: int) -> datetime:
    """The same hour `days` working days later (Saturday and Sunday left out); a step older than that may be taken over."""
    moment = start
    while days > 0:
        moment += timedelta(days=1)
        days -= moment.weekday() < 5
    return moment


ONE_AT_A_TIME = frozenset({Office.PRINCIPAL, Office.HEAD})  # the next one's decision ends the present one's term


def may_hold_office(kind: str, active: bool) -> Refusal | None:
    """R-OFFICE-03: the board is made of the school's own staff (Điều 5)."""
    if kind == Kind.STAFF and active:
        return None
    return Refusal(
        "R-OFFICE-03", "Điều 5", "Chỉ cán bộ, giáo viên, nhân viên đang làm việc của trường giữ chức trong Ban.",
        "person", Ground.NOT_READY,
    )  # fmt: skip


def office_is_free(office: Office, overlaps: bool) -> Refusal | None:
    """R-OFFICE-04: nobody is appointed twice to one office for the same days; one acting Head at a time (Điều 7)."""
    if not overlaps:
        return None
    what = "Thời gian này đã có người phụ trách Ban." if office == Office.ACTING_HEAD else "Người này đã giữ chức ấy."
    return Refusal("R-OFFICE-04", "Điều 7", f"{what} Hãy ghi thôi chức trước, hoặc chọn ngày khác.", "starts",
                   Ground.CONFLICT)  # fmt: skip


def acting_head_has_end(office: Office, ends: datetime | None) -> Refusal | None:
    """R-OFFICE-05: someone stands in for the Head from–until, never for good (Điều 7)."""
    if office != Office.ACTING_HEAD or ends is not None:
        return None
    return Refusal("R-OFFICE-05", "Điều 7", "Giao phụ trách Ban phải có ngày kết thúc.", "ends", Ground.NOT_READY)


def principal_remains(office: Office, others: int) -> Refusal | None:
    """R-OFFICE-06: the last Principal steps down only when the next one is appointed (Điều 7)."""
    if office != Office.PRINCIPAL or others:
        return None
    return Refusal(
        "R-OFFICE-06", "Điều 7", "Trường luôn có Hiệu trưởng: hãy ghi bổ nhiệm người kế nhiệm, chức cũ tự thôi.",
        "ends", Ground.CONFLICT,
    )  # fmt: skip


def not_before_signing(starts: datetime, signed_on: date) -> Refusal | None:
    """R-OFFICE-07: a term does not begin before its paper was signed (Điều 7)."""
    if starts.date() >= signed_on:
        return None
    return Refusal("R-OFFICE-07", "Điều 7", "Ngày nhận chức không sớm hơn ngày ký quyết định.", "starts",
                   Ground.NOT_READY)  # fmt: skip


def term_in_order(starts: datetime, ends: datetime | None, at: datetime) -> Refusal | None:
    """R-TERM-02: a period ends after it begins, and is not over already when written down (Điều 7)."""
    if ends is not None and ends <= starts:
        return Refusal("R-TERM-02", "Điều 7", "Ngày kết thúc phải sau ngày bắt đầu.", "ends", Ground.NOT_READY)
    if ends is not None and ends <= at:
        return Refusal("R-TERM-02", "Điều 7", "Thời hạn này đã qua, không ghi lùi được.", "ends", Ground.NOT_READY)
    return None


def still_runs(starts: datetime, ends: datetime | None, at: datetime) -> Refusal | None:
    """R-TERM-03: what is over stays as it was written (Điều 7)."""
    if ends is None or ends > at:
        return None
    return Refusal("R-TERM-03", "Điều 7", "Việc này đã kết thúc từ trước.", "ends", Ground.CONFLICT)


def not_backdated(ends: datetime, at: datetime) -> Refusal | None:
    """R-TERM-04: rights are never taken back for hours in which they were used (Điều 7)."""
    if ends >= at:
        return None
    return Refusal("R-TERM-04", "Điều 7", "Không ghi thôi lùi về trước lúc này: việc đã làm là đúng quyền khi đó.",
                   "ends", Ground.NOT_READY)  # fmt: skip


def may_take_field(board: Board, person: int) -> Refusal | None:
    """R-FIELD-01: fields are for Members of the board (Điều 11.1)."""
    if person in board.members:
        return None
    return Refusal("R-FIELD-01", "Điều 11.1", "Lĩnh vực chỉ giao cho ủy viên đang giữ chức vào ngày bắt đầu.", "person",
                   Ground.NOT_READY)  # fmt: skip


def field_is_free(holds_already: bool) -> Refusal | None:
    """R-FIELD-02: nobody is given the same field twice (Điều 11.1)."""
    if not holds_already:
        return None
    return Refusal("R-FIELD-02", "Điều 11.1", "Ủy viên này đang phụ trách lĩnh vực ấy rồi.", "person", Ground.CONFLICT)


def may_run_units(board: Board, person: int) -> Refusal | None:
    """R-UNIT-01: units and who leads them are the Principal's and the Head's to write down (Điều 7, 10.3)."""
    if person in board.principals or person in board.leaders:
        return None
    return Refusal("R-UNIT-01", "Điều 7, 10.3", "Tổ, đơn vị và người phụ trách do Hiệu trưởng hoặc Trưởng ban ghi.")


def delegation_is_whole(fields: int, number: str, ends: datetime | None, at: datetime) -> Refusal | None:
    """R-DELEGATE-04: a delegation names its fields, its paper and days still to come (Điều 10.2)."""
    if not fields:
        return Refusal("R-DELEGATE-04", "Điều 10.2", "Ủy nhiệm phải nêu ít nhất một lĩnh vực.", "fields",
                       Ground.NOT_READY)  # fmt: skip
    if not number.strip():
        return Refusal("R-DELEGATE-04", "Điều 10.2", "Ủy nhiệm phải có số giấy.", "number", Ground.NOT_READY)
    if ends is not None and ends <= at:
        return Refusal("R-DELEGATE-04", "Điều 10.2", "Thời hạn ủy nhiệm này đã qua.", "until", Ground.NOT_READY)
    return None


def delegation_stands(ends: datetime | None, revoked_at: datetime | None, at: datetime) -> Refusal | None:
    """R-DELEGATE-05: only a delegation that has not ended can be revoked (Điều 10.2)."""
    if revoked_at is None and (ends is None or ends > at):
        return None
    return Refusal("R-DELEGATE-05", "Điều 10.2", "Ủy nhiệm này đã hết hiệu lực từ trước.", ground=Ground.CONFLICT)


def may_mark_absent(board: Board, by: int, person: int) -> Refusal | None:
    """R-ABSENCE-01: one marks one's own absence, the Head anyone's (Điều 10.2)."""
    if by == person or by in board.leaders:
        return None
    return Refusal("R-ABSENCE-01", "Điều 10.2", "Mỗi người tự báo vắng; chỉ Trưởng ban báo vắng thay người khác.",
                   "person")  # fmt: skip


def may_stand_in(board: Board, person: int, substitute: int | None) -> Refusal | None:
    """R-ABSENCE-02: an absent Secretary names another of the board to stand in; nobody else does (Điều 12, 14.2)."""
    if substitute is None:
        return None
    if person not in board.secretaries:
        sentence = "Chỉ Thư ký vắng mặt mới có người làm thay; bước của người khác có người cùng giữ hoặc Thư ký."
    elif substitute == person or substitute not in board.everyone or substitute in board.away:
        sentence = "Người làm thay Thư ký là một người khác trong Ban, đang có mặt."
    else:
        return None
    return Refusal("R-ABSENCE-02", "Điều 12, 14.2", sentence, "substitute", Ground.NOT_READY)


def may_be_suspended(board: Board, by: int, person: int) -> Refusal | None:
    """R-SUSPEND-02: neither the Principal, who appoints, nor oneself (Điều 7, 9.5)."""
    if person in board.principals:
        sentence = "Quyền của Hiệu trưởng không tạm dừng ở cổng này."
    elif person == by:
        sentence = "Không tự tạm dừng quyền của chính mình."
    else:
        return None
    return Refusal("R-SUSPEND-02", "Điều 7, 9.5", sentence, "person", Ground.NOT_READY)


def may_propose_suspension(board: Board, by: int) -> Refusal | None:
    """R-SUSPEND-03: anyone of the board and the administrators propose it (Điều 9.5, 11.6, 13.8)."""
    if by in board.everyone or by in board.sysadmins:
        return None
    return Refusal("R-SUSPEND-03", "Điều 9.5, 11.6", "Chỉ người trong Ban hoặc Quản trị viên đề xuất tạm dừng quyền.")


def suspended_once(suspended: bool) -> Refusal | None:
    """R-SUSPEND-04: one suspension at a time (Điều 9.5)."""
    if not suspended:
        return None
    return Refusal("R-SUSPEND-04", "Điều 9.5", "Quyền của người này đang tạm dừng rồi.", "person", Ground.CONFLICT)


def reason_given(reason: str, rule: str, clause: str) -> Refusal | None:
    """Decisions against someone say why; the caller names its own rule."""
    return None if reason.strip() else Refusal(rule, clause, "Xin ghi lý do.", "reason", Ground.NOT_READY)


def address_is_free(kind: str | None) -> Refusal | None:
    """R-COLLAB-02: an address that already signs in as something else is not made a collaborator (Điều 10.4, 11.5)."""
    if kind in (None, Kind.COLLABORATOR):
        return None
    return Refusal(
        "R-COLLAB-02", "Điều 10.4, 11.5", "Địa chỉ thư này đã có tài khoản ở cổng.", "email", Ground.NOT_READY
    )


def proposal_is_open(state: str) -> Refusal | None:
    """R-COLLAB-03: a proposal is decided once (Điều 10.4)."""
    if state == "proposed":
        return None
    return Refusal("R-COLLAB-03", "Điều 10.4", "Đề xuất này đã được quyết định rồi.", ground=Ground.CONFLICT)


def proposer_still_holds(holders: frozenset[int]) -> Refusal | None:
    """R-COLLAB-04: an account opens only where a Member answers for the field (Điều 11.5)."""
    if holders:
        return None
    return Refusal("R-COLLAB-04", "Điều 11.5", "Lĩnh vực này chưa có ủy viên phụ trách để nhận cộng tác viên.",
                   ground=Ground.CONFLICT)  # fmt: skip


def may_end_post(board: Board, by: int, field_id: int) -> Refusal | None:
    """R-COLLAB-05: the field's Member or the Head lets a collaborator go (Điều 10.4, 11.5)."""
    if by in board.leaders or by in board.fields.get(field_id, frozenset()):
        return None
    return Refusal("R-COLLAB-05", "Điều 10.4, 11.5", "Chỉ ủy viên của lĩnh vực hoặc Trưởng ban thôi cộng tác viên.")


def may_see_accounts(board: Board, person: int) -> Refusal | None:
    """R-ACCOUNT-01: the list of accounts is for the administrators, the Head and the Principal (Điều 10.4, 13.1)."""
    if person in board.sysadmins | board.leaders | board.principals:
        return None
    return Refusal(
        "R-ACCOUNT-01", "Điều 10.4, 13.1", "Danh sách tài khoản dành cho Quản trị viên, Trưởng ban và Hiệu trưởng."
    )


def may_see_record(board: Board, by: int, person: int) -> Refusal | None:
    """R-ACCOUNT-02: a person's record is for that person and those who decide on it (Điều 7, 10.4, 13.1)."""
    if by == person or by in board.sysadmins | board.leaders | board.principals:
        return None
    return Refusal(
        "R-ACCOUNT-02", "Điều 7, 10.4",
        "Hồ sơ của một người chỉ người ấy, Trưởng ban, Hiệu trưởng và Quản trị viên xem.",
    )  # fmt: skip


def may_see_reasons(board: Board, by: int, person: int) -> bool:
    """Why someone's rights were withdrawn is for those concerned only (Điều 17)."""
    return by == person or by in board.leaders | board.principals


def insiders_only(insider: bool, suspended: bool) -> Refusal | None:
    """R-ACCOUNT-03: who holds what, with its papers, is for the staff; readers have the public roster (Điều 15.3)."""
    if insider:
        return None
    if suspended:
        return Refusal("R-SUSPEND-06", "Điều 9.5, 10.4", "Quyền của thầy/cô đang tạm dừng theo quyết định của Ban.")
    return Refusal("R-ACCOUNT-03", "Điều 15.3", "Trang nhân sự dành cho cán bộ, giáo viên, nhân viên của trường.")


def may_see_suspensions(board: Board, person: int) -> Refusal | None:
    """R-SUSPEND-07: deciding or proposing to withdraw rights is the board's and the administrators' (Điều 9.5, 11.6)."""
    if may_suspend(board, person) is None or may_propose_suspension(board, person) is None:
        return None
    return may_propose_suspension(board, person)


def may_see_collaborators(board: Board, person: int) -> Refusal | None:
    """R-COLLAB-08: collaborators are between a field's Member and the Head (Điều 10.4, 11.5)."""
    if person in board.leaders or person in board.members:
        return None
    return Refusal(
        "R-COLLAB-08", "Điều 10.4, 11.5", "Trang cộng tác viên dành cho ủy viên phụ trách lĩnh vực và Trưởng ban."
    )
