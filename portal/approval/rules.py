"""The route of an item and who may do what on it: Điều 10, 11, 12, 14, 15 as pure functions.

`route()` goes through the rows of the table in order and takes the first that fits. Nothing here knows a database, a
clock or a screen; people, fields and delegations are plain numbers.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from portal.approval.history_rules import Bound as Bound
from portal.approval.history_rules import digest_of as digest_of
from portal.approval.history_rules import may_be_history as may_be_history
from portal.approval.history_rules import may_close as may_close
from portal.approval.history_rules import may_decide_list as may_decide_list
from portal.approval.history_rules import may_leave_out as may_leave_out
from portal.approval.history_rules import may_list as may_list
from portal.approval.history_rules import office_of as office_of
from portal.approval.history_rules import something_in_it as something_in_it
from portal.approval.history_rules import still_open as still_open
from portal.approval.list_rules import LIST_CLAUSE as LIST_CLAUSE
from portal.approval.list_rules import Listed as Listed
from portal.approval.list_rules import as_listed as as_listed
from portal.approval.list_rules import list_digest as list_digest
from portal.approval.list_rules import list_is_whole as list_is_whole
from portal.approval.list_rules import list_stands as list_stands
from portal.approval.list_rules import may_be_gathered as may_be_gathered
from portal.approval.list_rules import may_decide_over as may_decide_over
from portal.approval.list_rules import may_gather as may_gather
from portal.approval.list_rules import may_see_lists as may_see_lists
from portal.approval.list_rules import may_set_out as may_set_out
from portal.approval.list_rules import may_take_back as may_take_back
from portal.approval.list_rules import something_to_decide as something_to_decide
from portal.approval.personal_rules import Found as Found
from portal.approval.personal_rules import answer_is_whole as answer_is_whole
from portal.approval.personal_rules import may_answer as may_answer
from portal.approval.remark_rules import LONGEST_QUOTE as LONGEST_QUOTE
from portal.approval.remark_rules import LONGEST_REMARK as LONGEST_REMARK
from portal.approval.remark_rules import find_sentence as find_sentence
from portal.approval.remark_rules import may_remark as may_remark
from portal.approval.remark_rules import may_settle as may_settle
from portal.approval.remark_rules import remark_is_whole as remark_is_whole
from portal.base.rules import Ground, Refusal
from portal.people.rules import OFFICE_NAMES, Board, Office


class Nature(StrEnum):
    """What sort of item it is; most are articles."""

    ARTICLE = "article"
    SIGNED_PAPER = "signed_paper"
    WEEKLY_SCHEDULE = "weekly_schedule"
    UNCHANGED_COPY = "unchanged_copy"
    URGENT_NOTICE = "urgent_notice"
    CORRECTION = "correction"


class Kind(StrEnum):
    ORIGINAL = "original"
    REPOST = "repost"
    ADVERTISEMENT = "advertisement"


class Audience(StrEnum):
    PUBLIC = "public"
    INTERNAL = "internal"


class StepKind(StrEnum):
    MEMBER = "member"
    SECRETARY = "secretary"
    LEADER = "leader"


class State(StrEnum):
    """Of the latest text."""

    DRAFT = "draft"
    IN_REVIEW = "in_review"
    SENT_BACK = "sent_back"
    REFUSED = "refused"
    APPROVED = "approved"  # waiting for its hour
    PUBLISHED = "published"
    WITHDRAWN = "withdrawn"


class Verb(StrEnum):
    """What a person may do at a step."""

    APPROVE = "approve"
    SEND_BACK = "send_back"
    REFUSE = "refuse"
    PROPOSE_REFUSAL = "propose_refusal"
    VOUCH = "vouch"
    REFER = "refer"
    OPINION = "opinion"


@dataclass(frozen=True)
class Facts:
    """What the route is computed from. `field` is the section's; `present_row` is the live item's, for corrections."""

    nature: Nature = Nature.ARTICLE
    kind: Kind = Kind.ORIGINAL
    audience: Audience = Audience.PUBLIC
    in_plan: bool = False
    field: int | None = None
    received: bool = False
    present_row: int | None = None


@dataclass(frozen=True)
class Hands:
    """Who made the text: its creator, named authors, everyone who edited; which of them are collaborators."""

    creator: int
    authors: frozenset[int] = frozenset()
    editors: frozenset[int] = frozenset()
    outsiders: frozenset[int] = frozenset()

    @property
    def writers(self) -> frozenset[int]:
        """Creator and named authors: they may not pass their own text on as reviewers."""
        return self.authors | {self.creator}

    @property
    def wrote(self) -> frozenset[int]:
        """Its creator, and named authors who did write in it: a name given by another is not a hand."""
        return self.authors & self.editors | {self.creator}

    @property
    def all(self) -> frozenset[int]:
        """Everyone with a hand in the text."""
        return self.writers | self.editors


@dataclass(frozen=True)
class Holder:
    """A person who may act at a step, in which capacity, for whom and under which paper."""

    person: int
    office: Office
    clause: str
    acting_for: int | None = None
    grant: int | None = None
    number: str = ""


@dataclass(frozen=True)
class Step:
    """One step of a route: who may take it, or why it is skipped or already done by submitting."""

    kind: StepKind
    rule: str
    clause: str
    offices: tuple[Office, ...]
    holders: tuple[Holder, ...] = ()
    skipped_because: str = ""
    done_by_submission: bool = False

    def holder(self, person: int) -> Holder | None:
        """In which capacity a person holds this step; his own office before another's."""
        held = [holder for holder in self.holders if holder.person == person]
        return min(held, key=lambda holder: holder.acting_for is not None) if held else None


