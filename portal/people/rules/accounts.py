"""Accounts and records: who looks after them, who may read them (Điều 10.4, 13.1, 15.3)."""

from portal.base.rules import Ground, Refusal
from portal.people.rules.board import Board


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


def may_keep_accounts(board: Board, person: int) -> Refusal | None:
    """R-ACCOUNT-05: signing someone out everywhere and sending the link for a new password is the administrator's (Điều 13.1)."""
    if person in board.sysadmins:
        return None
    return Refusal(
        "R-ACCOUNT-05",
        "Điều 13.1",
        "Đăng xuất một tài khoản khỏi mọi máy, gửi thư đặt lại mật khẩu là việc của Quản trị viên.",
    )


def can_be_written_to(email: str, active: bool) -> Refusal | None:
    """R-ACCOUNT-06: the link for a new password goes to the owner's own address, never through another's hands (Điều 13.1)."""
    if email and active:
        return None
    return Refusal(
        "R-ACCOUNT-06",
        "Điều 13.1",
        "Tài khoản này đã khóa hoặc chưa có thư điện tử để nhận đường dẫn.",
        "",
        Ground.NOT_READY,
    )


def recently_confirmed(confirmed_at: float | None, now: float, minutes: int) -> bool:
    """R-ACCOUNT-07: a dangerous act follows the password, typed again in this very session, by some minutes (Điều 13.1, 15.3)."""
    return confirmed_at is not None and 0 <= now - confirmed_at < minutes * 60


def not_oneself(by: int, person: int) -> Refusal | None:
    """R-ACCOUNT-08: one signs oneself out where everybody does (Điều 13.1)."""
    if by != person:
        return None
    return Refusal("R-ACCOUNT-08", "Điều 13.1", "Thầy/cô tự thoát bằng nút Thoát ở đầu trang.", "", Ground.NOT_READY)
