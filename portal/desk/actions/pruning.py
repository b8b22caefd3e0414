"""Letters nobody asks after any more. What was decided, and who was reminded when, stands in the record and stays; a letter
is kept only so that nobody is told the same twice, its link so that an old letter still says what became of the text."""

from datetime import datetime, timedelta

from django.db import transaction

from portal.approval.rules import State
from portal.base import ticker
from portal.desk.models import Letter, Link

LETTERS_KEPT = timedelta(days=400)  # longer than a school year
LINKS_KEPT = timedelta(days=180)  # beyond the end of each
AT_ONCE = 500  # rows, so that nobody who writes waits
OPEN = (Letter.State.WAITING, Letter.State.HELD)


@ticker.tick(every=timedelta(minutes=10))
@transaction.atomic
def prune_letters(at: datetime) -> int:
    """Forget some links long over, then some letters long settled whose text nobody decides on any more; returns how many."""
    over = Link.objects.filter(expires_at__lt=at - LINKS_KEPT).order_by("expires_at").values_list("pk", flat=True)
    links, _ = Link.objects.filter(pk__in=list(over[:AT_ONCE])).delete()
    settled = Letter.objects.filter(made_at__lt=at - LETTERS_KEPT, links=None).exclude(state__in=OPEN)
    quiet = settled.exclude(page__case__state=State.IN_REVIEW).order_by("made_at").values_list("pk", flat=True)
    letters, _ = Letter.objects.filter(pk__in=list(quiet[:AT_ONCE])).delete()
    return links + letters
