"""The secret address of a calendar of somebody who is forgotten opens nothing any more (Luật 91/2025, Điều 24)."""

from datetime import datetime

from portal.base.forgetting import Leaving, holds
from portal.intranet.models import CalendarKey


def many(leaving: Leaving) -> int:
    return CalendarKey.objects.filter(person__in=leaving.accounts, revoked_at=None).count()


@holds("Địa chỉ lịch riêng: khóa", many)
def forget(leaving: Leaving, at: datetime) -> None:
    CalendarKey.objects.filter(person__in=leaving.accounts, revoked_at=None).update(revoked_at=at)
