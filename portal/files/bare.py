"""A picture with nothing in it but what one sees: turned upright, without EXIF or GPS."""

import io

import filetype
from PIL import Image, ImageOps, UnidentifiedImageError

from portal.base.refused import Refused
from portal.base.rules import Ground, Refusal
from portal.files.rules import PICTURE_PIXELS


def kind_of(raw: bytes) -> str | None:
    """The MIME type by content; None where it is none anybody knows."""
    return getattr(filetype.guess(raw), "mime", None)


def bare(raw: bytes, mime: str) -> tuple[bytes, int, int]:
    """The picture written anew, its width and height. Raises Refused (422)."""
    unreadable = Refusal("R-FILE-04", "Điều 8.1", "Không mở được ảnh này.", "file", Ground.NOT_READY)
    try:
        picture = Image.open(io.BytesIO(raw))
        if picture.width * picture.height > PICTURE_PIXELS:
            raise Refused(Refusal("R-FILE-05", "Điều 8.1", "Ảnh quá lớn (quá 50 triệu điểm ảnh).", "file",
                                  Ground.NOT_READY))  # fmt: skip
        upright = ImageOps.exif_transpose(picture)
        kind = {"image/jpeg": "JPEG", "image/png": "PNG", "image/webp": "WEBP"}[mime]
        if kind == "JPEG" and upright.mode not in ("RGB", "L"):
            upright = upright.convert("RGB")
        clean = Image.new(upright.mode, upright.size)
        if upright.mode == "P":
            clean.putpalette(upright.getpalette() or [])
        clean.paste(upright)
        out = io.BytesIO()
        clean.save(out, kind, quality=88)
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, Image.DecompressionBombError) as error:
        raise Refused(unreadable) from error
    return out.getvalue(), clean.width, clean.height
