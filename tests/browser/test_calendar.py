"""The calendar in a real browser: the Secretary drags an activity, or moves it by the form; the Member sees who owes what."""

from datetime import date

import pytest
from playwright.sync_api import Page, expect

from portal.plan import actions
from portal.plan.models import PlanEntry
from tests.browser.test_main_job import sign_in
from tests.browser.walking import fits
from tests.cast import NOW, OLD, Cast

pytestmark = pytest.mark.browser
PHONE, DESK = {"width": 360, "height": 740}, {"width": 1280, "height": 900}
DECEMBER = "/ke-hoach/lich/?thang=2026-12"


@pytest.fixture
def loose(cast: Cast) -> PlanEntry:
    """Tuesday 8 and Wednesday 9 December, in a plan the Head has not confirmed yet."""
    plan = actions.draw_up(title="Tháng 12", starts=date(2026, 12, 1), ends=date(2026, 12, 31), by=cast.sen, at=NOW,
                           channel="test")  # fmt: skip
    days = actions.Entry("Hội khỏe Phù Đổng", date(2026, 12, 8), date(2026, 12, 9))
    return actions.add_entries(plan, [days], by=cast.sen, at=NOW, channel="test")[0]


def days_of(entry: PlanEntry) -> tuple[int, int]:
    entry.refresh_from_db()
    return entry.starts.day, entry.ends.day


def test_the_secretary_drags_an_activity_to_another_week(cast: Cast, page: Page, loose: PlanEntry) -> None:
    page.set_viewport_size(DESK)
    sign_in(page, cast.sen)
    page.goto(DECEMBER)
    bar = page.locator(".cal__bar", has_text="Hội khỏe Phù Đổng")
    thursday = page.locator(".cal__week").nth(2).locator(".cal__day").nth(3)
    bar.drag_to(thursday, source_position={"x": 20, "y": 8})
    expect(page.locator(".messages")).to_contain_text("Đã đổi ngày “Hội khỏe Phù Đổng”: 8/12 – 9/12 → 17/12 – 18/12.")
    assert (days_of(loose), page.url.endswith(DECEMBER)) == ((17, 18), True)


def test_the_secretary_moves_it_by_the_form_without_a_mouse_and_on_a_phone(
    cast: Cast, page: Page, loose: PlanEntry
) -> None:
    page.set_viewport_size(DESK)
    sign_in(page, cast.sen)
    page.goto(DECEMBER)
    page.get_by_role("link", name="Hội khỏe Phù Đổng").first.press("Enter")
    expect(page.get_by_role("heading", name="Hội khỏe Phù Đổng", level=1)).to_be_visible()
    page.locator("#doi_starts").fill("2026-12-10")
    page.locator("#doi_ends").fill("2026-12-11")
    page.locator("#doi_ends").press("Enter")
    expect(page.locator(".messages")).to_contain_text("8/12 – 9/12 → 10/12 – 11/12")
    page.set_viewport_size(PHONE)
    page.goto(DECEMBER)
    fits(page)
    page.locator(".cal-list summary", has_text="Đổi ngày… Hội khỏe Phù Đổng").click()
    page.locator(".cal-move").get_by_label("Từ ngày").fill("2026-12-14")
    page.locator(".cal-move").get_by_label("Đến hết ngày").fill("2026-12-15")
    page.locator(".cal-move").get_by_role("button", name="Đổi ngày").click()
    expect(page.locator(".messages")).to_contain_text("10/12 – 11/12 → 14/12 – 15/12")
    fits(page)
    assert days_of(loose) == (14, 15)


@pytest.mark.parametrize("size", [PHONE, DESK], ids=["360", "1280"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_member_sees_who_owes_what_in_his_field(cast: Cast, page: Page, size: dict[str, int], scheme: str) -> None:
    page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    page.set_viewport_size(size)  # type: ignore[arg-type]
    actions.assign(cast.entry, person=cast.lan, section_slug="chuyen-mon", note="Kèm hai ảnh", by=cast.sen, at=OLD,
                   channel="test", field_id=cast.fields["cm"].pk)  # fmt: skip
    cast.article(cast.lan, title="Bài Lan đang viết")
    sign_in(page, cast.cuc)
    page.get_by_role("link", name="Ai còn nợ bài").first.click()
    row = page.locator(".task", has_text="Kèm hai ảnh")
    expect(row).to_contain_text("Hoàng Lan")
    expect(row).to_contain_text("đang viết")
    if size is PHONE:
        fits(page)
    row.get_by_role("link", name="Bài Lan đang viết").click()
    expect(page.get_by_role("heading", name="Bài Lan đang viết").first).to_be_visible()
