"""Offices are given and ended by the Principal's numbered decision, for a term (Điều 5, 7)."""

from datetime import date, datetime

from portal.base.rules import Ground, Refusal
from portal.people.rules.board import Board, Kind, Office


def may_appoint(board: Board, person: int) -> Refusal | None:
    """R-OFFICE-01: the Principal alone decides who is of the board (Điều 7)."""
    if person in board.principals:
        return None
    return Refusal(
        "R-OFFICE-01", "Điều 7", "Chỉ Hiệu trưởng ra quyết định bổ nhiệm, thôi giữ chức hoặc giao phụ trách Ban."
    )


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
