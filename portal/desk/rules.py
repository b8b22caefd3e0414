"""The words of the desk: how long is left, what a step and a verb are called, what the main button says."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from portal.approval.rules import REFUSAL_GROUNDS, WITHDRAWAL_GROUNDS, Route, Step, StepKind
from portal.approval.rules import office_names as office_names
from portal.base.rules import Ground, Refusal
from portal.people.rules import OFFICE_NAMES, Board, Office, working_day_after
from portal.plan.rules import CONFERENCE, Clocks, in_time_until

WEEKDAYS = ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ Nhật")
GROUNDS: Mapping[str, str] = {**WITHDRAWAL_GROUNDS, **REFUSAL_GROUNDS}
SCREEN_NAMES: Mapping[str, str] = {
    "draft": "Bắt đầu viết",
    "receive": "Nhập hộ bài gửi đến",
    "edit": "Sửa bài",
    "submit": "Trình duyệt",
    "skip": "Bỏ qua một bước",
    "facts": "Đổi dữ kiện, các bước xét lại từ đầu",
    "confirm_facts": "Xác nhận dữ kiện",
    "pass": "Duyệt, chuyển tiếp",
    "approve": "Duyệt đăng",
    "publish": "Lên cổng",
    "mark_history": "Chuyển từ cổng cũ",
    "raise_history": "Lên cổng theo quyết định về bài cũ",
    "list_leave_out": "Để lại, không duyệt cùng danh sách",
    "send_back": "Trả lại để sửa",
    "refuse": "Từ chối",
    "propose_refusal": "Đề xuất từ chối",
    "vouch": "Đồng ý bản này",
    "refer": "Xin ý kiến",
    "opinion": "Cho ý kiến",
    "recall": "Rút về",
    "schedule": "Đặt giờ đăng",
    "correct": "Mở đính chính",
    "withdraw": "Gỡ khỏi cổng",
    "assign": "Giao viết bài",
    "reassign": "Chuyển người viết, đổi hạn",
    "release": "Thôi giao",
    "plan_draw_up": "Lập kế hoạch",
    "plan_add": "Thêm việc vào kế hoạch",
    "plan_confirm": "Xác nhận kế hoạch",
    "plan_move": "Đổi ngày một việc",
    "plan_cancel": "Hủy một việc",
    "plan_restore": "Khôi phục một việc",
    "plan_budget": "Đặt hạn làm mới chuyên mục",
    "post": "Đăng bản nội bộ của bài đã duyệt",
    "nudge": "Nhắc",
    "remind": "Nhắc trước hạn",
    "escalate": "Báo quá hạn",
    "home_arrange": "Sắp xếp trang chủ",
    "section_arrange": "Xếp thứ tự, dạng của chuyên mục",
    "place_arrange": "Chọn trang đứng ở một chỗ",
    "home_schedule": "Hẹn giờ sắp xếp trang chủ",
    "care_round": "Rà soát nội dung",
    "care_mended": "Ghi nhận đã khắc phục một lỗi nội dung",
    "care_stays": "Để nguyên một lỗi nội dung, có lý do",
    "care_domain": "Đưa tên miền vào danh sách",
    "care_domain_over": "Bỏ tên miền khỏi danh sách",
    "care_outside": "Cho hoặc thôi cho cổng hỏi các trang bên ngoài",
    "look_prepare": "Chuẩn bị bộ mặt của cổng",
    "look_in_force": "Đưa bộ mặt của cổng vào dùng",
    "look_decline": "Trả lại bộ mặt đã chuẩn bị",
    "home_cancel": "Hủy hẹn giờ sắp xếp trang chủ",
    "home_automatic": "Đưa trang chủ về tự động",
    "remark": "Nhận xét",
    "settle_remark": "Khép nhận xét",
    "answer_data": "Trả lời về dữ liệu cá nhân",
    "history_hold_back": "Giữ lại bài cũ còn vướng",
    "cancel_correction": "Bỏ đính chính",
    "notice_confirm": "Xác nhận đã đọc thông báo nội bộ",
    "notice_remind": "Nhắc đọc thông báo nội bộ",
    "library_ask": "Gửi tổ trưởng cho ý kiến",
    "library_take_back": "Rút học liệu về",
    "library_opine": "Tổ trưởng cho ý kiến",
    "library_share": "Chia sẻ bản nháp trong tổ",
    "library_unshare": "Thôi chia sẻ bản nháp trong tổ",
    "library_rate": "Đánh giá học liệu",
    "library_copy": "Chép học liệu về",
    "week_remind": "Nhắc đăng lịch công tác tuần",
    "week_alarm": "Báo lịch công tác tuần quá hạn",
    "week_told": "Báo thay đổi lịch công tác tuần",
    "week_brought": "Nhập lịch công tác từ bảng",
    "words_read": "Đọc chữ trong tệp văn bản",
    "number_taken": "Cấp số văn bản",
    "number_cancelled": "Hủy số văn bản",
    "disclosure_charged": "Phân công mục công khai",
    "disclosure_changed": "Báo nội dung công khai thay đổi",
    "disclosure_posted": "Ghi việc niêm yết",
    "disclosure_removed": "Ghi việc gỡ niêm yết",
    "disclosure_remind": "Nhắc mục công khai sắp đến hạn",
    "disclosure_alarm": "Báo mục công khai quá hạn",
    "timetable_read": "Đọc tệp thời khóa biểu",
    "own_class": "Chọn lớp mở đầu tiên",
    "subject_added": "Thêm môn học hoặc bộ sách",
    "subject_renamed": "Đổi tên môn học hoặc bộ sách",
    "subject_retired": "Thôi dùng môn học hoặc bộ sách",
    "subject_returned": "Dùng lại môn học hoặc bộ sách",
    "calendar_made": "Tạo địa chỉ lịch cho điện thoại",
    "calendar_revoked": "Thu hồi địa chỉ lịch cho điện thoại",
}


@dataclass(frozen=True)
class Due:
    """Until when an item must be up, and under which clause."""

    at: datetime
    what: str
    clause: str = "Điều 16.1.1"

    def sentence(self, now: datetime) -> str:
        return f"{self.what} trước {self.at:%H:%M} {day(self.at)} ({self.clause}): {left(self.at, now)}."


def due(
    *, genre: str, notice: bool, opening_at: datetime | None, event_start: datetime | None, event_end: datetime | None,
    clocks: Clocks = Clocks(),
) -> Due | None:  # fmt: skip
    """Until when an item must be up, by the clocks of the plan (Điều 16.1.1)."""
    last = in_time_until(clocks, genre=genre, notice=notice, opening_at=opening_at, event_start=event_start,
                         event_end=event_end)  # fmt: skip
    if last is None:
        return None
    return Due(last, "Tin hội nghị phải đăng" if genre == CONFERENCE else "Bài về sự kiện phải đăng")


def day(at: datetime) -> str:
    """As people say it: "thứ Hai 23/11"."""
    return f"{WEEKDAYS[at.weekday()]} {at.day}/{at.month}"


def hour(at: datetime) -> str:
    """ "17:00 thứ Sáu 20/11"."""
    return f"{at:%H:%M} {day(at)}"


def told_with(reason: str, data: Mapping[str, Any]) -> str:
    """Why a text was turned down, in one line: its ground, the words, how many remarks at single sentences go with it."""
    count = len(data.get("remarks", ()))
    told = (GROUNDS.get(str(data.get("ground", "")), ""), reason, f"kèm {count} nhận xét tại từng câu" if count else "")
    return " – ".join(filter(None, told))


def usual_hours(now: datetime) -> list[tuple[str, datetime]]:
    """The hours people mean when they say when an item shall appear: those still to come, soonest first."""
    today = now.replace(minute=0, second=0, microsecond=0)
    friday = today + timedelta(days=(4 - now.weekday()) % 7)
    found = [
        ("Hôm nay", today.replace(hour=17)),
        ("Sáng mai", (today + timedelta(days=1)).replace(hour=6, minute=30)),
        ("Hết tuần", friday.replace(hour=17)),
    ]
    return [(told, at) for told, at in found if at > now and (told == "Hôm nay" or at.date() > now.date())]


def left(due_at: datetime, now: datetime) -> str:
    """Time left in words: "còn 2 ngày 13 giờ", "quá hạn 5 giờ"."""
    return f"{'còn' if due_at >= now else 'quá hạn'} {span(abs(due_at - now))}"


def span(length: timedelta) -> str:
    """ "2 ngày 13 giờ", "5 giờ", "dưới 1 phút"."""
    minutes = int(length.total_seconds()) // 60
    days, hours, minutes = minutes // 1440, minutes // 60 % 24, minutes % 60
    if days:
        return f"{days} ngày {hours} giờ" if hours else f"{days} ngày"
    if hours:
        return f"{hours} giờ {minutes} phút" if minutes else f"{hours} giờ"
    return f"{minutes} phút" if minutes else "chưa đầy 1 phút"


def step_name(step: Step) -> str:
    """A step as the route shows it."""
    if step.kind is StepKind.MEMBER:
        return "Ủy viên phụ trách lĩnh vực duyệt"
    if step.kind is StepKind.SECRETARY:
        return "Thư ký biên tập và trình"
    return f"{office_names(step.offices)} duyệt"


def main_label(route: Route, step: Step, number: int, *, correcting: bool, publish_at: datetime | None) -> str:
    """The one main button, naming the very text and where it goes."""
    rest = route.steps[route.steps.index(step) + 1 :]
    onward = next((one for one in rest if not one.skipped_because and not one.done_by_submission), None)
    if onward is not None:
        verb = "Trình" if step.kind is StepKind.SECRETARY else "Duyệt"
        return f"{verb} bản {number}, chuyển {_short(onward)}"
    if publish_at is not None:
        return f"Duyệt bản {number}, đăng lúc {publish_at:%H:%M} {publish_at.day}/{publish_at.month}"
    return f"Duyệt đính chính, bản {number}" if correcting else f"Duyệt đăng bản {number}"


def _short(step: Step) -> str:
    if step.kind is StepKind.SECRETARY:
        return OFFICE_NAMES[Office.SECRETARY]
    return OFFICE_NAMES[Office.HEAD] if step.offices == (Office.HEAD,) else "lãnh đạo Ban"


def ago(then: datetime, now: datetime) -> str:
    """An hour gone by as people say it: "9:10 hôm qua", "9:10 thứ Sáu 20/11"."""
    then = then.astimezone(now.tzinfo)
    days = (now.date() - then.date()).days
    return f"{then.hour}:{then:%M} " + {0: "hôm nay", 1: "hôm qua", -1: "ngày mai"}.get(days, day(then))


def held_by(step: Step | None) -> frozenset[int]:
    """Whose an open step is: whoever may take it over for another is left out."""
    if step is None:
        return frozenset()
    own = frozenset(one.person for one in step.holders if one.office in step.offices or one.acting_for is not None)
    return own or frozenset(one.person for one in step.holders)


def may_nudge(
    person: int, *, holders: frozenset[int], creator: int, board: Board, since: datetime | None, at: datetime,
    days: int, last: datetime | None,
) -> Refusal | None:  # fmt: skip
    """R-NUDGE-01: the Secretary, who hands texts on to the board, and those who run its work remind whoever holds an
    item; its creator too, once it has waited a working day; each once a day (Điều 10.2, 12.4)."""
    keepers = board.secretaries | board.substitutes | board.leaders | board.deputies
    if person not in keepers | {creator}:
        return Refusal("R-NUDGE-01", "Điều 10.2, 12.4",
                       "Nhắc là việc của Thư ký, Trưởng ban, Phó Trưởng ban và của người viết bài.")  # fmt: skip
    if since is None or not holders:
        return Refusal("R-NUDGE-02", "Điều 12.4", "Lúc này không có ai giữ bài để nhắc.", ground=Ground.CONFLICT)
    if person in holders:
        return Refusal("R-NUDGE-02", "Điều 12.4", "Bài đang ở chính thầy/cô, không cần nhắc.", ground=Ground.CONFLICT)
    ripe = working_day_after(since, days)
    if person not in keepers and at < ripe:
        told = f"Bài mới đến tay người giữ; từ {hour(ripe.astimezone(at.tzinfo))} thầy/cô nhắc được."
        return Refusal("R-NUDGE-03", "Điều 12.4", told, ground=Ground.CONFLICT)
    if last is not None and last.astimezone(at.tzinfo).date() == at.date():
        told = f"Thầy/cô đã nhắc bài này lúc {ago(last, at)}; mỗi ngày nhắc một lần là đủ."
        return Refusal("R-NUDGE-04", "Điều 12.4", told, ground=Ground.CONFLICT)
    return None


def may_set_aside(step: StepKind | None, reserved: Refusal | None, *, opened: bool) -> Refusal | None:
    """R-BATCH-01: many items are decided in one act only by whoever holds their deciding step, and only those opened
    before, each bound to the text that was seen (Điều 10.2, 15.2)."""
    if step is not StepKind.LEADER:
        return Refusal("R-BATCH-01", "Điều 10.2, 15.2", "Duyệt cùng lượt là việc của người giữ bước quyết định.")
    if not opened:
        return Refusal("R-BATCH-02", "Điều 10.2, 15.2",
                       "Chỉ bài thầy/cô đã mở ra xem mới để vào lượt duyệt; nội dung hoặc bước của bài này nay đã khác.",
                       ground=Ground.CONFLICT)  # fmt: skip
    return reserved


def may_see_everything(board: Board, person: int) -> Refusal | None:
    """R-WATCH-02: every item in every state, to look at, is for those who may follow each of them: the board, the
    school's leaders, the administrator (Điều 7, 9.1, 13.2)."""
    if person in board.everyone | board.principals | board.vice_principals | board.sysadmins:
        return None
    return Refusal("R-WATCH-02", "Điều 7, 9.1",
                   "Danh mục mọi tin, bài dành cho Ban biên tập, lãnh đạo nhà trường và Quản trị viên.")  # fmt: skip


def may_see_health(board: Board, person: int) -> Refusal | None:
    """R-HEALTH-01: how the system does is for the administrator who keeps it and those who answer for it (Điều 8.1, 13.2)."""
    if person in board.sysadmins | board.leaders | board.principals:
        return None
    return Refusal("R-HEALTH-01", "Điều 8.1, 13.2",
                   "Trang này dành cho Quản trị viên hệ thống, Trưởng ban và Hiệu trưởng.")  # fmt: skip


def may_mend(board: Board, person: int) -> Refusal | None:
    """R-HEALTH-02: having failed work run again is the administrator's (Điều 13.2)."""
    if person in board.sysadmins:
        return None
    return Refusal("R-HEALTH-02", "Điều 13.2", "Chạy lại việc hỏng của hệ thống là việc của Quản trị viên.")
