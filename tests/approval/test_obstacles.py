"""What another room says stands in the way of a text is asked by the deciding act and by the clock."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any

import pytest

from portal.approval import actions as approval
from portal.approval import obstacles
from portal.approval.rules import StepKind, Verb
from portal.base.refused import Refused
from portal.base.rules import Ground, Refusal
from portal.people.models import Person
from tests.cast import NOW, Cast

MISSING = Refusal("R-TRY-01", "Điều 14.2", "Thiếu một điều.", ground=Ground.NOT_READY)


@pytest.fixture
def missing(monkeypatch: pytest.MonkeyPatch) -> set[str]:
    """Titles something stands in the way of, as long as they are in it."""
    titles: set[str] = set()

    def asked(draft: Any, at: datetime) -> Iterator[Refusal]:
        return iter([MISSING] if draft.title in titles else [])

    monkeypatch.setattr(obstacles, "_asked", [asked])
    return titles


def test_the_deciding_act_is_refused_while_it_stands(cast: Cast, missing: set[str]) -> None:
    article = cast.article(cast.lan)
    missing.add(article.title)
    with pytest.raises(Refused) as refused:
        cast.up(article, cast.lan)
    deciding = cast.standing(article).open
    assert deciding is not None
    assert (deciding.kind, refused.value.refusals, cast.case(article).state) == (
        StepKind.LEADER,
        (MISSING,),
        "in_review",
    )
    missing.clear()
    cast.decide(article, Verb.APPROVE, Person.objects.get(pk=deciding.holders[0].person))
    assert cast.case(article).state == "published"


def test_what_was_decided_does_not_go_up_by_the_clock_while_it_stands(cast: Cast, missing: set[str]) -> None:
    article = cast.article(cast.lan)
    hour = NOW + timedelta(hours=2)
    approval.schedule(article, publish_at=hour, by=cast.lan, at=NOW, channel="test")
    cast.up(article, cast.lan)
    missing.add(article.title)
    assert (approval.publish_due(hour), cast.case(article).state) == (0, "approved")
    missing.clear()
    assert (approval.publish_due(hour), cast.case(article).state) == (1, "published")
