"""What the room keeps. One file for each of its works."""

from portal.intranet.models.tree import IntranetIndex
from portal.intranet.models.week import CalendarKey, Duty, Entry, EntryChange, Repeat, Week, WeekPoster

__all__ = ["CalendarKey", "Duty", "Entry", "EntryChange", "IntranetIndex", "Repeat", "Week", "WeekPoster"]