@dataclass(frozen=True)
class Route:
    """Which row applies, why, and its steps in order."""

    row: int
    rule: str
    clause: str
    why: str
    steps: tuple[Step, ...]

    def step(self, kind: StepKind) -> Step | None:
        return next((step for step in self.steps if step.kind == kind), None)


@dataclass(frozen=True)
class Row:
    """A row of the table: its clause, its sentence, its steps."""

    number: int
    clause: str
    why: str
    steps: tuple[StepKind, ...]
    head_only: bool = False
    delegable: bool = False

    @property
    def rule(self) -> str:
        return f"R-ROUTE-{self.number:02d}"


M, S, L = StepKind.MEMBER, StepKind.SECRETARY, StepKind.LEADER
ROWS: Mapping[int, Row] = {
    row.number: row
    for row in (
        Row(1, "Điều 15.2", "Lịch công tác tuần: Ban giám hiệu và người được giao đăng thẳng.", ()),
        Row(2, "Điều 15.1", "Bản nội bộ của bài công khai đã duyệt, không đổi chữ nào.", ()),
        Row(3, "Điều 15.2", "Tin nội bộ: Thư ký trình, Trưởng ban duyệt.", (S, L), head_only=True),
        Row(4, "Điều 14.2, 10.4", "Tin đăng lại hoặc quảng cáo cho đơn vị khác: Trưởng ban quyết định.", (S, L), True),
        Row(5, "Điều 14.2", "Nội dung ngoài kế hoạch hoạt động: Trưởng ban quyết định.", (M, S, L), head_only=True),
        Row(6, "Điều 14.2", "Văn bản đã ký ban hành: Trưởng ban hoặc Phó Trưởng ban duyệt đăng.", (S, L)),
        Row(7, "Điều 14.2, 12.2", "Bài của cộng tác viên, bài thu nhận, hoặc lĩnh vực chưa có ủy viên làm việc: "
            "Thư ký hiệu chỉnh, Trưởng ban hoặc Phó Trưởng ban duyệt.", (S, L), delegable=True),
        Row(8, "Điều 14.2, 11.2, 11.3", "Bài gốc, trong kế hoạch, lĩnh vực có ủy viên: ủy viên duyệt rồi chuyển "
            "Trưởng ban hoặc Phó Trưởng ban.", (M, L), delegable=True),
        Row(9, "Điều 10.2", "Thông báo khẩn theo mẫu Trưởng ban đã duyệt trước: lãnh đạo Ban cho đăng ngay.", (L,)),
        Row(10, "Điều 12.3", "Đính chính bài đang đăng: Thư ký, rồi người quyết định tuyến hiện tại của bài.", (S, L)),
    )
}  # fmt: skip


