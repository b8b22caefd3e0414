"""Headless Chromium for tests marked `browser`: `page` opens the portal at http://testserver, as in all other tests."""

import os
from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest
from django.db import connection
from playwright.sync_api import Browser, Page, expect, sync_playwright

if TYPE_CHECKING:
    from pytest_django.live_server_helper import LiveServer

ADDRESS = "http://testserver"
MIGRATED: dict[str, str] = {}  # what migrations put in, as Django keeps it on a connection


def remember_migrated() -> None:
    """A browser's event loop gives tests another connection, which does not know the migrated rows to restore."""
    if MIGRATED.get("contents") and not hasattr(connection, "_test_serialized_contents"):
        connection._test_serialized_contents = MIGRATED["contents"]  # type: ignore[attr-defined]


@pytest.fixture(scope="session")
def chromium(live_server: "LiveServer") -> Iterator[Browser]:
    """One browser a process, which finds `testserver` at the live server's port."""
    port = live_server.url.rpartition(":")[2]
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"  # Playwright's loop runs in the thread of the test
    expect.set_options(timeout=15_000)  # a busy machine is slow, not wrong
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=os.environ.get("PORTAL_CHROMIUM") or "/usr/bin/chromium",
            args=["--no-sandbox", f"--host-resolver-rules=MAP testserver:80 127.0.0.1:{port}"],
        )
        remember_migrated()
        yield browser
        browser.close()
    del os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"]


@pytest.fixture
def page(chromium: Browser, committed: None) -> Iterator[Page]:
    """A phone-sized page; a script error or a breach of the content security policy fails the test."""
    context = chromium.new_context(
        base_url=ADDRESS, locale="vi-VN", timezone_id="Asia/Ho_Chi_Minh", viewport={"width": 390, "height": 844}
    )
    context.set_default_timeout(30_000)
    page, faults = context.new_page(), list[str]()
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("console", lambda message: "Content Security Policy" in message.text and faults.append(message.text))
    yield page
    context.close()
    assert faults == []
