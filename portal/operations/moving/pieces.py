"""What an old text is made of: its blocks in order; what they show is still named by its old address."""

from dataclasses import dataclass, field
from typing import Any

from portal.operations.moving.lines import bare

FILES = (".pdf", ".doc", ".docx", ".xls", ".xlsx", ".ppt", ".pptx", ".zip", ".rar", ".odt", ".ods")


@dataclass(frozen=True)
class Picture:
    """A picture the text shows, by its old address."""

    address: str
    alt: str
    caption: str


@dataclass(frozen=True)
class Link:
    """A file the text links to."""

    address: str
    title: str


Value = str | Picture | Link | list[list[str]]


@dataclass(frozen=True)
class Piece:
    """One block to come: paragraph, heading, quote, table, picture, file, film."""

    kind: str
    value: Value


@dataclass
class Read:
    """What became of a text: its pieces, which fonts were converted, what was named as lost."""

    pieces: list[Piece] = field(default_factory=list)
    fonts: set[str] = field(default_factory=set)
    notes: list[str] = field(default_factory=list)


def plain(value: Any) -> str:
    """The bare words of a piece that holds words."""
    return bare(value) if isinstance(value, str) else ""
