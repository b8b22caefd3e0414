"""The table of leaders as cards a thumb can call from: the approved words, each beside its own heading (TT 37/2020 Đ.9.1)."""

import re
from collections.abc import Iterable, Sequence
from typing import Any

TELEPHONE = re.compile(r"(?:\+|\(?0)[0-9()\s.-]{6,}[0-9]\Z")
MAIL = re.compile(r"[^\s@]+@[^\s@]+\.[^\s@]+\Z")
FEWEST = 3  # columns: a name, an office, and something more


def parts(body: Iterable[Any]) -> list[dict[str, Any]]:
    """The blocks of a page; a table of people as people: its first column names them, its first row the rest."""
    return [_part(block) for block in body]


def _part(block: Any) -> dict[str, Any]:
    rows = [list(row) for row in block.value["rows"]] if block.block_type == "table" else []
    if len(rows) < 2 or len(rows[0]) < FEWEST:
        return {"block": block}
    return {"people": people(rows), "caption": block.value["caption"]}


def people(rows: Sequence[Sequence[str]]) -> list[dict[str, Any]]:
    """Each row after the first as a name and its facts, empty cells left out; mail in two parts, to break between them."""
    (_, *labels), *others = rows
    return [
        {"name": name, "facts": [_fact(label, words) for label, words in zip(labels, cells, strict=False) if words]}
        for name, *cells in others
    ]


def _fact(label: str, words: str) -> dict[str, str]:
    name, at, host = words.partition("@") if MAIL.match(words) else (words, "", "")
    return {"label": label, "words": name, "more": at + host, "href": address(words)}


def address(words: str) -> str:
    """What a touch on these words does: a call, a letter, or nothing."""
    if MAIL.match(words):
        return f"mailto:{words}"
    return "tel:" + re.sub(r"[^0-9+]", "", words) if TELEPHONE.match(words) else ""
