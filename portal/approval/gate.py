"""How every verb begins: the case of the page, held, for somebody whose rights stand."""

from datetime import datetime

from wagtail.models import Page

from portal.approval.models import Case
from portal.base.refused import refuse_if
from portal.base.rules import Refusal
from portal.people import offices
from portal.people.models import Person

SUSPENDED = Refusal("R-SUSPEND-02", "Điều 9.5, 10.4", "Quyền của thầy/cô trên cổng đang tạm dừng.")


def locked(page: Page) -> Case:
    """The case of a page, held until the end of the transaction so that of two people deciding one wins."""
    return Case.objects.select_for_update().get(page_id=page.pk)


def begun_by(page: Page, by: Person, at: datetime) -> Case:
    """`locked`, for a verb that needs no office: whoever's rights are withdrawn does nothing (Điều 9.5, 10.4)."""
    refuse_if(SUSPENDED if offices.is_suspended(by, at) or not by.is_active else None)
    return locked(page)
