"""Pictures of a file: known by their first bytes, counted, weighed; opened only where they must be made another kind."""

import re
from collections.abc import Callable
from pathlib import PurePosixPath

from portal.files.office.limits import Limits
from portal.files.office.paper import Shot
from portal.files.office.remade import is_vector, remade
from portal.files.office.said import Said

BY_A_PROGRAM = re.compile(
    r"(?:Description automatically generated|(?:Mô tả|Nội dung) (?:được tạo )?(?:tự động|do AI)).*"
    r"|^\S+\.(?:jpe?g|png|gif|webp|bmp|tiff?|heic)$|^(?:Picture|Image|Hình ảnh|Ảnh) ?\d*$",
    re.IGNORECASE | re.DOTALL,
)


def is_picture(data: bytes) -> bool:
    """PNG, JPEG or WebP: the kinds `files` keeps (R-FILE-03)."""
    return data.startswith((b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff")) or (data[:4] == b"RIFF" and data[8:12] == b"WEBP")


def told_alt(text: str) -> str:
    """The words for who cannot see it; a file name or what a program guessed are none."""
    return " ".join(BY_A_PROGRAM.sub("", text).split()).strip(" .,")[:300]


class Album:
    """Gives the pictures of one file, as many and as heavy as the limits let it."""

    def __init__(self, limits: Limits, said: Said) -> None:
        self.limits, self.said = limits, said
        self.count = self.weight = self.pixels = 0
        self._had: dict[str, bytes] = {}

    def shot(self, name: str, size: int, load: Callable[[], bytes], alt: str) -> Shot | None:
        """The picture under a name, of a size told beforehand; None, and told, where it cannot be taken."""
        had = self._had.get(name)
        self.count += 1
        if self.count > self.limits.pictures or size > self.limits.picture:
            self.said("heavy")
            return None
        if had is None:
            if self.weight + size > self.limits.pictured:
                self.said("heavy")
                return None
            file = PurePosixPath(name)
            had = self._kept(load(), told_alt(alt) or (file.name if file.suffix else ""))
            if had is None:
                return None
            self.weight += size
            self._had[name] = had
        return Shot(had, PurePosixPath(name).name[:100], [], told_alt(alt))

    def _kept(self, data: bytes, named: str) -> bytes | None:
        """The picture as one the portal keeps; None, and told by its name, where it is and becomes none."""
        if is_picture(data):
            return data
        if is_vector(data):
            self.said("vector", named)
            return None
        made = remade(data, self.limits.pixels - self.pixels)
        if made is None:
            self.said("kind", named)
            return None
        self.pixels += made.pixels
        self.said("remade")
        if made.moved:
            self.said("moving", named)
        return made.data
