"""The internal layer for programs, one router a work."""

from ninja import Router

from portal.intranet.library.api import router as library
from portal.intranet.notices.api import router as notices
from portal.intranet.timetable.api import router as timetable
from portal.intranet.week.api import router as week

router = Router()
router.add_router("", notices)
router.add_router("", library)
router.add_router("", timetable)
router.add_router("", week)
