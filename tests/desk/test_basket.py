"""Duyệt cùng lượt: opened one by one, decided in one act, each on the text that was seen (R-BATCH-01, -02; Điều 15.2)."""

from collections.abc import Callable

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from portal.approval import actions as approval
from portal.approval.models import Approval
from portal.approval.rules import StepKind
from portal.base.models import JournalEntry
from portal.base.rules import Refusal
from portal.desk import basket
from portal.desk.opened import opened_as
from portal.desk.rules import may_set_aside
from portal.news import actions as news
from portal.news.models import Article
from portal.people.models import Person
from tests.cast import NOW, Cast

As = Callable[[Person], Client]
OWN = Refusal("R-TWO-01", "Điều 10.2", "Cần người thứ hai.")


@pytest.mark.parametrize(
    ("step", "reserved", "opened", "rule"),
    [
        (StepKind.LEADER, None, True, ""),
        (StepKind.LEADER, None, False, "R-BATCH-02"),
        (StepKind.LEADER, OWN, True, "R-TWO-01"),
        (StepKind.SECRETARY, None, True, "R-BATCH-01"),
        (StepKind.MEMBER, None, True, "R-BATCH-01"),
        (None, None, True, "R-BATCH-01"),
    ],
)
def test_what_may_be_set_aside(step: StepKind | None, reserved: Refusal | None, opened: bool, rule: str) -> None:
    refusal = may_set_aside(step, reserved, opened=opened)
    assert (refusal.rule if refusal else "") == rule


def at_the_head(cast: Cast, title: str, *, internal: bool = False) -> Article:
    """A text at the deciding step."""
    inside = {"section": "trao-doi", "audience": "internal"} if internal else {}
    article = cast.article(cast.vy if not internal else cast.lan, title=title, **inside)
    cast.submit(article, cast.vy if not internal else cast.lan)
    cast.decide(article, "approve", cast.sen)
    return article


def put(browser: Client, article: Article) -> int:
    """Open the review page and press its button."""
    offered = browser.get(f"/viec/{article.pk}/").context["together"]
    return browser.post(offered["url"], {"the": offered["ticket"]}).status_code


def ticked(*articles: Article) -> dict[str, list[int]]:
    return {"bai": [article.pk for article in articles]}


def told(browser: Client) -> list[str]:
    return [str(message) for message in browser.get("/viec-cua-toi/").context["messages"]]


def live(*articles: Article) -> list[bool]:
    return [Article.objects.get(pk=article.pk).live for article in articles]


def test_three_opened_items_go_up_in_one_act(cast: Cast, as_: As) -> None:
    articles = [at_the_head(cast, "Một"), at_the_head(cast, "Hai"), at_the_head(cast, "Ba", internal=True)]
    browser = as_(cast.ha)
    assert [put(browser, article) for article in articles] == [302, 302, 302]
    rows = browser.get("/viec/duyet-cung-luot/").context["rows"]
    assert [(row["title"], row["row"], row["clause"], row["stale"]) for row in rows] == [
        ("Một", 7, "Điều 14.2, 12.2", ""), ("Hai", 7, "Điều 14.2, 12.2", ""), ("Ba", 3, "Điều 15.2", ""),
    ]  # fmt: skip
    answer = browser.post("/viec/duyet-cung-luot/", ticked(*articles))
    assert answer.url == "/viec-cua-toi/"  # type: ignore[attr-defined]
    assert live(*articles) == [True, True, True]
    assert told(browser)[-3:] == ["Đã duyệt “Một”.", "Đã duyệt “Hai”.", "Đã duyệt “Ba”."]
    bound = [(one.by_id, one.hash) for one in Approval.objects.filter(page__in=articles).order_by("pk")]
    assert bound == [(cast.ha.pk, cast.case(article).hash) for article in articles]


def test_setting_aside_decides_nothing(cast: Cast, as_: As) -> None:
    article, browser = at_the_head(cast, "Một"), as_(cast.ha)
    lines = JournalEntry.objects.count()
    put(browser, article)
    assert (live(article), JournalEntry.objects.count()) == ([False], lines)
    browser.get("/viec/duyet-cung-luot/")
    assert (live(article), JournalEntry.objects.count()) == ([False], lines)


