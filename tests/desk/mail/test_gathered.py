"""Internal items at the Head's step: he is told by one letter of their list, of one by itself only where nobody gathers it
(Điều 8.2, 15.2)."""

from datetime import timedelta

import pytest

from portal.approval import actions as approval
from portal.approval.models import ReviewList
from portal.desk.actions import reminders
from portal.desk.mail.rules import told_alone
from portal.desk.models import MailWish
from portal.news.models import Article
from tests.approval.test_listing import passed
from tests.cast import NOW, Cast
from tests.desk.mail.conftest import Post

HOUR = timedelta(hours=1)


@pytest.mark.parametrize(("gatherable", "listed", "waited", "alone"), [
    (False, False, 0, True), (True, False, 1, False), (True, False, 2, True), (True, True, 9, False),
])  # fmt: skip
def test_when_an_item_is_told_by_itself(gatherable: bool, listed: bool, waited: int, alone: bool) -> None:
    """R-MAIL-16."""
    at = NOW + waited * HOUR
    assert told_alone(gatherable=gatherable, listed=listed, since=NOW, at=at, pause=2 * HOUR) is alone


def gathered(cast: Cast, articles: list[Article]) -> ReviewList:
    pages = [one.pk for one in articles]
    return approval.gather(pages, title="Giáo án tuần 12", by=cast.sen, at=NOW, channel="test")


def heads(cast: Cast, post: Post, hours: int) -> list[str]:
    return [one.subject for one in post.round(NOW + hours * HOUR) if one.to == [cast.ha.email]]


def test_the_head_has_one_letter_of_a_list_and_none_of_each_item(cast: Cast, post: Post) -> None:
    items = [passed(cast, "Giáo án 1"), passed(cast, "Giáo án 2")]
    assert heads(cast, post, 0) == []
    made = gathered(cast, items)
    assert heads(cast, post, 1) == ["Chờ thầy/cô: duyệt danh sách – Giáo án tuần 12"]
    out = made.items.get(page=items[1])
    made = approval.set_out(
        made, [out.pk], reason="Thiếu đáp án", digest=made.digest, by=cast.ha, at=NOW, channel="test"
    )
    approval.decide_over(made, digest=made.digest, by=cast.ha, at=NOW, channel="test")
    assert heads(cast, post, 5) == []  # what he left out himself he knows


def test_what_nobody_gathers_is_told_after_a_while_and_what_is_taken_back_too(cast: Cast, post: Post) -> None:
    one, two = passed(cast, "Giáo án 1"), passed(cast, "Giáo án 2")
    made = gathered(cast, [two])
    assert sorted(line.split(" – ")[1] for line in heads(cast, post, 2)) == [one.title, made.title]
    approval.take_back_list(made, by=cast.sen, at=NOW, channel="test")
    assert [line.split(" – ")[1] for line in heads(cast, post, 3)] == [two.title]


@pytest.mark.sqlite
def test_the_mornings_letter_tells_the_list_and_not_its_items(cast: Cast, post: Post) -> None:
    MailWish.objects.create(person=cast.ha, much=MailWish.Much.DIGEST)
    gathered(cast, [passed(cast, "Giáo án 1"), passed(cast, "Giáo án 2")])
    reminders.morning_post(NOW + 24 * HOUR)
    (digest,) = [one for one in post.round(NOW + 24 * HOUR) if one.to == [cast.ha.email]]
    said = str(digest.body)
    assert (digest.subject, "Giáo án tuần 12" in said, "Giáo án 1" in said) == (
        "1 việc chờ thầy/cô hôm nay",
        True,
        False,
    )
