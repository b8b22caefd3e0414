"""How people's papers and periods read on screen."""

import re
from datetime import datetime, timedelta

from portal.base.clock import ZONE

VERBS = {
    "account_open": "Mở tài khoản",
    "appoint": "Bổ nhiệm",
    "acting_head_name": "Giao phụ trách Ban",
    "appointment_end": "Thôi giữ chức",
    "decision_record": "Ghi quyết định",
    "field_open": "Mở lĩnh vực",
    "field_assign": "Phân công lĩnh vực",
    "field_end": "Thôi phụ trách lĩnh vực",
    "unit_open": "Lập tổ, đơn vị",
    "unit_post": "Vào tổ, đơn vị",
    "unit_leave": "Rời tổ, đơn vị",
    "delegate": "Ủy nhiệm duyệt bài",
    "delegation_revoke": "Thu hồi ủy nhiệm",
    "absence_mark": "Báo vắng mặt",
    "absence_end": "Hết vắng mặt",
    "suspension_propose": "Đề xuất tạm dừng quyền",
    "suspension_decline": "Không tạm dừng quyền",
    "suspend": "Tạm dừng quyền",
    "suspension_lift": "Trả lại quyền",
    "collaborator_propose": "Đề xuất cộng tác viên",
    "collaborator_accept": "Nhận làm cộng tác viên",
    "collaborator_decline": "Không nhận cộng tác viên",
    "collaborator_end": "Thôi làm cộng tác viên",
    "term_warning": "Báo trước sắp hết thời hạn",
    "token_mint": "Cấp mã truy cập",
    "personnel_propose": "Đề xuất nhân sự",
    "personnel_accept": "Đồng ý đề xuất nhân sự",
    "personnel_decline": "Không đồng ý đề xuất nhân sự",
    "personnel_take_back": "Rút đề xuất nhân sự",
    "account_sign_out": "Đăng xuất khỏi mọi máy",
    "account_password_link": "Gửi thư đặt lại mật khẩu",
    "token_revoke": "Thu hồi mã truy cập",
    "mail_wish": "Chọn cách nhận thư",
}


def moment(at: datetime) -> str:
    """`8:00, 16/11/2026`; midnight is left out."""
    local = at.astimezone(ZONE)
    day = f"{local.day}/{local.month}/{local.year}"
    return day if (local.hour, local.minute, local.second) == (0, 0, 0) else f"{local:%H:%M}, {day}"


def end_of(ends: datetime) -> str:
    """Half-open as people say it: before midnight is through the day before."""
    local = ends.astimezone(ZONE)
    if (local.hour, local.minute, local.second) == (0, 0, 0):
        return f"hết {moment(local - timedelta(days=1))}"
    return f"trước {moment(local)}"


def term(starts: datetime, ends: datetime | None, otherwise: str = "đến khi có quyết định khác") -> str:
    """A period as one phrase."""
    return f"từ {moment(starts)}, " + (f"đến {end_of(ends)}" if ends else otherwise)


def next_number(number: str) -> str:
    """The number after this one, as a register counts: "09/UN-BBT" → "10/UN-BBT"; "01/UN-BBT" begins one."""
    found = re.match(r"(\d+)(.*)", number, re.DOTALL)
    return f"{int(found[1]) + 1:0{len(found[1])}d}{found[2]}" if found else "01/UN-BBT"
