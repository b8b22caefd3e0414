"""However long the archive is: what the desk asks for is found by an index, and what is over is let go."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.db.models import QuerySet

from portal.approval.models import Case
from portal.approval.queries import entered, under_way
from portal.base.models import JournalEntry
from portal.desk.actions.pruning import LETTERS_KEPT, LINKS_KEPT, prune_letters
from portal.desk.models import Letter, Link
from portal.desk.queries.everything import Wanted, found
from portal.people.models import Person
from tests.cast import NOW, Cast

DAY = timedelta(days=1)
ASKED: dict[str, Callable[[], QuerySet[object]]] = {
    "what is under way": lambda: under_way(),
    "a person's own texts": lambda: Case.objects.filter(creator=1).order_by("-touched_at")[:60],
    "a Member's field": lambda: Case.objects.filter(in_field__in=[1]).order_by("-touched_at", "-pk")[:20],
    "everything, the newest first": lambda: found(Wanted())[:30],  # type: ignore[dict-item]
    "everything in one state": lambda: found(Wanted(state="draft"))[:30],  # type: ignore[dict-item]
    "everything by title": lambda: found(Wanted(order="ten"))[:30],  # type: ignore[dict-item]
    "texts of one title": lambda: Case.objects.filter(title="Một bài"),
    "texts under correction": lambda: Case.objects.filter(correcting=True),
    "a month of the register": lambda: entered(NOW, NOW + DAY),
    "what one person did": lambda: JournalEntry.objects.filter(actor_id=1, verb__in=["edit"]),
    "whether somebody was told": lambda: Letter.objects.filter(key="turn:1"),
}


@pytest.mark.sqlite  # PostgreSQL chooses by how many rows there are
@pytest.mark.django_db
@pytest.mark.parametrize("asked", ASKED)
def test_an_index_leads_to_it(asked: str) -> None:
    plan = ASKED[asked]().explain()
    told = [line for line in plan.splitlines() if "SCAN" in line or "SEARCH" in line]
    assert [line for line in told if "USING" not in line] == [], plan
    assert "USE TEMP B-TREE" not in plan


def letter(cast: Cast, key: str, days: int, **more: object) -> Letter:
    """A letter to Cúc, made that many days ago."""
    made = NOW - days * DAY
    told = {"state": "sent", "sent_at": made, **more}
    return Letter.objects.create(person=cast.cuc, kind="turn", key=key, made_at=made, **told)


def link(to: Letter, person: Person, page: object, days: int) -> Link:
    """A link in it that ended that many days ago."""
    return Link.objects.create(
        token_hash=to.key, letter=to, person=person, page=page, task=1, revision=1, hash="", verb="approve", office="head",
        rights_version=1, made_at=to.made_at, expires_at=NOW - days * DAY,
    )  # fmt: skip


def test_letters_and_links_long_over_are_forgotten_and_the_record_is_not(cast: Cast) -> None:
    up, open_ = cast.published(cast.lan), cast.article(cast.lan, title="Đang chờ")
    cast.submit(open_, cast.lan)
    over, kept = LETTERS_KEPT.days + 1, LETTERS_KEPT.days - 1
    old = letter(cast, "old", over, page=up)
    link(old, cast.cuc, up, LINKS_KEPT.days + 1)
    waiting = letter(cast, "link lives", over, page=up)
    link(waiting, cast.cuc, up, LINKS_KEPT.days - 1)
    letter(cast, "young", kept, page=up)
    letter(cast, "of a text still under way", over, page=open_)
    letter(cast, "held back", over, state="held", sent_at=None)
    letter(cast, "about no text", over)
    lines = JournalEntry.objects.count()
    assert prune_letters(NOW) == 3
    assert set(Letter.objects.values_list("key", flat=True)) == {
        "link lives", "young", "of a text still under way", "held back",
    }  # fmt: skip
    assert (prune_letters(NOW), JournalEntry.objects.count()) == (0, lines)
