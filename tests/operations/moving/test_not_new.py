"""What the portal before had is history: nowhere does it stand as new, nor count as this month's work (Điều 14.2)."""

from datetime import date, timedelta

import pytest
from django.test import Client

from portal.approval import actions as approval
from portal.approval.queries import entered
from portal.desk.queries.calendar import month
from portal.desk.queries.field import field_of
from portal.desk.queries.freshness import freshness
from portal.desk.queries.marks import Filter
from portal.news import actions as news
from portal.news.models import Article
from portal.operations.care.records import stale
from portal.people import offices
from portal.plan.models import SectionBudget
from tests.cast import NOW, Cast

YESTERDAY = NOW - timedelta(days=1)
HERE = {"at": NOW, "channel": "test"}


@pytest.fixture
def old(cast: Cast) -> Article:
    """Up since yesterday at the portal before, up here since now; it looks as new as it could."""
    article = cast.article(cast.sen, in_plan=False, title="Tin của cổng cũ")
    approval.mark_history(article, past=YESTERDAY, where="/a/ct/1/2", by=cast.sen, **HERE)
    made = approval.list_history(title="Cổng cũ", by=cast.sen, **HERE)
    approval.decide_list(made, digest=made.digest, by=cast.ha, **HERE)
    assert approval.raise_history(NOW) == 1
    return article


def in_field(cast: Cast) -> tuple[list[str], list[int]]:
    found = field_of(cast.cuc, offices.board(NOW), NOW)
    return [item["title"] for item in found.items], [chip.count for chip in found.chips]


def test_a_members_field_shows_what_is_at_work_and_history_once_somebody_takes_it_up(cast: Cast, old: Article) -> None:
    before = in_field(cast)
    assert old.title not in before[0]
    waiting = cast.article(cast.sen, in_plan=False, title="Bài cũ chờ danh sách")
    approval.mark_history(waiting, past=YESTERDAY, where="/a/ct/1/3", by=cast.sen, **HERE)
    assert in_field(cast) == before
    approval.correct(old, by=cast.sen, **HERE)
    news.edit(old, {"summary": "Sửa một chữ."}, by=cast.sen, **HERE)
    cast.submit(old, cast.sen)
    assert old.title in in_field(cast)[0]


def test_the_calendar_says_what_went_up_here(cast: Cast, old: Article) -> None:
    cast.published(cast.lan, title="Tin của hôm nay")
    marks = [
        mark.title
        for day in month(cast.ha, NOW, date(2026, 11, 1), Filter()).days
        for mark in day.marks
        if mark.kind == "up"
    ]
    assert (old.title in marks, "Tin của hôm nay" in marks) == (False, True)


def test_a_section_is_not_fresh_by_what_it_inherited(cast: Cast, old: Article) -> None:
    SectionBudget.objects.create(
        section_slug="chuyen-mon", days=7, valid_from=date(2026, 9, 1), set_by=cast.ha, set_at=NOW
    )
    (row,) = [one for one in freshness(NOW) if one.section.slug == "chuyen-mon"]
    assert (row.last, row.stale is not None, [one.title for one in stale(NOW)]) == (None, True, ["Chuyên môn"])


def test_feeds_carry_what_is_new_and_lists_the_whole(cast: Cast, old: Article, client: Client) -> None:
    cast.published(cast.lan, title="Tin của hôm nay")
    told = {path: client.get(path).content.decode() for path in ("/rss/", "/atom/", "/rss/chuyen-mon/", "/tin-bai/")}
    assert {path: (old.title in words, "Tin của hôm nay" in words) for path, words in told.items()} == {
        "/rss/": (False, True), "/atom/": (False, True), "/rss/chuyen-mon/": (False, True), "/tin-bai/": (True, True),
    }  # fmt: skip


def test_no_month_of_the_register_counts_it(cast: Cast, old: Article) -> None:
    assert [
        one.page_id for one in entered(NOW - timedelta(days=40), NOW + timedelta(days=1)) if one.page_id == old.pk
    ] == []
