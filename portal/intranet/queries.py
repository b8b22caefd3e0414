"""The reads of the internal layer other rooms may ask."""

from portal.intranet.library.queries import library_lying as library_lying
from portal.intranet.library.queries import library_title as library_title
from portal.intranet.notices.queries import KIND as NOTICE
from portal.intranet.notices.queries import reaches as notice_reaches
from portal.intranet.notices.queries import reaching as notices_reaching
from portal.intranet.notices.queries import unconfirmed as unconfirmed
from portal.intranet.notices.queries import visible_to as notices_visible_to
from portal.intranet.timetable.queries import class_pages as timetable_classes
from portal.intranet.timetable.queries import for_families as timetable_for_families
from portal.intranet.timetable.queries import of_day as lessons_of_day
from portal.intranet.timetable.queries import own_classes as own_classes
from portal.intranet.week.queries import numbered as week_numbered
from portal.intranet.week.queries import public_lines as public_week
from portal.intranet.week.telling import DueWeek as DueWeek
from portal.intranet.week.telling import change_told as change_told
from portal.intranet.week.telling import changes_between as changes_between
from portal.intranet.week.telling import changes_to_tell as changes_to_tell
from portal.intranet.week.telling import due_weeks as due_weeks
from portal.intranet.week.telling import told_to as told_to
from portal.intranet.week.telling import week_is_posted as week_is_posted

__all__ = [
    "NOTICE",
    "DueWeek",
    "change_told",
    "changes_between",
    "changes_to_tell",
    "due_weeks",
    "lessons_of_day",
    "library_lying",
    "library_title",
    "notice_reaches",
    "notices_reaching",
    "notices_visible_to",
    "own_classes",
    "public_week",
    "timetable_classes",
    "timetable_for_families",
    "told_to",
    "unconfirmed",
    "week_is_posted",
    "week_numbered",
]
