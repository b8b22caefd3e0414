"""Search over more than anybody reads: what is counted, offered and read stays small, and nothing is said that is not so."""

from collections.abc import Iterator
from datetime import datetime, timedelta

import pytest
from django.core.management import call_command
from django.db import connection
from django.db.models import F
from django.template.defaultfilters import floatformat
from django.test import Client
from django.test.utils import CaptureQueriesContext

from portal.base import findable, remembered
from portal.base.findable import Shelf, Words, register
from portal.news.models import Article
from portal.search import actions as search
from portal.search.models import Entry, Word
from portal.search.queries import Narrowed, counting, finding, found, fulltext, marking, tally
from portal.search.rules import asked
from portal.search.rules.standing import UNDATED, facts, free, number, season, seasons
from tests.cast import NOW, Cast

MANY, HIDDEN = 60, 5  # things on the shelf, one a month; so many of the newest nobody may see


@pytest.fixture
def shelf(db: None, monkeypatch: pytest.MonkeyPatch) -> Iterator[Shelf]:
    """All tell of "sân trường", the two oldest of "trường sân"; twenty are counted, PostgreSQL looks among ten first."""
    for room, name, value in (
        (counting, "MOST_FOUND", 20), (counting, "LUMP", 24), (finding, "MOST_FOUND", 20), (finding, "LUMP", 24),
        (finding, "CLOSE_JUDGED", 8), (fulltext, "RECENT", 10), (fulltext, "WIDER", 2), (marking, "MARKINGS_AMONG", 30),
    ):  # fmt: skip
        monkeypatch.setattr(room, name, value)

    def told(items: object) -> Iterator[Words]:
        for place in range(MANY):
            text = "Ngoài trường sân rộng." if place >= MANY - 2 else f"Sân trường {'xa ' * 20} rồi đến cổng."
            text += " Gần nhà." if place in (6, 8, 30) else f" Gần {'đây ' * 20} nhà."
            genre, at = "kin" if place < HIDDEN else "ho", NOW - timedelta(days=30 * place)
            yield Words(place, f"Bài {place}", (text,), "thu", at, section=1 + place % 2, genre=genre)

    shown = Entry.objects.filter(shelf="thu").exclude(genre="kin")
    made = register(Shelf("thu", {"thu": "Thử"}, lambda person, at: shown, told, lambda *asked: {}, lambda line: []))
    search.reindex()
    Entry.objects.filter(shelf="thu").update(item=F("id"))  # so that the index stands for the things themselves
    yield made
    del findable._shelves["thu"]


