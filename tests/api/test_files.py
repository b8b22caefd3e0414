"""Pictures and documents over the API, and articles that show them."""

import io
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from portal.base.refused import Refused
from portal.files import actions as files
from portal.files.models import Attachment, Picture
from tests.api.conftest import READY, Caller, problem
from tests.cast import NOW, Cast


def picture(name: str = "anh.jpg") -> SimpleUploadedFile:
    """A small photograph that remembers where it was taken."""
    out, exif = io.BytesIO(), Image.Exif()
    exif[0x010E] = "nhà riêng của một học sinh"
    Image.new("RGB", (40, 30), "teal").save(out, "JPEG", exif=exif)
    return SimpleUploadedFile(name, out.getvalue(), "image/jpeg")


def paper(name: str = "ke-hoach.pdf") -> SimpleUploadedFile:
    return SimpleUploadedFile(
        name, b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n", "application/pdf"
    )


def test_a_picture_is_stored_without_where_it_was_taken_and_shown_in_an_article(api: Caller, cast: Cast) -> None:
    answer = api.upload("/images", cast.lan, picture(), title="Sân trường", alt="Học sinh tưới cây", credit="Thầy Khoa")
    told = answer.json()
    assert answer.status_code == 201
    stored = Picture.objects.get()
    assert told == {
        "id": stored.pk, "title": "Sân trường", "alt": "Học sinh tưới cây", "credit": "Thầy Khoa", "width": 40,
        "height": 30, "sha256": stored.sha256, "scan": "not_scanned",
    }  # fmt: skip
    with Image.open(stored.file.path) as kept:
        assert dict(kept.getexif()) == {}
    body = [
        {"type": "paragraph", "value": "Một ảnh."},
        {"type": "image", "value": {"picture": told["id"], "caption": "Giờ ra chơi"}},
        {"type": "gallery", "value": [{"picture": told["id"], "caption": ""}]},
    ]
    made = api.write(cast.lan, body=body)
    assert made["body"][1:] == body[1:]
    api.submit(made["id"], cast.lan)
    api.decide(made["id"], cast.cuc)
    api.decide(made["id"], cast.phong)
    shown = api.get(f"/public/articles/{made['id']}").json()
    shot: Any = {"url": f"http://testserver/tep/anh/{stored.pk}/width-1280%7Cformat-jpeg/", "alt": "Học sinh tưới cây",
                 "credit": "Thầy Khoa", "width": 40, "height": 30}  # fmt: skip
    assert shown["body"][1] == {"type": "image", "value": {"picture": shot, "caption": "Giờ ra chơi"}}
    assert shown["picture"] == shot


def test_a_picture_without_alt_text_stops_the_article_that_shows_it(api: Caller, cast: Cast) -> None:
    bare = api.upload("/images", cast.lan, picture()).json()
    assert (bare["title"], bare["alt"]) == ("anh", "")
    body = [{"type": "paragraph", "value": "x"}, {"type": "image", "value": bare["id"]}]
    made = api.write(cast.lan, body=body)
    assert problem(api.post(f"/articles/{made['id']}/submit", cast.lan)) == (422, [("body", "R-READY-05")])


def test_a_document_is_stored_and_linked(api: Caller, cast: Cast) -> None:
    answer = api.upload("/documents", cast.vy, paper(), title="Kế hoạch tháng 11")
    stored = Attachment.objects.get()
    assert (answer.status_code, answer.json()) == (201, {
        "id": stored.pk, "title": "Kế hoạch tháng 11", "kind": "pdf", "size": stored.file_size,
        "sha256": stored.sha256, "scan": "not_scanned",
    })  # fmt: skip
    made = api.write(cast.vy, body=[{"type": "document", "value": {"document": stored.pk}}])
    assert made["body"] == [{"type": "document", "value": {"document": stored.pk}}]


def test_files_are_known_by_their_content(api: Caller, cast: Cast) -> None:
    for path, file in (("/images", paper("anh.jpg")), ("/documents", picture("van-ban.pdf"))):
        assert problem(api.upload(path, cast.lan, file)) == (422, [("file", "R-FILE-03")])
    broken = SimpleUploadedFile("x.jpg", b"\xff\xd8\xff\xe0" + b"rac" * 50, "image/jpeg")
    assert problem(api.upload("/images", cast.lan, broken)) == (422, [("file", "R-FILE-04")])


def test_files_come_from_those_who_write(api: Caller, cast: Cast) -> None:
    assert problem(api.upload("/images", cast.phu, picture())) == (403, [("", "R-FILE-08")])
    assert problem(api.upload("/documents", cast.an, paper())) == (403, [("", "R-FILE-08")])
    assert problem(api.upload("/images", None, picture())) == (401, [])
    assert (Picture.objects.count(), Attachment.objects.count()) == (0, 0)


def test_a_call_without_a_file_says_so(api: Caller, cast: Cast) -> None:
    assert problem(api.upload("/images", cast.lan, "chữ", title="x")) == (422, [("file", "")])
    assert problem(api.post("/images", cast.lan, {"file": "x"})) == (422, [("file", "")])
    assert problem(api.upload("/images", cast.lan, picture(), title="a\x00b")) == (422, [("title", "")])


def test_a_file_kept_for_a_circle_goes_into_no_article(api: Caller, cast: Cast) -> None:
    """R-FILE-22: not at the form's door, and not past it either."""
    kept = files.store_attachment(paper(), title="Phân công nội bộ", by=cast.lan, at=NOW, channel="test", guarded=True)
    body = [{"type": "paragraph", "value": "x"}, {"type": "document", "value": {"document": kept.pk}}]
    status, faults = problem(api.post("/articles", cast.lan, READY | {"body": body}))
    assert (status, [field for field, _ in faults]) == (422, ["body[1]"])
    article = cast.article(cast.lan)
    with pytest.raises(Refused) as refused:
        files.expose(article, audience="public", pictures=[], attachments=[kept.pk])
    assert [one.rule for one in refused.value.refusals] == ["R-FILE-22"]
