"""A collaboration that has ended ends with every power over what is up (Điều 11.5)."""

import pytest

from portal.approval import actions as approval
from portal.base.refused import Refused
from portal.people.models import CollaboratorPost
from tests.cast import NOW, Cast


def test_who_collaborates_no_longer_neither_opens_nor_drops_a_correction(cast: Cast) -> None:
    article = cast.published(cast.vy)
    CollaboratorPost.objects.update(ends=NOW)
    with pytest.raises(Refused) as no:
        approval.correct(article, by=cast.vy, at=NOW, channel="test")
    assert ([one.rule for one in no.value.refusals], cast.case(article).state) == (["R-SUBMIT-03"], "published")
    approval.correct(article, by=cast.cuc, at=NOW, channel="test")
    with pytest.raises(Refused):
        approval.cancel_correction(article, by=cast.vy, at=NOW, channel="test")
    assert (cast.case(article).state, cast.case(article).correcting) == ("draft", True)


def test_who_collaborates_still_does_both(cast: Cast) -> None:
    article = cast.published(cast.vy)
    approval.correct(article, by=cast.vy, at=NOW, channel="test")
    assert approval.cancel_correction(article, by=cast.vy, at=NOW, channel="test").state == "published"
