"""The machine beneath: database, disk, clock."""

import shutil
from datetime import UTC, datetime, timedelta
from pathlib import Path
from time import perf_counter

from django.conf import settings
from django.db import connection

from portal.base.models import ClockShift
from portal.desk.queries.health.sign import Sign, megabytes
from portal.desk.queries.record import local
from portal.desk.rules import span

SKEW = timedelta(seconds=30)
DISK_LOW, DISK_GONE = 15, 5  # per cent free


def wall() -> tuple[datetime, float]:
    """The database's hour and how many milliseconds it took to tell it."""
    began = perf_counter()
    with connection.cursor() as cursor:
        cursor.execute("SELECT CURRENT_TIMESTAMP")
        (now,) = cursor.fetchone()
    at = datetime.fromisoformat(now) if isinstance(now, str) else now
    at = at.replace(tzinfo=UTC) if at.tzinfo is None else at
    return at, (perf_counter() - began) * 1000


def database(milliseconds: float) -> Sign:
    """Which one, how fast it answers, how large it is."""
    kind = {"sqlite": "SQLite", "postgresql": "PostgreSQL"}.get(connection.vendor, connection.vendor)
    size = _database_size()
    lines = [f"{kind}, trả lời trong {milliseconds:.0f} ms", *([f"Cỡ {megabytes(size)}"] if size else [])]
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


def disk() -> Sign:
    """How much room is left where files and data lie."""
    room = shutil.disk_usage(_existing(Path(settings.PORTAL_HOME)))
    free = room.free * 100 // room.total
    mark = "alarm" if free < DISK_GONE else "now" if free < DISK_LOW else "done"
    return Sign("Ổ đĩa", mark, f"còn trống {free}%", [f"Còn {megabytes(room.free)} trên {megabytes(room.total)}"])


def _existing(path: Path) -> Path:
    """The folder, or the nearest one above that is there."""
    return path if path.exists() or path == path.parent else _existing(path.parent)


def clock(at: datetime, wall: datetime) -> Sign:
    """The portal's hour against the database's: a machine whose clock runs wrong lets terms end at the wrong second."""
    away = at - wall
    told = [f"Giờ của cổng {local(at):%H:%M:%S, %d/%m/%Y}; giờ của cơ sở dữ liệu {local(wall):%H:%M:%S, %d/%m/%Y}"]
    if settings.PORTAL_TEST_CLOCK and ClockShift.objects.exists():
        return Sign("Đồng hồ", "now", "đồng hồ thử đang chạy", told)
    if abs(away) > SKEW:
        return Sign("Đồng hồ", "alarm", f"lệch {span(abs(away))}", told)
    return Sign("Đồng hồ", "done", "đúng giờ", told)
