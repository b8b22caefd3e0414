"""Reading what was saved: an export of WordPress, a feed, a table beside a folder, saved pages of the old portals."""

from collections.abc import Iterator

from portal.operations.moving.archive import Archive, Broken
from portal.operations.moving.found import Found
from portal.operations.moving.mapping import Mapping
from portal.operations.moving.readers import feeds, saved, tables, wordpress

KINDS = {
    "wordpress": "WordPress (WXR)",
    "feed": "RSS hoặc Atom",
    "table": "bảng CSV kèm thư mục",
    "saved": "trang HTML đã lưu",
}


def kind_of(archive: Archive, mapping: Mapping) -> str:
    """Which of the kinds an archive is; raises Broken where it is none."""
    if mapping.saved is not None:
        return "saved"
    for name in archive.ending(".xml", ".rss", ".atom"):
        kind = wordpress.kind_of(archive, name)
        if kind:
            return kind
    if next(archive.ending(".csv"), None):
        return "table"
    raise Broken("Không nhận ra kho bài: cần tệp WXR, RSS, Atom, bảng CSV, hoặc tệp đối chiếu cho trang HTML đã lưu.")


def read(archive: Archive, kind: str, mapping: Mapping) -> Iterator[Found]:
    """Every text of an archive, one after another, in an order that is the same each time."""
    match kind:
        case "wordpress":
            return wordpress.read(archive, mapping)
        case "feed":
            return feeds.read(archive, mapping)
        case "table":
            return tables.read(archive, mapping)
    return saved.read(archive, mapping)
