"""What the room keeps. One file for each of its works."""

from portal.intranet.models.bulk import PaperPreview, Tray, TrayFile
from portal.intranet.models.library import (
    Downloads,
    LibraryItem,
    LibraryOpinion,
    LibraryPaper,
    Rating,
    SharedDraft,
)
from portal.intranet.models.notices import (
    Confirmation,
    InternalNotice,
    NoticeAddress,
    NoticePaper,
    Reminding,
    UpNotice,
)
from portal.intranet.models.subjects import Subject, TextbookSeries
from portal.intranet.models.timetable import OwnClass, Timetable, TimetableLesson, TimetableReading
from portal.intranet.models.tree import IntranetIndex
from portal.intranet.models.week import CalendarKey, Duty, Entry, EntryChange, Repeat, Week, WeekPoster

__all__ = [
    "CalendarKey",
    "Confirmation",
    "Downloads",
    "Duty",
    "Entry",
    "EntryChange",
    "InternalNotice",
    "IntranetIndex",
    "LibraryItem",
    "LibraryOpinion",
    "LibraryPaper",
    "NoticeAddress",
    "NoticePaper",
    "OwnClass",
    "PaperPreview",
    "Rating",
    "Reminding",
    "Repeat",
    "SharedDraft",
    "Subject",
    "TextbookSeries",
    "Timetable",
    "TimetableLesson",
    "TimetableReading",
    "Tray",
    "TrayFile",
    "UpNotice",
    "Week",
    "WeekPoster",
]
