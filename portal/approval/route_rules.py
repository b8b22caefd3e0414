"""The route of an item, Điều 10, 11, 12, 14, 15 as pure functions.

`route()` goes through the rows of the table in order and takes the first that fits. Nothing here knows a database, a
clock or a screen; people, fields and delegations are plain numbers.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

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


def office_names(offices: tuple[Office, ...]) -> str:
    """As a sentence shows them: "Trưởng ban hoặc Phó Trưởng ban"."""
    return " hoặc ".join(OFFICE_NAMES[office] for office in offices)
