"""The words of a stored document, for search and for whoever looks for what must not be published (Điều 8.1).

Call it in the queue: a long PDF takes seconds, an old .doc some more. Nothing is kept here; remember what you need of it by
the file's sha256, which never changes. `words_of(attachment)` reads it from where files lie, `read(data, kind)` is the same for
bytes in hand.
"""

import json
import re
import shutil
import subprocess
import sys
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from portal.base.text import nfc
from portal.files import book, pdf_words
from portal.files.besides import Besides, besides
from portal.files.models import Attachment
from portal.files.office import read as read_office
from portal.files.office.beside import quoted as quoted_runs
from portal.files.office.limits import LIMITS, MEGABYTE
from portal.files.office.markup import Node, children
from portal.files.office.package import Package
from portal.files.office.paper import Heading, ListOf, Note, Paper, Paragraph, Run, Shot, Table, Unreadable

SECONDS, MEMORY = 20, 768 * MEGABYTE  # of a processor, for one PDF
PAGES, LETTERS = 600, 2_000_000
OFFICE = frozenset({"docx", "odt", "doc", "rtf"})
PACKED = frozenset({"docx", "xlsx", "pptx"})
READABLE = OFFICE | {"pdf", "xlsx", "pptx", "txt"}
NO_WORDS = "Tệp {kind} không có chữ để đọc."
LOCKED = "Tệp PDF đặt mật khẩu nên không đọc được chữ."
BROKEN = "Không đọc được chữ trong tệp PDF này; tệp có thể đã hỏng."
SLOW = "Tệp PDF này đọc quá lâu nên chưa đọc hết được."
GONE = "Không còn tệp ở nơi lưu."
SLIDE = re.compile(r"ppt/(?:slides/slide|notesSlides/notesSlide)(\d+)\.xml")
BESIDE = re.compile(r"word/(?:header|footer|comments)\d*\.xml")


@dataclass(frozen=True)
class Words:
    """What a file says: one paragraph or row of a table a line, cells apart by tabs, pages and sheets by an empty line.

    `scanned`: at least half its pages show something without letters, so that only OCR could read them; `blank` says how
    many. `cut`: it says more than was read. `unread`: why nothing could be read, a sentence for staff; "" where it was.
    `besides`: what no page shows and whoever downloads the file has, for whoever looks for what must not go out, never for search;
    `closed`: files inside that nobody read; `pictures`: large ones, in which a machine reads neither letters nor faces.
    """

    text: str = ""
    scanned: bool = False
    blank: int = 0
    cut: bool = False
    unread: str = ""
    besides: str = field(default="", compare=False)
    closed: int = 0
    pictures: int = 0

    @property
    def whole(self) -> bool:
        """Whether every word of it was read."""
        return not (self.blank or self.cut or self.unread)


def words_of(attachment: Attachment) -> Words:
    """The words of a stored document; never raises for what the file holds."""
    if attachment.kind not in READABLE:
        return Words(unread=NO_WORDS.format(kind=attachment.kind))
    try:
        with attachment.file.storage.open(attachment.file.name, "rb") as kept:
            data = kept.read()
    except FileNotFoundError:
        return Words(unread=GONE)
    return read(data, attachment.kind)


def read(data: bytes, kind: str) -> Words:
    """The words of so many bytes; `kind` as `Attachment.kind` names it: pdf, docx, xlsx, pptx, odt, doc, rtf, txt."""
    try:
        if kind == "pdf":
            return _of_pdf(data)
        if kind in PACKED:
            return _with_besides(data, _of_package(data, kind))
        if kind in OFFICE:
            return _bounded(_of_office(data, kind))
        return _bounded(data[: 4 * LETTERS].decode("utf-8", "replace"))
    except Unreadable as no:
        return Words(unread=no.sentence)


def _bounded(text: str) -> Words:
    return Words(text=nfc(text[:LETTERS]).strip(), cut=len(text) > LETTERS)


def _of_package(data: bytes, kind: str) -> Words:
    if kind == "docx":
        return _bounded(_of_office(data, kind))
    if kind == "pptx":
        return _bounded(_of_slides(data))
    beyond: list[str] = []
    told = _bounded("\n\n".join(_of_sheet(name, rows) for name, rows in book.sheets(data, beyond)))
    return replace(told, cut=told.cut or bool(beyond))


def _with_besides(data: bytes, told: Words) -> Words:
    try:
        more = besides(data, told.text, _nested)
    except Unreadable:
        return replace(told, closed=1)
    return replace(told, besides=nfc(more.text), closed=more.closed, pictures=more.pictures)


def _nested(data: bytes, kind: str) -> tuple[str, Besides]:
    """A file within a file; one within that is not opened any more."""
    told = _of_package(data, kind)
    more = besides(data, told.text, _shut)
    return told.text, replace(more, closed=more.closed + told.cut)