def test_a_text_edited_meanwhile_is_said_and_the_rest_goes_on(cast: Cast, as_: As) -> None:
    articles = [at_the_head(cast, "Một"), at_the_head(cast, "Hai"), at_the_head(cast, "Ba")]
    browser = as_(cast.ha)
    for article in articles:
        put(browser, article)
    news.edit(articles[1], {"summary": "Một chữ khác."}, by=cast.phong, at=NOW, channel="test")
    rows = browser.get("/viec/duyet-cung-luot/").context["rows"]
    assert [row["stale"] for row in rows] == ["", "Nội dung bài đã thay đổi so với bản thầy/cô xem.", ""]
    browser.post("/viec/duyet-cung-luot/", ticked(*articles))
    assert live(*articles) == [True, False, True]
    assert told(browser)[-3:] == [
        "Đã duyệt “Một”.",
        "Chưa duyệt “Hai”: Nội dung bài đã thay đổi so với bản thầy/cô xem. Hãy xem lại bản mới. (Điều 14.2)",
        "Đã duyệt “Ba”.",
    ]
    assert basket_of(browser) == []


def basket_of(browser: Client) -> list[int]:
    return [row["pk"] for row in browser.get("/viec/duyet-cung-luot/").context["rows"]]


def test_what_somebody_decided_faster_is_said_and_not_decided_again(cast: Cast, as_: As) -> None:
    first, second = at_the_head(cast, "Một"), at_the_head(cast, "Hai")
    browser = as_(cast.ha)
    put(browser, first)
    put(browser, second)
    cast.decide(first, "send_back", cast.phong, reason="Thiếu ngày.")
    browser.post("/viec/duyet-cung-luot/", ticked(first, second))
    assert live(first, second) == [False, True]
    assert told(browser)[-2] == "Chưa duyệt “Một”: Đã có người xử lý bước này trước thầy/cô. (Điều 14.2)"


def test_only_ticked_items_are_decided_and_the_others_stay(cast: Cast, as_: As) -> None:
    first, second = at_the_head(cast, "Một"), at_the_head(cast, "Hai")
    browser = as_(cast.ha)
    put(browser, first)
    put(browser, second)
    answer = browser.post("/viec/duyet-cung-luot/", ticked(second))
    assert (live(first, second), basket_of(browser)) == ([False, True], [first.pk])
    assert answer.url == "/viec/duyet-cung-luot/"  # type: ignore[attr-defined]


def test_nothing_is_decided_that_was_not_opened(cast: Cast, as_: As) -> None:
    opened, other = at_the_head(cast, "Đã mở"), at_the_head(cast, "Chưa mở")
    browser = as_(cast.ha)
    put(browser, opened)
    browser.post("/viec/duyet-cung-luot/", ticked(other))
    assert live(opened, other) == [False, False]
    assert told(browser)[-1] == "Thầy/cô chưa chọn bài nào, nên chưa có bài nào được duyệt."


def test_the_ticket_is_the_opened_pages_own(cast: Cast, as_: As) -> None:
    article, other = at_the_head(cast, "Một"), at_the_head(cast, "Hai")
    browser = as_(cast.ha)
    address = f"/viec/{article.pk}/xem-xong/"
    mine = basket.ticket(opened_as(cast.standing(article)), cast.ha.pk)
    forged = [
        "", "bịa", mine[:-2], basket.ticket(opened_as(cast.standing(article)), cast.phong.pk),
        basket.ticket(opened_as(cast.standing(other)), cast.ha.pk),
    ]  # fmt: skip
    answers = [browser.post(address, {"the": word}) for word in forged]
    assert [answer.status_code for answer in answers] == [409] * 5
    assert "Chỉ bài thầy/cô đã mở ra xem mới để vào lượt duyệt" in answers[0].content.decode()
    assert basket_of(browser) == []
    assert (browser.post(address, {"the": mine}).status_code, basket_of(browser)) == (302, [article.pk])


