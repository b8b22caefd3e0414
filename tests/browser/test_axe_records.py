"""axe finds nothing on the records' and the pupils' screens in the states nobody's walk opens them in: with mistakes told, with drawings
and small groups kept back, with a class half answered, with nothing found."""

import pytest
from playwright.sync_api import Page, expect

from portal.people.models import NamedDuty
from portal.people.rules import Duty
from portal.records.figures import actions as figures
from portal.records.figures.blanks import BLANKS
from portal.records.figures.rules import read
from portal.records.outcomes import actions as outcomes
from portal.records.outcomes.rules import Term
from tests.browser.axe import faults
from tests.browser.walking import let_in
from tests.cast import OLD, Cast
from tests.pupils import marks
from tests.pupils.rolls import a_class
from tests.records.test_documents import TOLD
from tests.records.test_outcome_rules import WHOLE

pytestmark = [pytest.mark.browser, pytest.mark.sqlite]
STAFF = {"doingu-ql-ths": "2", "doingu-gv-dh": "35", "doingu-gv-chuan": "35", "doingu-gv-bd": "30"}
WRONG = ".field--wrong, .field__errors, [aria-invalid=true], .note--alarm"


def refused(page: Page, path: str) -> list[str]:
    """The last form of a page sent as it stands, with what it lacks told."""
    page.goto(path)
    with page.expect_navigation():
        page.evaluate("[...document.querySelectorAll('main form[method=post]')].at(-1).submit()")
    page.locator(WRONG).first.wait_for(state="attached")
    return faults(page)


def test_no_state_of_the_records_and_the_pupils_has_a_fault(cast: Cast, page: Page) -> None:
    found = {}
    for duty in (Duty.CLERK, Duty.ROLLS):
        NamedDuty.objects.create(person=cast.lan, duty=duty, named_by=cast.minh, starts=OLD)
    marks.a_period(cast)
    room, _ = a_class(cast)
    values, _ = read(BLANKS["8.1"], STAFF)
    cast.up(figures.keep(2026, "8.1", values, by=cast.minh, **TOLD), cast.minh)
    cast.up(outcomes.begin(2025, Term.FIRST, WHOLE, by=cast.minh, **TOLD), cast.minh)
    for path, shows in (("/cong-khai/2026/8-1/", "svg.chart__drawing"), ("/cong-khai/ket-qua/2025/hoc-ky-1/", "td i")):
        page.goto(path)
        expect(page.locator(shows).first).to_be_attached()
        found[path] = faults(page)
    found["/tra-cuu/"] = refused(page, "/tra-cuu/")
    let_in(page.context, cast.lan)
    found["/noi-bo/van-ban/soan/"] = refused(page, "/noi-bo/van-ban/soan/")
    page.goto(f"/noi-bo/hoc-sinh/lop/{room.pk}/dong-y/?danh-dau=1&tru=2")
    expect(page.locator(".ticks__marked")).to_be_visible()
    page.get_by_role("checkbox", name="Cha mẹ ký").first.uncheck()
    page.get_by_role("button", name="Ghi phiếu của lớp").click()
    page.locator(WRONG).first.wait_for(state="attached")
    found["phiếu đồng ý"] = faults(page)
    assert {path: said for path, said in found.items() if said} == {}
