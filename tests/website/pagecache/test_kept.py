"""What is kept, for how long, and how it travels: a page of this epoch, before its hour, whole and the same for everybody."""

import gzip
from email.utils import formatdate

import brotli
import pytest

from portal.website.pagecache.entries import OVERHEAD, _packed
from tests.website.pagecache.fakes import NOON, School

A_SECOND = "public, max-age=0, must-revalidate, s-maxage=1, stale-while-revalidate=1"
PACKED = {"br": brotli.decompress, "gzip": gzip.decompress}


def test_a_kept_page_says_the_same_until_something_changes() -> None:
    school = School()
    first, second = school.ask(), school.ask()
    school.value += 1
    assert (first.body == second.body, school.ask().body != first.body, len(school.asked)) == (True, True, 2)


def test_a_page_is_over_the_second_its_hour_has_come() -> None:
    school = School()
    school.horizon = NOON + 10
    said = []
    for school.wall in (NOON, NOON + 9.999, NOON + 10):
        if school.wall == NOON + 10:
            school.horizon = NOON + 99
        said.append(school.ask().body)
    assert (said[0] == said[1], said[1] == said[2]) == (True, False)


@pytest.mark.parametrize("fault", ["marks", "status", "cookie", "token", "packed", "names"])
def test_what_is_not_whole_and_the_same_for_all_is_not_kept(fault: str) -> None:
    school, path = School(), "/"
    match fault:
        case "marks":
            school.marks = False
        case "status":
            school.status = "404 Not Found"
        case "cookie":
            school.headers = [*school.headers, ("Set-Cookie", "a=1")]
        case "token":
            school.token = True
        case "packed":
            school.headers = [*school.headers, ("Content-Encoding", "gzip")]
        case "names":
            path = "/?thang=2026-11"
    said = [school.ask(path) for _ in range(2)]
    assert [one.status for one in said] == [school.status] * 2
    assert (len(school.asked), len(school.cache.memory), said[0].headers, school.closed) == (2, 0, school.headers, 2)


def test_an_address_that_never_opts_in_reaches_django_untouched() -> None:
    school = School(may_be_kept=lambda path: path != "/tai-khoan/login/")
    school.ask("/tai-khoan/login/", referer="https://truong.example/", cookie="csrftoken=c")
    assert (school.asked[0]["HTTP_REFERER"], school.asked[0]["HTTP_COOKIE"], school.for_keeping) == (
        "https://truong.example/", "csrftoken=c", [False],
    )  # fmt: skip


@pytest.mark.parametrize("broken", ["epoch", "until"])
def test_where_a_change_could_be_missed_nothing_is_given_from_memory(
    broken: str, caplog: pytest.LogCaptureFixture
) -> None:
    school = School()
    first = school.ask()

    def fails() -> int:
        raise OSError("the database is away")

    if broken == "epoch":
        school.cache.epoch = fails
    else:
        school.value, school.cache._until = 2, fails
    said = [school.ask().body for _ in range(2)]
    assert (first.body in said, len(set(said)), school.for_keeping) == (False, 2, [True, False, False])
    assert len(caplog.records) == 2


def test_where_the_epoch_went_back_pages_of_later_ones_never_return() -> None:
    school = School()
    school.value = 7
    later = school.ask().body
    school.value = 5
    school.ask("/khac/")
    school.value = 7
    assert school.ask().body != later


@pytest.mark.parametrize("kind", ["br", "gzip"])
def test_a_packed_page_is_the_page(kind: str) -> None:
    school = School()
    plain, packed = school.ask(), school.ask(accept_encoding=kind)
    assert (PACKED[kind](packed.body), packed["Content-Encoding"], plain["Content-Encoding"]) == (
        plain.body,
        kind,
        None,
    )
    assert (packed["Content-Length"], packed["Vary"]) == (str(len(packed.body)), "Accept-Encoding, Cookie")
    assert (packed["ETag"] != plain["ETag"], len(packed.body) < len(plain.body), len(school.asked)) == (True, True, 1)


