"""What somebody brought, as it came: a file's bytes, or words pasted with or without their formatting."""

import logging
import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from pathlib import PurePath

from portal.base.refused import Refused
from portal.base.text import one_line
from portal.files import office
from portal.files.office.paper import ListOf, Paper, Paragraph, Piece, Run, Unreadable, words
from portal.news.bringing.rules import unreadable

OLE, ODT = b"\xd0\xcf\x11\xe0", b"mimetypeapplication/vnd.oasis.opendocument.text"
BROKEN = "không đọc được tệp này. Hãy mở bằng Word, lưu lại thành .docx mới rồi nhập lại."
log = logging.getLogger(__name__)
BULLET = re.compile(r"\s*[-•–+*·]\s+(?=\S)")
NUMBER = re.compile(r"\s*(\d{1,3})[.)]\s+(?=\S)")


@dataclass(frozen=True)
class Came:
    """One paper. `pasted` and `html` are the same words; the latter is what the browser's clipboard had."""

    name: str = ""
    raw: bytes = b""
    pasted: str = ""
    html: str = ""

    @property
    def kind(self) -> str:
        """What a file that could be read is: by its bytes, whatever it is called."""
        if self.raw.startswith(OLE):
            return "doc"
        return "odt" if ODT in self.raw[:100] else "docx"

    @property
    def stem(self) -> str:
        """A file's own name without its ending, as a title where the paper has none; "" for what was pasted."""
        return one_line(PurePath(self.name).stem.replace("_", " "))[:200]

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
            return found
        return typed(self.pasted)


def typed(text: str) -> Paper:
    """Plain words: a line is a paragraph, lines that begin with a sign or count from 1 are a list."""
    pieces: list[Piece] = []
    lines = [line for line in text.replace("\r\n", "\n").replace("\r", "\n").split("\n") if line.strip()]
    at = 0
    while at < len(lines):
        bullets, numbers = _bullets(lines, at), _numbers(lines, at)
        if bullets:
            pieces.append(ListOf(False, _items(bullets)))
        elif len(numbers) > 1:
            pieces.append(ListOf(True, _items(numbers)))
        else:
            pieces.append(Paragraph([Run(lines[at].strip(" \t\u00a0"))]))
        at += len(bullets) or (len(numbers) if len(numbers) > 1 else 1)
    return Paper(pieces)


def _bullets(lines: list[str], at: int) -> list[str]:
    """Lines of a list from `at` on, without their signs."""
    out = []
    while at < len(lines):
        line, at = lines[at], at + 1
        found = BULLET.match(line)
        if found is None:
            break
        out.append(line[found.end() :])
    return out


def _numbers(lines: list[str], at: int) -> list[str]:
    """Lines that count 1, 2, 3 from `at` on, without their numbers."""
    out: list[str] = []
    while at < len(lines):
        line, at = lines[at], at + 1
        found = NUMBER.match(line)
        if found is None or int(found[1]) != len(out) + 1:
            break
        out.append(line[found.end() :])
    return out


def _items(lines: Iterable[str]) -> list[list[Run]]:
    return [[Run(line.strip(" \t\u00a0"))] for line in lines]
