"""The worker, its queue, and those who listen to the record."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Count, Max, Q

from portal.base import ticker
from portal.base.models import Cursor, JournalEntry, Task
from portal.desk.queries.health.sign import Sign
from portal.desk.queries.record import local
from portal.desk.rules import span

QUIET = timedelta(minutes=1)  # a worker silent for longer is not running
WAITS = timedelta(minutes=5)  # due work that waits longer is late
LISTENS_FAR = 50  # lines a listener may be behind
NAMES = {
    "portal.people.actions.accounts.send_invitation": "Gửi thư mời",
    "portal.people.actions.accounts.mail_new_password": "Gửi thư đặt lại mật khẩu",
    "portal.people.actions.terms.send_term_warning": "Gửi thư báo sắp hết hạn",
    "portal.people.tokens.tell_owner": "Gửi thư báo có mã truy cập mới",
}
LISTENERS = {"search": "Tìm kiếm"}


@dataclass(frozen=True)
class Failed:
    """A task that was given up."""

    pk: int
    title: str
    error: str
    attempts: int
    since: datetime


def worker(wall: datetime) -> Sign:
    """Whether the background process shows signs of life."""
    last = ticker.last_beat()
    if last is None:
        return Sign(
            "Tiến trình nền",
            "alarm",
            "chưa chạy lần nào",
            ["Chạy manage.py worker; không có nó thì thư, bài hẹn giờ, tìm kiếm đứng yên."],
        )
    silent = wall - last
    seen = f"Thấy lần cuối lúc {local(last):%H:%M:%S, %d/%m/%Y}"
    if silent > QUIET:
        return Sign(
            "Tiến trình nền", "alarm", f"im lặng {span(silent)}", [seen, "Thư, bài hẹn giờ, tìm kiếm đang đứng yên."]
        )
    return Sign("Tiến trình nền", "done", "đang chạy", [seen])


def queue(at: datetime, wall: datetime) -> Sign:
    """What waits, what is under way, what was given up."""
    ready = Q(state=Task.State.READY)
    counts = Task.objects.aggregate(
        due=Count("pk", filter=ready & Q(run_after__lte=at)), later=Count("pk", filter=ready & Q(run_after__gt=at)),
        leased=Count("pk", filter=ready & Q(leased_until__gt=wall)), failed=Count("pk", filter=Q(state=Task.State.FAILED)),
    )  # fmt: skip
    oldest = (
        Task.objects.filter(ready, run_after__lte=at).order_by("run_after").values_list("run_after", flat=True).first()
    )
    late = oldest is not None and at - oldest > WAITS
    lines = [
        f"{counts['due']} việc đến lượt, {counts['leased']} việc đang làm hoặc nghỉ để thử lại, {counts['later']} việc hẹn sau"
    ]
    if oldest is not None:
        lines.append(f"Việc đợi lâu nhất: {span(at - oldest)}")
    if counts["failed"]:
        return Sign("Hàng việc", "alarm", f"{counts['failed']} việc hỏng", lines)
    return Sign("Hàng việc", "now" if late else "done", "chậm" if late else "thông", lines)


def listeners() -> list[Sign]:
    """How far those who listen to the record are behind it."""
    newest = JournalEntry.objects.aggregate(newest=Max("id"))["newest"] or 0
    heard = dict(Cursor.objects.filter(listener__in=LISTENERS).values_list("listener", "position"))
    signs = []
    for listener, title in LISTENERS.items():
        behind = max(newest - heard.get(listener, 0), 0)
        word = "theo kịp" if not behind else f"còn {behind} dòng nhật ký chưa đọc"
        signs.append(Sign(title, "alarm" if behind > LISTENS_FAR else "done", word,
                          ["Bài mới đăng tìm thấy được sau khi tiến trình nền đọc tới."] if behind else []))  # fmt: skip
    return signs


def failed_tasks(most: int = 50) -> list[Failed]:
    """Work that was given up, newest first."""
    rows = Task.objects.filter(state=Task.State.FAILED).order_by("-pk")[:most]
    return [
        Failed(
            row.pk, NAMES.get(row.name, row.name.removeprefix("portal.")), row.error, row.attempts, local(row.run_after)
        )
        for row in rows
    ]
