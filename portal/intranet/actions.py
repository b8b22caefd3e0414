"""The verbs of the internal layer other rooms and the worker may call."""

from portal.intranet.bulk.previewing import want_previews as want_previews
from portal.intranet.library.actions import LIBRARY_ASK as LIBRARY_ASK
from portal.intranet.library.actions import LIBRARY_OPINE as LIBRARY_OPINE
from portal.intranet.notices.actions import REMIND as REMIND
from portal.intranet.notices.actions import confirm as confirm
from portal.intranet.notices.actions import edit_notice as edit_notice
from portal.intranet.notices.actions import remind as remind
from portal.intranet.notices.actions import remind_due as remind_due
from portal.intranet.notices.actions import write_notice as write_notice
from portal.intranet.timetable.actions import draw_up as draw_up
from portal.intranet.timetable.actions import mend as mend
from portal.intranet.timetable.actions import open_first as open_first
from portal.intranet.timetable.actions import read_in as read_in
from portal.intranet.timetable.actions import reword as reword
