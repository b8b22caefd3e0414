"""A Vice-Principal posts a whole week in under three minutes from last week's, by the keystroke-level model (Điều 15.2)."""

import pytest
from playwright.sync_api import Page, expect

from portal.intranet.models import Entry, Week
from portal.intranet.week import actions
from portal.intranet.week.rules import Duty
from portal.intranet.week.told import DutyLine
from portal.people.models import Appointment, Person
from portal.people.rules import Kind, Office
from tests.browser.hand import Hand, keys
from tests.browser.walking import Walk
from tests.cast import NOW, OLD, Cast
from tests.intranet.test_week_verbs import NEXT, add, begun, posted

pytestmark = [pytest.mark.browser, pytest.mark.sqlite]

SAID = {"at": NOW, "channel": "test"}
REPEATED = ("Chào cờ", "Giao ban Ban giám hiệu", "Họp tổ Toán", "Sinh hoạt Đội", "Vệ sinh trường lớp")
ITS_OWN = (
    "Dự giờ Toán 8",
    "Đón đoàn kiểm tra thư viện",
    "Vòng chung khảo khoa học kĩ thuật",
    "Tổng kết hội giảng",
    "Tập huấn",
)
TYPED = (
    "T3 14h duyệt bài thuyết trình khoa học kĩ thuật P.302 – Khoa",
    "T4 9h kiểm tra hồ sơ tổ Ngữ văn phòng họp – Hà",
    "T6 16h30 họp hội đồng sư phạm hội trường – Minh",
    "T7 8h ngày hội khoa học kĩ thuật sân trường – Dũng",
)  # the fullest week of the demo school's year has seven lines of its own, a usual one of its autumn three


def last_week(cast: Cast) -> None:
    number = Appointment.objects.filter(person=cast.minh).values_list("decision_id", flat=True)[0]
    Appointment.objects.create(person=cast.cuc, office=Office.VICE_PRINCIPAL, decision_id=number, starts=OLD)
    Person.objects.create(username="ha2", full_name="Lê Thị Hà", kind=Kind.STAFF)
    week = begun(cast)
    for day, content in enumerate(REPEATED):
        actions.repeat(add(cast, week, content, day, hour=7), every=1, until=None, by=cast.minh, **SAID)
    for day, content in enumerate(ITS_OWN):
        add(cast, week, content, day, hour=14, place="Phòng họp", lead="Minh")
    actions.set_duties(week, [DutyLine(Duty.BOARD, "thầy Minh"), DutyLine(Duty.CLASS, "7A3")], "", by=cast.minh, **SAID)
    posted(cast, week)


@pytest.mark.parametrize(("words", "many"), [("T5", 3), ("họp", 4), ("Đỗ Dũng", 13), ("ưu", 3), ("ngày hội", 11)])
def test_keys_are_counted_as_telex_strikes_them(words: str, many: int) -> None:
    assert keys(words) == many


def test_a_week_is_posted_in_under_three_minutes(cast: Cast, page: Page) -> None:
    last_week(cast)
    page.set_viewport_size({"width": 1280, "height": 800})
    walk, hand, main = Walk(page, 1280), Hand(page), page.locator("main")
    walk.enter(cast.cuc, "/noi-bo/lich/")
    hand.clicks_on(main.get_by_role("button", name="Chép thành lịch tuần 13"), leads_on=True)
    expect(page.get_by_role("heading", name="Soạn lịch tuần 13")).to_be_visible()
    hand.looks_over(main.locator(".wk__line"))
    for content in ITS_OWN[:4]:
        hand.clicks_on(main.get_by_role("button", name=f"Bỏ {content}", exact=True), leads_on=True)
        expect(main.get_by_text(content, exact=True)).to_have_count(0)
    hand.clicks_on(main.get_by_role("link", name="Sửa Tập huấn"), leads_on=True)
    hand.clicks_on(main.get_by_label("Từ giờ"))
    hand.types("15:30")
    main.get_by_label("Từ giờ").fill("15:30")  # four figures to a person's hands
    hand.clicks_on(main.get_by_role("button", name="Lưu dòng này"), leads_on=True)
    hand.clicks_on(main.get_by_label("Thêm một dòng"))
    for line in TYPED:
        hand.types(line)
        hand.strikes("Enter", leads_on=True)
        if "Hà" in line:
            asked = main.get_by_role("group", name="“Hà” là ai?").get_by_role("radio")
            expect(asked.first).to_be_focused()
            hand.strikes("Space")
            hand.strikes("Enter", leads_on=True)
        walk.told("Đã thêm")
    hand.clicks_on(main.locator("summary", has_text="Trực trong tuần"))
    for label, words in (("Trực Ban giám hiệu", "thầy Phong"), ("Lớp trực tuần", "7A4")):
        hand.clicks_on(main.get_by_label(label))
        hand.types(words, over=True)
    hand.strikes("Enter", leads_on=True)
    hand.clicks_on(main.get_by_role("button", name="Đăng lịch tuần 13"), leads_on=True)
    expect(page.get_by_role("heading", name="Lịch công tác tuần 13", level=1)).to_be_visible()
    week = Week.objects.get(monday=NEXT, posted_at=NOW, posted_by=cast.cuc)
    assert list(week.duties.values_list("who", flat=True)) == ["thầy Phong", "7A4"]
    assert [one.content for one in week.entries.all()] == [
        "Chào cờ", "Giao ban Ban giám hiệu", "Duyệt bài thuyết trình khoa học kĩ thuật", "Họp tổ Toán",
        "Kiểm tra hồ sơ tổ Ngữ văn", "Sinh hoạt Đội", "Vệ sinh trường lớp", "Tập huấn", "Họp hội đồng sư phạm",
        "Ngày hội khoa học kĩ thuật",
    ]  # fmt: skip
    assert list(Entry.objects.get(week=week, content__startswith="Kiểm tra").leads.all()) == [cast.ha]
    assert (hand.clicks, hand.struck, hand.loads, hand.minds, hand.moves, hand.homes) == (13, 294, 14, 30, 15, 8)
    assert (round(hand.seconds), hand.seconds < 180) == (159, True)
