"""Forgetting a pupil or a reader: two people, everything replaced, the record true, done again after a restore (Luật 91/2025)."""

from pathlib import Path
from typing import Any

import pytest
from django.db import connection

from portal.base.models import JournalEntry
from portal.people import actions as people
from portal.people.rules import Duty
from portal.pupils.erasing import actions, held
from portal.pupils.erasing.rules import Why
from portal.pupils.models import Erasure, Pupil
from portal.pupils.roll import actions as roll
from tests.cast import NOW, Cast
from tests.pupils.rolls import SAID, a_class

NAME = "Mây Biếc Nhài"


@pytest.fixture(autouse=True)
def a_list_of_its_own(settings: Any, tmp_path: Path) -> None:
    settings.PORTAL_HOME = tmp_path


def gone(cast: Cast) -> Pupil:
    """A pupil with an account and a mother, who left the school; Khoa keeps the rolls."""
    people.name_for_duty(cast.khoa, Duty.ROLLS, by=cast.minh, **SAID)
    _, (pupil, _) = a_class(cast, many=2)
    roll.amend(pupil, full_name=NAME, born=None, by=cast.khoa, **SAID)
    roll.link_account(pupil, cast.an, by=cast.khoa, **SAID)
    roll.add_guardian(pupil, full_name="Bà Nhài Ngọc", relation="Mẹ", account=cast.phu, by=cast.khoa, **SAID)
    roll.leave(pupil, day=NOW.date(), by=cast.khoa, **SAID)
    return Pupil.objects.get(pk=pupil.pk)


def asked(cast: Cast, whom: Any) -> Erasure:
    made = actions.ask(whom, ground=Why.ASKED, paper="đơn số 7", by=cast.khoa, **SAID)
    for _ in range(50):
        actions.look(NOW)
        if Erasure.objects.get(pk=made.pk).searched_at:
            break
    return Erasure.objects.get(pk=made.pk)


def test_every_column_that_can_hold_words_is_decided_about() -> None:
    assert held.undecided() == []


def words_of_the_database() -> str:
    """Everything every table holds, as text."""
    found = []
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f'SELECT * FROM "{table}"')
            found += [str(row) for row in cursor.fetchall()]
    return "\n".join(found)


def test_who_it_was_is_replaced_everywhere_and_the_record_stays(cast: Cast) -> None:
    pupil = gone(cast)
    request = asked(cast, pupil)
    before = list(JournalEntry.objects.order_by("pk").values())
    assert NAME in words_of_the_database()
    actions.decide(request, by=cast.minh, **SAID)
    whole = words_of_the_database()
    for word in (NAME, "Bà Nhài Ngọc", "Lý An", "Trịnh Văn Phú", "'an@testserver", "phu@testserver", "7A3-0"):
        assert (word, word in whole) == (word, False)
    assert list(JournalEntry.objects.order_by("pk").values())[: len(before)] == before
    assert [line.verb for line in JournalEntry.objects.filter(pk__gt=before[-1]["id"]).order_by("pk")] == [
        "pupil_erased", "account_erased", "account_erased", "erasure_done",
    ]  # fmt: skip
