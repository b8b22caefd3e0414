"""How the system does: worker, queue, mail, database, disk, scanner, clock, search (Điều 8.1, 13.2). Counts, no contents."""

import shutil
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from time import perf_counter
from typing import Any

from django.conf import settings
from django.db import connection
from django.db.models import Count, Max, Q

from portal.base import ticker
from portal.base.models import ClockShift, Cursor, JournalEntry, Task
from portal.desk.queries.mail import mail_health
from portal.desk.queries.record import local
from portal.desk.rules import span
from portal.files.models import Attachment, Picture
from portal.files.rules import Scan

QUIET = timedelta(minutes=1)  # a worker silent for longer is not running
WAITS = timedelta(minutes=5)  # due work that waits longer is late
SKEW = timedelta(seconds=30)
DISK_LOW, DISK_GONE = 15, 5  # per cent free
LISTENS_FAR = 50  # lines a listener may be behind
NAMES = {
    "portal.people.actions.accounts.send_invitation": "Gửi thư mời",
    "portal.people.actions.accounts.mail_new_password": "Gửi thư đặt lại mật khẩu",
    "portal.people.actions.terms.send_term_warning": "Gửi thư báo sắp hết hạn",
    "portal.people.tokens.tell_owner": "Gửi thư báo có mã truy cập mới",
}
LISTENERS = {"search": "Tìm kiếm"}


@dataclass(frozen=True)
class Sign:
    """One thing looked at: what it is, how it stands (done, now, alarm), what was seen."""

    title: str
    mark: str
    word: str
    lines: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Failed:
    """A task that was given up."""

    pk: int
    title: str
    error: str
    attempts: int
    since: datetime


@dataclass(frozen=True)
class Health:
    signs: list[Sign]
    failed: list[Failed]
    letters: list[dict[str, Any]]
    at: datetime

    @property
    def alarms(self) -> int:
        return sum(sign.mark == "alarm" for sign in self.signs)


def health(at: datetime) -> Health:
    """Everything at once, in a fixed number of queries."""
    wall, answered = _wall()
    post = mail_health(at)
    signs = [_worker(wall), _queue(at, wall), _mail(post, at), _database(answered), _disk(), _scanner(), _clock(at, wall),
             *_listeners()]  # fmt: skip
    return Health(signs, failed_tasks(), post["failures"], local(at))


def _wall() -> tuple[datetime, float]:
    """The database's hour and how many milliseconds it took to tell it."""
    began = perf_counter()
    with connection.cursor() as cursor:
        cursor.execute("SELECT CURRENT_TIMESTAMP")
        (now,) = cursor.fetchone()
    at = datetime.fromisoformat(now) if isinstance(now, str) else now
    at = at.replace(tzinfo=UTC) if at.tzinfo is None else at
    return at, (perf_counter() - began) * 1000


def _worker(wall: datetime) -> Sign:
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


def _queue(at: datetime, wall: datetime) -> Sign:
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


def _mail(post: dict[str, Any], at: datetime) -> Sign:
    lines = [f"{post['sent_24h']} thư đã gửi trong 24 giờ, {post['waiting']} thư đang chờ",
             f"Tên miền thư: {post['domain'] or 'chưa đặt'}"]  # fmt: skip
    if post["oldest"] is not None:
        lines.append(f"Thư chờ lâu nhất: {span(at - post['oldest'])}")
    if post["trouble"]:
        lines.append(f"Lỗi gần nhất: {post['trouble']}")
    if post["foreign"]:
        lines.append(
            f"{len(post['foreign'])} người chưa có hộp thư của trường: {', '.join(one['name'] for one in post['foreign'][:5])}"
        )
    if post["failed"]:
        return Sign("Thư", "alarm", f"{post['failed']} thư không gửi được", lines)
    held = post["oldest"] is not None and at - post["oldest"] > timedelta(hours=1) and post["trouble"]
    return Sign(
        "Thư",
        "now" if held or post["foreign"] else "done",
        "chậm" if held else "cần để ý" if post["foreign"] else "thông",
        lines,
    )


def _database(milliseconds: float) -> Sign:
    kind = {"sqlite": "SQLite", "postgresql": "PostgreSQL"}.get(connection.vendor, connection.vendor)
    size = _database_size()
    lines = [f"{kind}, trả lời trong {milliseconds:.0f} ms", *([f"Cỡ {_megabytes(size)}"] if size else [])]
    return Sign(
        "Cơ sở dữ liệu", "now" if milliseconds > 500 else "done", "chậm" if milliseconds > 500 else "trả lời", lines
    )


def _database_size() -> int:
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_database_size(current_database())")
            return int(cursor.fetchone()[0])
    file = Path(str(connection.settings_dict["NAME"]))
    return file.stat().st_size if file.is_file() else 0


def _disk() -> Sign:
    room = shutil.disk_usage(_existing(Path(settings.PORTAL_HOME)))
    free = room.free * 100 // room.total
    mark = "alarm" if free < DISK_GONE else "now" if free < DISK_LOW else "done"
    return Sign("Ổ đĩa", mark, f"còn trống {free}%", [f"Còn {_megabytes(room.free)} trên {_megabytes(room.total)}"])


def _existing(path: Path) -> Path:
    """The folder, or the nearest one above that is there."""
    return path if path.exists() or path == path.parent else _existing(path.parent)


def _scanner() -> Sign:
    counts = dict.fromkeys(Scan, 0)
    for kind in (Picture, Attachment):
        for state, number in kind.objects.order_by().values_list("scan").annotate(n=Count("pk")):
            counts[Scan(state)] += number
    lines = [
        f"{counts[Scan.CLEAN]} tệp sạch, {counts[Scan.PENDING]} tệp chờ quét, {counts[Scan.NOT_SCANNED]} tệp chưa quét"
    ]
    if counts[Scan.INFECTED]:
        return Sign(
            "Quét mã độc",
            "alarm",
            f"{counts[Scan.INFECTED]} tệp có mã độc",
            [*lines, "Tệp có mã độc không ai mở được."],
        )
    if not settings.PORTAL_SCANNER:
        return Sign("Quét mã độc", "now", "chưa cài trình quét", lines)
    return Sign(
        "Quét mã độc", "now" if counts[Scan.PENDING] else "done", "đang quét" if counts[Scan.PENDING] else "xong", lines
    )


def _clock(at: datetime, wall: datetime) -> Sign:
    """The portal's hour against the database's: a machine whose clock runs wrong lets terms end at the wrong second."""
    away = at - wall
    told = [f"Giờ của cổng {local(at):%H:%M:%S, %d/%m/%Y}; giờ của cơ sở dữ liệu {local(wall):%H:%M:%S, %d/%m/%Y}"]
    if settings.PORTAL_TEST_CLOCK and ClockShift.objects.exists():
        return Sign("Đồng hồ", "now", "đồng hồ thử đang chạy", told)
    if abs(away) > SKEW:
        return Sign("Đồng hồ", "alarm", f"lệch {span(abs(away))}", told)
    return Sign("Đồng hồ", "done", "đúng giờ", told)


def _listeners() -> list[Sign]:
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


def _megabytes(size: int) -> str:
    return f"{size / 1024**3:.1f} GB" if size >= 1024**3 else f"{size / 1024**2:.0f} MB"
