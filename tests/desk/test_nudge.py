"""Nhắc: R-NUDGE-01, -02, -03, -04 (Điều 10.2, 12.4)."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.test import Client

from portal.base import clock
from portal.base.models import JournalEntry
from portal.base.refused import Refused
from portal.desk.actions import nudge
from portal.desk.queries import queue
from portal.desk.rules import ago, may_nudge
from portal.news.models import Article
from portal.people.models import Person
from portal.people.rules import Board
from tests.cast import NOW, Cast

As = Callable[[Person], Client]
HEAD, DEPUTY, SECRETARY, MEMBER, WRITER, STRANGER = 1, 2, 3, 4, 5, 6
BOARD = Board(heads=frozenset({HEAD}), deputies=frozenset({DEPUTY}), secretaries=frozenset({SECRETARY}),
              members=frozenset({MEMBER}))  # fmt: skip
HOUR = timedelta(hours=1)


def rule_of(person: int, *, holders: frozenset[int] = frozenset({MEMBER}), waited: timedelta = HOUR,
            last: timedelta | None = None) -> str:  # fmt: skip
    refusal = may_nudge(person, holders=holders, creator=WRITER, board=BOARD, since=NOW - waited, at=NOW, days=1,
                        last=NOW - last if last is not None else None)  # fmt: skip
    return refusal.rule if refusal else ""


@pytest.mark.parametrize(
    ("person", "waited", "rule"),
    [
        (HEAD, HOUR, ""), (DEPUTY, HOUR, ""), (SECRETARY, HOUR, ""),
        (MEMBER, HOUR, "R-NUDGE-01"), (STRANGER, HOUR, "R-NUDGE-01"),
        (WRITER, HOUR, "R-NUDGE-03"), (WRITER, timedelta(days=3), ""),
    ],
)  # fmt: skip
def test_who_reminds_and_when(person: int, waited: timedelta, rule: str) -> None:
    assert rule_of(person, waited=waited, holders=frozenset({9})) == rule


def test_a_weekend_is_no_working_day() -> None:
    friday = timedelta(days=3)  # NOW is a Monday at eight
    told = [rule_of(WRITER, waited=friday - HOUR), rule_of(WRITER, waited=friday), rule_of(WRITER, waited=2 * friday)]
    assert told == ["R-NUDGE-03", "", ""]


def test_nobody_is_reminded_of_his_own_task_nor_of_what_nobody_holds() -> None:
    assert rule_of(HEAD, holders=frozenset({HEAD, DEPUTY})) == "R-NUDGE-02"
    assert rule_of(HEAD, holders=frozenset()) == "R-NUDGE-02"


def test_once_a_day_is_enough_and_another_day_is_another_day() -> None:
    assert rule_of(SECRETARY, last=HOUR) == "R-NUDGE-04"
    assert rule_of(SECRETARY, last=timedelta(hours=9)) == ""


def test_an_hour_is_told_as_people_say_it() -> None:
    told = [ago(NOW - timedelta(minutes=20), NOW), ago(NOW - timedelta(hours=22, minutes=50), NOW),
            ago(NOW - timedelta(days=3), NOW)]  # fmt: skip
    assert told == ["7:40 hôm nay", "9:10 hôm qua", "8:00 thứ Sáu 13/11"]


def waiting(cast: Cast) -> Article:
    """A text at the Member's step."""
    article = cast.article(cast.lan)
    cast.submit(article, cast.lan)
    return article


def test_the_secretary_reminds_the_member_and_the_record_says_whom(cast: Cast, as_: As) -> None:
    article = waiting(cast)
    answer = as_(cast.sen).post(f"/viec/{article.pk}/nhac/", {"words": "  Mai là hạn, thầy cô xem giúp.  "})
    assert (answer.status_code, answer.url) == (302, f"/viec/{article.pk}/")  # type: ignore[attr-defined]
    line = JournalEntry.objects.get(verb="nudge")
    assert (line.actor_id, line.data, line.reason) == (
        cast.sen.pk,
        {"to": [cast.cuc.pk]},
        "Mai là hạn, thầy cô xem giúp.",
    )
    assert (line.rule, line.clause, line.office) == ("R-NUDGE-01", "Điều 12.4", "secretary")
    history = as_(cast.sen).get(f"/viec/{article.pk}/nhat-ky/").context["history"]
    assert (history[-1]["verb_label"], history[-1]["reason"]) == ("Nhắc Phạm Thị Cúc", "Mai là hạn, thầy cô xem giúp.")


def test_the_head_reminds_under_her_own_clause(cast: Cast) -> None:
    line = nudge(waiting(cast), words="", by=cast.ha, at=NOW, channel="test")
    assert (line.clause, line.office) == ("Điều 10.2", "head")


