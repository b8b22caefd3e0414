"""What one request asks again and again, asked once: the hour it came in and the board as it stood then.

Rights are read anew with every request; a verb reads them once more inside its own transaction.
"""

from portal.people.offices import board_of as board
from portal.people.offices import moment

__all__ = ["board", "moment"]
