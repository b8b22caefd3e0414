"""The papers the school owes the public, for programs; one router a work."""

from ninja import Router

from portal.records.disclosures.api import router as disclosures
from portal.records.documents.api import router as documents
from portal.records.figures.api import router as figures
from portal.records.procedures.api import router as procedures

router = Router()
router.add_router("", documents)
router.add_router("", procedures)
router.add_router("", disclosures)
router.add_router("", figures)
