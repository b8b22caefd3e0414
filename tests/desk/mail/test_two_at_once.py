"""Two taps at the same moment, from two threads on two connections: one decides, the other is told (R-MAIL-09)."""

from collections.abc import Callable

import pytest
from django.core import mail

from portal.approval.models import Approval, Case
from portal.base.models import Parameter
from portal.desk.actions import links, turns
from portal.desk.actions.postman import deliver
from portal.desk.models import Letter, Link
from portal.people.models import Person
from tests.at_once import at_once
from tests.cast import NOW, Cast, reread
from tests.desk.mail.conftest import Post
from tests.desk.mail.conftest import links as offered
from tests.snapshot import Change, put_back


@pytest.fixture
def cast(school_rows: list[Change], committed: None) -> Cast:
    put_back(school_rows)
    return reread()


@pytest.fixture
def told(cast: Cast) -> Post:
    """Both leaders have their letters about one text."""
    Parameter.objects.create(name="mail.domain", value="testserver.edu.vn", clause="Điều 14.3", valid_from=NOW.date())
    post = Post(cast)
    turns.hear_news(NOW)
    article = cast.article(cast.vy)
    cast.submit(article, cast.vy)
    cast.decide(article, "approve", cast.sen)
    post.round()
    return post


def tap(post: Post, person: Person, label: str) -> Callable[[], object]:
    secret = offered(post.to(person)[0])[label].split("/")[2]
    return lambda: links.decide(secret, by=person, at=NOW, reason="Vì.", ground="quality")


@pytest.mark.postgresql
@pytest.mark.parametrize("_round", range(3))
def test_the_same_link_twice(told: Post, _round: int) -> None:
    cast = told.cast
    assert at_once(*[tap(told, cast.phong, "Duyệt đăng bản 1")] * 2) == ["R-MAIL-09 conflict", "done"]
    assert (
        Approval.objects.filter(page__case__creator=cast.vy).count(),
        Link.objects.exclude(used_at=None).count(),
    ) == (1, 1)


@pytest.mark.postgresql
@pytest.mark.parametrize("_round", range(3))
def test_two_links_of_one_letter(told: Post, _round: int) -> None:
    cast = told.cast
    told_ = at_once(tap(told, cast.phong, "Duyệt đăng bản 1"), tap(told, cast.phong, "Từ chối"))
    assert told_ == ["R-MAIL-09 conflict", "done"]
    assert Case.objects.get(title="Giờ thực hành Khoa học tự nhiên").state in ("published", "refused")
    assert Link.objects.filter(person=cast.phong).exclude(used_at=None).count() == 1
    assert Link.objects.filter(person=cast.phong, dead_because="sibling").count() == 2


@pytest.mark.postgresql
def test_head_and_deputy_by_their_own_letters(told: Post) -> None:
    cast = told.cast
    assert at_once(tap(told, cast.phong, "Duyệt đăng bản 1"), tap(told, cast.ha, "Duyệt đăng bản 1")) == [
        "R-MAIL-09 conflict", "done",
    ]  # fmt: skip


@pytest.mark.postgresql
def test_two_workers_looking_round_write_each_letter_once(told: Post) -> None:
    cast = told.cast
    cast.submit(cast.article(cast.vy, title="Bài hai"), cast.vy)
    at_once(lambda: turns.look(NOW), lambda: turns.look(NOW))
    assert Letter.objects.filter(person=cast.sen, state="waiting").count() == 1


@pytest.mark.postgresql
def test_two_workers_preparing_one_letter_wait_for_each_other(told: Post) -> None:
    cast = told.cast
    cast.submit(cast.article(cast.vy, title="Bài hai"), cast.vy)
    turns.look(NOW)
    letter = Letter.objects.get(person=cast.sen, state="waiting").pk
    before = len(mail.outbox)
    assert at_once(lambda: deliver(letter), lambda: deliver(letter)) == ["done", "done"]
    assert (Letter.objects.get(pk=letter).state, 1 <= len(mail.outbox) - before <= 2) == ("sent", True)
