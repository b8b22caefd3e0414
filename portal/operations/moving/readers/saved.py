"""Saved pages of the old portals, `/<mục>/<bài>/ct/<id>/<id>`: what stands where on them is told by a file of selectors."""

import re
from collections.abc import Iterator
from html import escape

from portal.operations.moving.archive import Archive, Broken
from portal.operations.moving.found import Found
from portal.operations.moving.mapping import NAMES, Mapping, Saved
from portal.operations.moving.readers.dates import moment
from portal.operations.moving.rules import CT
from portal.operations.moving.tree import Node, decoded, parsed, select

SAVED_FROM = re.compile(r"<!-- saved from url=\(\d+\)(\S+) -->")


def read(archive: Archive, mapping: Mapping) -> Iterator[Found]:
    """Every saved page that is an article: one with its numbers in the address, or all where the mapping says so."""
    assert mapping.saved is not None
    for name in (
        archive.ending(".html", ".htm", "/ct", *(".aspx", ".php")) if not mapping.saved.every else sorted(archive.names)
    ):
        try:
            words = decoded(archive.read(name))
        except Broken as error:
            yield Found(source_id=f"page:{name}", fault=str(error), beside=name)
            continue
        if "<" in words:
            found = _found(name, words, mapping.saved)
            if found is not None:
                yield found


def _found(name: str, words: str, by: Saved) -> Found | None:
    page = parsed(words)
    address = _address(page, words, name)
    numbers = CT.search(address) or CT.search(f"/{name}")
    body = next(iter(select(page, by.body)), None)
    if numbers is None and not (by.every and body is not None):
        return None
    source_id = f"ct:{numbers[1]}/{numbers[2]}" if numbers else f"page:{address or name}"
    if body is None:
        return Found(source_id, addresses=(address,), beside=name, fault=f"Không thấy nội dung bài ở “{by.body}”.")
    matched = tuple(one for one in NAMES if _matches(page, body, one, getattr(by, one)))
    for node in _dropped(body, by.drop):
        node.tag, node.kids = "", []
    return Found(
        source_id=source_id, title=_words(page, by.title), html=as_html(body), past=moment(_words(page, by.date)),
        author=_words(page, by.author), summary=_words(page, by.summary), addresses=(address,) if address else (),
        sections=tuple(node.text() for node in reversed(select(page, by.section))) if by.section else (), beside=name,
        matched=matched,
    )  # fmt: skip


def _matches(page: Node, body: Node, what: str, selector: str) -> bool:
    return bool(_dropped(body, selector) if what == "drop" else selector and select(page, selector))


def _dropped(body: Node, selector: str) -> list[Node]:
    return [node for node in select(body, selector) if node is not body] if selector else []


def _words(page: Node, selector: str) -> str:
    """The words of the first element named that says anything; of a `meta`, its content; of a `time`, its hour."""
    nodes = select(page, selector) if selector else []
    told = (node.get("content") or node.get("datetime") or node.text() for node in nodes)
    return next((one.strip() for one in told if one.strip()), "")


def _address(page: Node, words: str, name: str) -> str:
    """What the page says its address was, else where it was saved from, else its name in the archive."""
    said = [node.get("href") for node in select(page, "link[rel=canonical]")]
    said += [node.get("content") for node in select(page, "meta[property=og:url]")]
    saved = SAVED_FROM.search(words[:2000])
    for one in (*said, saved[1] if saved else ""):
        if CT.search(one) or (one and "://" in one and len(one.split("/", 3)) > 3 and one.split("/", 3)[3]):
            return one
    return "/" + re.sub(r"/?(index)?\.html?$", "", name.partition("/")[2] if _is_host(name) else name)


def _is_host(name: str) -> bool:
    """A copier of whole sites puts what it saved in a folder named by the host."""
    first = name.partition("/")[0]
    return "." in first and not first.endswith((".html", ".htm"))


def as_html(node: Node) -> str:
    """A piece of the tree as HTML again."""
    inside = "".join(escape(kid, quote=False) if isinstance(kid, str) else as_html(kid) for kid in node.kids)
    attrs = "".join(f' {name}="{escape(value)}"' for name, value in node.attrs.items())
    return f"<{node.tag}{attrs}>{inside}</{node.tag}>" if node.tag else inside
