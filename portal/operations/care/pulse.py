"""Signs of life of a round go by the machine's clock: a test clock that stands still would keep a dead one alive."""

import time
from datetime import UTC, datetime


def machine_hour() -> datetime:
    """The hour of the machine, whatever the test clock says."""
    return datetime.fromtimestamp(time.time(), UTC)
