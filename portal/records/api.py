"""The papers the school owes the public, for programs; one router a work."""

from ninja import Router

from portal.records.procedures.api import router as procedures

router = Router()
router.add_router("", procedures)
