"""A scanner that fetches every link of every letter, again and again, as anybody: nothing is another afterwards (M-22)."""

import hashlib

import pytest
from django.contrib.sessions.models import Session
from django.db import connection
from django.test import Client

from portal.desk.actions import nudge, reminders
from portal.people.models import Person
from tests.cast import NOW, Cast
from tests.desk.mail.conftest import Post, a_post, doors
from tests.snapshot import Change, Kept, put_back

TIMES = 3


def dump() -> dict[str, str]:
    """Every table but the sessions, row by row as the database holds it."""
    found = {}
    with connection.cursor() as cursor:
        for table in sorted(set(connection.introspection.table_names(cursor)) - {Session._meta.db_table}):
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")
            rows = sorted(map(repr, cursor.fetchall()))
            found[table] = hashlib.sha256("\n".join(rows).encode()).hexdigest()
    return found


def a_busy_morning(cast: Cast) -> list[str]:
    """Where its letters lead: turns of three sorts, an opinion, a nudge, an answer, digests."""
    post = a_post(cast)
    texts = [
        cast.article(cast.vy),
        cast.article(cast.lan, title="Trong kế hoạch"),
        cast.article(cast.khoa, in_plan=False),
    ]
    for text in texts:
        cast.submit(text, text.owner)
    post.round()
    cast.decide(texts[0], "approve", cast.sen)
    cast.decide(texts[1], "refer", cast.cuc, to=cast.dung, reason="Đúng chưa?")
    cast.decide(texts[2], "send_back", cast.cuc, reason="Thêm ngày.")
    nudge(texts[0], words="Hôm nay nhé.", by=cast.sen, at=NOW, channel="test")
    post.round()
    reminders.morning_post(NOW)
    post.round()
    kinds = {letter.kind for person in cast.people.values() for letter in person.letters.filter(state="sent")}
    assert kinds == {"turn", "opinion", "nudge", "answer", "digest"}
    found = {path for person in cast.people.values() for message in post.to(person) for path in doors(message).values()}
    assert len([path for path in found if path.startswith("/thu/")]) == 21
    return sorted(found)


@pytest.fixture(scope="module")
def morning(kept: Kept) -> tuple[list[Change], list[str]]:
    return kept(a_busy_morning)


@pytest.fixture
def addresses(cast: Cast, morning: tuple[list[Change], list[str]]) -> list[str]:
    rows, found = morning
    put_back(rows)
    return found


@pytest.mark.usefixtures("as_outside")
@pytest.mark.parametrize("name", [None, "sen", "ha", "phong", "cuc", "vy", "tri", "phu"])
def test_fetching_changes_nothing(cast: Cast, addresses: list[str], name: str | None) -> None:
    browser = Client()
    if name is not None:
        browser.force_login(Person.objects.get(username=name))
    before = dump()
    for _ in range(TIMES):
        for address in addresses:
            for ask in (browser.get, browser.head):
                assert ask(address).status_code in ((200, 403, 404, 410) if name else (302,))
    assert dump() == before


def test_the_dump_sees_a_change(cast: Cast, post: Post) -> None:
    before = dump()
    cast.submit(cast.article(cast.vy), cast.vy)
    assert {name for name, rows in dump().items() if rows != before[name]} >= {"approval_case", "base_journalentry"}
