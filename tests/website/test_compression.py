"""Words travel packed, whatever is packed already does not, and no other way of reading changes."""

import gzip

from django.test import Client

from tests.cast import Cast
from tests.website.pictures import a_paper, a_picture, shown

ASKED = {"accept-encoding": "gzip, deflate, br"}


def test_a_page_travels_packed_to_whoever_can_unpack_it(cast: Cast, client: Client) -> None:
    plain, packed = client.get("/"), client.get("/", headers=ASKED)
    assert (plain.headers.get("Content-Encoding"), packed["Content-Encoding"]) == (None, "gzip")
    assert gzip.decompress(packed.content) == plain.content
    assert len(packed.content) * 2 < len(plain.content)
    assert "Accept-Encoding" in packed["Vary"]


def test_pictures_and_papers_are_sent_as_they_are(cast: Cast, client: Client) -> None:
    picture, paper = a_picture(cast.lan), a_paper(cast.lan)
    body = [shown(picture), {"type": "document", "value": {"document": paper.pk}}]
    cast.published(cast.lan, body=[{"type": "paragraph", "value": "Chữ"}, *body])
    for address in (picture.url, picture.avif.split()[0], paper.url):
        answer = client.get(address, headers=ASKED)
        assert (answer.status_code, answer.headers.get("Content-Encoding")) == (200, None)
        assert b"".join(answer.streaming_content) if answer.streaming else answer.content  # type: ignore[attr-defined]
