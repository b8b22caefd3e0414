"""axe finds nothing on any page behind the sign-in: every address of the matrix that answers a person with a page."""

import re
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

from portal.approval import actions as approval
from portal.base.models import Parameter, School
from portal.desk.actions import turns
from portal.desk.deeds import DEEDS
from portal.desk.mail import outbox
from portal.news import actions as news
from portal.news.models import Article
from portal.people.models import Person
from tests.browser.axe import faults
from tests.browser.walking import let_in
from tests.cast import NOW, Cast
from tests.chromium import ADDRESS
from tests.desk.mail.conftest import Post
from tests.docs.rules_book import ROOT
from tests.matrix.walk import Route, World, read_table, routes
from tests.website.pictures import a_picture, shown

pytestmark = [pytest.mark.browser, pytest.mark.sqlite]  # a page reads the same on either database
FIRST_ASKED = ("ha", "sen", "cuc", "minh", "tri", "phong", "lan", "vy", "phu")
NO_PAGE = re.compile(
    r"^(api/|tep/|admin/|\^admin/|robots|sitemap|rss|atom)|/bang-tinh/$|/hieu/$|\.(pdf|xlsx|docx|ics)$"
)  # no page, or downloaded


def behind_the_sign_in() -> dict[str, list[str]]:
    """Who opens which pages: each address strangers do not get, by the first who does; his own queue by everyone."""
    table = read_table()
    visits: dict[str, list[str]] = {}
    for route in routes():
        line = table["GET", route.pattern]
        if NO_PAGE.search(route.pattern) or line["nobody"] == "200":
            continue
        welcome = [role for role in FIRST_ASKED if line[role] == "200"]
        for role in welcome if route.pattern == "viec-cua-toi/" else welcome[:1]:
            visits.setdefault(role, []).append(route.pattern)
    return visits


def seen_by(page: Page, who: Person, paths: list[str]) -> dict[str, list[str]]:
    """What axe has against each page one person opens."""
    let_in(page.context, who)
    found = {}
    for path in paths:
        answer = page.goto(path)
        assert answer is not None
        assert (answer.status, page.url) == (200, ADDRESS + path)
        if answer.headers.get("content-type", "").startswith("text/html"):
            found[path] = faults(page)
    return {path: faults for path, faults in found.items() if faults}


def test_no_page_of_the_desk_has_a_fault(cast: Cast, page: Page) -> None:
    world, found = World(cast), {}
    for role, patterns in behind_the_sign_in().items():
        found |= seen_by(page, cast.people[role], [world.path(Route(pattern)) for pattern in patterns])
    assert found == {}


def in_every_state(cast: Cast) -> dict[str, Article]:
    """One item in each state its page can be opened in, written by Lan, with a picture and a table."""
    picture = a_picture(cast.lan, title="Sân trường", alt="Sân trường giờ ra chơi")
    body = [
        {"type": "heading", "value": "Ba chai nước"}, {"type": "paragraph", "value": "Nước nào tưới cây tốt nhất?"},
        shown(picture, "Lớp 7A3 bên ba chậu cây"), {"type": "table", "value": {"rows": [["Chai", "Cây cao"], ["1", "12 cm"]]}},
        {"type": "quote", "value": {"text": "Cây không đọc sách.", "source": "Lớp 7A3"}},
    ]  # fmt: skip
    states = ("draft", "in_review", "sent_back", "refused", "approved", "published", "correcting", "withdrawn")
    found = {state: cast.article(cast.lan, title=f"Bài {state}", body=body) for state in states}
    for state in ("in_review", "sent_back", "refused"):
        cast.submit(found[state], cast.lan)
    cast.decide(found["sent_back"], "send_back", cast.cuc, reason="Thiếu tên lớp.")
    cast.decide(found["refused"], "approve", cast.cuc)
    cast.decide(found["refused"], "refuse", cast.ha, reason="Đã có bài này.", ground="duplicate")
    later = {"publish_at": NOW + timedelta(days=1), "by": cast.sen, "at": NOW, "channel": "test"}
    approval.schedule(found["approved"], **later)
    for state in ("approved", "published", "correcting", "withdrawn"):
        cast.up(found[state], cast.lan)
    approval.correct(found["correcting"], by=cast.lan, at=NOW, channel="test")
    news.edit(found["correcting"], {"title": "Bài đã sửa"}, by=cast.lan, at=NOW, channel="test")
    cast.submit(found["correcting"], cast.lan)
    down = {"ground": "error", "reason": "Sai ngày.", "by": cast.ha, "at": NOW, "channel": "test"}
    approval.withdraw(found["withdrawn"], **down)
    return found


