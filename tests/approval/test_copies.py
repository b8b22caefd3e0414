"""Điều 15.1: what is up for the public may stand inside in the very same words, and in no others."""

from datetime import timedelta
from typing import Any

import pytest

from portal.approval import actions as approval
from portal.approval.models import Approval
from portal.approval.queries import live_approval
from portal.base import journal
from portal.base.refused import Refused
from portal.news import actions as news
from portal.news.models import Article
from portal.people.models import Person
from tests.cast import NOW, Cast

T: dict[str, Any] = {"at": NOW, "channel": "test"}
DOWN: dict[str, Any] = {"ground": "privacy", "reason": "Gia đình đề nghị.", **T}


def copied(cast: Cast, by: Person, **changes: Any) -> Article:
    return cast.article(by, section="trao-doi", **changes)


def handed_in(cast: Cast, article: Article, by: Person) -> tuple[int, str, bool]:
    """Row, state and whether it is up, after submission."""
    now = cast.submit(article, by)
    return now.route.row, now.case.state, Article.objects.get(pk=article.pk).live


POSTED, ORDINARY = (2, "published", True), (3, "in_review", False)


def test_the_copy_is_up_under_the_approval_of_the_original(cast: Cast) -> None:
    original = cast.published(cast.lan)
    copy = copied(cast, cast.lan)
    assert handed_in(cast, copy, cast.lan) == POSTED
    first, second = live_approval(original), live_approval(copy)
    assert first is not None
    assert second is not None
    assert (second.copied_from, second.decided_by_pass, second.row) == (first, None, 2)
    assert (second.by, second.office, second.at) == (first.by, first.office, first.at)
    assert second.hash == cast.case(copy).hash != first.hash  # its own words with its own shelf, bound like any other


def test_another_may_post_the_copy_under_the_authors_own_names(cast: Cast) -> None:
    cast.published(cast.lan)
    names = [{"username": "lan", "share": 100}]
    assert handed_in(cast, copied(cast, cast.khoa, authors=names), cast.khoa) == POSTED
    assert handed_in(cast, copied(cast, cast.khoa), cast.khoa) == ORDINARY


def test_what_is_not_up_for_the_public_is_copied_by_nobody(cast: Cast) -> None:
    """R-COPY-01: a draft, a text in review, an internal one, one taken down, one whose section is taken down."""
    cast.article(cast.lan, title="Nháp")
    cast.submit(cast.article(cast.lan, title="Đang xét"), cast.lan)
    cast.published(cast.lan, title="Nội bộ", audience="internal")
    approval.withdraw(cast.published(cast.lan, title="Đã gỡ"), by=cast.ha, **DOWN)
    cast.published(cast.lan, title="Mục gỡ", section="doan-doi")
    approval.withdraw(cast.sections["doan-doi"], by=cast.ha, **DOWN)
    titles = ("Nháp", "Đang xét", "Nội bộ", "Đã gỡ", "Mục gỡ")
    found = {title: handed_in(cast, copied(cast, cast.lan, title=title), cast.lan) for title in titles}
    assert found == dict.fromkeys(titles, ORDINARY)


def test_a_copy_goes_stale_the_moment_the_original_changes(cast: Cast) -> None:
    original, copy = cast.published(cast.lan), copied(cast, cast.lan)
    assert cast.standing(copy).route.row == 2
    approval.correct(original, by=cast.lan, **T)
    news.edit(original, {"summary": "Lớp 7A3 và 7A4."}, by=cast.lan, **T)
    cast.up(original, cast.lan)
    assert handed_in(cast, copy, cast.lan) == ORDINARY


def test_a_correction_under_way_changes_neither(cast: Cast) -> None:
    original, copy = cast.published(cast.lan), copied(cast, cast.lan)
    approval.correct(original, by=cast.lan, **T)
    news.edit(original, {"summary": "Lớp 7A3 và 7A4."}, by=cast.lan, **T)
    assert handed_in(cast, copy, cast.lan) == POSTED
    cast.up(original, cast.lan)
    shown = Article.objects.get(pk=copy.pk)
    assert (shown.live, shown.summary) == (True, "Lớp 7A3 tự thiết kế thí nghiệm.")


