"""A family at the door with a slip, on a phone without JavaScript."""

import pytest
from playwright.sync_api import Browser

from portal.pupils.models import SchoolClass
from portal.pupils.results import codes, slips
from tests.cast import Cast
from tests.chromium import ADDRESS
from tests.pupils import marks
from tests.pupils.marks import SAID, a_class, a_period, brought

pytestmark = [pytest.mark.browser, pytest.mark.sqlite]


def test_a_family_reads_its_childs_result_by_slip(committed: None, cast: Cast, chromium: Browser) -> None:
    period = a_period(cast)
    brought(cast, period, marks.smas(a_class(cast, 1)))
    (printed,) = slips.print_slips(period, SchoolClass.objects.get(), by=cast.lan, **SAID)
    born = printed.pupil.born
    assert born is not None
    context = chromium.new_context(viewport={"width": 360, "height": 740}, java_script_enabled=False, base_url=ADDRESS)
    page = context.new_page()
    said = []
    for code in (codes.made(), codes.shown(printed.code).lower()):
        page.goto("/tra-cuu/")
        page.fill("input[name=code]", code)
        page.fill("input[name=born]", born.isoformat())
        with page.expect_navigation():
            page.click("main button[type=submit]")
        said.append(
            (
                page.url.removeprefix(ADDRESS).partition("#")[0],
                page.locator("main").inner_text().count("Không mở được kết quả"),
            )
        )
    assert said == [("/tra-cuu/", 1), ("/tra-cuu/phieu/", 0)]
    assert page.locator("main h2").inner_text() == printed.pupil.full_name
    context.close()
