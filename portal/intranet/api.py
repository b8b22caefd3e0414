"""The internal layer for programs, one router a work."""

from ninja import Router

from portal.intranet.notices.api import router as notices

router = Router()
router.add_router("", notices)
