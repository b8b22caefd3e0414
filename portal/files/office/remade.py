"""Pictures of kinds the portal does not keep, made ones it does: PNG or JPEG, their size known before they are unpacked."""

import io
from dataclasses import dataclass

from PIL import Image, ImageOps

FORMATS = ("GIF", "BMP", "TIFF")
STARTS = (b"GIF8", b"BM", b"II*\0", b"MM\0*")
MOST_PIXELS = 50_000_000  # of one picture, as `files` takes them (R-FILE-05)
FLAT = ("1", "L", "P")  # few colours: drawings and scans, which JPEG would blur
VECTORS = (b"\xd7\xcd\xc6\x9a", b"\x01\x00\x09\x00", b"\x02\x00\x09\x00")


@dataclass(frozen=True)
class Remade:
    """The picture's first frame, of how many pixels, and whether there were more frames."""

    data: bytes
    pixels: int
    moved: bool


def is_vector(data: bytes) -> bool:
    """EMF or WMF, which only Windows draws."""
    return data.startswith(VECTORS) or (data.startswith(b"\x01\0\0\0") and data[40:44] == b" EMF")


def remade(data: bytes, room: int) -> Remade | None:
    """A GIF, BMP or TIFF of at most `room` pixels as a picture the portal keeps; None for what is none, or broken."""
    if not data.startswith(STARTS):
        return None
    try:
        with Image.open(io.BytesIO(data), formats=FORMATS) as picture:
            pixels = picture.width * picture.height
            if pixels > min(room, MOST_PIXELS):
                return None
            moved = picture.format == "GIF" and getattr(picture, "n_frames", 1) > 1
            made = _saved(ImageOps.exif_transpose(picture))
    except Exception:  # whatever a decoder stumbles over: the picture is left out, and that is said
        return None
    return Remade(made, pixels, moved)


def _saved(picture: Image.Image) -> bytes:
    out = io.BytesIO()
    if picture.has_transparency_data:
        picture.convert("RGBA").save(out, "PNG", compress_level=3)
    elif picture.mode in FLAT:
        picture.save(out, "PNG", compress_level=3)
    else:
        picture.convert("RGB").save(out, "JPEG", quality=90)
    return out.getvalue()
