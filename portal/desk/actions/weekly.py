"""The week's letter about faults of what is up: on Monday morning, once to each whom they concern (Điều 12.3)."""

from datetime import datetime, timedelta

from django.db import transaction

from portal.base import ticker
from portal.base.models import Cursor
from portal.desk.actions.letters import put
from portal.desk.mail.rules import Kind, care_week, wants_digest
from portal.desk.queries.mail import digest_hour, much, quiet_hours, wishes
from portal.operations.queries import concerned_now
from portal.people import offices

CARE = "desk.mail.care"


@ticker.tick(every=timedelta(minutes=1))
def care_post(at: datetime) -> int:
    """The week's letters, where their hour has come; none where nothing is open. Returns the letters put on the way."""
    cursor, _ = Cursor.objects.get_or_create(listener=CARE)
    monday = care_week(at, digest_hour(at), quiet_hours(at), cursor.position)
    if monday is None:
        return 0
    people = concerned_now(offices.board(at))
    with transaction.atomic():
        fresh = Cursor.objects.select_for_update().get(pk=cursor.pk)
        if fresh.position >= monday.toordinal():
            return 0
        fresh.position = monday.toordinal()
        fresh.save(update_fields=["position"])
        to = [wish for wish in wishes(people).values() if wants_digest(much(wish))]
        return sum(put(Kind.CARE, f"care:{monday}", to=wish, at=at) is not None for wish in to)
