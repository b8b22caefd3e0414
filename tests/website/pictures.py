"""Pictures and papers for tests, made on the spot."""

import io

from django.core.files.base import ContentFile
from PIL import Image

from portal.files.actions import store_attachment, store_picture
from portal.files.models import Attachment, Picture
from portal.people.models import Person
from tests.cast import NOW


def a_picture(by: Person, *, title: str = "Sân trường", alt: str = "Học sinh ở sân trường",
              size: tuple[int, int] = (1500, 1000)) -> Picture:  # fmt: skip
    out = io.BytesIO()
    Image.new("RGB", size, (59, 42, 140)).save(out, "JPEG")
    upload = ContentFile(out.getvalue(), "anh.jpg")
    return store_picture(upload, title=title, alt=alt, credit="Lê Minh", by=by, at=NOW, channel="test")


def a_paper(by: Person, *, title: str = "Kế hoạch", words: str = "") -> Attachment:
    upload = ContentFile(b"%PDF-1.4\n" + words.encode() + b"\n%%EOF", "giay.pdf")
    return store_attachment(upload, title=title, by=by, at=NOW, channel="test")


def shown(picture: Picture, caption: str = "") -> dict[str, object]:
    """A block of a body that shows a picture."""
    return {"type": "image", "value": {"picture": picture.pk, "caption": caption}}
