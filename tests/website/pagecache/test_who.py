"""Who is answered from memory, under which key; everybody else reaches Django with the question as it was asked."""

import pytest

from portal.website.pagecache import asked
from portal.website.pagecache.asked import canonical, packing, preference, untracked
from tests.website.pagecache.fakes import HOST, School


def rendered(*asks: dict[str, str]) -> int:
    """How many renderings these questions need, asked one after another."""
    school = School()
    for ask in asks:
        school.ask(**{"path": "/", **ask})
    return len(school.asked)


@pytest.mark.parametrize("more", [
    {}, {"cookie": "khac=1"}, {"cookie": "csrftoken=abc"}, {"cookie": "doc=linh-tinh"}, {"cookie": "doc=co0.tp0"},
    {"user_agent": "x"}, {"referer": "https://evil.example/"}, {"accept_language": "en"}, {"x_forwarded_host": "evil.example"},
    {"x_original_url": "/khac"}, {"range": "bytes=0-1"}, {"accept_encoding": "gzip, deflate, br"}, {"path": "/?fbclid=a"},
    {"path": "/?utm_source=zalo&gclid=1&_gl=2"}, {"method": "HEAD"}, {"x_forwarded_proto": "http"}, {"if_none_match": '"x"'},
    {"cookie": "khongsessionid=1"}, {"cookie": "a=sessionid"},
])  # fmt: skip
def test_what_changes_nothing_for_a_stranger_is_answered_from_memory(more: dict[str, str]) -> None:
    assert rendered({}, more) == 1


@pytest.mark.parametrize("more", [
    {"path": "/khac/"}, {"path": "/?page=2"}, {"path": "/?chi=anh"}, {"cookie": "doc=co2.tp1.toi"}, {"host": "www." + HOST},
    {"scheme": "https"}, {"x_forwarded_proto": "https, http"},
])  # fmt: skip
def test_what_changes_a_page_is_another_page(more: dict[str, str]) -> None:
    assert (rendered({}, more), rendered({}, more, more, {})) == (2, 2)


@pytest.mark.parametrize("more", [
    {"cookie": "sessionid=abc"}, {"cookie": "doc=co1.tp0; sessionid=abc"}, {"cookie": "messages=x"}, {"cookie": "sessionid = x"},
    {"cookie": "a=1;sessionid=x"}, {"authorization": "Bearer x"}, {"host": "evil.example"}, {"host": HOST.upper()},
    {"host": HOST + ":80"}, {"host": ""}, {"path": "/?q=khai+giang"}, {"path": "/?page=2&x="}, {"path": "/?page=2&page=3"},
    {"path": "/?page=0"}, {"path": "/?page=01"}, {"path": "/?page=9999999"}, {"path": "/?chi=%61nh"}, {"path": "/?page"},
    {"path": "/?&"}, {"method": "POST"}, {"method": "PUT"}, {"method": "OPTIONS"}, {"path": "/" + "a" * 600},
])  # fmt: skip
def test_everybody_else_is_answered_by_django_and_leaves_nothing_behind(more: dict[str, str]) -> None:
    school = School()
    said = [school.ask(**{"path": "/", **more}).body for _ in range(2)]
    assert (said[0] != said[1], school.for_keeping, len(school.cache.memory)) == (True, [False, False], 0)


def test_nothing_of_one_reader_reaches_a_page_for_all() -> None:
    school = School()
    school.ask(
        "/a/?page=2&utm_source=x", cookie="doc=co1.tp1; csrftoken=c; la=1", user_agent="u", referer="r", accept_language="en",
        x_forwarded_host="evil.example", x_forwarded_for="1.2.3.4", if_none_match='"x"', range="bytes=0-1",
        x_forwarded_proto="https,http", accept_encoding="br",
    )  # fmt: skip
    assert {name: value for name, value in school.asked[0].items() if name.startswith(("HTTP_", "QUERY", "REQUEST_"))} == {
        "REQUEST_METHOD": "GET", "QUERY_STRING": "page=2", "HTTP_HOST": HOST, "HTTP_X_FORWARDED_PROTO": "https",
        "HTTP_COOKIE": "doc=co1.tp1", "HTTP_ACCEPT_ENCODING": "br",
    }  # fmt: skip


def test_a_trackers_tail_is_gone_for_everybody() -> None:
    school = School()
    school.ask("/tim-kiem/?q=a&utm_campaign=b&fbclid=c", cookie="sessionid=x")
    assert school.asked[0]["QUERY_STRING"] == "q=a"


@pytest.mark.parametrize("query,kept", [
    ("", ""), ("page=2", "page=2"), ("thang=2026-11&chi=anh&page=3", "chi=anh&page=3&thang=2026-11"), ("page=12345678", None),
    ("chi=", None), ("CHI=anh", None), ("chi=anh;page=2", None), ("page=２", None), ("chi=" + "a" * 41, None), ("page=2&", None),
])  # fmt: skip
def test_a_query_stands_in_one_order_or_is_none_of_ours(query: str, kept: str | None) -> None:
    assert canonical(query) == kept


@pytest.mark.parametrize("query,left", [
    ("utm_source=a&page=2&FBCLID=b", "page=2"), ("q=utm_source", "q=utm_source"), ("fbclid", ""), ("fbclidx=1", "fbclidx=1"),
    ("a=1&&b=2", "a=1&&b=2"), ("zarsrc=30&utm_medium=zalo", ""),
])  # fmt: skip
def test_trackers_are_known_by_their_whole_name(query: str, left: str) -> None:
    assert untracked(query) == left


@pytest.mark.parametrize("cookies,reading", [
    ("doc=co2.tp1.toi", "co2.tp1.toi"), ("a=1; doc=co1.tp0; b=2", "co1.tp0"), ("doc=co0.tp0", ""), ("doc=co9.tp1", ""),
    ("xdoc=co1.tp0", ""), ("doc=co1.tp0; doc=co2.tp0", "co2.tp0"), ("doc=<script>", ""), ("doc", ""),
])  # fmt: skip
def test_a_preference_is_one_of_the_twenty_four_or_the_usual(cookies: str, reading: str) -> None:
    assert preference(cookies) == reading


@pytest.mark.parametrize("accepted,kind", [
    ("", ""), ("gzip, deflate, br", "br"), ("gzip", "gzip"), ("GZIP;q=1.0", "gzip"), ("br;q=0, gzip", "gzip"), ("*", "br"),
    ("br;q=0.5, gzip;q=0.9", "gzip"), ("identity", ""), ("gzip;q=0", ""), ("*;q=0", ""), ("br;q=x", ""), ("deflate, zstd", ""),
    ("*;q=0.1, br;q=0", "gzip"), ("br, " + "a" * 600, ""),
])  # fmt: skip
def test_a_page_travels_as_its_reader_can_unpack_it(accepted: str, kind: str) -> None:
    assert packing(accepted) == kind


def test_nothing_long_is_remembered_of_what_strangers_send() -> None:
    remembered = (asked._canonical, asked._packing)
    before = [one.cache_info().currsize for one in remembered]
    for number in range(3):
        School().ask(f"/?{number}{'a' * 600}")
        School().ask(accept_encoding=f"{number}{'a' * 600}")
    assert [one.cache_info().currsize for one in remembered] == before
