"""The internal layer for programs, one router a work."""

from ninja import Router

from portal.intranet.bulk.api import router as bulk
from portal.intranet.bulk.list_api import router as lists
from portal.intranet.library.api import router as library
from portal.intranet.notices.api import router as notices
from portal.intranet.subjects.api import router as subjects
from portal.intranet.timetable.api import router as timetable
from portal.intranet.timetable.drafting_api import router as drafting
from portal.intranet.week.api import router as week
from portal.intranet.week.bringing.api import router as bringing

router = Router()
router.add_router("", notices)
router.add_router("", library)
router.add_router("", timetable)
router.add_router("", drafting)
router.add_router("", week)
router.add_router("", bringing)
router.add_router("", bulk)
router.add_router("", lists)
router.add_router("", subjects)
