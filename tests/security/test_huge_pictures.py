"""A small file that unpacks to a huge picture is refused by its size, before anything unpacks it."""

import io
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image, PngImagePlugin

from portal.files.models import Picture
from tests.cast import Cast
from tests.people.signing import signed_in


def test_a_quick_text_unpacks_no_picture_larger_than_the_portal_takes(
    cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = io.BytesIO()
    Image.new("1", (8000, 8000)).save(out, "PNG")
    unpacked: list[Any] = []
    monkeypatch.setattr(PngImagePlugin.PngImageFile, "load", lambda self: unpacked.append(self.size))
    photo = SimpleUploadedFile("to.png", out.getvalue(), "image/png")
    answer = signed_in(cast, "lan").post("/viet/nhanh/", {"text": "Ảnh rất to", "anh": photo})
    assert (answer.status_code, unpacked, Picture.objects.count()) == (422, [], 0)
    assert "Ảnh quá lớn" in answer.content.decode()
