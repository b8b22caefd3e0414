"""What is too much, or cannot be read at all, is answered in a sentence of ours, and nothing is kept of it."""

import pytest

from portal.files.models import Picture
from portal.news.models import Article
from tests.cast import Cast
from tests.people.signing import signed_in

FORM = "application/x-www-form-urlencoded"
PARTS = "multipart/form-data; boundary=x"
FILE = b'--x\r\nContent-Disposition: form-data; name="anh"; filename="a.jpg"\r\n\r\nx\r\n'


@pytest.mark.parametrize(
    ("kind", "sent"),
    [
        ("multipart/form-data", b"x"),
        (PARTS, FILE * 101 + b"--x--\r\n"),
        (FORM, b"&".join(b"a%d=1" % number for number in range(1200))),
        (FORM, b"text=" + b"x" * (5 * 1024 * 1024 + 10)),
    ],
    ids=["no form", "files", "fields", "words"],
)
@pytest.mark.parametrize("path", ["/viet/nhanh/", "/viec/duyet-cung-luot/"])
def test_it_is_said(cast: Cast, path: str, kind: str, sent: bytes) -> None:
    client = signed_in(cast, "lan")
    client.raise_request_exception = False
    answer = client.generic("POST", path, sent, content_type=kind)
    assert (answer.status_code, Picture.objects.count(), Article.objects.count()) == (400, 0, 0)
    assert "Cổng không nhận được những gì vừa gửi" in answer.content.decode()
    assert "style=" not in answer.content.decode()
