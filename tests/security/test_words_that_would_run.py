"""Words somebody typed into the school's papers are words wherever they are read: on pages, in the search and what it proposes, where
reviewers read them, in tables and in what machines read (Điều 8.1)."""

from dataclasses import fields, replace
from datetime import date
from html import escape
from html.parser import HTMLParser
from typing import Any

import pytest
from django.test import Client

from portal.approval import actions as approval
from portal.records.admissions import actions as admissions
from portal.records.disclosures import actions as disclosures
from portal.records.documents import actions as documents
from portal.records.procedures import actions as procedures
from portal.search import actions as search
from tests.cast import NOW, Cast
from tests.people.signing import signed_in
from tests.records.admitted import GIVEN as SEASON
from tests.records.test_documents import GIVEN as PAPER
from tests.records.test_documents import a_file
from tests.records.test_procedures import GIVEN as PROCEDURE

pytestmark = pytest.mark.sqlite
RUN = "\"'><img src=x onerror=alert(1)><script>alert(2)</script>{{7*7}}</textarea></style>"
SAID: dict[str, Any] = {"at": NOW, "channel": "test"}
KEPT = frozenset(["kind", "origin", "symbol", "quota", "way", "link"])  # what is no free text


class Tags(HTMLParser):
    """What would run in a page: elements and attributes nobody of ours writes."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if (tag == "img" and given.get("src") == "x") or any(name.startswith("on") for name in given):
            self.found.append(tag)
        if tag == "script" and not given.get("src") and given.get("type") != "application/ld+json":
            self.found.append(tag)


def runs(html: str) -> list[str]:
    found = Tags()
    found.feed(html)
    return found.found


def hostile(given: Any) -> Any:
    """The same with such words in every line and text."""
    changed = {
        one.name: f"{getattr(given, one.name)} {RUN}"[:250]
        for one in fields(given)
        if one.name not in KEPT and isinstance(getattr(given, one.name), str)
    }
    return replace(given, **changed)


def test_a_page_that_would_run_is_told_from_one_that_would_not() -> None:
    assert [runs(one) for one in (f"<p>{RUN}", f"<p>{escape(RUN)}", f'<p title="{escape(RUN)}">')] == [
        ["img", "script"],
        [],
        [],
    ]


@pytest.fixture
def made(cast: Cast) -> dict[str, Any]:
    """One of each kind, up, every word of it hostile."""
    table = {"caption": RUN, "head": [RUN, "Số"], "rows": [[RUN, "12"], ["Hai", "3"]]}
    pages = {
        "document": documents.begin(hostile(replace(PAPER, symbol="07/KH-X", issued=date(2026, 11, 10))), [a_file(cast.sen, RUN)],
                                    by=cast.sen, **SAID),
        "procedure": procedures.begin(hostile(PROCEDURE), [], by=cast.sen, **SAID),
        "season": admissions.begin(hostile(SEASON), [], by=cast.sen, **SAID),
        "disclosure": disclosures.write(2026, "5.1", disclosures.Given(RUN, [table], RUN), [a_file(cast.sen, RUN)], by=cast.sen, **SAID),
    }  # fmt: skip
    for one in pages.values():
        approval.submit(one, by=cast.sen, **SAID)
    return pages


def test_words_typed_into_papers_run_nowhere(cast: Cast, client: Client, made: dict[str, Any]) -> None:
    reviewer = signed_in(cast, "ha")
    wrong: dict[str, list[str]] = {}

    def look(who: Client, path: str) -> None:
        answer = who.get(path, follow=True)
        assert (path, answer.status_code) == (path, 200)
        if found := runs(answer.content.decode()):
            wrong[path] = found

    for one in made.values():
        look(reviewer, f"/viec/{one.pk}/")
        look(signed_in(cast, "sen"), one.edit_address())
        while (now := cast.standing(one)).open is not None:
            cast.decide(one, "approve", next(p for p in cast.people.values() if p.pk == now.open.holders[0].person))
    search.reindex()
    addresses = [getattr(one, "address", "") or one.public_address for one in made.values()]
    lists = ("/van-ban/", "/thu-tuc/", "/tuyen-sinh/", "/cong-khai/", "/cong-khai/2026/", "/cong-khai/2026/5-1/ban/1/")
    for path in (*addresses, *lists, "/tim-kiem/?q=onerror", "/tim-kiem/goi-y/?q=onerror", "/", "/so-do/"):
        look(client, path)
    for path in (
        "/noi-bo/van-ban/",
        "/noi-bo/thu-tuc/",
        "/noi-bo/tuyen-sinh/",
        "/noi-bo/cong-khai/2026/5-1/",
        "/viec-cua-toi/",
    ):
        look(signed_in(cast, "sen"), path)
    assert wrong == {}
