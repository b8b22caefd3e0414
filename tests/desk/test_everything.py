"""The list of everything: who may look, what it finds, how far its sheet can be trusted."""

from collections.abc import Callable
from datetime import timedelta
from io import BytesIO

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from openpyxl import load_workbook

from portal.approval import actions as approval
from portal.approval.rules import Verb
from portal.desk.queries.everything import Wanted, found, rows
from portal.people.models import Appointment, Decision, Person
from tests.cast import NOW, OLD, Cast

ADDRESSES = ("/viec/tat-ca/", "/viec/tat-ca/bang-tinh/", "/viec/so-duyet/", "/viec/so-duyet/bang-tinh/")
SEE = {"minh", "ha", "phong", "cuc", "dung", "sen", "tri"}


def titles(**wanted: object) -> list[str]:
    return [row.title for row in rows(list(found(Wanted(**wanted))))]  # type: ignore[arg-type]


def listed(client: Client, query: str = "") -> list[str]:
    return [row.title for row in client.get(f"/viec/tat-ca/{query}").context["rows"]]


@pytest.mark.parametrize("address", ADDRESSES)
def test_it_is_for_those_who_may_follow_every_item_and_for_nobody_else(
    cast: Cast, client: Client, address: str
) -> None:
    """R-WATCH-02."""
    statuses = {}
    for name, person in cast.people.items():
        client.force_login(person)
        statuses[name] = client.get(address).status_code
    assert statuses == {name: 200 if name in SEE else 403 for name in cast.people}
    assert Client().get(address).status_code == 302


def test_a_vice_principal_sees_it_and_one_whose_rights_are_withdrawn_does_not(cast: Cast, client: Client) -> None:
    Appointment.objects.create(person=cast.lan, office="vice_principal", decision=Decision.objects.get(), starts=OLD)
    cast.suspend(cast.cuc)
    answers = {}
    for name in ("lan", "cuc"):
        client.force_login(getattr(cast, name))
        answers[name] = client.get("/viec/tat-ca/").status_code
    assert answers == {"lan": 200, "cuc": 403}


def test_every_state_is_there_and_can_be_asked_for(cast: Cast) -> None:
    draft = cast.article(cast.lan, title="Đang viết")
    waiting = cast.article(cast.lan, title="Đang chờ")
    cast.submit(waiting, cast.lan)
    back = cast.article(cast.lan, title="Trả lại")
    cast.submit(back, cast.lan)
    cast.decide(back, Verb.SEND_BACK, cast.cuc, reason="Thêm ảnh.")
    up = cast.published(cast.lan, title="Đã lên")
    gone = cast.published(cast.lan, title="Đã gỡ")
    approval.withdraw(gone, ground="other", reason="Nhầm.", by=cast.ha, at=NOW, channel="test")
    found_by_state = {
        state: titles(state=state) for state in ("draft", "in_review", "sent_back", "withdrawn", "refused", "approved")
    }
    assert found_by_state == {
        "draft": [draft.title], "in_review": [waiting.title], "sent_back": [back.title], "withdrawn": [gone.title],
        "refused": [], "approved": [],
    }  # fmt: skip
    sections = {section.title for section in cast.sections.values()}
    assert set(titles(state="published")) == {up.title, *sections}


def test_titles_are_found_without_marks_and_only_where_every_word_stands(cast: Cast) -> None:
    cast.article(cast.lan, title="Ngày hội đọc sách Đức Giang")
    cast.article(cast.lan, title="Ngày hội thể thao")
    assert titles(words="duc giang") == ["Ngày hội đọc sách Đức Giang"]
    assert titles(words="HỘI ngay") == ["Ngày hội thể thao", "Ngày hội đọc sách Đức Giang"]
    assert titles(words="hội bơi") == []


def test_it_is_narrowed_by_what_the_newest_text_says(cast: Cast) -> None:
    first = cast.article(cast.lan, title="Của Lan")
    other = cast.article(cast.dung, title="Của Dũng", section="doan-doi", genre="bai-phan-anh")
    both = cast.article(
        cast.khoa, title="Hai người", authors=[{"username": "khoa", "share": 50}, {"username": "lan", "share": 50}]
    )
    section = cast.sections["doan-doi"].pk
    assert titles(section=section) == [other.title]
    assert titles(field=cast.fields["dd"].pk) == [other.title]
    assert titles(genre="bai-phan-anh") == [other.title]
    assert titles(author=cast.lan.pk) == [both.title, first.title]
    assert titles(author=cast.dung.pk) == [other.title]


