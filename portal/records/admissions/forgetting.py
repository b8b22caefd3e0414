"""What a family once sent for a place at the school goes with the pupil who is forgotten: known by name and day of birth, as the
application says them (Luật 91/2025, Điều 24). Its papers and steps stand in its rows and go with it."""

from datetime import datetime

from django.db.models import QuerySet

from portal.base.forgetting import Leaving, holds
from portal.records.models import Application


def _of(leaving: Leaving) -> QuerySet[Application]:
    if leaving.pupil is None or leaving.born is None or not leaving.names:
        return Application.objects.none()
    return Application.objects.filter(born=leaving.born, child__iexact=leaving.names[0])


def many(leaving: Leaving) -> int:
    return _of(leaving).count()


@holds("Hồ sơ dự tuyển và giấy tờ gia đình đã gửi: xóa", many)
def forget(leaving: Leaving, at: datetime) -> None:
    _of(leaving).delete()
