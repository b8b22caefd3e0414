"""Who may do what to an item: Điều 8, 9, 10, 11, 12, 13, 14 as pure functions; each gives why not, or nothing."""

from collections.abc import Mapping
from datetime import datetime

from portal.approval.route_rules import Audience, Facts, Hands, Holder, State, StepKind, Verb
from portal.base.rules import Ground, Refusal
from portal.people.rules import Board


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
    if step is StepKind.LEADER:
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
