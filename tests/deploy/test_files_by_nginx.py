"""With PORTAL_ACCEL the application only says which file: nginx sends what the application itself would have sent."""

from pathlib import Path

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse
from pytest_django import Settings

from portal.files.models import Attachment, Picture
from portal.files.rules import at_width
from portal.website import nginx
from tests.cast import Cast
from tests.deploy.front import Front, Said, Stub
from tests.files.pictures import PDF
from tests.files.test_serving import at, content, shown

pytestmark = pytest.mark.sqlite
SAME = (
    "Content-Type", "Content-Length", "Content-Disposition", "Cache-Control", "X-Content-Type-Options", "Content-Security-Policy",
    "X-Frame-Options", "Referrer-Policy", "Cross-Origin-Opener-Policy", "Permissions-Policy",
)  # fmt: skip


@pytest.fixture
def media(front: Front) -> None:
    """nginx sends from where the application of this test stores."""
    nginx.blot(front.place.cache)
    path = front.place.home / "media"
    if not path.is_symlink():
        path.rename(path.with_name("media-khac"))
        path.symlink_to(settings.MEDIA_ROOT)


def both_ways(
    client: Client, stub: Stub, settings: Settings, address: str, **headers: str
) -> tuple[bytes, list[str | None]]:
    """What the application sends by itself; and the stub made to say what it says where nginx sends."""
    settings.PORTAL_ACCEL = ""
    alone = client.get(address, headers=headers)
    settings.PORTAL_ACCEL = "/_tep/"
    told = client.get(address, headers=headers)
    assert (told.status_code, told.has_header("X-Accel-Redirect")) == (200, told.content == b"")
    stub.said[address.replace("%7C", "|")] = Said(told.content, dict(told.headers))
    return content(alone), [alone.headers.get(name) for name in SAME]


def addresses(kept: Picture, paper: Attachment) -> list[str]:
    return [reverse("files:rendition", args=[kept.pk, at_width(400)]), paper.url]


@pytest.mark.parametrize("section", ["chuyen-mon", "trao-doi"], ids=["public", "internal"])
def test_nginx_sends_what_the_application_would_have_sent(
    cast: Cast, client: Client, front: Front, stub: Stub, media: None, settings: Settings, section: str
) -> None:
    _, kept, paper = shown(cast, cast.lan, section=section)
    at(client, cast.khoa if section == "trao-doi" else None)
    for address in addresses(kept, paper):
        words, told = both_ways(client, stub, settings, address)
        answer, head = front.ask(address), front.ask(address, "HEAD")
        assert (answer.status, answer.body, [answer.headers[name] for name in SAME]) == (200, words, told)
        assert (head.status, head.body, [head.headers[name] for name in SAME]) == (200, b"", told)


def test_public_pictures_alone_are_sent_by_the_application_for_nginx_to_keep(
    cast: Cast, client: Client, settings: Settings
) -> None:
    settings.PORTAL_ACCEL = "/_tep/"
    said = {}
    for section in ("chuyen-mon", "trao-doi"):
        _, kept, paper = shown(cast, cast.lan, section=section)
        at(client, cast.khoa)
        said[section] = [content(client.get(address)) == b"" for address in addresses(kept, paper)]
    assert said == {"chuyen-mon": [False, True], "trao-doi": [True, True]}


def test_a_part_is_sent_and_an_unchanged_file_is_not_sent_twice(
    cast: Cast, client: Client, front: Front, stub: Stub, media: None, settings: Settings
) -> None:
    _, _, paper = shown(cast, cast.lan)
    both_ways(client, stub, settings, paper.url)
    etag = front.ask(paper.url).headers["ETag"]
    part = front.ask(paper.url, Range="bytes=2-5")
    assert (part.status, part.body, part.headers["Content-Range"]) == (206, PDF[2:6], f"bytes 2-5/{len(PDF)}")
    assert (
        front.ask(paper.url, Range="bytes=2-5", If_Range=etag).status,
        front.ask(paper.url, If_None_Match=etag).status,
    ) == (206, 304)
    assert front.ask(paper.url, Range="bytes=2-5", If_Range='"khac"').body == PDF
    assert front.ask(paper.url, Range="bytes=999999-").status == 416


def test_who_may_not_open_a_file_hears_nothing_of_where_it_lies(cast: Cast, client: Client, settings: Settings) -> None:
    settings.PORTAL_ACCEL = "/_tep/"
    _, kept, paper = shown(cast, cast.lan, section="trao-doi")
    for address in addresses(kept, paper):
        answer = at(client, cast.phu).get(address)
        assert (answer.status_code, answer.has_header("X-Accel-Redirect")) == (404, False)


def test_a_file_lost_from_the_disk_is_not_found_by_nginx_either(cast: Cast, client: Client, settings: Settings) -> None:
    settings.PORTAL_ACCEL = "/_tep/"
    _, _, paper = shown(cast, cast.lan)
    Path(paper.file.path).unlink()
    assert client.get(paper.url).status_code == 404
