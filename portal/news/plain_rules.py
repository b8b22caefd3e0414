"""What a text needs so that whoever hears it, or goes by its links and headings, can follow it (TT 26/2020): plain values."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from textwrap import shorten
from typing import Any

from portal.base.tags import Parser
from portal.base.text.legacy import convert, suspected

Body = Sequence[tuple[str, Any]]  # kind and plain value of each block, in order
_NOT_WORDS = re.compile(r"[\W\d_]+")
_ENDED = re.compile(r"[.!?…:;,]\W*$")
_FILE_NAME = re.compile(
    r"\.(jpe?g|png|webp|heic|gif)$|^(img|dsc|dscn|pxl|image|photo|anh|zalo|screenshot)?[\s_\d()-]*$", re.IGNORECASE
)
_EMPTY = frozenset({"ảnh", "hình", "hình ảnh", "ảnh minh họa", "ảnh minh hoạ", "minh họa", "picture", "image", "photo"})
_POINTING = frozenset(
    {"tại", "ở", "đây", "này", "kia", "xem", "thêm", "tiếp", "đọc", "chi", "tiết", "cụ", "thể", "mời", "bấm", "nhấn", "nhấp",
     "ấn", "vào", "click", "here", "link", "đường", "dẫn", "liên", "kết", "tải", "về", "xuống", "read", "more", "file", "tệp"}
)  # fmt: skip
_UNMARKED = frozenset(
    {"tai day", "o day", "day", "xem them", "xem tiep", "doc tiep", "doc them", "xem tai day", "bam vao day", "nhan vao day",
     "click vao day", "chi tiet", "xem chi tiet", "tai ve", "lien ket", "duong dan"}
)  # fmt: skip
_NOT_SAID = frozenset({"url", "id", "type"})
HEADING_LENGTH = 90
SHOWN = 60  # characters of what a text in an old font seems to say


@dataclass(frozen=True)
class Fault:
    """One thing a reader could not follow: in which block, and the sentence about it."""

    block: int
    message: str


def describes(alt: str) -> bool:
    """R-READY-05: words that say what is in a picture; a file's name or “ảnh” says nothing."""
    said = unicodedata.normalize("NFC", alt).strip()
    return bool(said) and said.lower() not in _EMPTY and not _FILE_NAME.search(said)


def says_where(words: str) -> bool:
    """R-READY-09: the words of a link tell where it leads, heard alone (Điều 12.2, TT 26/2020)."""
    said = _NOT_WORDS.sub(" ", unicodedata.normalize("NFC", words)).strip().lower()
    if not said:
        return bool(re.search(r"\d", words))
    return said not in _UNMARKED and not set(said.split()) <= _POINTING


def link_faults(body: Body) -> list[Fault]:
    """Every link that says nothing of where it leads."""
    return [Fault(block, _about(words)) for block, words in links(body) if not says_where(words)]


def _about(words: str) -> str:
    said = " ".join(words.split())
    if not _NOT_WORDS.sub("", said):
        return "Có đường liên kết không có chữ nào; hãy viết tên trang sẽ mở."
    return f"Đường liên kết “{said}” không nói dẫn đến đâu; hãy viết tên trang hoặc tệp sẽ mở."


def links(body: Body) -> list[tuple[int, str]]:
    """The words of every link of a text, with the block they stand in."""
    return [(number, words) for number, (kind, value) in enumerate(body) for words in _links_of(kind, value)]


def _links_of(kind: str, value: Any) -> Iterator[str]:
    if kind == "paragraph":
        reader = _Paragraphs()
        reader.feed(str(value))
        reader.close()
        yield from reader.links
    elif kind == "video":
        yield str(value.get("title") or value.get("url") or "")
    elif kind == "links":
        rows = value.get("rows", []) if isinstance(value, dict) else value
        yield from (str(row.get("value", row).get("title") or "") for row in rows or [])


