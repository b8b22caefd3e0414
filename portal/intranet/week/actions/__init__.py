"""The verbs of the weekly schedule (Điều 15.2)."""

from portal.intranet.week.actions.posters import end_poster, name_poster
from portal.intranet.week.actions.weeks import begin, cancel, columns, keep, post, repeat, set_duties, stop_repeating

__all__ = [
    "begin",
    "cancel",
    "columns",
    "end_poster",
    "keep",
    "name_poster",
    "post",
    "repeat",
    "set_duties",
    "stop_repeating",
]
