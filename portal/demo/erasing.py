"""A request to forget a pupil of the demo who left the school: looked through, waiting for the Principal."""

from datetime import datetime, timedelta

from portal.demo.founding import CHANNEL, Named
from portal.pupils.erasing import actions
from portal.pupils.erasing.rules import Why
from portal.pupils.models import Enrolment
from portal.pupils.roll.actions import leave

ROOM, PLACE = "8A5", 4  # which class, who of it


def ask(by_name: Named, now: datetime) -> None:
    """He left three weeks ago, his family asked a week later; the portal has read what the school wrote."""
    keeper, left = by_name["thuky"], now - timedelta(days=21)
    seat = Enrolment.objects.filter(school_class__name=ROOM).order_by("pk")[PLACE]
    leave(seat.pupil, day=max(left.date(), seat.starts + timedelta(days=1)), by=keeper, at=left, channel=CHANNEL)
    asked = now - timedelta(days=14)
    actions.ask(
        seat.pupil, ground=Why.ASKED, paper=f"đơn số 12 ngày {asked:%d/%m/%Y}", by=keeper, at=asked, channel=CHANNEL
    )
    while actions.look(now - timedelta(days=13)):
        pass
