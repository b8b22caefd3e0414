"""Access codes: who may hold one, what it may do, how long (Điều 9.5, 10.2, 10.4, 13.1). Plain values."""

from datetime import datetime

from portal.base.rules import Refusal


def may_hold_token(*, active: bool, suspended: bool) -> Refusal | None:
    """R-TOKEN-01: an access code is worth its owner's rights of the moment; without them none is made or taken."""
    if active and not suspended:
        return None
    return Refusal("R-TOKEN-01", "Điều 9.5, 10.4, 15.3", "Tài khoản này đang bị khoá hoặc tạm dừng quyền.")


def may_let_decide(*, asked_by_owner: bool, demo: bool) -> Refusal | None:
    """R-TOKEN-02: only the owner, signed in, lets a code decide; a shell may in a demo school alone (Điều 10.2)."""
    if asked_by_owner or demo:
        return None
    return Refusal(
        "R-TOKEN-02", "Điều 10.2, 13.1",
        "Mã được quyết định chỉ do chính chủ tài khoản tạo khi đã đăng nhập; lệnh này chỉ tạo được ở trường minh hoạ.",
        "decide",
    )  # fmt: skip


def may_decide_by_token(may_decide: bool) -> Refusal | None:
    """R-TOKEN-03: a code decides, or hands deciding on, only where its owner asked for that (Điều 10.2)."""
    if may_decide:
        return None
    return Refusal(
        "R-TOKEN-03", "Điều 10.2, 13.1",
        "Mã truy cập này không được quyết định. Thầy/cô tạo mã có quyền quyết định ở trang Mã truy cập của mình.",
    )  # fmt: skip


def token_holds(*, expires_at: datetime, revoked_at: datetime | None, withdrawn_since: bool, at: datetime) -> bool:
    """R-TOKEN-04: until it expires or is revoked; and a withdrawal of its owner's rights ends it for good, also when the
    rights come back (Điều 9.5, 10.4). Offices that come and go change what it may do, not whether it holds."""
    return at < expires_at and (revoked_at is None or at < revoked_at) and not withdrawn_since