def _shut(data: bytes, kind: str) -> tuple[str, Besides]:
    raise Unreadable("Tệp lồng trong tệp lồng.")


def _of_sheet(name: str, rows: list[list[str]]) -> str:
    lines = ("\t".join(row).rstrip() for row in rows)
    return "\n".join([name, *filter(None, lines)])


def _of_office(data: bytes, kind: str) -> str:
    paper = read_office(data, f"tep.{kind}")
    said = "\n".join(_lines(paper))
    return f"{said}\n\n{_beside(data)}" if kind == "docx" else said


def quoted(runs: Iterable[Run]) -> str:
    """The words on one line, however long it is."""
    return quoted_runs(runs, LETTERS)


def _lines(paper: Paper) -> list[str]:
    lines: list[str] = []
    for piece in paper.pieces:
        match piece:
            case Heading() | Paragraph() | Note():
                lines.append(quoted(piece.runs))
            case ListOf():
                lines += map(quoted, piece.items)
            case Table():
                lines += [quoted(piece.caption), *("\t".join(map(quoted, row)) for row in piece.rows)]
            case Shot():
                lines += [quoted(piece.caption), piece.alt]
    return [line for line in lines if line.strip()]


def _beside(data: bytes) -> str:
    """What no reader of the page sees and whoever downloads the file does: headers, footers, comments, hidden letters."""
    package = Package(data, LIMITS)
    lines = [
        _flat(node)
        for name in package.names
        if BESIDE.fullmatch(name)
        for node in _nodes(package, name, "w:hdr", "w:ftr", "w:comment")
    ]
    hidden = (
        run.text()
        for node in (_nodes(package, "word/document.xml", "w:body") if "word/document.xml" in package.names else [])
        for run in node.within("w:r")
        if run.find("w:rPr", "w:vanish") is not None
    )
    return "\n".join(filter(None, [*lines, " ".join(hidden)]))


def _of_slides(data: bytes) -> str:
    package = Package(data, LIMITS)
    named = sorted((int(found[1]), name) for name in package.names if (found := SLIDE.fullmatch(name)))
    return "\n\n".join("\n".join(_slide(package, name)) for _, name in named)


def _slide(package: Package, name: str) -> list[str]:
    """Rows of tables, then every other paragraph."""
    nodes = _nodes(package, name, "?:spTree")
    rows = ["\t".join(_flat(cell) for cell in row) for node in nodes for row in node.within("a:tr")]
    inside = {id(p) for node in nodes for row in node.within("a:tr") for p in row.within("a:p")}
    rest = [_flat(p) for node in nodes for p in node.within("a:p") if id(p) not in inside]
    return [line for line in rows + rest if line.strip()]


def _nodes(package: Package, name: str, *of: str) -> list[Node]:
    with package.stream(name) as stream:
        return [node for _, node in children(stream, LIMITS, *of)]


def _flat(node: Node) -> str:
    return " ".join(node.text().split())


def _of_pdf(data: bytes) -> Words:
    if b"/Page" not in data and b"/ObjStm" not in data and b"/Encrypt" not in data and b"#" not in data:
        return Words()  # it has no page to show, nor one by another spelling of the name
    told, slow = _told_by_the_other_process(data)
    last: dict[str, Any] = told[-1] if told else {}
    if "error" in last:
        return Words(unread=LOCKED if last["error"] == "locked" else BROKEN)
    pages = [line for line in told if "text" in line]
    if not pages and (slow or "pages" not in last):
        return Words(unread=SLOW if slow else BROKEN)
    text = nfc("\n\n".join(str(line["text"]) for line in pages)).strip()
    blank = sum(bool(line["drawn"]) for line in pages)
    cut = len(pages) < last.get("pages", len(pages) + 1) or len(text) >= LETTERS
    return Words(
        text=text, scanned=blank > 0 and 2 * blank >= len(pages), blank=blank, cut=cut, closed=int(last.get("inside", 0)),
        besides=nfc("\n".join(filter(None, (str(line.get("notes", "")) for line in pages)))),
        pictures=sum(int(line.get("pictures", 0)) for line in pages),
    )  # fmt: skip


def _told_by_the_other_process(data: bytes) -> tuple[list[dict[str, Any]], bool]:
    """What it said of each page before it ended, and whether it was ended by us."""
    command = [sys.executable, "-I", str(Path(pdf_words.__file__)), *map(str, (SECONDS, MEMORY, PAGES, LETTERS))]
    command.append(shutil.which("pdftotext") or "")  # poppler-utils, where the school has them
    try:
        run = subprocess.run(command, input=data, capture_output=True, timeout=2 * SECONDS, check=False, env={})
        out, slow = run.stdout, run.returncode < 0
    except subprocess.TimeoutExpired as late:
        out, slow = late.output or b"", True
    whole = out[: out.rfind(b"\n") + 1]
    return [json.loads(line) for line in whole.splitlines()], slow
