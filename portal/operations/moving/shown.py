"""The pictures and files a text shows, taken from the archive through the same gate as every upload (Điều 8.1, 13.7)."""

import io
import re
from dataclasses import dataclass, field
from datetime import datetime
from html import escape, unescape
from pathlib import PurePosixPath
from typing import Any

from django.core.files.base import ContentFile
from PIL import Image

from portal.base.refused import Refused
from portal.files import actions as files
from portal.files.models import Attachment
from portal.files.rules import PICTURE_PIXELS
from portal.operations.moving.archive import Archive, Broken
from portal.operations.moving.found import Found
from portal.operations.moving.pieces import FILES, Link, Picture, Piece, Read
from portal.people.models import Person

HREF = re.compile(r'<a href="([^"]*)">(.*?)</a>', re.DOTALL)
REDRAWN = (b"GIF8", b"BM", b"II*\x00", b"MM\x00*")  # kinds of old pictures kept as PNG
MOST_NOTES = 30


@dataclass
class Shown:
    """What of a text's blocks is stored: the body as `news.write` takes it, the files with their old addresses."""

    body: list[dict[str, Any]] = field(default_factory=list)
    attachments: list[tuple[str, Attachment]] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


class Keeper:
    """Stores what one text shows; with `dry`, only looks whether the archive has it."""

    def __init__(
        self, archive: Archive, found: Found, *, by: Person, at: datetime, channel: str, dry: bool = False
    ) -> None:
        self.archive, self.beside, self.dry = archive, found.beside, dry
        self.carried = dict(found.carried)
        self.about: dict[str, Any] = {"by": by, "at": at, "channel": channel}
        self.shown = Shown()
        self.kept: dict[str, Attachment | None] = {}

    def keep(self, read: Read, *, title: str, lead: str, below: tuple[str, ...]) -> Shown:
        """All blocks of a text, a lead picture above where the text does not show it already."""
        pieces = list(read.pieces)
        shows = {PurePosixPath(one.value.address).name for one in pieces if isinstance(one.value, Picture)}
        if lead and PurePosixPath(lead).name not in shows:
            pieces.insert(0, Piece("picture", Picture(lead, "", "")))
        pieces += [Piece("file", Link(address, "")) for address in below]
        for piece in pieces:
            self._lay(piece, title)
        return self.shown

    def _lay(self, piece: Piece, title: str) -> None:
        match piece.kind, piece.value:
            case "paragraph", str(html):
                self._paragraph(html)
            case "picture", Picture() as picture:
                self._picture(picture, title)
            case "file", Link() as link:
                self._offer(link.address, link.title)
            case "table", list(rows):
                self._add("table", {"caption": "", "rows": rows})
            case "film", str(url):
                self._add("video", {"url": url, "title": f"Video: {title}"[:200]})
            case "quote", str(text):
                self._add("quote", {"text": text, "source": ""})
            case kind, value:
                self._add(kind, value)

    def _add(self, kind: str, value: Any) -> None:
        self.shown.body.append({"type": kind, "value": value})

    def note(self, sentence: str) -> None:
        if len(self.shown.notes) < MOST_NOTES:
            self.shown.notes.append(sentence)

    def _paragraph(self, html: str) -> None:
        offered: list[str] = []

        def relinked(match: re.Match[str]) -> str:
            address = unescape(match[1])
            if not _is_file(address):
                return match[0]
            kept = self._file(address, match[2])
            if kept is None:
                return match[2]
            offered.append(address)
            return f'<a href="{escape(kept.url)}">{match[2]}</a>' if kept.pk else match[2]

        words = HREF.sub(relinked, html)
        self._add("paragraph", words)
        for address in dict.fromkeys(offered):
            self._offer(address, "")

    def _offer(self, address: str, title: str) -> None:
        kept = self._file(address, title)
        if kept is not None and kept.pk:
            self._add("document", {"document": kept.pk})

    def _picture(self, picture: Picture, title: str) -> None:
        raw = self._raw(picture.address, "ảnh")
        if raw is None:
            return
        name = PurePosixPath(picture.address).name
        if not picture.alt:
            self.note(f"Ảnh {name} chưa có mô tả cho người không nhìn thấy.")
        if self.dry:
            return
        try:
            kept = files.store_picture(
                ContentFile(_redrawn(raw), name),
                title=picture.caption or title,
                alt=picture.alt,
                credit="",
                **self.about,
            )
        except files.Unscanned:
            raise
        except (Refused, OSError, ValueError, Image.DecompressionBombError) as error:
            self.note(f"Ảnh {name} không nhận: {error}")
        else:
            self._add("image", {"picture": kept.pk, "caption": picture.caption})

    def _file(self, address: str, title: str) -> Attachment | None:
        """A file of the archive, stored once for this text; None where it is not there or is none the school takes."""
        if address not in self.kept:
            self.kept[address] = self._stored(address, title)
            if (kept := self.kept[address]) is not None and kept.pk:
                self.shown.attachments.append((address, kept))
        return self.kept[address]

    def _stored(self, address: str, title: str) -> Attachment | None:
        raw, name = self._raw(address, "tệp"), PurePosixPath(address).name
        if raw is None or self.dry:
            return None if raw is None else Attachment(title=name)
        words = re.sub(r"<[^>]*>", "", title).strip()
        try:
            return files.store_attachment(ContentFile(raw, name), title=unescape(words) or name, **self.about)
        except files.Unscanned:
            raise
        except Refused as no:
            self.note(f"Tệp {name} không nhận: {no}")
            return None

    def _raw(self, address: str, what: str) -> bytes | None:
        if address in self.carried:
            return self.carried[address]
        name = self.archive.find(address, beside=self.beside)
        if name is None:
            self.note(f"Kho không có {what} {address[:120]}.")
            return None
        try:
            return self.archive.read(name)
        except Broken as error:
            self.note(str(error))
            return None


def _is_file(address: str) -> bool:
    return PurePosixPath(address.partition("?")[0]).suffix.casefold() in FILES


def _redrawn(raw: bytes) -> bytes:
    """Old pictures (GIF, BMP, TIFF) as PNG, of a film its first picture; others as they are."""
    if not raw.startswith(REDRAWN):
        return raw
    picture = Image.open(io.BytesIO(raw))
    if picture.width * picture.height > PICTURE_PIXELS:
        raise ValueError("ảnh quá lớn")
    out = io.BytesIO()
    picture.convert("RGBA" if "transparency" in picture.info else "RGB").save(out, "PNG")
    return out.getvalue()
