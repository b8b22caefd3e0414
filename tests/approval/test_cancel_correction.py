"""A correction that is not wanted any more: the item is as if none had been opened, in public to the letter."""

from datetime import datetime, timedelta
from typing import Any

import pytest
from django.test import Client

from portal.approval import actions as approval
from portal.approval import rules
from portal.approval.models import Approval
from portal.approval.queries import hash_of, latest, remarks_of
from portal.approval.rules import State
from portal.base.models import JournalEntry
from portal.base.refused import Refused
from portal.base.rules import Ground, Refusal
from portal.news import actions as news
from portal.news.models import Article
from portal.people.models import Person
from tests.approval.school import BOARD, CUC, HA, KHOA, LAN, MINH, SEN, TRI, hands
from tests.cast import NOW, Cast

LATER = NOW + timedelta(days=1)


def no(refusal: Refusal | None) -> tuple[str, Ground] | None:
    if refusal is None:
        return None
    assert (refusal.clause, refusal.message[-1]) == ("Điều 12.3", ".")
    return refusal.rule, refusal.ground


NOT_NOW, NOT_YOURS = ("R-CORRECT-04", Ground.CONFLICT), ("R-CORRECT-03", Ground.FORBIDDEN)


@pytest.mark.parametrize(
    "person,state,correcting,expected",
    [
        *((person, State.DRAFT, True, None) for person in (LAN, HA, CUC, SEN)),
        *((person, State.DRAFT, True, NOT_YOURS) for person in (KHOA, TRI, MINH)),
        (LAN, State.SENT_BACK, True, None), (LAN, State.REFUSED, True, None),
        (LAN, State.IN_REVIEW, True, NOT_NOW), (LAN, State.APPROVED, True, NOT_NOW), (LAN, State.PUBLISHED, True, NOT_NOW),
        (LAN, State.DRAFT, False, NOT_NOW), (HA, State.WITHDRAWN, False, NOT_NOW),
    ],
)  # fmt: skip
def test_who_may_open_a_correction_drops_it_while_it_is_with_its_writers(
    person: int, state: State, correcting: bool, expected: object
) -> None:
    assert no(rules.may_cancel_correction(person, state, hands(), BOARD, correcting=correcting)) == expected


@pytest.fixture
def article(cast: Cast) -> Article:
    """A live article whose correction was opened and half written."""
    article = cast.published(cast.lan)
    approval.correct(article, by=cast.lan, at=NOW, channel="test")
    news.edit(article, {"title": "Tên sửa dở", "summary": "Sửa dở."}, by=cast.lan, at=NOW, channel="test")
    return article


def cancel(article: Article, by: Person, at: datetime = LATER) -> None:
    approval.cancel_correction(article, by=by, at=at, channel="test")


def refused(verb: Any, *args: Any) -> list[str]:
    with pytest.raises(Refused) as caught:
        verb(*args)
    return [refusal.rule for refusal in caught.value.refusals]


def public(article: Article) -> bytes:
    return Client().get(f"/tin-bai/{article.slug}/").content


def test_readers_see_no_trace(cast: Cast, article: Article) -> None:
    before = public(article)
    cancel(article, cast.lan)
    assert public(article) == before
    assert "sửa dở" not in before.decode()
    fresh = Article.objects.get(pk=article.pk)
    assert (fresh.live, fresh.title, fresh.has_unpublished_changes) == (True, "Giờ thực hành Khoa học tự nhiên", False)


def test_the_case_is_that_of_the_live_text_again(cast: Cast, article: Article) -> None:
    cancel(article, cast.lan)
    case, up = cast.case(article), Approval.objects.get(page_id=article.pk, revoked_at=None)
    assert (case.state, case.correcting, case.corrected_at, case.publish_at) == ("published", False, None, None)
    assert (case.revision_id, case.hash, case.title) == (up.revision_id, up.hash, "Giờ thực hành Khoa học tự nhiên")
    assert hash_of(latest(article)) == up.hash
    assert (case.facts["nature"], case.authors, case.published_at) == ("article", [cast.lan.pk], NOW)


def test_the_record_and_the_dropped_text_stay(cast: Cast, article: Article) -> None:
    dropped = cast.case(article).hash
    cancel(article, cast.cuc)
    line = JournalEntry.objects.get(verb="cancel_correction")
    assert (line.actor_id, line.office, line.rule, line.clause, line.hash) == (
        cast.cuc.pk, "member", "R-CORRECT-03", "Điều 12.3", dropped,
    )  # fmt: skip
    assert [revision.content["title"] for revision in article.revisions.order_by("id")] == [
        "Giờ thực hành Khoa học tự nhiên", "Tên sửa dở",
    ]  # fmt: skip


def test_whoever_opened_it_is_no_writer_of_the_live_text_for_that(cast: Cast) -> None:
    article = cast.published(cast.lan)
    approval.correct(article, by=cast.cuc, at=NOW, channel="test")
    assert cast.case(article).authors == sorted([cast.lan.pk, cast.cuc.pk])
    cancel(article, cast.cuc)
    assert cast.case(article).authors == [cast.lan.pk]


def test_another_correction_begins_from_the_live_text(cast: Cast, article: Article) -> None:
    cancel(article, cast.lan)
    approval.correct(article, by=cast.lan, at=LATER, channel="test")
    assert latest(article).title == "Giờ thực hành Khoa học tự nhiên"
    news.edit(article, {"title": "Tên sửa lại"}, by=cast.lan, at=LATER, channel="test")
    now = cast.submit(article, cast.lan, LATER)
    while now.open is not None:
        now = cast.decide(article, "approve", Person.objects.get(pk=now.open.holders[0].person), LATER)
    assert "Tên sửa lại" in public(article).decode()
    assert cast.case(article).corrected_at == LATER


def test_in_review_it_is_recalled_first_and_what_was_said_of_it_is_settled(cast: Cast, article: Article) -> None:
    cast.submit(article, cast.lan)
    case = cast.case(article)
    approval.remark(article, quote="Tên sửa dở", text="Sao vậy?", revision=case.revision_id, by=cast.ha, at=NOW,
                    channel="test")  # fmt: skip
    assert refused(cancel, article, cast.lan) == ["R-CORRECT-04"]
    approval.recall(article, by=cast.lan, at=NOW, channel="test")
    cancel(article, cast.lan)
    assert [one.settled_at for one in remarks_of(case)] == [LATER]


def test_nobody_else_and_nothing_else(cast: Cast, article: Article) -> None:
    assert refused(cancel, article, cast.khoa) == ["R-CORRECT-03"]
    assert refused(cancel, article, cast.tri) == ["R-CORRECT-03"]
    cast.suspend(cast.cuc)
    assert refused(cancel, article, cast.cuc) == ["R-SUSPEND-02"]
    assert refused(cancel, cast.article(cast.lan, title="Nháp"), cast.lan) == ["R-CORRECT-04"]
    cancel(article, cast.lan)
    assert refused(cancel, article, cast.lan) == ["R-CORRECT-04"]


def test_a_decision_on_the_text_settles_what_was_said_of_it(cast: Cast) -> None:
    article = cast.article(cast.vy)
    cast.submit(article, cast.vy)
    case = cast.case(article)
    approval.remark(article, quote="", text="Hay.", revision=case.revision_id, by=cast.ha, at=NOW, channel="test")
    cast.decide(article, "approve", cast.sen)
    assert [one.settled_by for one in remarks_of(case)] == [None]
    cast.decide(article, "approve", cast.phong)
    assert [one.settled_by for one in remarks_of(case)] == [cast.phong]