def row_of(facts: Facts, hands: Hands, board: Board) -> Row:
    """R-ROUTE: the first row that fits; rows 9 and 10, being about a nature of their own, are asked where they bind.

    An urgent notice is written by the board (Điều 10.2): from anybody else, or repeated from another body, it goes the
    way of every text.
    """
    if facts.nature == Nature.WEEKLY_SCHEDULE and facts.audience == Audience.INTERNAL:
        return ROWS[1]
    if facts.nature == Nature.UNCHANGED_COPY and facts.audience == Audience.INTERNAL:
        return ROWS[2]
    if facts.nature == Nature.CORRECTION:
        return ROWS[10]
    if facts.audience == Audience.INTERNAL:
        return ROWS[3]
    if facts.kind != Kind.ORIGINAL:
        return ROWS[4]
    if facts.nature == Nature.URGENT_NOTICE and hands.writers <= board.everyone:
        return ROWS[9]
    if not facts.in_plan:
        return ROWS[5]
    if facts.nature == Nature.SIGNED_PAPER:
        return ROWS[6]
    if hands.outsiders or facts.received or not board.on_duty(facts.field):
        return ROWS[7]
    return ROWS[8]


def route(
    facts: Facts,
    hands: Hands,
    board: Board,
    *,
    submitter: int | None = None,
    pinned: int | None = None,
    member_waited: bool = False,
) -> Route:
    """The route of an item at this moment.

    Takes who submits (the Secretary's submission is her step), the row under which steps were already passed (people
    coming and going change open steps only), and whether the Member's step has stood longer than the working days
    after which the Secretary may take it over (Điều 12.4).
    """
    row = ROWS[pinned] if pinned is not None else row_of(facts, hands, board)
    steps = []
    for kind in row.steps:
        if kind is M:
            step = _member_step(row, facts, hands, board, waited=member_waited)
        elif kind is S:
            step = _secretary_step(row, board, submitter)
        else:
            step = _leader_step(row, facts, hands, board)
        if step is not None:
            steps.append(step)
    return Route(row.number, row.rule, row.clause, row.why, tuple(steps))


def _member_step(row: Row, facts: Facts, hands: Hands, board: Board, *, waited: bool) -> Step | None:
    """R-STEP-MEMBER: a Member on duty of the field; skipped and said when its Member wrote the text himself.

    Being named as co-author without a hand in the text skips nothing: an author may not choose his own route.
    """
    step = Step(M, "R-STEP-MEMBER", "Điều 11.3, 14.2", (Office.MEMBER,))
    appointed = board.fields.get(facts.field, frozenset()) if facts.field is not None else frozenset()
    if row.number == 5 and (hands.outsiders or facts.received or not appointed - board.away):
        return None
    if appointed & hands.wrote:
        return replace(step, skipped_because="Người viết chính là ủy viên phụ trách lĩnh vực này.")
    holders = [Holder(person, Office.MEMBER, step.clause) for person in sorted(board.on_duty(facts.field))]
    if waited:
        keepers = sorted(board.secretaries - board.away - hands.writers)
        holders += [Holder(person, Office.SECRETARY, "Điều 12.4") for person in keepers]
    return replace(step, holders=tuple(holders))


def _secretary_step(row: Row, board: Board, submitter: int | None) -> Step:
    """R-STEP-SECRETARY: the Secretary on duty, else her named substitute, else the Head."""
    step = Step(S, "R-STEP-SECRETARY", "Điều 15.2" if row.number == 3 else "Điều 12.2, 12.4", (Office.SECRETARY,))
    present = board.secretaries - board.away
    if submitter in present:
        return replace(step, done_by_submission=True, holders=(Holder(submitter, Office.SECRETARY, step.clause),))
    if present:
        people = [Holder(person, Office.SECRETARY, step.clause) for person in sorted(present)]
    elif board.substitutes - board.away:
        absent = min(board.secretaries, default=None)
        people = [
            Holder(person, Office.SECRETARY, step.clause, acting_for=absent)
            for person in sorted(board.substitutes - board.away)
        ]
    else:
        people = [_head(person, board, step.clause) for person in sorted(board.leaders)]
    return replace(step, holders=tuple(people))


def _leader_step(row: Row, facts: Facts, hands: Hands, board: Board) -> Step:
    """R-STEP-LEADER: the Head alone where the text says so, else Head or Deputy, or the delegate in his fields."""
    judged = _judged_as(row, facts, hands, board)
    head_only = any(one.head_only for one in judged)
    offices = (Office.HEAD,) if head_only else (Office.HEAD, Office.DEPUTY)
    step = Step(L, "R-STEP-LEADER", "Điều 10.2" if row.number == 9 else row.clause, offices)
    heads = board.leaders
    if head_only:
        return replace(step, holders=tuple(_head(person, board, step.clause) for person in sorted(heads)))
    free = heads - hands.writers
    deputies = board.deputies - hands.writers - board.away
    holders = [_head(person, board, step.clause) for person in sorted(free)]
    holders += [Holder(person, Office.DEPUTY, step.clause) for person in sorted(deputies - heads)]
    if all(one.delegable for one in judged):
        holders += _delegates(facts, hands, board)
    if not holders:  # the Head wrote it and no Deputy is there: he decides, but only once another vouches
        holders = [_head(person, board, step.clause) for person in sorted(heads)]
    return replace(step, holders=tuple(holders))


