"""What nginx keeps for one second, in which copies, and for whom (decision 0018)."""

import pytest

from portal.website import nginx
from tests.deploy.front import LONG, Front, Stub, told


def test_a_marked_page_is_asked_of_the_application_once(front: Front, stub: Stub) -> None:
    path = stub.page("/tin/")
    assert told(front, path, 3) == ["MISS", "HIT", "HIT"]
    assert stub.count(path) == 1


@pytest.mark.parametrize(
    "number, cache",
    list(enumerate([
        None, "public, max-age=601", "private, max-age=600", "max-age=600", "max-age=31536000, immutable", "private, no-store",
        "public, no-cache", "public", "s-maxage=10", "x-s-maxage=1", "private, s-maxage=1", "no-store, s-maxage=1", "s-maxage=1x",
    ])),
)  # fmt: skip
def test_what_is_not_marked_is_not_kept(front: Front, stub: Stub, number: int, cache: str | None) -> None:
    path = stub.page(f"/khong/{number}/", cache=cache)
    assert told(front, path) == ["MISS", "MISS"]
    assert stub.count(path) == 2


@pytest.mark.parametrize(
    "header", [{"Set_Cookie": "sessionid=a"}, {"X_Accel_Expires": "3600"}, {"Expires": "Fri, 01 Jan 2100 00:00:00 GMT"}]
)
def test_no_other_header_has_a_page_kept(front: Front, stub: Stub, header: dict[str, str]) -> None:
    path = stub.page(f"/khac/{next(iter(header)).lower()}/", cache=LONG if "Set_Cookie" in header else None, **header)
    assert told(front, path) == ["MISS", "MISS"]


@pytest.mark.parametrize(
    "number, headers",
    list(enumerate([
        {"Cookie": "sessionid=abc"}, {"Cookie": "doc=co1.tp0; sessionid=abc"}, {"Cookie": "a=1;sessionid=abc"},
        {"Cookie": "\tsessionid=abc"}, {"Cookie": "a=1;\tsessionid =abc"}, {"Cookie": "messages=x"}, {"Cookie": "a=|; sessionid=b"},
        {"Cookie": '"sessionid"="abc"; sessionid=b'}, {"Authorization": "Bearer abc"}, {"Authorization": "|"},
    ])),
)  # fmt: skip
def test_who_may_be_known_is_neither_answered_from_here_nor_kept(
    front: Front, stub: Stub, number: int, headers: dict[str, str]
) -> None:
    path = stub.page(
        f"/rieng/{number}/", lambda environ: "riêng" if "rieng" in environ.get("HTTP_X_WHO", "") else "chung"
    )
    assert [front.ask(path, X_Who="rieng", **headers).body.decode() for _ in range(2)] == ["riêng", "riêng"]
    assert [front.ask(path).body.decode(), front.ask(path).body.decode()] == ["chung", "chung"]
    assert front.ask(path, X_Who="rieng", **headers).body.decode() == "riêng"
    assert stub.count(path) == 4


@pytest.mark.parametrize(
    "cookie",
    ["", "a=1", "csrftoken=abc", "_ga=GA1.1.1; fr=x", "doc=co0.tp0", "doc=x\xe9u", "doc=co9.tp0", "doc=co1.tp0.x"],
)
def test_other_peoples_cookies_make_no_copy_of_their_own(front: Front, stub: Stub, cookie: str) -> None:
    path = stub.page("/chung/")
    front.ask(path)
    assert told(front, path, 1, Cookie=cookie) == ["HIT"]


def test_a_way_of_reading_and_a_way_of_packing_have_a_copy_each(front: Front, stub: Stub) -> None:
    path = stub.page("/cach/", lambda asked: f"{asked.get('HTTP_COOKIE', '')}|{asked.get('HTTP_ACCEPT_ENCODING', '')}")
    readings, packings = ["", "doc=co1.tp0", "doc=co0.tp1.toi", "doc=co3.tp1.sang"], ["br, gzip", "gzip", ""]
    for status in ("MISS", "HIT"):
        for reading in readings:
            for packing in packings:
                answer = front.ask(path, Accept_Encoding=packing, Cookie=reading)
                assert (answer.body.decode(), answer.cache) == (f"{reading}|{packing.partition(',')[0]}", status)
    assert stub.count(path) == 12


@pytest.mark.parametrize(
    "cookie, told",
    [("", None), ("a=1; _ga=b", None), ("doc=co1.tp0; a=1", "doc=co1.tp0"), ("doc=co0.tp0", None),
     ("doc=; doc=co3.tp1.toi", None), ("doc=co1.tp0; doc=co3.tp1.toi", "doc=co1.tp0"), ("doc=co9.tp0", None),
     ("DOC=co1.tp0", "doc=co1.tp0"), ("\tdoc=co3.tp1.toi", None), ("a=1,doc=co3.tp1.toi", "doc=co3.tp1.toi"),
     ("csrftoken=abc; doc=co1.tp0", "csrftoken=abc; doc=co1.tp0"), ("csrftoken=abc", "csrftoken=abc;"),
     ("sessionid=a; doc=co3.tp0; b=c", "sessionid=a; doc=co3.tp0; b=c")],
)  # fmt: skip
def test_the_application_hears_of_a_strangers_cookies_what_the_copy_is_kept_under(
    front: Front, stub: Stub, cookie: str, told: str | None
) -> None:
    """Else a cookie said twice, which nginx reads in one way and we in another, would mark the page of everybody."""
    front.ask(stub.page("/nghe/", cache=None), Cookie=cookie)
    assert stub.asked[-1].get("HTTP_COOKIE") == told


