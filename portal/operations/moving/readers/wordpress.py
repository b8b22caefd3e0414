"""WordPress eXtended RSS: posts and pages that were up, with the files they hang on; nothing of users or comments."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from html import escape

from portal.operations.moving.archive import MOST_OF_A_TEXT, Archive, Broken
from portal.operations.moving.found import Found
from portal.operations.moving.mapping import Mapping
from portal.operations.moving.readers.dates import moment
from portal.operations.moving.readers.xml import Element, elements

SPACE = "wordpress.org/export"
HEAD = 20_000
KEPT = frozenset({"post", "page"})
CAPTION = re.compile(r"\[caption[^\]]*\](.*?)\[/caption\]", re.DOTALL)
GALLERY = re.compile(r"\[gallery[^\]]*?ids=[\"']([\d, ]+)[\"'][^\]]*\]")
EMBED = re.compile(r"\[(?:embed|video)[^\]]*\](https?://[^\s\[]+)\[/(?:embed|video)\]")
SHORTCODE = re.compile(r"\[/?[a-z][\w-]*(?:\s[^\]]*)?\]")
BLOCK = re.compile(r"</?(?:p|div|h[1-6]|ul|ol|li|table|tr|td|th|tbody|thead|blockquote|figure|pre)\b", re.IGNORECASE)
SHOWN = re.compile(r"(<img[^>]*>(?:\s*</a>)?)\s*(.*)", re.DOTALL)


def kind_of(archive: Archive, name: str) -> str:
    """ "wordpress", "feed", or "" by how a file begins."""
    with archive.stream(name, MOST_OF_A_TEXT) as part:
        head = part.read(HEAD)
    if b"wordpress.org/export" in head:
        return "wordpress"
    return "feed" if re.search(rb"<(rss|feed|rdf:RDF)\b", head) else ""


def read(archive: Archive, mapping: Mapping) -> Iterator[Found]:
    """Posts and pages in the order of the export; what was a draft or in the bin there stays behind."""
    for name in archive.ending(".xml"):
        if kind_of(archive, name) != "wordpress":
            continue
        hung = _attachments(archive, name)
        try:
            with archive.stream(name, MOST_OF_A_TEXT) as part:
                for item in elements(part, "item"):
                    if item.text("post_type", SPACE) in KEPT and item.text("status", SPACE) == "publish":
                        yield _found(item, hung, name, mapping)
        except Broken as error:
            yield Found(source_id=f"{name}:hong", fault=str(error), beside=name)


def _attachments(archive: Archive, name: str) -> dict[str, tuple[str, str]]:
    """Address and title of each file of the media library, by its number."""
    found: dict[str, tuple[str, str]] = {}
    try:
        with archive.stream(name, MOST_OF_A_TEXT) as part:
            for item in elements(part, "item"):
                if item.text("post_type", SPACE) == "attachment":
                    found[item.text("post_id", SPACE)] = (item.text("attachment_url", SPACE), item.text("title"))
    except Broken:
        pass  # told once, where the posts are read
    return found


def _found(item: Element, hung: dict[str, tuple[str, str]], name: str, mapping: Mapping) -> Found:
    number = item.text("post_id", SPACE)
    thumbs = (meta.text("meta_value", SPACE) for meta in item.all("postmeta", SPACE)
              if meta.text("meta_key", SPACE) == "_thumbnail_id")  # fmt: skip
    categories = [one for one in item.all("category") if one.attrs.get("domain") == "category"]
    excerpt = next((one.text() for one in item.all("encoded", "excerpt")), "")
    body = next((one.text() for one in item.all("encoded", "content")), "")
    return Found(
        source_id=f"wp:{number or item.text('guid')}", title=item.text("title"), html=html_of(body, hung),
        past=_date(item, mapping), author=item.text("creator"), summary=excerpt,
        sections=tuple(name for one in categories for name in (one.text(), one.attrs.get("nicename", "")) if name),
        addresses=tuple(dict.fromkeys(filter(None, (item.text("link"), *_guid(item), *_short(item, number))))),
        picture=hung.get(next(thumbs, ""), ("", ""))[0], beside=name,
    )  # fmt: skip


def _guid(item: Element) -> tuple[str, ...]:
    guid = item.text("guid")
    return (guid,) if guid.startswith("http") else ()


def _short(item: Element, number: str) -> tuple[str, ...]:
    """The address WordPress itself answers by number, whichever form of addresses was chosen there."""
    names = ("p", "page_id") if item.text("post_type", SPACE) == "page" else ("p",)
    return tuple(f"/?{name}={number}" for name in names if number.isdecimal())


def _date(item: Element, mapping: Mapping) -> datetime | None:
    in_utc = moment(item.text("post_date_gmt", SPACE), UTC)
    return in_utc or moment(item.text("post_date", SPACE)) or moment(item.text("pubDate"))


def html_of(body: str, hung: dict[str, tuple[str, str]]) -> str:
    """WordPress's own words made HTML: captions, galleries, embedded films, paragraphs at blank lines; other short codes go."""
    body = CAPTION.sub(lambda m: _figure(m[1]), body)
    body = GALLERY.sub(lambda m: "".join(_shot(hung.get(one.strip(), ("", ""))) for one in m[1].split(",")), body)
    body = EMBED.sub(lambda m: f'<iframe src="{escape(m[1])}"></iframe>', body)
    body = SHORTCODE.sub("", body)
    if "<p" in body.lower():
        return body
    parts = re.split(r"\n\s*\n", body.replace("\r\n", "\n"))
    return "\n".join(
        part if BLOCK.match(part.strip()) else f"<p>{part.strip().replace(chr(10), '<br>')}</p>" for part in parts if part.strip()
    )  # fmt: skip


def _figure(inside: str) -> str:
    match = SHOWN.match(inside.strip())
    return f"<figure>{match[1]}<figcaption>{match[2]}</figcaption></figure>" if match else inside


def _shot(kept: tuple[str, str]) -> str:
    address, title = kept
    return (
        f'<figure><img src="{escape(address)}" alt=""><figcaption>{escape(title)}</figcaption></figure>'
        if address
        else ""
    )