def test_each_way_is_packed_once_and_not_again_for_the_same_words(monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[str] = []

    def packing(kind: str, words: bytes) -> bytes:
        made.append(kind)
        return _packed(kind, words)

    monkeypatch.setattr("portal.website.pagecache.entries._packed", packing)
    school = School()
    school.words = lambda environ: b"as ever"
    for school.value in (1, 1, 2, 3):
        for kind in ("br", "gzip", "br"):
            school.ask(accept_encoding=kind)
    assert (made, len(school.asked)) == (["br", "gzip"], 3)


def test_a_page_stands_only_in_the_ways_it_was_asked_for() -> None:
    school = School()
    packed = school.ask(accept_encoding="br")
    (entry,) = school.cache.memory._pages.values()
    assert (entry.size - OVERHEAD, school.cache.memory.size) == (len(packed.body), entry.size)
    assert (school.ask().body, len(school.asked)) == (brotli.decompress(packed.body), 1)


def test_a_head_is_a_get_without_its_words() -> None:
    school = School()
    cold, page, warm = school.ask(method="HEAD"), school.ask(), school.ask(method="HEAD")
    assert (cold.body, warm.body, cold.headers, warm.headers) == (b"", b"", page.headers, page.headers)
    assert (page["Content-Length"], len(school.asked)) == (str(len(page.body)), 1)


def test_the_heads_of_what_is_not_kept_carry_no_words_either() -> None:
    school = School()
    school.status = "410 Gone"
    said = school.ask(method="HEAD")
    assert (said.status, said.body, school.closed) == ("410 Gone", b"", 1)


def test_whoever_has_it_already_is_told_so() -> None:
    school = School()
    mark = school.ask(accept_encoding="br")["ETag"]
    for marks in (mark, f"W/{mark}", f'"a", {mark}', "*"):
        told = school.ask(accept_encoding="br", if_none_match=marks)
        assert (told.status, told.body, told["ETag"], told["Content-Length"]) == ("304 Not Modified", b"", mark, None)
        assert (told["Cache-Control"], told["Vary"]) == (A_SECOND, "Accept-Encoding, Cookie")
    for headers in ({"if_none_match": '"a"'}, {"if_none_match": mark, "accept_encoding": "gzip"}):
        assert school.ask(**{"accept_encoding": "br", **headers}).status == "200 OK"
    school.value += 1
    assert school.ask(accept_encoding="br", if_none_match=mark).status == "200 OK"


def test_an_hour_is_told_once_nothing_else_can_have_been_said_in_it() -> None:
    """Two texts within one second have two hours; no copy of the first is ever taken for the second."""
    school = School()
    school.wall = NOON + 0.2
    young = school.ask()["Last-Modified"]
    school.value, school.wall = 2, NOON + 0.8
    again = school.ask(if_modified_since=young)
    school.wall = NOON + 5
    old = school.ask()["Last-Modified"]
    assert (young, again.status, old) == (formatdate(NOON, usegmt=True), "200 OK", formatdate(NOON + 1, usegmt=True))
    told = [school.ask(if_modified_since=hour).status[:3] for hour in (old, young, "nonsense", formatdate(NOON + 3, usegmt=True),
                                                                       formatdate(NOON + 99, usegmt=True))]  # fmt: skip
    assert told == ["304", "200", "200", "304", "200"]
    school.value, school.wall = 3, NOON + 6.5
    assert school.ask(if_modified_since=old).status == "200 OK"
    assert school.ask(if_modified_since=old, if_none_match='"a"').status == "200 OK"


def test_caches_on_the_way_keep_it_a_second_and_browsers_ask_each_time() -> None:
    school = School()
    school.headers = [
        *school.headers,
        ("Cache-Control", "public, max-age=600"),
        ("Vary", "Cookie"),
        ("X-Kept", "as it was"),
    ]
    said = school.ask()
    assert (said["X-Accel-Expires"], said["Cache-Control"], said["Vary"], said["X-Kept"], said["Set-Cookie"]) == (
        "1", A_SECOND, "Accept-Encoding, Cookie", "as it was", None,
    )  # fmt: skip


def test_memory_is_bounded_and_the_least_lately_given_goes_first() -> None:
    school = School(limit=100_000)
    school.words = lambda environ: environ["PATH_INFO"].encode() * 500
    for number in range(10, 99):
        school.wall += 1
        school.ask(f"/{number}/")
        school.ask("/10/")
        assert school.cache.memory.size <= 100_000
    before = len(school.asked)
    for path in ("/10/", "/98/", "/11/"):
        school.ask(path)
    assert [environ["PATH_INFO"] for environ in school.asked[before:]] == ["/11/"]


def test_what_is_weighed_is_what_is_there() -> None:
    school = School()
    for kind in ("", "br", "gzip"):
        school.ask(accept_encoding=kind)
    for school.value in (2, 3):
        school.ask("/khac/")
        school.ask(accept_encoding="gzip")
    memory = school.cache.memory
    assert memory.size == sum(entry.size for entry in memory._pages.values())


def test_one_page_never_takes_the_room_of_all() -> None:
    school = School(limit=100_000)
    school.ask("/")
    school.words = lambda environ: b"x" * 60_000
    assert [len(school.ask("/to/").body) for _ in range(2)] == [60_000, 60_000]
    assert ([environ["PATH_INFO"] for environ in school.asked], len(school.cache.memory)) == (["/", "/to/", "/to/"], 1)
