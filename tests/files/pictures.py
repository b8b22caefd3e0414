"""Files made for the tests: small, real, and with what must not stay in them."""

import io
import zipfile

from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

PDF = b"%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n"
ORIENTATION, GPS, MAKER = 0x0112, 0x8825, 0x010F


def picture(name: str = "san-truong.jpg", kind: str = "JPEG", size: tuple[int, int] = (60, 40)) -> SimpleUploadedFile:
    out = io.BytesIO()
    Image.new("RGB", size, (59, 42, 140)).save(out, kind)
    return SimpleUploadedFile(name, out.getvalue())


def located_picture() -> SimpleUploadedFile:
    """A photograph as a phone takes it: lying on its side, with its maker and its place on earth."""
    exif = Image.Exif()
    exif[ORIENTATION] = 6
    exif[MAKER] = "Phone"
    exif.get_ifd(GPS)[2] = (21.0, 1.0, 30.0)
    out = io.BytesIO()
    Image.new("RGB", (60, 40), (200, 32, 47)).save(out, "JPEG", exif=exif)
    return SimpleUploadedFile("IMG_0001.jpg", out.getvalue())


def pdf(name: str = "ke-hoach.pdf") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, PDF)


def word(*, macro: bool) -> SimpleUploadedFile:
    """A .docx as small as the type sniffer believes; with a macro inside where asked."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as paper:
        paper.writestr("[Content_Types].xml", "<Types/>" + " " * 600)
        paper.writestr("_rels/.rels", "<Relationships/>")
        paper.writestr("word/document.xml", "<w:document/>")
        if macro:
            paper.writestr("word/vbaProject.bin", b"\xd0\xcf\x11\xe0")
    return SimpleUploadedFile("to-trinh.docx", out.getvalue())
