"""Two people decide at the same moment, from two threads on two connections: one wins, the other is told."""

from collections.abc import Callable

import pytest

from portal.approval import actions as approval
from portal.approval.models import Approval, Case, Pass
from portal.approval.rules import Verb
from portal.news import actions as news
from portal.news.models import Article
from portal.people.models import Person
from tests.at_once import at_once
from tests.cast import NOW, Cast, reread
from tests.snapshot import Change, put_back

pytestmark = pytest.mark.postgresql
T = {"channel": "test"}


@pytest.fixture
def cast(school_rows: list[Change], committed: None) -> Cast:
    put_back(school_rows)
    return reread()


def deciding(article: Article, by: Person, verb: Verb = Verb.APPROVE) -> Callable[[], object]:
    case = Case.objects.get(page_id=article.pk)
    seen = {"revision": case.revision_id, "hash": case.hash}
    page = Article.objects.get(pk=article.pk)
    return lambda: approval.decide(page, verb, by=by, at=NOW, reason="Vì.", ground="quality", **seen, **T)


def before_the_leaders(cast: Cast) -> Article:
    article = cast.article(cast.vy)
    cast.submit(article, cast.vy)
    cast.decide(article, "approve", cast.sen)
    return article


@pytest.mark.parametrize("_round", range(3))
def test_head_and_deputy_approve_at_once_and_one_decision_stands(cast: Cast, _round: int) -> None:
    article = before_the_leaders(cast)
    told = at_once(deciding(article, cast.ha), deciding(article, cast.phong))
    assert told == ["R-HASH-02 conflict", "done"]
    assert Approval.objects.filter(page_id=article.pk).count() == 1
    assert Pass.objects.filter(passage__case__page_id=article.pk, kind="leader").count() == 1
    assert Article.objects.get(pk=article.pk).live


def test_one_approves_while_the_other_refuses(cast: Cast) -> None:
    article = before_the_leaders(cast)
    told = at_once(deciding(article, cast.ha, Verb.REFUSE), deciding(article, cast.phong))
    assert told == ["R-HASH-02 conflict", "done"]
    state = Case.objects.get(page_id=article.pk).state
    assert (state, Article.objects.get(pk=article.pk).live) in (("refused", False), ("published", True))


def test_the_holder_mends_a_word_while_another_approves(cast: Cast) -> None:
    article = before_the_leaders(cast)
    page = Article.objects.get(pk=article.pk)
    told = at_once(
        deciding(article, cast.ha), lambda: news.edit(page, {"title": "Sửa"}, by=cast.phong, at=NOW, based_on=None, **T)
    )
    assert told in (["R-EDIT-01 forbidden", "done"], ["R-HASH-01 conflict", "done"])
    approved = Approval.objects.filter(page_id=article.pk, revoked_at=None).values_list("hash", flat=True)
    shown = Article.objects.get(pk=article.pk)
    assert list(approved) == ([Case.objects.get(page_id=article.pk).hash] if shown.live else [])


def test_two_hand_the_same_text_in(cast: Cast) -> None:
    article = cast.article(cast.lan)
    page = Article.objects.get(pk=article.pk)
    told = at_once(*(lambda by=by: approval.submit(page, by=by, at=NOW, **T) for by in (cast.lan, cast.sen)))  # type: ignore[misc]
    assert told == ["R-SUBMIT-02 conflict", "done"]


def test_the_worker_and_a_withdrawal_meet(cast: Cast) -> None:
    article = cast.published(cast.lan)
    page = Article.objects.get(pk=article.pk)
    taken = {"ground": "error", "reason": "Sai"}
    told = at_once(
        lambda: approval.withdraw(page, by=cast.ha, at=NOW, **taken, **T),
        lambda: approval.withdraw(page, by=cast.tri, at=NOW, **taken, **T),
        lambda: approval.publish_due(NOW),
    )
    assert told == ["R-DOWN-03 conflict", "done", "done"]
    assert not Article.objects.get(pk=article.pk).live
