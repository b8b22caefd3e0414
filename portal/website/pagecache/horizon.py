"""When time alone will next change what strangers see: no kept page outlives that moment."""

import math
import time
from datetime import datetime, timedelta

from portal.base import clock
from portal.news import queries as news
from portal.people import queries as people


def until() -> float:
    """The second of the machine's clock up to which a page rendered from now on stays true, as far as time goes; never,
    while the test clock stands still. To be asked before rendering."""
    if clock.stands_still():
        return math.inf
    wall, at = time.time(), clock.now()  # in this order: rather a moment too early than too late
    return wall + (next_change(at) - at).total_seconds()


def next_change(at: datetime) -> datetime:
    """The next moment after `at`: midnight, since every page says which day it is, or whatever a room knows of before."""
    midnight = clock.day_begins(at.date() + timedelta(days=1))
    return min(filter(None, (midnight, news.next_change(at), people.next_change(at))))
