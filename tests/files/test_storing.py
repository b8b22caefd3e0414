"""What is kept is what the content says it is, without where and with what it was taken, and never changes again."""

import hashlib
import io
from typing import Any

import pytest
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from PIL import Image

from portal.base.refused import Refused
from portal.files import rules
from portal.files.actions import reword_picture, store_attachment, store_picture
from portal.files.models import Attachment, Picture
from tests.cast import NOW, Cast
from tests.files.pictures import located_picture, pdf, picture, word


def keep(cast: Cast, upload: SimpleUploadedFile, **words: str) -> Picture:
    words = {"title": "Sân trường", "alt": "Sân", "credit": "Lan"} | words
    return store_picture(upload, **words, by=cast.lan, at=NOW, channel="test")


def file_away(cast: Cast, upload: SimpleUploadedFile) -> Attachment:
    return store_attachment(upload, title="Tờ trình", by=cast.lan, at=NOW, channel="test")


def content_of(stored: Picture | Attachment) -> bytes:
    with stored.file.storage.open(stored.file.name, "rb") as file:
        return bytes(file.read())


def rules_of(refused: pytest.ExceptionInfo[Refused]) -> list[str]:
    return [refusal.rule for refusal in refused.value.refusals]


def test_a_photograph_is_turned_upright_and_forgets_where_it_was_taken(cast: Cast) -> None:
    upload = located_picture()
    assert b"Phone" in upload.read()
    upload.seek(0)
    kept = keep(cast, upload)
    content = content_of(kept)
    picture = Image.open(io.BytesIO(content))
    assert (picture.size, kept.width, kept.height) == ((40, 60), 40, 60)
    assert (dict(picture.getexif()), picture.getexif().get_ifd(0x8825), b"Phone" in content) == ({}, {}, False)
    assert kept.sha256 == hashlib.sha256(content).hexdigest()


def test_renditions_carry_no_place_either(cast: Cast) -> None:
    made = keep(cast, located_picture()).get_rendition(rules.at_width(400))
    with Image.open(made.file.path) as shown:
        assert dict(shown.getexif()) == {}


@pytest.mark.parametrize("kind, ending", [("JPEG", "jpg"), ("PNG", "png"), ("WEBP", "webp")])
def test_the_type_is_read_from_the_content_not_the_name(cast: Cast, kind: str, ending: str) -> None:
    kept = keep(cast, picture("virus.exe", kind))
    assert kept.file.name.endswith(f".{ending}")


@pytest.mark.parametrize(
    "content", [b"", b"<svg xmlns='http://www.w3.org/2000/svg'><script/></svg>", b"<html>", b"GIF89a" + b"\0" * 40, b"MZ" + b"\0" * 60]
)  # fmt: skip
def test_what_is_no_picture_is_refused_whatever_its_name(cast: Cast, content: bytes) -> None:
    with pytest.raises(Refused) as refused:
        keep(cast, SimpleUploadedFile("anh.jpg", content))
    assert (rules_of(refused), Picture.objects.count()) == (["R-FILE-03"], 0)


def test_a_broken_picture_is_refused(cast: Cast) -> None:
    with pytest.raises(Refused) as refused:
        keep(cast, SimpleUploadedFile("anh.jpg", picture().read()[:120]))
    assert rules_of(refused) == ["R-FILE-04"]