def test_a_second_time_today_is_refused_and_the_words_are_kept(cast: Cast, as_: As) -> None:
    article, browser = waiting(cast), as_(cast.sen)
    browser.post(f"/viec/{article.pk}/nhac/")
    again = browser.post(f"/viec/{article.pk}/nhac/", {"words": "Lần nữa"})
    assert (again.status_code, again.context["form"]["words"].value()) == (409, "Lần nữa")
    assert "mỗi ngày nhắc một lần là đủ. (Điều 12.4)" in again.content.decode()
    assert JournalEntry.objects.filter(verb="nudge").count() == 1
    clock.set_to(NOW + timedelta(days=1), freeze=True)
    assert browser.post(f"/viec/{article.pk}/nhac/").status_code == 302


def test_the_secretary_may_remind_of_a_step_she_could_take_over(cast: Cast) -> None:
    article, later = waiting(cast), NOW + timedelta(days=2)
    assert [one.person for one in cast.standing(article, later).open.holders] == [cast.cuc.pk, cast.sen.pk]
    assert nudge(article, words="", by=cast.sen, at=later, channel="test").data == {"to": [cast.cuc.pk]}


def test_another_nudger_has_his_own_day(cast: Cast) -> None:
    article = waiting(cast)
    for person in (cast.sen, cast.ha, cast.phong):
        nudge(article, words="", by=person, at=NOW, channel="test")
    assert JournalEntry.objects.filter(verb="nudge").count() == 3


def test_the_next_step_may_be_reminded_of_on_the_same_day(cast: Cast) -> None:
    article = waiting(cast)
    nudge(article, words="", by=cast.sen, at=NOW, channel="test")
    later = NOW + timedelta(hours=2)
    cast.decide(article, "approve", cast.cuc, later)
    line = nudge(article, words="", by=cast.sen, at=later, channel="test")
    assert line.data == {"to": sorted([cast.ha.pk, cast.phong.pk])}


def test_the_writer_waits_a_working_day(cast: Cast) -> None:
    article = waiting(cast)
    with pytest.raises(Refused) as refused:
        nudge(article, words="", by=cast.lan, at=NOW + timedelta(hours=23), channel="test")
    assert [refusal.rule for refusal in refused.value.refusals] == ["R-NUDGE-03"]
    assert nudge(article, words="", by=cast.lan, at=NOW + timedelta(days=1), channel="test").clause == "Điều 12.4"


def test_looking_at_the_form_reminds_nobody(cast: Cast, as_: As) -> None:
    article = waiting(cast)
    page = as_(cast.sen).get(f"/viec/{article.pk}/nhac/")
    assert "Đang ở thầy/cô Phạm Thị Cúc, Ủy viên, từ 8:00 hôm nay." in page.content.decode()
    assert not JournalEntry.objects.filter(verb="nudge").exists()


def test_the_list_says_when_it_was_reminded_and_offers_it_no_more(cast: Cast, as_: As) -> None:
    waiting(cast)
    before = queue(cast.sen, NOW).groups[0].tasks[0]
    assert (before["nudge"], before["nudged"]) == (True, "")
    as_(cast.sen).post(before["url"] + "nhac/", {"next": "/viec-cua-toi/?o=nguoi-khac"})
    after = queue(cast.sen, NOW).groups[0].tasks[0]
    assert (after["nudge"], after["nudged"]) == (False, "Đã nhắc lúc 8:00 hôm nay (thầy/cô).")
    assert queue(cast.cuc, NOW).groups[0].tasks[0]["nudged"] == "Đã nhắc lúc 8:00 hôm nay (Vũ Thị Sen)."


def test_the_review_page_leads_there_for_those_who_may(cast: Cast, as_: As) -> None:
    article = waiting(cast)
    told = {}
    for name in ("sen", "ha", "lan", "cuc", "dung"):
        links = as_(cast.people[name]).get(f"/viec/{article.pk}/").context["links"]
        told[name] = [link["url"] for link in links if link["title"] == "Nhắc người đang giữ bài"]
    there = [f"/viec/{article.pk}/nhac/"]
    assert told == {"sen": there, "ha": there, "lan": there, "cuc": [], "dung": []}


def test_the_way_back_leads_nowhere_else(cast: Cast, as_: As) -> None:
    article = waiting(cast)
    inside = as_(cast.sen).post(f"/viec/{article.pk}/nhac/", {"next": "/viec-cua-toi/?o=nguoi-khac"})
    outside = as_(cast.ha).post(f"/viec/{article.pk}/nhac/", {"next": "//elsewhere.example/"})
    assert [inside.url, outside.url] == ["/viec-cua-toi/?o=nguoi-khac", f"/viec/{article.pk}/"]  # type: ignore[attr-defined]


def test_whose_business_it_is_not_gets_no_page(cast: Cast, as_: As) -> None:
    article = waiting(cast)
    told = [
        as_(person).post(f"/viec/{article.pk}/nhac/").status_code
        for person in (cast.khoa, cast.vy, cast.minh, cast.cuc)
    ]
    assert told == [404, 404, 403, 403]