def heading_faults(body: Body) -> list[Fault]:
    """R-READY-10: a heading stands over something, and what stands as a heading is one: those who go from heading to
    heading miss nothing (Điều 12.2, TT 26/2020)."""
    found = []
    for number, (kind, value) in enumerate(body):
        following = body[number + 1][0] if number + 1 < len(body) else None
        if kind == "heading" and following in (None, "heading"):
            found.append(Fault(number, f"Dưới tiêu đề mục “{value}” chưa có nội dung."))
        elif kind == "paragraph":
            found += [Fault(number, _instead(words)) for words in _bold_lines(str(value), last=following is None)]
    return found


def font_fault(words: str) -> str:
    """R-READY-11: what readers get is Unicode; in letters of an old font they would see “Th«ng b¸o” (Điều 12.2, TT 26/2020).

    The sentence where words seem to be kept in one, "" where they do not."""
    font = suspected(words)
    if font is None:
        return ""
    meant = " ".join(convert(words, font).split())
    return (
        f"Chữ ở đây là mã phông cũ ({font.value}), có lẽ là “{shorten(meant, SHOWN, placeholder='…')}”; "
        "hãy dán lời văn vào “Nhập từ Word” để chuyển sang Unicode."
    )


def font_faults(body: Body) -> list[Fault]:
    """Blocks of words in letters of an old font."""
    found = []
    for number, (kind, value) in enumerate(body):
        lines = _lines_of(kind, value)
        told = (message for words in ("\n".join(lines), *lines) if (message := font_fault(words)))
        found += [Fault(number, message) for message in islice(told, 1)]
    return found


def _lines_of(kind: str, value: Any) -> list[str]:
    if kind != "paragraph":
        return list(_words_in(value))
    reader = _Paragraphs()
    reader.feed(str(value))
    reader.close()
    return [words for words, _ in reader.lines]


def _words_in(value: Any) -> Iterator[str]:
    """Everything a block says, in cells, quotes, captions and names of links; addresses are no words."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        yield from (words for name, part in value.items() if name not in _NOT_SAID for words in _words_in(part))
    elif isinstance(value, list | tuple):
        yield from (words for part in value for words in _words_in(part))


def _instead(words: str) -> str:
    return f"Dòng đậm “{words}” đứng thay tiêu đề mục; hãy đưa nó vào khối Tiêu đề mục."


def _bold_lines(html: str, *, last: bool) -> list[str]:
    """Short lines set bold from end to end, with something under them."""
    reader = _Paragraphs()
    reader.feed(html)
    reader.close()
    lines = [(words.strip(), bold) for words, bold in reader.lines if words.strip()]
    kept = lines[:-1] if last else lines
    return [words for words, bold in kept if bold and len(words) <= HEADING_LENGTH and not _ENDED.search(words)]


class _Paragraphs(Parser):
    """Lines of a paragraph block, whether each is bold throughout, and the words of each link."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.lines: list[tuple[str, bool]] = []
        self.links: list[str] = []
        self._words, self._plain = "", False
        self._bold = self._item = 0
        self._link: str | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in ("b", "strong"):
            self._bold += 1
        elif tag == "li":
            self._item += 1
        elif tag == "a":
            self._link = "" if dict(attrs).get("href") is not None else None
        elif tag in ("p", "br"):
            self._end_line()

    def handle_endtag(self, tag: str) -> None:
        if tag in ("b", "strong"):
            self._bold -= 1
        elif tag == "a" and self._link is not None:
            self.links.append(self._link)
            self._link = None
        elif tag in ("p", "li"):
            self._end_line()
            self._item -= tag == "li"

    def handle_data(self, data: str) -> None:
        self._words += data
        self._plain = self._plain or (bool(data.strip()) and not self._bold) or self._item > 0
        if self._link is not None:
            self._link += data

    def close(self) -> None:
        super().close()
        self._end_line()

    def _end_line(self) -> None:
        self.lines.append((self._words, not self._plain))
        self._words, self._plain = "", False
