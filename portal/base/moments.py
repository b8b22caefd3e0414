"""What will happen first, asked of the database at once."""

from datetime import datetime
from typing import Any

from django.db.models import QuerySet, Subquery

from portal.base.models import School


def soonest(*coming: QuerySet[Any, Any]) -> datetime | None:
    """The earliest of the first moments of some one-column questions, each in its order; None where none has any. One query,
    asked of the school's one row: where there is no school nothing happens."""
    row = School.objects.values_list(*(Subquery(one[:1]) for one in coming)).first()
    return min((moment for moment in row or () if moment is not None), default=None)
