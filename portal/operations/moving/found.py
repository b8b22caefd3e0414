"""What a reader finds in an archive: one text of the portal before, as it stood there."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True)
class Found:
    """`source_id` names it for ever within its portal; `beside` is the part of the archive it came from, so that what it
    shows is looked for there; `fault` says why it could not be read; `carried` are pictures out of a paper, by the addresses its
    words name them with; `matched` what of the mapping file found something; `told` what reading it left out."""

    source_id: str
    title: str = ""
    html: str = ""
    past: datetime | None = None
    author: str = ""
    summary: str = ""
    sections: tuple[str, ...] = ()
    addresses: tuple[str, ...] = ()
    picture: str = ""  # shown above the text, by its address
    files: tuple[str, ...] = ()  # offered below it
    beside: str = ""
    fault: str = ""
    carried: tuple[tuple[str, bytes], ...] = ()
    matched: tuple[str, ...] = ()
    told: tuple[str, ...] = ()
