"""Every address of the portal before the real cache: which are kept, and that nothing of anybody is in what is."""

import io
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings as django_settings
from django.core.handlers.wsgi import WSGIHandler
from django.core.signals import request_finished, request_started
from django.db import close_old_connections
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver
from pytest_django import Settings

from portal.base import epoch
from portal.news.wagtail_hooks import SCREENS
from portal.website.pagecache.entries import Headers
from portal.website.pagecache.layer import PageCache
from portal.website.pagecache.wiring import in_front_of, may_be_kept
from tests.cast import Cast
from tests.matrix.walk import World, routes

REVIEWED = Path(__file__).with_name("kept.txt")
TREE = "the tree of pages: "
LEAVE = "Thoát</button>".encode()
OF_SOMEBODY = (b"csrfmiddlewaretoken", b"nonce=", b"data-giu", LEAVE, "Trao đổi chuyên môn".encode())
Said = tuple[str, dict[str, str], bytes]


def opted_in() -> Iterator[tuple[str, tuple[str, ...]]]:
    """Every address whose view opted in, and the names it allows; the screens of the tree of pages by their kind."""
    yield from _under(get_resolver(), "")
    for kind, screen in SCREENS.items():
        yield f"{TREE}{kind.__name__}", screen.kept_names  # type: ignore[attr-defined]


def _under(resolver: URLResolver, prefix: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    for entry in resolver.url_patterns:
        pattern = prefix + str(entry.pattern)
        if isinstance(entry, URLResolver):
            yield from _under(entry, pattern)
        elif isinstance(entry, URLPattern) and hasattr(entry.callback, "kept_names"):
            yield pattern, entry.callback.kept_names


def reviewed() -> dict[str, tuple[str, ...]]:
    """The list people read: an address, then the names in brackets where there are any."""
    found = {}
    for line in REVIEWED.read_text().splitlines():
        if line and not line.startswith("#"):
            pattern, _, names = line.partition(" [")
            found["" if pattern == "/" else pattern] = tuple(names.rstrip("]").split())
    return found


class School:
    """The portal, cache and all, asked by WSGI."""

    def __init__(self) -> None:
        cache = in_front_of(WSGIHandler())
        assert isinstance(cache, PageCache)
        self.cache = cache

    @property
    def kept(self) -> set[str]:
        return {key.path for key in self.cache.memory._pages}

    def ask(self, path: str, **more: str) -> Said:
        path, _, query = path.partition("?")
        said: dict[str, Any] = {}

        def start(status: str, headers: Headers, exc_info: Any = None) -> None:
            said.update(status=status, headers=dict(headers))

        environ = {
            "REQUEST_METHOD": "GET", "PATH_INFO": path, "QUERY_STRING": query, "wsgi.url_scheme": "http", "SCRIPT_NAME": "",
            "SERVER_NAME": "testserver", "SERVER_PORT": "80", "SERVER_PROTOCOL": "HTTP/1.1", "REMOTE_ADDR": "192.0.2.7",
            "HTTP_HOST": "testserver", "wsgi.input": io.BytesIO(), **more,
        }  # fmt: skip
        answer = self.cache(environ, start)
        words = b"".join(answer)
        getattr(answer, "close", lambda: None)()
        return said["status"], said["headers"], words


@pytest.fixture
def school(cast: Cast, monkeypatch: pytest.MonkeyPatch, settings: Settings) -> Iterator[School]:
    """The transaction of a test is seen by nobody else and may be ended by no request."""
    settings.PORTAL_PAGE_CACHE_MB = 8
    monkeypatch.setattr("portal.base.epoch.seen", epoch.current)
    monkeypatch.setattr("portal.website.pagecache.wiring.close_old_connections", lambda: None)
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    yield School()
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)


def test_the_cache_can_be_switched_off(settings: Settings) -> None:
    settings.PORTAL_PAGE_CACHE_MB, app = 0, WSGIHandler()
    assert in_front_of(app) is app


def test_what_is_kept_is_what_people_agreed_on() -> None:
    assert dict(opted_in()) == reviewed()


def test_nothing_for_one_person_alone_is_on_the_list() -> None:
    """The desk, accounts, forms, files, search, what machines ask with a token."""
    inside = ("viec", "viet/", "nhan-su/", "ke-hoach/", "he-thong/", "tai-khoan/", "admin", "api/", "tep/", "thu/", "thu-thu/",
              "tim-kiem/", "tuy-chon-doc/", "_util", "the/", "bieu-tuong/", "giao-dien/", "kieu-mau/", "^")  # fmt: skip
    assert [pattern for pattern in reviewed() if pattern.startswith(inside)] == []


def test_strangers_get_what_was_rendered_for_a_stranger_and_others_their_own(
    cast: Cast, school: School, client: Client
) -> None:
    """Each address that may be kept, asked by somebody signed in, by a stranger, by a stranger again, by the first again."""
    world = World(cast)
    client.force_login(cast.lan, backend="django.contrib.auth.backends.ModelBackend")
    session = f"{django_settings.SESSION_COOKIE_NAME}={client.cookies[django_settings.SESSION_COOKIE_NAME].value}"
    paths = [path for path in map(world.path, routes()) if may_be_kept(path)]
    paths += ["/doan-doi/", "/trao-doi/", "/khong-co/"]
    kept = []
    for path in paths:
        own, before = school.ask(path, HTTP_COOKIE=session), len(school.cache.memory)
        first, again, after = school.ask(path), school.ask(path), school.ask(path, HTTP_COOKIE=session)
        if len(school.cache.memory) == before:
            assert first[0] != "200 OK", path
            continue
        kept.append(path)
        assert [mark for mark in OF_SOMEBODY if mark in first[2]] == [], path
        assert (again[0], again[2], "Set-Cookie" in again[1]) == ("200 OK", first[2], False), path
        if b"<html" in first[2]:
            assert [said[1]["Cache-Control"] for said in (own, after)] == ["private, no-store"] * 2, path
    assert (school.kept, len(kept) > 35, {"/trao-doi/", "/khong-co/"} & school.kept) == (set(kept), True, set())


@pytest.mark.sqlite
def test_a_page_nobody_listed_for_a_query_is_not_kept_under_it(school: School) -> None:
    """So that no reader fills the memory with copies of one page."""
    for path in ("/?page=2", "/ban-bien-tap/?chi=anh", "/rss/?page=3", "/anh/?thang=2026-11", "/?utm_source=x&page=1"):
        assert school.ask(path)[0] == "200 OK"
    assert school.kept == set()