def test_an_item_has_no_fault_in_any_state_nor_before_any_deed(cast: Cast, page: Page) -> None:
    items = in_every_state(cast)
    whole = {state: f"/viec/{item.pk}/" for state, item in items.items()}
    asked = {
        "in_review": set(DEEDS) - {"trinh", "dinh-chinh", "go-bai"},
        "draft": {"trinh"},
        "published": {"dinh-chinh", "go-bai"},
    }
    deeds = [f"/viec/{items[state].pk}/{deed}/" for state, deeds in asked.items() for deed in sorted(deeds)]
    own = [whole[state] for state in ("draft", "in_review", "sent_back")]  # what its writer sees that others do not
    own += [f"/viet/{items[state].pk}/" for state in ("draft", "sent_back")]
    own += [f"/viec/{items['draft'].pk}/tuyen/", f"/viec/{items['published'].pk}/phieu-duyet/"]
    assert seen_by(page, cast.ha, [*whole.values(), *deeds]) | seen_by(page, cast.lan, own) == {}


def test_no_letter_and_nothing_it_leads_to_has_a_fault(cast: Cast, page: Page, settings: Any, tmp_path: Path) -> None:
    School.objects.update(is_demo=True)
    settings.EMAIL_BACKEND, settings.PORTAL_HOME = "portal.desk.mail.outbox.Outbox", tmp_path
    Parameter.objects.create(name="mail.domain", value="testserver.edu.vn", clause="Điều 14.3", valid_from=NOW.date())
    turns.hear_news(NOW)
    item = cast.article(cast.vy)
    cast.submit(item, cast.vy)
    Post(cast).round()
    kept = outbox.read("00000001")
    assert kept is not None
    links = re.findall(r"http://testserver(/thu/\S+)", kept.text)
    assert len(links) == 3
    assert seen_by(page, cast.sen, [*links, "/thu-thu/", "/thu-thu/00000001/"]) == {}
    cast.decide(item, "approve", cast.sen)
    page.goto(links[0])  # what it offered is done
    assert faults(page) == []


def test_no_guide_and_no_list_of_things_to_decide_together_has_a_fault(cast: Cast, page: Page) -> None:
    guides = [f"/huong-dan/{path.stem}/" for path in sorted((ROOT / "docs" / "huong-dan").glob("*.md"))]
    assert (len(guides), seen_by(page, cast.ha, guides)) == (7, {})
    for title in ("Họp tổ", "Lịch trực"):
        item = cast.article(cast.lan, title=title, section="trao-doi")
        cast.submit(item, cast.lan)
        cast.decide(item, "approve", cast.sen)
        page.goto(f"/viec/{item.pk}/")
        with page.expect_navigation():
            page.get_by_role("button", name="Đã xem, để duyệt cùng lượt").click()
    assert seen_by(page, cast.ha, ["/viec/duyet-cung-luot/", "/viec-cua-toi/"]) == {}


@pytest.mark.parametrize("path", ["/viet/", "/nhan-su/quyet-dinh/moi/", "/ke-hoach/", "/tai-khoan/login/"])
def test_a_form_that_lacks_something_says_so_without_a_fault(cast: Cast, page: Page, path: str) -> None:
    if not path.startswith("/tai-khoan/"):
        let_in(page.context, cast.minh)
    page.goto(path)
    with page.expect_navigation():
        page.evaluate("[...document.querySelectorAll('main form[method=post]')].at(-1).submit()")
    page.locator(".field--wrong, .field__errors, .errorlist, [aria-invalid=true]").first.wait_for(state="attached")
    assert faults(page) == []


def test_what_was_judged_before_is_judged_again_where_anything_of_it_is_another(cast: Cast, page: Page) -> None:
    """A pale word in the frame, one in the page, a frame that is pale by night alone."""
    pale = """where => { const word = document.querySelector(where).appendChild(document.createElement("p"));
        word.textContent = "Chữ nhạt"; word.style = "color: #bbb; background: #fff" }"""
    by_night = """() => { const sheet = new CSSStyleSheet(); document.adoptedStyleSheets = [sheet]; sheet.replaceSync(
        "@media (prefers-color-scheme: dark) { .foot * { color: #333 !important; background: #222 !important } }") }"""
    page.goto("/gioi-thieu/")
    for where in (".foot", "main"):
        assert faults(page) == []
        page.evaluate(pale, where)
        assert [one[: one.index(": <")] for one in faults(page)] == [
            "360 px, light: color-contrast", "360 px, dark: color-contrast", "1280 px, light: color-contrast",
        ]  # fmt: skip
        page.goto("/gioi-thieu/")
    page.evaluate(by_night)
    assert {one[: one.index(": <")] for one in faults(page)} == {"360 px, dark: color-contrast"}
