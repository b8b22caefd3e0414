"""The words of the desk: how long is left, what a step and a verb are called, what the main button says."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, time, timedelta

from portal.approval.rules import REFUSAL_GROUNDS, WITHDRAWAL_GROUNDS, Route, Step, StepKind
from portal.approval.rules import office_names as office_names
from portal.people.rules import OFFICE_NAMES, Office

BEFORE_OPENING = timedelta(days=3)  # Điều 16.1.1: a conference is told of three days before it opens
AFTER_EVENT = timedelta(days=2)  # Điều 16.1.1: an event's article is up within two days
WEEKDAYS = ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ Nhật")
GROUNDS: Mapping[str, str] = {**WITHDRAWAL_GROUNDS, **REFUSAL_GROUNDS}
SCREEN_NAMES: Mapping[str, str] = {
    "draft": "Bắt đầu viết",
    "edit": "Sửa bài",
    "submit": "Trình duyệt",
    "skip": "Bỏ qua một bước",
    "facts": "Đổi dữ kiện, các bước xét lại từ đầu",
    "confirm_facts": "Xác nhận dữ kiện",
    "pass": "Duyệt, chuyển tiếp",
    "approve": "Duyệt đăng",
    "publish": "Lên cổng",
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
    *, genre: str, notice: bool, opening_at: datetime | None, event_start: datetime | None, event_end: datetime | None
) -> Due | None:
    """R-TIME-01: a conference's notice three days before it opens, an event's article two days after it ends."""
    if genre == "tin-hoi-nghi":
        return Due(_close_of(opening_at - BEFORE_OPENING), "Tin hội nghị phải đăng") if opening_at else None
    end = event_end or event_start
    if end is None or notice:
        return None
    return Due(_close_of(end + AFTER_EVENT), "Bài về sự kiện phải đăng")


def _close_of(at: datetime) -> datetime:
    return datetime.combine(at.date(), time(23, 59, 59), at.tzinfo)


def day(at: datetime) -> str:
    """As people say it: "thứ Hai 23/11"."""
    return f"{WEEKDAYS[at.weekday()]} {at.day}/{at.month}"


def hour(at: datetime) -> str:
    """ "17:00 thứ Sáu 20/11"."""
    return f"{at:%H:%M} {day(at)}"


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
