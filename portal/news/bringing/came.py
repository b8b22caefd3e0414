"""What somebody brought, as it came: a file's bytes, or words pasted with or without their formatting."""

import json
import logging
from dataclasses import dataclass
from functools import cached_property
from pathlib import PurePath

from portal.base.refused import Refused
from portal.base.text import one_line
from portal.files import office
from portal.files.office.paper import Paper, Unreadable, words
from portal.files.rules import MEGABYTE
from portal.news.bringing.rules import unreadable
from portal.news.bringing.typed import relined, typed

OLE, RTF, ODT = b"\xd0\xcf\x11\xe0", b"{\\rtf", b"mimetypeapplication/vnd.oasis.opendocument.text"
PASTED = ".json"  # how a paste is called while it waits
LONG_PASTE, MANY_TAGS = 200_000, 20_000  # letters with their formatting: a second or so
HEAD = 8  # bytes that tell what a file is
QUICK_BYTES = 4 * MEGABYTE  # pictures are drawn anew one by one
BROKEN = "không đọc được tệp này. Hãy mở bằng Word, lưu lại thành .docx mới rồi nhập lại."
log = logging.getLogger(__name__)


def takes_long(head: bytes, size: int) -> bool:
    """Whether a file that begins so takes seconds: another program opens it, or it is full of pictures."""
    return office.is_old(head) or size > QUICK_BYTES


@dataclass(frozen=True)
class Came:
    """One paper. `pasted` and `html` are the same words; the latter is what the browser's clipboard had."""

    name: str = ""
    raw: bytes = b""
    pasted: str = ""
    html: str = ""

    @classmethod
    def repeated(cls, kept: bytes) -> "Came":
        """A paste that waited on the doorstep."""
        return cls(**json.loads(kept))

    @property
    def takes_long(self) -> bool:
        """Whether reading it takes seconds: never while somebody waits for a page."""
        long = len(self.pasted) + len(self.html) > LONG_PASTE or self.html.count("<") > MANY_TAGS
        return long or takes_long(self.raw[:HEAD], len(self.raw))

    @property
    def kind(self) -> str:
        """What a file that could be read is: by its bytes, whatever it is called."""
        if self.raw.startswith(OLE):
            return "doc"
        if self.raw.startswith(RTF):
            return "rtf"
        return "odt" if ODT in self.raw[:100] else "docx"

    @property
    def stem(self) -> str:
        """A file's own name without its ending, as a title where the paper has none; "" for what was pasted."""
        return one_line(PurePath(self.name).stem.replace("_", " "))[:200]

    def look(self) -> None:
        """What can be seen of an old file without reading it. Raises Refused (422)."""
        try:
            office.refuse(self.raw)
        except Unreadable as error:
            raise Refused(unreadable(self.name, error.sentence)) from error

    @cached_property
    def paper(self) -> Paper:
        """What stands in it, read once. Raises Refused (422) with the reader's own sentence where nothing can be taken from it."""
        try:
            if self.raw:
                return office.read(self.raw, self.name)
            found = office.pasted(self.html) if self.html.strip() else None
        except Unreadable as error:
            raise Refused(unreadable(self.name, error.sentence)) from error
        except Exception as error:  # whatever it is, the teacher is told, and who keeps the portal finds it in the log
            log.exception("a paper could not be read")
            raise Refused(unreadable(self.name, BROKEN)) from error
        if found is not None and any(not hasattr(piece, "runs") or words(piece.runs).strip() for piece in found.pieces):
            return relined(found)
        return typed(self.pasted)