def _judged_as(row: Row, facts: Facts, hands: Hands, board: Board) -> tuple[Row, ...]:
    """The rows whose deciders count: for a correction the row its live text went up by and the row its new text would
    take, so that no correction turns an article into an advertisement behind the Head's back (Điều 12.3, 14.2)."""
    if row.number != 10:
        return (row,)
    asked = row_of(replace(facts, nature=Nature.ARTICLE), hands, board)
    return (asked,) if facts.present_row is None else (ROWS[facts.present_row], asked)


def _delegates(facts: Facts, hands: Hands, board: Board) -> list[Holder]:
    """R-DELEGATE-04: in his fields, never his own text, never the text of the Head he acts for (Điều 10.2, 11.2)."""
    return [
        Holder(grant.delegate, Office.MEMBER, "Điều 10.2, 11.2", grant.delegator, grant.id, grant.number)
        for grant in board.grants
        if facts.field in grant.fields and grant.delegate not in hands.writers and grant.delegator not in hands.writers
        and grant.delegate not in board.away
    ]  # fmt: skip


def _head(person: int, board: Board, clause: str) -> Holder:
    if person in board.heads:
        return Holder(person, Office.HEAD, clause)
    return Holder(person, Office.ACTING_HEAD, clause, number=board.acting_heads[person])


# --- acts ------------------------------------------------------------------------------------------------------------


def may_act(person: int, holder: Holder | None, hands: Hands) -> Refusal | None:
    """R-ACT-01: only who holds the step acts on it."""
    if holder is not None:
        return None
    if person in hands.writers:
        return Refusal("R-ACT-02", "Điều 14.2", "Thầy/cô là người viết bài này nên không tự duyệt được.")
    return Refusal("R-ACT-01", "Điều 14.2", "Bước này không phải của thầy/cô theo tuyến duyệt của bài.")


def may_decide(person: int, hands: Hands, vouchers: frozenset[int], board: Board) -> Refusal | None:
    """R-TWO-01: two people answer for every published text.

    A decider with a hand in the text needs a board member without one to have vouched for that very hash.
    """
    if person not in hands.all:
        return None
    if vouchers & (board.everyone - hands.all - {person}):
        return None
    return Refusal(
        "R-TWO-01", "Điều 10.2, 14.2",
        "Thầy/cô có tham gia viết hoặc sửa bản này; cần một thành viên Ban không tham gia bấm “Đồng ý bản này” trước.",
        ground=Ground.CONFLICT,
    )  # fmt: skip


def may_vouch(person: int, hands: Hands, board: Board) -> Refusal | None:
    """R-TWO-02: whoever vouches is of the board and had no hand in the text."""
    if person not in board.everyone:
        return Refusal("R-TWO-02", "Điều 10.2", "Chỉ thành viên Ban biên tập mới xác nhận “Đồng ý bản này”.")
    if person in hands.all:
        return Refusal("R-TWO-02", "Điều 10.2", "Thầy/cô có tham gia viết hoặc sửa bản này nên không xác nhận được.")
    return None


def may_refuse(step: StepKind) -> Refusal | None:
    """R-REFUSE-01: refusal belongs to the deciding step; others propose it (Điều 9.5, 12.7)."""
    if step is L:
        return None
    return Refusal(
        "R-REFUSE-01", "Điều 9.5, 12.7", "Bước này chỉ đề xuất từ chối; người ở bước quyết định mới từ chối."
    )


