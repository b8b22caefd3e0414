"""Somebody who means ill, in a browser: a slip he found, another family's child, the page left open on a shared machine, words that
are to run where the staff read them (Luật 91/2025 Đ.24; Điều 8.1, 15.3)."""

from dataclasses import replace
from datetime import timedelta

import pytest
from playwright.sync_api import Browser, Page, expect

from portal.people.models import Person
from portal.pupils.consents.queries import consented
from portal.pupils.consents.rules import Purpose
from portal.pupils.models import Pupil, SchoolClass
from portal.pupils.results import codes, slips
from portal.pupils.roll.actions import add_guardian
from portal.records.admissions import applying
from tests.browser.walking import let_in
from tests.cast import NOW, Cast
from tests.chromium import ADDRESS
from tests.pupils import marks
from tests.pupils.marks import SAID, a_class, a_period, brought
from tests.pupils.test_consents import say, yes
from tests.records.admitted import CHILD, a_season, handler

pytestmark = [pytest.mark.browser, pytest.mark.sqlite]
RUN = "\"'><img src=x onerror=alert(1)><script>document.title='bị chiếm'</script>"


@pytest.fixture
def page(chromium: Browser):  # type: ignore[no-untyped-def]
    context = chromium.new_context(viewport={"width": 360, "height": 740}, base_url=ADDRESS)
    yield context.new_page()
    context.close()


def try_slip(page: Page, code: str, born: str) -> str:
    """What the door answers in so many words."""
    page.goto("/tra-cuu/")
    page.fill("input[name=code]", code)
    page.fill("input[name=born]", born)
    page.locator("main button[type=submit]").click()
    expect(page.locator("main [role=alert]").first).to_be_visible()
    return page.locator("main [role=alert]").first.inner_text()


def statuses(page: Page, *paths: str) -> list[int]:
    asked = "paths => Promise.all(paths.map(path => fetch(path, {redirect: 'manual'}).then(answer => answer.status)))"
    found: list[int] = page.evaluate(asked, list(paths))
    return found


def test_who_means_ill_reads_and_changes_nothing_of_a_child(committed: None, cast: Cast, page: Page) -> None:
    alerts: list[str] = []
    page.on("dialog", lambda one: (alerts.append(one.message), one.dismiss())[1])
    period = a_period(cast)
    own, other = a_class(cast, 2)
    brought(cast, period, marks.smas([own, other]))
    home = SchoolClass.objects.get()
    printed = {one.pupil.pk: one.code for one in slips.print_slips(period, home, by=cast.lan, **SAID)}
    add_guardian(own, full_name=RUN, relation=RUN, account=cast.phu, by=cast.minh, **SAID)
    say(home, yes(own), yes(other), by=cast.lan)
    a_stranger_with_a_slip(page, codes.shown(printed[other.pk]), other)
    the_next_at_the_same_machine(page, codes.shown(printed[own.pk]), own)
    a_parent_of_another_child(page, cast.phu, home, own, other)
    words_that_would_run(page, cast)
    assert alerts == []


def a_stranger_with_a_slip(page: Page, code: str, other: Pupil) -> None:
    """Wrong days and made-up codes are answered alike, however he says where he comes from."""
    assert other.born is not None
    page.context.set_extra_http_headers({"X-Forwarded-For": "8.8.8.8"})
    days = [(other.born + timedelta(days=n)).isoformat() for n in (1, 2)]
    told = {
        try_slip(page, said, day) for said, day in ((code, days[0]), (codes.made(), days[0]), (code.lower(), days[1]))
    }
    assert (len(told), str(other.full_name) in page.content()) == (1, False)
    page.context.set_extra_http_headers({})


def the_next_at_the_same_machine(page: Page, code: str, own: Pupil) -> None:
    """A family reads and leaves; who comes after with the button back finds an empty form, and nothing once signed out cookies go."""
    assert own.born is not None
    page.goto("/tra-cuu/")
    page.fill("input[name=code]", code)
    page.fill("input[name=born]", own.born.isoformat())
    page.locator("main button[type=submit]").click()
    expect(page.locator("main h2")).to_have_text(str(own.full_name))
    page.goto("/")
    page.context.clear_cookies()
    page.go_back()
    expect(page.locator("main input[name=code]")).to_have_value("")
    assert str(own.full_name) not in page.content()
    page.fill("input[name=code]", code)  # the code has opened once
    page.fill("input[name=born]", own.born.isoformat())
    page.locator("main button[type=submit]").click()
    expect(page.locator("main [role=alert]").first).to_be_visible()


def a_parent_of_another_child(page: Page, parent: Person, home: SchoolClass, own: Pupil, other: Pupil) -> None:
    """Addresses typed and a form changed by hand reach no other child."""
    let_in(page.context, parent)
    closed = [f"/noi-bo/hoc-sinh/em/{other.pk}/", f"/noi-bo/hoc-sinh/lop/{home.pk}/dong-y/", f"/noi-bo/hoc-sinh/lop/{home.pk}.xlsx",
              "/noi-bo/ket-qua/", "/viec/anh-rut/"]  # fmt: skip
    page.goto("/tra-cuu/dong-y/")
    assert statuses(page, *closed) == [404] * len(closed)
    assert (str(own.full_name) in page.content(), str(other.full_name) in page.content()) == (True, False)
    page.evaluate("number => document.querySelector('main input[name=em]').value = number", str(other.pk))
    with page.expect_response(lambda answer: answer.request.method == "POST") as answer:
        page.locator("main form button").first.click()
    both = [own.pk, other.pk]
    assert (answer.value.status, len(consented(both, Purpose.GROUP, NOW))) == (404, 2)


def words_that_would_run(page: Page, cast: Cast) -> None:
    """What a stranger writes into the school's form is read by the staff as words."""
    said = replace(CHILD, child=f"Mây {RUN}"[:120], note=RUN, address=RUN[:300], school=RUN[:200], relation=RUN[:40])
    sent = applying.apply(a_season(cast), said, key="k", address="198.51.100.1", **SAID)
    let_in(page.context, handler(cast))
    for path in (f"/noi-bo/tuyen-sinh/ho-so/{sent.one.pk}/", f"/noi-bo/tuyen-sinh/dot/{sent.one.season_id}/"):
        page.goto(path)
        expect(page.locator("main")).to_contain_text("Mây \"'><img src=x")
        assert (page.locator("main img[src=x]").count(), page.title().count("bị chiếm")) == (0, 0)
    let_in(page.context, cast.minh)
    page.goto(f"/noi-bo/hoc-sinh/em/{Pupil.objects.order_by('pk').values_list('pk', flat=True)[0]}/")
    expect(page.locator("main")).to_contain_text("<img src=x onerror=alert(1)>")
    assert page.locator("main img[src=x]").count() == 0