@pytest.mark.parametrize(
    "said, packing",
    [("gzip, deflate, br, zstd", "br"), ("br;q=1.0, gzip;q=0.8", "br"), ("gzip,BR", "br"), ("br;q=0, gzip", "gzip"),
     ("gzip;q=0.001", "gzip"), ("*", "gzip"), ("*;q=0", ""), ("gzip;q=0, br;q=0.000", ""), ("identity", ""), ("xbr, gzipx", ""),
     ("brotli", ""), ("deflate", "")],
)  # fmt: skip
def test_the_application_hears_one_way_of_packing(front: Front, stub: Stub, said: str, packing: str) -> None:
    path = stub.page("/goi/", lambda asked: asked.get("HTTP_ACCEPT_ENCODING", ""), cache=None)
    assert front.ask(path, Accept_Encoding=said).body.decode() == packing


@pytest.mark.parametrize("cache", ["public, max-age=600", "public, max-age=31536000, immutable"])
def test_a_public_picture_is_kept_in_one_copy_till_anything_changes(front: Front, stub: Stub, cache: str) -> None:
    path = stub.page(f"/tep/anh/{len(cache)}/", "ảnh", cache)
    assert told(front, path) == ["MISS", "HIT"]
    assert told(front, path, 1, Cookie="doc=co1.tp0", Accept_Encoding="br") == ["HIT"]
    assert told(front, path, 1, Cookie="sessionid=a") == ["BYPASS"]
    nginx.blot(front.place.cache)
    assert told(front, path) == ["MISS", "HIT"]


def test_queries_and_paths_are_kept_apart(front: Front, stub: Stub) -> None:
    path = stub.page("/hoi/", lambda asked: asked["QUERY_STRING"])
    asked = ["", "?page=2", "?page=3", "?chi=anh&thang=2026-11&page=2"]
    for query in asked:
        assert front.ask(path + query).body.decode() == query.removeprefix("?")
    assert [front.ask(path + query).cache for query in asked] == ["HIT"] * len(asked)


@pytest.mark.parametrize(
    "tail", ["?", "?page=2&x", "?page=%32", "?page=2%20GET", "?utm_source=zalo", "?fbclid=1", "?q=a"]
)
def test_an_address_said_otherwise_fills_no_folder_and_is_answered_by_the_application(
    front: Front, stub: Stub, tail: str
) -> None:
    path = stub.page("/noi-khac/", lambda asked: asked["QUERY_STRING"])
    assert front.ask(path).body == b""
    assert told(front, path + tail) == ["BYPASS", "BYPASS"]
    assert front.ask(path + tail).body.decode() == tail.removeprefix("?")
    assert told(front, path.replace("noi", "%6eoi")) == ["BYPASS", "BYPASS"]
    assert told(front, path, 1) == ["HIT"]


def test_a_search_is_kept_whatever_is_asked_and_a_picture_under_its_own_name(front: Front, stub: Stub) -> None:
    stub.page("/tim-kiem/", lambda asked: asked["QUERY_STRING"])
    stub.page("/tep/anh/1/width-800|format-webp/", "ảnh", "public, max-age=600")
    assert told(front, "/tim-kiem/?q=Ng%C3%B4+Gia&nam=2026") == ["MISS", "HIT"]
    assert told(front, "/tep/anh/1/width-800%7Cformat-webp/") == ["MISS", "HIT"]
    assert told(front, "/tep/anh/1/width-800%7Cformat-webp/?x") == ["BYPASS", "BYPASS"]


def test_a_head_a_part_and_an_unchanged_page_are_answered_from_the_copy(front: Front, stub: Stub) -> None:
    path = stub.page("/nguyen/", "mot hai ba", ETag='"t1"', Last_Modified="Sun, 22 Nov 2026 10:00:00 GMT")
    head = front.ask(path, "HEAD")
    assert (head.status, head.body, head.headers["Content-Length"], head.headers["ETag"]) == (200, b"", "10", '"t1"')
    assert stub.asked[-1]["REQUEST_METHOD"] == "GET"
    known = front.ask(path, If_None_Match='"t1"'), front.ask(path, If_Modified_Since="Sun, 22 Nov 2026 10:00:00 GMT")
    assert [(one.status, one.body, one.headers["Cache-Control"]) for one in known] == [(304, b"", LONG)] * 2
    assert [front.ask(path, If_None_Match='"t0"').status, front.ask(path).body] == [200, b"mot hai ba"]
    assert stub.count(path) == 1


def test_a_first_asker_who_knows_the_page_does_not_leave_an_empty_copy(front: Front, stub: Stub) -> None:
    path = stub.page("/dau-tien/", "mot hai ba", ETag='"t1"')
    assert front.ask(path, If_None_Match='"t1"', Range="bytes=0-1").status in (200, 206, 304)
    assert (front.ask(path).body, front.ask(path).cache) == (b"mot hai ba", "HIT")


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS"])
def test_only_reading_is_kept(front: Front, stub: Stub, method: str) -> None:
    path = stub.page(f"/lam/{method}/", lambda asked: asked["REQUEST_METHOD"])
    assert [front.ask(path, method).body.decode() for _ in range(2)] == [method, method]
    assert front.ask(path).body == b"GET"
