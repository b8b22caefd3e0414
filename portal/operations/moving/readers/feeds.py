"""RSS 2.0 and Atom, as a portal offered them and somebody saved them."""

from collections.abc import Iterator
from html import escape

from portal.operations.moving.archive import MOST_OF_A_TEXT, Archive, Broken
from portal.operations.moving.found import Found
from portal.operations.moving.mapping import Mapping
from portal.operations.moving.readers.dates import moment
from portal.operations.moving.readers.wordpress import kind_of
from portal.operations.moving.readers.xml import Element, elements


def read(archive: Archive, mapping: Mapping) -> Iterator[Found]:
    """Every item of every feed; one that stands in two of them is found twice and comes along once."""
    for name in archive.ending(".xml", ".rss", ".atom"):
        if kind_of(archive, name) != "feed":
            continue
        try:
            with archive.stream(name, MOST_OF_A_TEXT) as part:
                for item in elements(part, "item", "entry"):
                    yield _of_atom(item, name) if item.tag.endswith("entry") else _of_rss(item, name)
        except Broken as error:
            yield Found(source_id=f"{name}:hong", fault=str(error), beside=name)


def _of_rss(item: Element, name: str) -> Found:
    link, guid = item.text("link"), item.text("guid")
    whole, short = item.text("encoded"), item.text("description")
    files = [one for one in item.all("enclosure") if one.attrs.get("url")]
    pictures = [one.attrs["url"] for one in files if one.attrs.get("type", "").startswith("image/")]
    return Found(
        source_id=f"feed:{guid or link}", title=item.text("title"), html=whole or short, past=moment(
            item.text("pubDate") or item.text("date")), author=item.text("creator") or item.text("author"),
        summary=short if whole else "", sections=tuple(one.text() for one in item.all("category") if one.text()),
        addresses=tuple(dict.fromkeys(one for one in (link, guid) if one.startswith("http"))),
        picture=next(iter(pictures), ""), beside=name,
        files=tuple(one.attrs["url"] for one in files if one.attrs["url"] not in pictures),
    )  # fmt: skip


def _of_atom(entry: Element, name: str) -> Found:
    links = {one.attrs.get("rel", "alternate"): one.attrs.get("href", "") for one in reversed(list(entry.all("link")))}
    author = next(entry.all("author"), None)
    return Found(
        source_id=f"feed:{entry.text('id') or links.get('alternate', '')}", title=entry.text("title"),
        html=_content(entry, "content") or _content(entry, "summary"),
        past=moment(entry.text("published") or entry.text("updated")), author=author.text("name") if author else "",
        summary=entry.text("summary") if next(entry.all("content"), None) else "",
        sections=tuple(one.attrs.get("label") or one.attrs.get("term", "") for one in entry.all("category")),
        addresses=tuple(filter(None, [links.get("alternate", "")])), beside=name,
    )  # fmt: skip


def _content(entry: Element, local: str) -> str:
    found = next(entry.all(local), None)
    if found is None:
        return ""
    if found.attrs.get("type") == "xhtml":
        return _again(found)
    return escape(found.text()) if found.attrs.get("type", "text") == "text" else found.text()


def _again(element: Element) -> str:
    """XHTML as HTML; the order of words and elements within one is that of its words, then its elements."""
    inside = escape("".join(element.words)) + "".join(_again(kid) for kid in element.kids)
    tag = element.tag.rpartition(" ")[2]
    attrs = "".join(f' {name}="{escape(value)}"' for name, value in element.attrs.items() if " " not in name)
    return f"<{tag}{attrs}>{inside}</{tag}>" if tag not in ("content", "summary") else inside