def test_days_are_half_open_at_school_time(cast: Cast) -> None:
    cast.article(cast.lan, title="Tối hôm trước", at=NOW.replace(hour=0) - timedelta(seconds=1))
    cast.article(cast.lan, title="Sáng nay", at=NOW)
    cast.article(cast.lan, title="Sáng mai", at=NOW.replace(hour=0) + timedelta(days=1))
    today = NOW.date()
    assert titles(since=today, until=today) == ["Sáng nay"]
    assert titles(since=today) == ["Sáng mai", "Sáng nay"]
    assert titles(words="sang", order="cu") == ["Sáng nay", "Sáng mai"]
    assert titles(words="sang", order="ten") == ["Sáng mai", "Sáng nay"]


def test_by_name_they_stand_as_vietnamese_orders_them(cast: Cast) -> None:
    for title in ("Ý kiến", "Đội ta", "Dạy tốt", "Ăn trưa", "An toàn", "Đá cầu"):
        cast.article(cast.lan, title=title)
    assert titles(state="draft", order="ten") == ["An toàn", "Ăn trưa", "Dạy tốt", "Đá cầu", "Đội ta", "Ý kiến"]


def test_the_screen_keeps_what_was_asked_and_leads_to_the_item(cast: Cast, as_: Callable[[Person], Client]) -> None:
    item = cast.article(cast.lan, title="Giờ Khoa học")
    answer = as_(cast.minh).get("/viec/tat-ca/?q=gio+khoa&state=draft&since=khong-phai-ngay&section=99999")
    page = answer.content.decode()
    assert [row.title for row in answer.context["rows"]] == ["Giờ Khoa học"]
    assert (f'href="/viec/{item.pk}/"' in page, 'value="gio khoa"' in page) == (True, True)
    assert "bang-tinh/?q=gio+khoa&amp;state=draft" in page


def test_there_is_nothing_to_press_but_looking(cast: Cast, as_: Callable[[Person], Client]) -> None:
    cast.article(cast.lan)
    main = as_(cast.minh).get("/viec/tat-ca/").content.decode().split("<main", 1)[1].split("</main>", 1)[0]
    assert main.count('method="post"') == 0
    assert as_(cast.minh).post("/viec/tat-ca/").status_code == 405


def test_the_sheet_holds_the_narrowed_list_and_no_formula(cast: Cast, as_: Callable[[Person], Client]) -> None:
    cast.article(cast.lan, title="=HYPERLINK(1)")
    cast.article(cast.lan, title="Bài khác")
    answer = as_(cast.minh).get("/viec/tat-ca/bang-tinh/?q=hyperlink")
    assert "attachment" in answer["Content-Disposition"]
    sheet = load_workbook(BytesIO(answer.content)).active
    assert sheet is not None
    lines = list(sheet.iter_rows())
    assert [cell.value for cell in lines[0]][:2] == ["Tên", "Thể loại"]
    assert [(line[0].value, line[0].data_type, line[0].quotePrefix) for line in lines[1:]] == [
        ("=HYPERLINK(1)", "s", True)
    ]
    assert (lines[1][6].value, lines[1][3].value) == (NOW.replace(tzinfo=None), "Hoàng Lan")


def many(cast: Cast, count: int) -> None:
    for number in range(count):
        cast.article(cast.lan, title=f"Bài thứ {number}")


def test_a_page_takes_as_many_queries_for_one_item_as_for_thirty(cast: Cast, as_: Callable[[Person], Client]) -> None:
    client, counts = as_(cast.minh), []
    client.get("/viec/tat-ca/")
    for more in (1, 2, 30):
        many(cast, more)
        with CaptureQueriesContext(connection) as captured:
            client.get("/viec/tat-ca/?q=bai&author=" + str(cast.lan.pk))
        counts.append(len(captured))
    assert counts[0] == counts[1] == counts[2]
    assert counts[0] <= 25


def test_the_list_is_cut_into_pages_of_thirty(cast: Cast, as_: Callable[[Person], Client]) -> None:
    many(cast, 33)
    client = as_(cast.minh)
    assert [len(listed(client, f"?q=bai&page={page}")) for page in (1, 2, 3)] == [30, 3, 3]
