"""The one clock. Rules, schedules and link expiry read it; sessions never do."""

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from portal.base import epoch
from portal.base.models import ClockShift

ZONE = ZoneInfo("Asia/Ho_Chi_Minh")


def now() -> datetime:
    """The hour the portal lives in, in Asia/Ho_Chi_Minh; shifted only where PORTAL_TEST_CLOCK allows it."""
    wall = timezone.now()
    if settings.PORTAL_TEST_CLOCK:
        shift = ClockShift.objects.first()
        if shift is not None:
            wall = shift.frozen_at or wall + shift.offset
    return wall.astimezone(ZONE)


def day_begins(day: date) -> datetime:
    """The first moment of a day at school."""
    return datetime.combine(day, time.min, ZONE)


def day_is_over(day: date | None) -> datetime | None:
    """Through `day`: half-open, so midnight after it."""
    return day_begins(day + timedelta(days=1)) if day else None


@transaction.atomic
def set_to(at: datetime, *, freeze: bool) -> None:
    """Move the test clock to `at`; it goes on ticking from there unless frozen. Every page is of another hour then."""
    _require_test_clock()
    ClockShift.objects.all().delete()
    ClockShift.objects.create(offset=at - timezone.now(), frozen_at=at if freeze else None)
    epoch.bump()


@transaction.atomic
def reset() -> None:
    """Put the test clock back to the machine's."""
    _require_test_clock()
    ClockShift.objects.all().delete()
    epoch.bump()


def stands_still() -> bool:
    """Whether the test clock was frozen: then no hour ever comes."""
    return settings.PORTAL_TEST_CLOCK and ClockShift.objects.filter(frozen_at__isnull=False).exists()


def _require_test_clock() -> None:
    if not settings.PORTAL_TEST_CLOCK:
        raise RuntimeError("Đồng hồ thử chỉ chạy khi PORTAL_TEST_CLOCK=1.")
