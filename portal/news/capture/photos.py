"""When a photograph was taken, read before its EXIF is taken out."""

from contextlib import suppress
from datetime import datetime

from django.core.files.uploadedfile import UploadedFile
from PIL import Image

from portal.base.clock import ZONE
from portal.files.rules import PICTURE_PIXELS

EXIF_IFD, ORIGINAL, DIGITIZED = 0x8769, 0x9003, 0x9004
AS_WRITTEN = "%Y:%m:%d %H:%M:%S"
AS_SENT = "%Y-%m-%dT%H:%M:%S"


def taken_at(upload: UploadedFile) -> datetime | None:
    """The camera's own hour (of the school's zone, without saying so), None where the file does not tell."""
    with suppress(Exception):  # a picture that cannot be read is refused when it is stored, with its sentence
        upload.seek(0)
        picture = Image.open(upload)
        if picture.width * picture.height > PICTURE_PIXELS:  # asking a PNG for its hour unpacks the whole of it
            return None
        exif = picture.getexif()
        inner = exif.get_ifd(EXIF_IFD)
        said = str(inner.get(ORIGINAL) or inner.get(DIGITIZED) or "")
        return datetime.strptime(said.strip("\0 "), AS_WRITTEN)
    return None


def hour_sent(said: str) -> datetime | None:
    """The same hour as a device sends it beside a picture it made smaller."""
    with suppress(ValueError):
        return datetime.strptime(said, AS_SENT)
    return None


def of_the_school(at: datetime | None) -> datetime | None:
    """A camera's hour as a moment."""
    return at.replace(tzinfo=ZONE) if at is not None else None
