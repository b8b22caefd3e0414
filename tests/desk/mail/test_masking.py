"""The secret of a link stands in no line of any log and in no report of a fault (Điều 14.3)."""

import io
import logging
import logging.config
import sys
from collections.abc import Iterator

import pytest
from django.conf import settings
from django.test import Client, RequestFactory
from django.views.debug import get_exception_reporter_class

from portal.desk.mail.masking import MaskedReporter, MaskLinks, mask

SECRET = "abcdefghijklmnopqrstuvwxyzABCDEFGH_-0123456"
ADDRESS = f"/thu/{SECRET}/"


@pytest.fixture
def told() -> Iterator[io.StringIO]:
    """What the console handler of the settings writes."""
    written = io.StringIO()
    handler = logging.StreamHandler(written)
    configured = settings.LOGGING["handlers"]["console"]
    assert configured["filters"] == ["mask"]
    assert settings.LOGGING["filters"]["mask"] == {"()": "portal.desk.mail.masking.MaskLinks"}
    handler.addFilter(MaskLinks())
    root = logging.getLogger()
    root.addHandler(handler)
    yield written
    root.removeHandler(handler)


@pytest.mark.parametrize(
    "text,masked",
    [
        (f"GET {ADDRESS} 500", "GET /thu/…/ 500"),
        (f"/tai-khoan/login/?next=%2Fthu%2F{SECRET}%2F", "/tai-khoan/login/?next=%2Fthu%2F…%2F"),
        (f"next=%2fthu%2f{SECRET}", "next=%2fthu%2f…"),
        (f"http://testserver{ADDRESS}?x=1 by '{SECRET}'", "http://testserver/thu/…/?x=1 by '…'"),
        ("/viec/thu/ và /thu-thu/00000012/", "/viec/thu/ và /thu-thu/00000012/"),
    ],
)
def test_what_is_struck_out(text: str, masked: str) -> None:
    assert mask(text) == masked


@pytest.mark.parametrize(
    "name", ["portal.desk", "django.request", "django.security.csrf", "django.db.backends", "somebody.else"]
)
def test_no_logger_writes_it(told: io.StringIO, name: str) -> None:
    logging.getLogger(name).error("fault at %s", ADDRESS, extra={"request": None})
    try:
        raise ValueError(f"no page at {ADDRESS}")
    except ValueError:
        logging.getLogger(name).exception("again: %(path)s", {"path": ADDRESS})
    assert (told.getvalue().count("/thu/…/"), SECRET in told.getvalue()) == (3, False)


def test_the_loggers_of_requests_are_masked_themselves() -> None:
    named = settings.LOGGING["loggers"]
    assert [named[name]["filters"] for name in ("django.request", "django.server")] == [["mask"], ["mask"]]


def test_a_fault_behind_a_link_is_reported_without_it(
    client: Client, db: None, told: io.StringIO, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise RuntimeError(f"broken at {ADDRESS}")

    monkeypatch.setattr("portal.desk.views.letters.redirect_to_login", broken)
    client.raise_request_exception = False
    assert client.get(ADDRESS).status_code == 500
    assert ("Internal Server Error: /thu/…/" in told.getvalue(), SECRET in told.getvalue()) == (True, False)


@pytest.mark.parametrize("debug", [True, False])
def test_the_page_and_the_mail_about_a_fault_show_it_nowhere(settings: object, debug: bool) -> None:
    settings.DEBUG = debug  # type: ignore[attr-defined]
    request = RequestFactory().get(ADDRESS, {"next": ADDRESS}, headers={"Referer": f"http://testserver{ADDRESS}"})
    try:
        token = SECRET
        raise RuntimeError(token)
    except RuntimeError:
        reporter = get_exception_reporter_class(request)(request, *sys.exc_info())
    assert isinstance(reporter, MaskedReporter)
    assert [SECRET in words for words in (reporter.get_traceback_html(), reporter.get_traceback_text())] == [
        False,
        False,
    ]