def places(query: str, narrowed: Narrowed = Narrowed()) -> list[int]:
    """Which things are found, by how many months ago they appeared."""
    hours = dict(Entry.objects.values_list("pk", "published_at"))
    return [(NOW - hours[one.pk]).days // 30 for one in found(asked(query), None, NOW, narrowed)[:]]


def test_no_more_is_found_than_anybody_reads_and_nothing_hidden_among_it(shelf: Shelf) -> None:
    assert places("sân trường") == places("san truong") == list(range(HIDDEN, HIDDEN + 20))
    assert places("bài", Narrowed(section=2)) == list(range(HIDDEN, MANY, 2))[:20]
    assert places("bài", Narrowed(genre="kin")) == []
    assert len(found(asked("sân trường"), None, NOW)) == 20


def test_a_phrase_is_found_however_old_it_is_and_comes_first(shelf: Shelf) -> None:
    for query in ("trường sân", "truong san"):
        assert places(query)[:4] == [MANY - 2, MANY - 1, HIDDEN, HIDDEN + 1]


def test_closeness_is_judged_in_the_newest_texts_only(shelf: Shelf) -> None:
    """Eight texts are looked at, five of them hidden: the ninth stands by its hour; of fewer, all are judged."""
    assert places("nhà gần")[:5] == [6, 5, 7, 8, 9]
    year = Narrowed(year=(NOW - timedelta(days=30 * 30)).year)
    assert places("nhà gần", year)[0] == 30


def test_what_is_not_counted_to_its_end_is_told_so(shelf: Shelf) -> None:
    whole = tally(asked("sân trường"), None, NOW)
    assert (whole.total, whole.more, whole.counted) == (20, True, False)
    years = {(NOW - timedelta(days=30 * place)).year for place in range(HIDDEN, MANY)}
    assert set(whole.by["year"]) == years
    assert (set(whole.by["genre"]), set(whole.by["section"])) == ({"ho"}, {1, 2})
    last = tally(asked("sân trường"), None, NOW, Narrowed(year=min(years)))
    assert (last.total, last.more) == (len(places("sân trường", Narrowed(year=min(years)))), False)
    few = tally(asked("trường sân ngoài"), None, NOW)
    assert (few.total, few.more, few.counted, few.by["section"]) == (2, False, True, {1: 1, 2: 1})


def test_a_thousand_is_written_with_its_point() -> None:
    assert (floatformat(1000, "0g"), floatformat(999, "0g")) == ("1.000", "999")


def test_the_page_says_that_there_is_more_and_where_it_ends(cast: Cast, shelf: Shelf, client: Client) -> None:
    for asked_for in ("2", "999"):
        answer = client.get("/tim-kiem/", {"q": "sân trường", "page": asked_for})
        html = answer.content.decode()
        assert (answer.context["page_obj"].number, answer.context["page_obj"].paginator.num_pages) == (2, 2)
        assert "Hơn <b" in html
        assert html.count("Chỉ xem được 20 kết quả đầu.") == 1
        assert html.count("Nhiều kết quả quá nên không đếm từng mục.") == 2  # above on a phone, beside on a desk
        assert {one["count"] for facet in answer.context["facets"] for one in facet["options"]} == {None}
    first = client.get("/tim-kiem/", {"q": "sân trường"}).content.decode()
    assert "Chỉ xem được" not in first
    exact = client.get("/tim-kiem/", {"q": "trường sân ngoài"}).content.decode()
    assert ("Hơn <b" in exact, "không đếm" in exact, "Chỉ xem được" in exact) == (False, False, False)


def test_of_the_texts_of_the_index_none_is_read(shelf: Shelf) -> None:
    with CaptureQueriesContext(
        connection,
    ) as asked_for:
        tally(asked("sân trường"), None, NOW)
        entries = found(asked("sân trường"), None, NOW)[:12]
    assert len(entries) == 12
    chosen = [one["sql"].split("FROM")[0] for one in asked_for.captured_queries]
    assert [sql for sql in chosen if "_text" in sql or "_title" in sql] == []


def test_what_strangers_see_is_remembered_until_a_page_changes_or_an_hour_comes(
    cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    def many(hour: datetime, person: object = None) -> int:
        hits = found(asked("khai giảng"), person, hour)
        assert len(hits[:]) == len(hits) == hits.tally.total
        return len(hits)

    over, epochs = NOW + timedelta(hours=1), [1]
    article = cast.published(cast.lan, title="Khai giảng")
    live = Article.objects.filter(pk=article.pk)
    live.update(expires_at=over)
    search.reindex()
    monkeypatch.setattr(remembered, "_present", lambda: epochs[-1])
    try:
        assert [many(hour) for hour in (NOW, over - timedelta(seconds=1), over, NOW)] == [1, 1, 0, 1]
        live.update(audience="internal")  # as no verb of ours does: the epoch stays
        assert many(NOW) == 1
        epochs.append(2)
        assert (many(NOW), many(NOW, cast.lan)) == (0, 1)
    finally:
        remembered.forget()


def test_what_stands_already_is_not_written_again(cast: Cast) -> None:
    cast.published(cast.lan, title="Khai giảng")
    search.reindex()
    before = list(Entry.objects.order_by("pk").values())
    with CaptureQueriesContext(connection) as asked_for:
        call_command("reindex", verbosity=0)
    written = [one["sql"] for one in asked_for.captured_queries if '"search_entry"' in one["sql"]]
    assert [sql for sql in written if sql.startswith(("INSERT", "UPDATE", "DELETE"))] == []
    assert list(Entry.objects.order_by("pk").values()) == before
    assert search.catch_up(NOW) == 0


def test_what_was_left_behind_is_mended(cast: Cast) -> None:
    article = cast.published(cast.lan, title="Khai giảng")
    search.reindex()
    whole, words = Entry.objects.count(), Word.objects.count()
    Entry.objects.filter(item=article.pk, shelf="article").update(kind="sai")
    gone = Entry(id=7, shelf="article", item=10**9, genre="", kind="", exact_text="giảng lạ")
    gone.save()
    Entry(id=8, shelf="mất", item=1, genre="", kind="").save()
    Word.objects.create(exact="lạ", folded="la", count=1)
    Word.objects.filter(exact="giảng").update(count=F("count") + 1)
    while search.mend(NOW):
        continue
    search.tidy(NOW)
    assert (Entry.objects.count(), Word.objects.count()) == (whole, words)
    assert Entry.objects.get(shelf="article").kind == "tin-bai"
    assert Word.objects.get(exact="giảng").count == 1


def test_things_of_one_second_have_numbers_of_their_own(cast: Cast) -> None:
    for _ in range(3):
        cast.published(cast.lan, title="Cùng lúc", at=NOW)
    search.catch_up(NOW)
    assert Entry.objects.filter(shelf="article").count() == 3
    assert [one.item for one in found(asked("cùng lúc"), None, NOW)] == sorted(
        Entry.objects.filter(shelf="article").values_list("item", flat=True), reverse=True
    )


def test_a_number_rises_with_the_hour_and_what_has_none_stands_below() -> None:
    def at(second: int, item: int = 1) -> int:
        return number(datetime.fromtimestamp(second, NOW.tzinfo), item, 0)

    unit, section = number(None, 9, 20), number(None, 3, 10)
    assert unit < section < at(10**9) < at(10**9, 2) < at(10**9 + 1)
    assert free(5, {5, 6, 8}) == 7
    low, high = at(1_790_000_000), at(1_790_000_000 + (1 << 22))
    assert list(seasons(low, high)) == [season(high), season(high - (1 << 33)), season(low)]


def test_what_narrows_is_said_in_words_nobody_can_type() -> None:
    said = facts({"section": 12, "genre": "tin-ngan", "year": 2026, "kind": "", "shelf": "article"})
    assert said == ["ǃs12", "ǃgtinngan", "ǃy2026", "ǃharticle"]
    for word in (*said, UNDATED):
        assert asked(word).words == asked(word[1:]).words
