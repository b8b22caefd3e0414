"""A collaboration that has ended ends with every power over what is up (Điều 11.5)."""

import pytest
from django.test import Client

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


@pytest.mark.parametrize("ended,offered", [(False, {"dinh-chinh"}), (True, set())])
def test_a_correction_is_offered_to_whoever_may_open_it_and_to_nobody_else(
    cast: Cast, client: Client, ended: bool, offered: set[str]
) -> None:
    article = cast.published(cast.vy)
    if ended:
        CollaboratorPost.objects.update(ends=NOW)
    client.force_login(cast.vy, backend="django.contrib.auth.backends.ModelBackend")
    deeds = {action["key"] for action in client.get(f"/viec/{article.pk}/").context["actions"]}
    assert deeds & {"dinh-chinh", "bo-dinh-chinh"} == offered
