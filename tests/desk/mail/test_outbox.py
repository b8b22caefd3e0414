"""/thu-thu/: the demo's letters, on loopback and in the demo only; nothing in them runs."""

from pathlib import Path

import pytest
from django.core.mail import EmailMultiAlternatives, get_connection
from django.test import Client

from portal.base.models import School
from portal.desk.mail import outbox
from tests.cast import Cast
from tests.desk.mail.conftest import Post


@pytest.fixture
def demo(cast: Cast, post: Post, settings: object, tmp_path: Path) -> Post:
    """The demo school with our own outbox."""
    School.objects.update(is_demo=True)
    settings.EMAIL_BACKEND = "portal.desk.mail.outbox.Outbox"  # type: ignore[attr-defined]
    settings.PORTAL_HOME = tmp_path  # type: ignore[attr-defined]
    return post


def test_letters_lie_there_newest_first_and_can_be_looked_at_by_person(cast: Cast, demo: Post, client: Client) -> None:
    article = cast.article(cast.vy)
    cast.submit(article, cast.vy)
    demo.round()
    cast.decide(article, "approve", cast.sen)
    demo.round()
    page = client.get("/thu-thu/").content.decode()
    assert [page.index(f"/thu-thu/{name}/") for name in ("00000003", "00000002", "00000001")] == sorted(
        page.index(f"/thu-thu/{name}/") for name in ("00000003", "00000002", "00000001")
    )
    only = client.get("/thu-thu/", {"toi": cast.sen.email}).content.decode()
    assert ("/thu-thu/00000001/" in only, "/thu-thu/00000002/" in only) == (True, False)


def test_a_letter_is_shown_in_both_its_forms_and_its_links_lead_on(cast: Cast, demo: Post, client: Client) -> None:
    cast.submit(cast.article(cast.vy), cast.vy)
    demo.round()
    kept = outbox.read("00000001")
    assert kept is not None
    secret = kept.text.partition("/thu/")[2].partition("/")[0]
    page = client.get("/thu-thu/00000001/")
    assert f'<a href="http://testserver/thu/{secret}/"' in page.content.decode()
    assert 'sandbox="allow-top-navigation-by-user-activation"' in page.content.decode()
    assert "frame-src 'self'" in page["Content-Security-Policy"]
    sheet = client.get("/thu-thu/00000001/to/")
    assert sheet.content.decode().count('<base target="_top">') == 1
    assert "default-src 'none'" in sheet["Content-Security-Policy"]
    assert "sandbox allow-top-navigation-by-user-activation" in sheet["Content-Security-Policy"]
    assert {(one["Referrer-Policy"], one["Cache-Control"]) for one in (page, sheet)} == {("no-referrer", "no-store")}


@pytest.mark.parametrize(
    "asked",
    [{"REMOTE_ADDR": "192.168.1.7"}, {"REMOTE_ADDR": "::ffff:10.0.0.1"}, {"REMOTE_ADDR": ""},
     {"HTTP_X_FORWARDED_FOR": "127.0.0.1"}, {"HTTP_FORWARDED": "for=127.0.0.1"}],
)  # fmt: skip
def test_from_anywhere_else_there_is_no_such_page(demo: Post, client: Client, asked: dict[str, str]) -> None:
    assert client.get("/thu-thu/").status_code == 200
    for address in ("/thu-thu/", "/thu-thu/00000001/", "/thu-thu/00000001/to/"):
        assert client.get(address, **asked).status_code == 404  # type: ignore[arg-type]


def test_in_a_real_school_there_is_no_such_page(demo: Post, client: Client, settings: object) -> None:
    School.objects.update(is_demo=False)
    assert client.get("/thu-thu/").status_code == 404
    School.objects.update(is_demo=True)
    settings.PORTAL_PROFILE = "production"  # type: ignore[attr-defined]
    assert client.get("/thu-thu/").status_code == 404


def test_where_mail_is_really_sent_there_is_no_such_page(demo: Post, client: Client, settings: object) -> None:
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"  # type: ignore[attr-defined]
    assert client.get("/thu-thu/").status_code == 404


@pytest.mark.parametrize("name", ["00000009", "1", "secret", "000000011"])
def test_a_letter_that_is_not_there(demo: Post, client: Client, name: str) -> None:
    assert client.get(f"/thu-thu/{name}/").status_code == 404


def test_only_so_many_are_kept(demo: Post, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(outbox, "MOST", 3)
    for number in range(5):
        message = EmailMultiAlternatives(f"Thư {number}", "chữ", to=["sen@testserver.edu.vn"])
        assert get_connection().send_messages([message]) == 1
    assert [(one.name, one.subject) for one in outbox.newest()] == [
        ("00000005", "Thư 4"), ("00000004", "Thư 3"), ("00000003", "Thư 2"),
    ]  # fmt: skip


def test_nobody_else_reads_the_files(cast: Cast, demo: Post) -> None:
    cast.submit(cast.article(cast.vy), cast.vy)
    demo.round()
    assert outbox.folder().stat().st_mode & 0o777 == 0o700
