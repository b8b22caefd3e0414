"""Duties of the school outside the board: who keeps the register of papers, the rolls, the money, the results (Điều 7, 16.1.2)."""

from collections.abc import Mapping
from enum import StrEnum

from portal.base.rules import Ground, Refusal
from portal.people.rules.board import Board


class Duty(StrEnum):
    """A duty the Principal names somebody of the staff for."""

    CLERK = "clerk"  # numbers and papers, procedures
    ROLLS = "rolls"  # classes, pupils, their families
    ACCOUNTANT = "accountant"  # figures of money
    RESULTS = "results"  # marks brought in
    ADMISSIONS = "admissions"


DUTIES: Mapping[Duty, str] = {
    Duty.CLERK: "Văn thư",
    Duty.ROLLS: "Quản lý hồ sơ học sinh",
    Duty.ACCOUNTANT: "Kế toán",
    Duty.RESULTS: "Nhập kết quả học tập",
    Duty.ADMISSIONS: "Tuyển sinh",
}


def may_name_for_duty(board: Board, person: int) -> Refusal | None:
    """R-DUTY-01: the Principal names who keeps papers, rolls, money and results (Điều 7, 16.1.2)."""
    if person in board.principals:
        return None
    return Refusal(
        "R-DUTY-01", "Điều 7, 16.1.2", "Người làm văn thư, kế toán, giữ hồ sơ học sinh do Hiệu trưởng phân công."
    )


def may_hold_duty(insider: bool) -> Refusal | None:
    """R-DUTY-02: a duty is for staff whose rights stand (Điều 15.3)."""
    if insider:
        return None
    return Refusal("R-DUTY-02", "Điều 15.3", "Chỉ phân công cho cán bộ, giáo viên, nhân viên đang công tác.", "person",
                   Ground.NOT_READY)  # fmt: skip


def named_for_duty_once(already: bool) -> Refusal | None:
    """R-DUTY-03: nobody is named twice for one duty (Điều 7)."""
    if not already:
        return None
    return Refusal("R-DUTY-03", "Điều 7", "Người này đang được phân công việc ấy rồi.", "person", Ground.CONFLICT)