def test_an_edited_copy_is_a_correction_the_head_decides(cast: Cast) -> None:
    cast.published(cast.lan)
    copy = copied(cast, cast.lan)
    cast.submit(copy, cast.lan)
    news.edit(copy, {"title": "Giờ thực hành, ghi thêm"}, by=cast.lan, **T)
    now = cast.submit(copy, cast.lan)
    assert (now.route.row, [step.offices for step in now.route.steps][-1]) == (10, ("head",))
    assert Article.objects.get(pk=copy.pk).title == "Giờ thực hành Khoa học tự nhiên"


def test_an_original_taken_down_takes_its_copies_with_it(cast: Cast) -> None:
    """R-COPY-02: what a family asked to have removed does not stay inside."""
    original, other = cast.published(cast.lan), cast.published(cast.lan, title="Bài khác")
    copies = [copied(cast, cast.lan), copied(cast, cast.lan), copied(cast, cast.lan, title="Bài khác")]
    for copy in copies:
        cast.submit(copy, cast.lan)
    approval.withdraw(original, by=cast.tri, **DOWN)
    assert [Article.objects.get(pk=one.pk).live for one in (*copies, other)] == [False, False, True, True]
    told = [line for line in journal.lines_of(copies[0]) if line.verb == "withdraw"]
    assert [(line.actor_id, line.rule, line.reason) for line in told] == [
        (cast.tri.pk, "R-COPY-02", "Gia đình đề nghị.")
    ]


def test_a_copy_once_taken_down_or_sent_back_needs_people_again(cast: Cast) -> None:
    cast.published(cast.lan)
    copy = copied(cast, cast.lan)
    cast.submit(copy, cast.lan)
    approval.withdraw(copy, by=cast.sen, **DOWN)
    assert handed_in(cast, copy, cast.lan) == ORDINARY
    cast.decide(copy, "send_back", cast.sen, reason="Không cần ở đây.")
    assert handed_in(cast, copy, cast.lan) == ORDINARY


def test_a_text_in_review_stays_on_its_way_when_its_words_go_up_elsewhere(cast: Cast) -> None:
    """Nobody is left with a step that disappeared under him."""
    inside = copied(cast, cast.lan)
    cast.submit(inside, cast.lan)
    cast.decide(inside, "approve", cast.sen)
    cast.published(cast.lan)
    approval.refresh_all(NOW)
    now = cast.standing(inside)
    assert (now.route.row, now.open is not None and now.open.kind) == (3, "leader")
    assert cast.decide(inside, "approve", cast.ha).case.state == "published"


def test_a_copy_with_an_hour_to_come_goes_the_ordinary_way(cast: Cast) -> None:
    """The original may have changed by then."""
    cast.published(cast.lan)
    copy = copied(cast, cast.lan)
    approval.schedule(copy, publish_at=NOW + timedelta(hours=1), by=cast.lan, **T)
    assert handed_in(cast, copy, cast.lan) == ORDINARY


def test_an_original_that_goes_in_the_same_moment_leaves_no_copy(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    original, copy = cast.published(cast.lan), copied(cast, cast.lan)
    before = live_approval(original)
    monkeypatch.setattr(Article, "repeats", lambda self: before)
    Approval.objects.filter(pk=before.pk).update(revoked_at=NOW)  # type: ignore[union-attr]
    with pytest.raises(Refused) as refused:
        cast.submit(copy, cast.lan)
    assert [one.rule for one in refused.value.refusals] == ["R-COPY-03"]
    assert (cast.case(copy).state, Article.objects.get(pk=copy.pk).live) == ("draft", False)


@pytest.mark.parametrize("who", ["vy", "phu"])
def test_only_staff_post_copies(cast: Cast, who: str) -> None:
    cast.published(cast.lan)
    with pytest.raises(Refused):
        copied(cast, cast.people[who])