def must_say_why(verb: Verb, reason: str, ground: str, *, remarks: int = 0) -> Refusal | None:
    """R-REASON-01: sending back, refusing and opinions say why; refusals name a ground (Điều 9.5, 12.7).

    Open remarks of the same person under the same submission say why a text is sent back.
    """
    if verb in (Verb.APPROVE, Verb.VOUCH, Verb.REFER) or (verb is Verb.SEND_BACK and remarks):
        return None
    if not reason.strip():
        return Refusal("R-REASON-01", "Điều 9.5, 12.7", "Cần ghi lý do để người viết biết.", "reason", Ground.NOT_READY)
    if verb in (Verb.REFUSE, Verb.PROPOSE_REFUSAL) and ground not in REFUSAL_GROUNDS:
        return Refusal("R-REASON-02", "Điều 9.5", "Cần chọn căn cứ từ chối.", "ground", Ground.NOT_READY)
    return None


REFUSAL_GROUNDS: Mapping[str, str] = {
    "law": "Trái quy định của pháp luật về thông tin trên mạng",
    "regulation": "Không phù hợp với Quy chế của nhà trường",
    "harm": "Phương hại đến lợi ích của nhà trường",
    "quality": "Chưa đạt yêu cầu về nội dung",
    "duplicate": "Trùng với bài đã có",
    "other": "Căn cứ khác (nêu rõ)",
}
WITHDRAWAL_GROUNDS: Mapping[str, str] = {
    "law": "Trái quy định của pháp luật",
    "privacy": "Lộ thông tin riêng tư của học sinh hoặc người khác",
    "error": "Sai sự thật, cần gỡ ngay",
    "harm": "Phương hại đến lợi ích của nhà trường",
    "security": "Bị chèn nội dung lạ, mất an toàn",
    "expired": "Hết thời hạn, không còn cần thiết",
    "other": "Lý do khác (nêu rõ)",
}


def may_withdraw(person: int, board: Board, ground: str, reason: str) -> Refusal | None:
    """R-DOWN-01: any board member or the SysAdmin takes down at once, with a ground (Điều 8.1, 13.2)."""
    if person not in board.everyone | board.sysadmins:
        return Refusal("R-DOWN-01", "Điều 8.1, 13.2", "Chỉ thành viên Ban hoặc Quản trị viên hệ thống được gỡ bài.")
    if ground not in WITHDRAWAL_GROUNDS:
        return Refusal("R-DOWN-02", "Điều 8.1", "Cần chọn căn cứ gỡ bỏ.", "ground", Ground.NOT_READY)
    if not reason.strip():
        return Refusal("R-DOWN-02", "Điều 8.1", "Cần ghi rõ lý do gỡ bỏ.", "reason", Ground.NOT_READY)
    return None


def may_hand_in(kind: str, posts: frozenset[int], facts: Facts) -> Refusal | None:
    """R-SUBMIT-03: staff hand in anywhere, a collaborator only for the public site in his own field (Điều 11.5)."""
    if kind == "staff":
        return None
    if kind == "collaborator" and facts.audience == Audience.PUBLIC and facts.field in posts:
        return None
    return Refusal("R-SUBMIT-03", "Điều 11.5, 12.2", "Tài khoản này không gửi bài cho chuyên mục đã chọn.", "section")


def may_edit(
    person: int, state: State, hands: Hands, holder: Holder | None, board: Board, *, live: bool
) -> Refusal | None:
    """R-EDIT-01: writers while the text is theirs; in review only who holds the open step; live texts reopen by edit."""
    if state is State.IN_REVIEW:
        if holder is not None:
            return None
        return Refusal("R-EDIT-02", "Điều 12.2, 14.2", "Bài đang được xem xét; chỉ người giữ bước hiện tại sửa được. "
                       "Người viết có thể rút bài về.")  # fmt: skip
    if state is State.APPROVED:
        return Refusal("R-EDIT-03", "Điều 14.2", "Bản đã duyệt đang chờ giờ đăng; hãy rút về trước khi sửa.",
                       ground=Ground.CONFLICT)  # fmt: skip
    if person in hands.writers or person in board.secretaries:
        return None
    return Refusal("R-EDIT-01", "Điều 12.2, 14.2", "Chỉ người viết hoặc Thư ký sửa được bài này.")


def may_submit(person: int, state: State, hands: Hands, board: Board) -> Refusal | None:
    """R-SUBMIT-01: writers or the Secretary submit what is not already under way."""
    if state not in (State.DRAFT, State.SENT_BACK, State.REFUSED, State.WITHDRAWN):
        return Refusal("R-SUBMIT-02", "Điều 14.2", "Bản này đã trình hoặc đã đăng, không trình lại được.",
                       ground=Ground.CONFLICT)  # fmt: skip
    if person in hands.writers or person in board.secretaries:
        return None
    return Refusal("R-SUBMIT-01", "Điều 12.1, 14.2", "Chỉ người viết hoặc Thư ký trình bài.")


