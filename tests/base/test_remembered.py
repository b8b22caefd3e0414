"""What a process remembers holds for one state of the pages and until its hour, and never beyond what can be known."""

from datetime import datetime, timedelta

import pytest

from portal.base import remembered
from portal.base.remembered import Remembered, forget
from tests.cast import NOW

LATER = NOW + timedelta(minutes=5)


class Answers:
    """Counts how often it was asked."""

    def __init__(self, until: datetime | None = None) -> None:
        self.until, self.asked = until, 0

    def __call__(self, at: datetime) -> tuple[int, datetime | None]:
        self.asked += 1
        return self.asked, self.until


@pytest.fixture
def present(monkeypatch: pytest.MonkeyPatch) -> list[int | None]:
    """The epoch as the process sees it; the last is the present one."""
    epochs: list[int | None] = [1]
    monkeypatch.setattr(remembered, "_present", lambda: epochs[-1])
    return epochs


def test_one_answer_serves_one_epoch(present: list[int | None]) -> None:
    kept = Remembered(Answers())
    assert [kept.now(NOW), kept.now(LATER)] == [1, 1]
    present.append(2)
    assert [kept.now(LATER), kept.now(LATER)] == [2, 2]


@pytest.mark.parametrize(
    ("hours", "said"),
    [
        ([NOW, LATER - timedelta(microseconds=1)], [1, 1]),
        ([NOW, LATER], [1, 2]),
        ([NOW, NOW - timedelta(seconds=1)], [1, 2]),
    ],
)
def test_it_ends_at_its_hour_and_begins_at_its_own(
    present: list[int | None], hours: list[datetime], said: list[int]
) -> None:
    kept = Remembered(Answers(until=LATER))
    assert [kept.now(hour) for hour in hours] == said


def test_where_the_epoch_is_not_known_nothing_is_remembered(present: list[int | None]) -> None:
    kept = Remembered(Answers())
    kept.now(NOW)
    present.append(None)
    assert [kept.now(NOW), kept.now(NOW)] == [2, 3]
    present.append(1)
    assert kept.now(NOW) == 1


def test_a_database_made_anew_is_asked_anew(present: list[int | None]) -> None:
    kept = Remembered(Answers())
    kept.now(NOW)
    forget()
    assert kept.now(NOW) == 2


@pytest.mark.django_db
def test_within_a_transaction_everything_is_asked_anew() -> None:
    kept = Remembered(Answers())
    assert [kept.now(NOW), kept.now(NOW), kept.kept] == [1, 2, None]