def test_a_picture_of_too_many_points_is_refused(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("portal.files.bare.PICTURE_PIXELS", 2399)
    with pytest.raises(Refused) as refused:
        keep(cast, picture(size=(60, 40)))
    assert rules_of(refused) == ["R-FILE-05"]


def test_a_paper_with_a_macro_is_refused_and_the_same_without_is_kept(cast: Cast) -> None:
    with pytest.raises(Refused) as refused:
        file_away(cast, word(macro=True))
    assert (rules_of(refused), Attachment.objects.count()) == (["R-FILE-06"], 0)
    assert file_away(cast, word(macro=False)).kind == "docx"


@pytest.mark.parametrize("content", [b"", b"MZ" + b"\0" * 60, b"<html><script>", b"PK\x03\x04" + b"\0" * 60])
def test_what_is_no_document_is_refused_whatever_its_name(cast: Cast, content: bytes) -> None:
    with pytest.raises(Refused) as refused:
        file_away(cast, SimpleUploadedFile("to-trinh.pdf", content))
    assert rules_of(refused) == ["R-FILE-03"]


# -- stored files never change --------------------------------------------------------------------------------------------


def other(stored: Picture | Attachment) -> None:
    stored.file = ContentFile(picture(size=(10, 10)).read(), "khac.jpg")
    stored.save()


def title(stored: Picture | Attachment) -> None:
    stored.title = "Khác"
    stored.save(update_fields=["title"])


def hash_too(stored: Picture | Attachment) -> None:
    stored.sha256 = "0" * 64
    stored.save(update_fields=["sha256", "scan"])


def away(stored: Picture | Attachment) -> None:
    stored.delete()


@pytest.mark.parametrize("change", [other, title, hash_too, away])
@pytest.mark.parametrize("kind", ["picture", "attachment"])
def test_a_stored_file_never_changes(cast: Cast, change: Any, kind: str) -> None:
    stored = keep(cast, picture()) if kind == "picture" else file_away(cast, pdf())
    before = content_of(stored)
    with pytest.raises(Refused) as refused:
        change(stored)
    assert rules_of(refused) == ["R-FILE-01"]
    again = type(stored).objects.get(pk=stored.pk)
    assert (content_of(again), again.title, again.sha256) == (
        before, "Sân trường" if kind == "picture" else "Tờ trình", hashlib.sha256(before).hexdigest(),
    )  # fmt: skip


@pytest.mark.parametrize("kind", ["picture", "attachment"])
def test_what_the_scanner_says_is_the_one_thing_noted_later(cast: Cast, kind: str) -> None:
    stored = keep(cast, picture()) if kind == "picture" else file_away(cast, pdf())
    stored.scan = "clean"
    stored.save(update_fields=["scan"])
    assert type(stored).objects.get(pk=stored.pk).scan == "clean"


def test_a_file_that_was_not_looked_into_is_not_kept(cast: Cast) -> None:
    with pytest.raises(Refused) as refused:
        Picture.objects.create(title="Lọt", file=ContentFile(picture().read(), "lot.jpg"), width=1, height=1)
    assert rules_of(refused) == ["R-FILE-07"]


def test_another_description_is_another_picture(cast: Cast) -> None:
    kept = keep(cast, picture())
    again = reword_picture(kept, alt="Khác", credit="Lan", by=cast.sen, at=NOW, channel="test")
    assert (again.pk != kept.pk, again.sha256, again.alt, again.uploaded_by_user) == (
        True,
        kept.sha256,
        "Khác",
        cast.sen,
    )
    same = reword_picture(kept, alt="Sân", credit="Lan", by=cast.sen, at=NOW, channel="test")
    assert same.pk == kept.pk


# -- Wagtail's own screens --------------------------------------------------------------------------------------------------


@pytest.fixture
def root(cast: Cast, client: Client) -> Client:
    """Signed in as a technical administrator with every Django right."""
    cast.tri.is_superuser = cast.tri.is_staff = True
    cast.tri.save()
    client.force_login(cast.tri, "django.contrib.auth.backends.ModelBackend")
    return client


def test_a_superuser_cannot_replace_a_picture_behind_its_article(cast: Cast, root: Client) -> None:
    kept = keep(cast, picture())
    form = {"title": "Khác", "file": picture(size=(9, 9)), "alt": "Khác", "credit": "", "focal_point_x": "",
            "focal_point_y": "", "focal_point_width": "", "focal_point_height": "", "tags": ""}  # fmt: skip
    root.post(f"/admin/images/{kept.pk}/", form)
    again = Picture.objects.get(pk=kept.pk)
    assert (again.title, again.alt, again.sha256, again.file.name) == (
        kept.title,
        kept.alt,
        kept.sha256,
        kept.file.name,
    )
    assert hashlib.sha256(content_of(again)).hexdigest() == kept.sha256


def test_a_superuser_cannot_replace_or_delete_a_document(cast: Cast, root: Client) -> None:
    kept = file_away(cast, pdf())
    root.post(f"/admin/documents/edit/{kept.pk}/", {"title": "Khác", "file": pdf("khac.pdf"), "tags": ""})
    root.post(f"/admin/documents/delete/{kept.pk}/")
    again = Attachment.objects.get(pk=kept.pk)
    assert (again.title, again.file.name) == (kept.title, kept.file.name)
    assert hashlib.sha256(content_of(again)).hexdigest() == kept.sha256


@pytest.mark.parametrize(
    "address, form",
    [
        ("/admin/images/add/", {"title": "Lọt", "file": located_picture, "alt": "", "credit": "", "tags": ""}),
        ("/admin/images/multiple/add/", {"title": "Lọt", "files[]": located_picture}),
        ("/admin/documents/add/", {"title": "Lọt", "file": pdf, "tags": ""}),
        ("/admin/documents/multiple/add/", {"title": "Lọt", "files[]": pdf}),
    ],
)
def test_a_superuser_cannot_bring_files_in_past_the_checks(
    cast: Cast, root: Client, address: str, form: dict[str, Any]
) -> None:
    root.post(address, {name: value() if callable(value) else value for name, value in form.items()},
              headers={"x-requested-with": "XMLHttpRequest"})  # fmt: skip
    assert (Picture.objects.count(), Attachment.objects.count()) == (0, 0)