def test_an_old_ticket_of_a_text_edited_since_is_refused(cast: Cast, as_: As) -> None:
    article, browser = at_the_head(cast, "Một"), as_(cast.ha)
    offered = browser.get(f"/viec/{article.pk}/").context["together"]
    news.edit(article, {"summary": "Chữ khác."}, by=cast.phong, at=NOW, channel="test")
    assert browser.post(offered["url"], {"the": offered["ticket"]}).status_code == 409
    assert basket_of(browser) == []


def test_opening_it_again_takes_the_newer_text(cast: Cast, as_: As) -> None:
    article, browser = at_the_head(cast, "Một"), as_(cast.ha)
    put(browser, article)
    news.edit(article, {"summary": "Chữ khác."}, by=cast.phong, at=NOW, channel="test")
    put(browser, article)
    browser.post("/viec/duyet-cung-luot/", ticked(article))
    assert live(article) == [True]


def test_an_item_is_taken_out_again(cast: Cast, as_: As) -> None:
    first, second = at_the_head(cast, "Một"), at_the_head(cast, "Hai")
    browser = as_(cast.ha)
    put(browser, first)
    put(browser, second)
    browser.post("/viec/duyet-cung-luot/", {**ticked(first, second), "bo": first.pk})
    assert (basket_of(browser), live(first, second)) == ([second.pk], [False, False])


def test_who_only_passes_on_is_not_offered_it(cast: Cast, as_: As) -> None:
    article = cast.article(cast.vy)
    cast.submit(article, cast.vy)
    assert as_(cast.sen).get(f"/viec/{article.pk}/").context["together"] is None
    word = basket.ticket(opened_as(cast.standing(article)), cast.sen.pk)
    assert as_(cast.sen).post(f"/viec/{article.pk}/xem-xong/", {"the": word}).status_code == 403


def test_who_had_a_hand_in_the_text_is_not_offered_it(cast: Cast, as_: As) -> None:
    article = at_the_head(cast, "Một")
    news.edit(article, {"summary": "Trưởng ban sửa."}, by=cast.ha, at=NOW, channel="test")
    assert as_(cast.ha).get(f"/viec/{article.pk}/").context["together"] is None
    assert as_(cast.phong).get(f"/viec/{article.pk}/").context["together"] is not None


def test_rights_lost_meanwhile_decide_nothing(cast: Cast, as_: As) -> None:
    article, browser = at_the_head(cast, "Một"), as_(cast.phong)
    put(browser, article)
    cast.suspend(cast.phong)
    browser.post("/viec/duyet-cung-luot/", ticked(article))
    assert live(article) == [False]


def test_a_basket_is_nobody_elses(cast: Cast, as_: As) -> None:
    article, browser = at_the_head(cast, "Một"), as_(cast.ha)
    put(browser, article)
    assert basket_of(as_(cast.phong)) == []


def test_an_item_scheduled_goes_up_at_its_hour(cast: Cast, as_: As) -> None:
    article = at_the_head(cast, "Một")
    approval.schedule(article, publish_at=NOW.replace(hour=17), by=cast.sen, at=NOW, channel="test")
    browser = as_(cast.ha)
    put(browser, article)
    assert browser.get("/viec/duyet-cung-luot/").context["rows"][0]["publish_at"] == NOW.replace(hour=17)
    browser.post("/viec/duyet-cung-luot/", ticked(article))
    assert (live(article), cast.case(article).state) == ([False], "approved")


def test_the_basket_asks_as_many_questions_for_thirty_items_as_for_one(cast: Cast, as_: As) -> None:
    browser, asked, made = as_(cast.ha), [], 0
    for rows in (1, 3, 30):
        for number in range(made, rows):
            put(browser, at_the_head(cast, f"Bài {number}"))
        made = rows
        browser.get("/viec/duyet-cung-luot/")
        with CaptureQueriesContext(connection) as found:
            page = browser.get("/viec/duyet-cung-luot/")
        assert len(page.context["rows"]) == rows
        asked.append(len(found))
    assert asked == [asked[0]] * 3
    assert asked[0] <= 28