def may_recall(person: int, state: State, hands: Hands, board: Board) -> Refusal | None:
    """R-RECALL-01: writers or the Secretary take back what is not up yet."""
    if state not in (State.IN_REVIEW, State.APPROVED):
        return Refusal("R-RECALL-02", "Điều 14.2", "Bài không ở bước nào để rút về.", ground=Ground.CONFLICT)
    if person in hands.writers or person in board.secretaries:
        return None
    if state is State.APPROVED and person in board.leaders | board.deputies:  # who let it up may stop it in time
        return None
    return Refusal("R-RECALL-01", "Điều 12.2, 14.2", "Chỉ người viết hoặc Thư ký rút bài về.")


def may_correct(person: int, hands: Hands, board: Board, *, live: bool, state: State) -> Refusal | None:
    """R-CORRECT-01: a live item's authors or any board member begin a correction (Điều 12.3)."""
    if not live or state is not State.PUBLISHED:
        return Refusal("R-CORRECT-02", "Điều 12.3", "Chỉ đính chính bài đang đăng và không có bản khác đang sửa.",
                       ground=Ground.CONFLICT)  # fmt: skip
    if person in hands.writers or person in board.everyone:
        return None
    return Refusal("R-CORRECT-01", "Điều 12.3", "Chỉ người viết hoặc thành viên Ban mở đính chính.")


def may_cancel_correction(person: int, state: State, hands: Hands, board: Board, *, correcting: bool) -> Refusal | None:
    """R-CORRECT-03: who may open a correction may drop it again while it is with its writers (Điều 12.3)."""
    if not correcting or state not in (State.DRAFT, State.SENT_BACK, State.REFUSED):
        return Refusal("R-CORRECT-04", "Điều 12.3", "Chỉ bỏ đính chính đang mở và chưa trình; bài đang xét thì rút về trước.",
                       ground=Ground.CONFLICT)  # fmt: skip
    if person in hands.writers or person in board.everyone:
        return None
    return Refusal("R-CORRECT-03", "Điều 12.3", "Chỉ người viết hoặc thành viên Ban bỏ đính chính.")


def may_schedule(person: int, at: datetime, now: datetime, state: State, hands: Hands, board: Board) -> Refusal | None:
    """R-SCHEDULE-01: an hour to come, for a text not yet up; it binds to the approved hash (Điều 10.2, 12.1)."""
    if state is State.PUBLISHED:
        return Refusal("R-SCHEDULE-02", "Điều 14.2", "Bài đã đăng rồi.", "at", Ground.CONFLICT)
    if at <= now:
        return Refusal("R-SCHEDULE-03", "Điều 12.1", "Giờ đăng phải ở phía trước.", "at", Ground.NOT_READY)
    if at.year > now.year + 1:
        return Refusal("R-SCHEDULE-04", "Điều 12.1", f"Giờ đăng xa nhất là hết năm {now.year + 1}.", "at",
                       Ground.NOT_READY)  # fmt: skip
    allowed = board.secretaries | board.leaders | board.deputies
    if person in allowed or (state not in (State.IN_REVIEW, State.APPROVED) and person in hands.writers):
        return None
    return Refusal("R-SCHEDULE-01", "Điều 10.2, 12.1", "Giờ đăng do Thư ký hoặc lãnh đạo Ban đặt.")


def may_refer(person: int, to: int | None, holder: Holder | None, board: Board) -> Refusal | None:
    """R-REFER-01: the Secretary at any step, or who holds the step, asks a Member's opinion (Điều 12.4)."""
    if holder is None and person not in board.secretaries:
        return Refusal("R-REFER-01", "Điều 12.4", "Chỉ Thư ký hoặc người giữ bước hiện tại xin ý kiến ủy viên.")
    if to not in board.members:
        return Refusal("R-REFER-02", "Điều 12.4", "Hãy chọn một ủy viên của Ban để xin ý kiến.", "to", Ground.NOT_READY)
    return None


def office_names(offices: tuple[Office, ...]) -> str:
    """As a sentence shows them: "Trưởng ban hoặc Phó Trưởng ban"."""
    return " hoặc ".join(OFFICE_NAMES[office] for office in offices)
