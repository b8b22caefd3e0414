"""What the guard says when it says no, and which rule each line of the record stands on."""

import pytest

from portal.approval import actions as approval
from portal.approval.rules import route
from portal.base.models import JournalEntry
from portal.base.refused import Refused
from portal.news import actions as news
from portal.news.models import Article
from tests.approval.school import BOARD, PLANNED, hands
from tests.approval.test_verbs import T, read, refused
from tests.cast import NOW, Cast


def rules_of(article: Article, verb: str) -> list[str]:
    lines = JournalEntry.objects.filter(subject_type="news.article", subject_id=article.pk, verb=verb)
    return [f"{line.rule} {line.clause}" for line in lines]


def test_an_unapproved_text_does_not_go_up(cast: Cast) -> None:
    article = cast.article(cast.lan)
    with pytest.raises(Refused) as told:
        article.latest_revision.publish(user=cast.ha)
    assert refused(told) == ["R-GUARD-01"]


def test_other_words_under_a_live_address_are_not_kept(cast: Cast) -> None:
    article = cast.published(cast.lan)
    article.title = "Chen vào"
    with pytest.raises(Refused) as told:
        article.save()
    assert refused(told) == ["R-GUARD-01"]


@pytest.mark.parametrize("door", ["unpublish", "delete", "copy", "create_alias"])
def test_wagtails_other_doors_say_where_the_work_is_done(cast: Cast, door: str) -> None:
    article = cast.published(cast.lan)
    with pytest.raises(Refused) as told:
        getattr(article, door)()
    assert (refused(told), read(article).live) == (["R-GUARD-02"], True)


def test_going_up_is_recorded_with_its_rule_and_the_clause_it_was_decided_under(cast: Cast) -> None:
    article = cast.published(cast.lan)
    assert rules_of(article, "publish") == ["R-PUBLISH-01 Điều 14.2, 11.2, 11.3"]
    assert rules_of(article, "confirm_facts") == ["R-FACTS-02 Điều 14.2"]


def test_changed_facts_are_recorded_with_what_they_were(cast: Cast) -> None:
    article = cast.article(cast.vy)
    cast.submit(article, cast.vy)
    news.edit(article, {"plan_entry": None}, by=cast.sen, at=NOW, **T)
    assert rules_of(article, "facts") == ["R-FACTS-01 Điều 14.2"]
    line = JournalEntry.objects.get(subject_id=article.pk, verb="facts")
    assert line.data["before"]["in_plan"] is True


@pytest.mark.parametrize("name", ["khoa", "phu", "an", "tri", "minh"])
@pytest.mark.parametrize("verb", ["approve", "vouch", "refer", "refuse"])
def test_who_is_not_of_the_board_has_no_business_with_a_text_under_way(cast: Cast, name: str, verb: str) -> None:
    """R-ACT-03."""
    article = cast.article(cast.lan)
    cast.submit(article, cast.lan)
    with pytest.raises(Refused) as told:
        cast.decide(article, verb, cast.people[name], to=cast.cuc)
    assert refused(told) == ["R-ACT-01"]


def test_each_step_names_its_rule() -> None:
    found = route(PLANNED, hands(), BOARD, pinned=5)
    assert [step.rule for step in found.steps] == ["R-STEP-MEMBER", "R-STEP-SECRETARY", "R-STEP-LEADER"]


def test_sections_are_the_boards(cast: Cast) -> None:
    with pytest.raises(Refused) as told:
        news.begin_section(title="Mới", intro="", field=None, audience="public", by=cast.lan, at=NOW, **T)
    assert refused(told) == ["R-SECTION-01"]


def test_the_hour_of_an_unknown_page_is_nobodys(cast: Cast) -> None:
    """The worker finds nothing where nothing was approved."""
    cast.article(cast.lan)
    assert approval.publish_due(NOW) == 0
