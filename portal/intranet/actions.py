"""The verbs of the internal layer other rooms and the worker may call."""

from portal.intranet.notices.actions import REMIND as REMIND
from portal.intranet.notices.actions import confirm as confirm
from portal.intranet.notices.actions import edit_notice as edit_notice
from portal.intranet.notices.actions import remind as remind
from portal.intranet.notices.actions import remind_due as remind_due
from portal.intranet.notices.actions import write_notice as write_notice
