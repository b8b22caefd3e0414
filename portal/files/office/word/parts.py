"""The parts of a .docx: which is the text, what each refers to, and what no text of a school carries."""

import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urlsplit

from portal.files.office.limits import MEGABYTE, Limits
from portal.files.office.markup import Node, children
from portal.files.office.package import Package
from portal.files.office.paper import Unreadable

MACRO = (
    "Tệp có macro nên không nhận. Thầy/cô lưu lại (Save As) thành “Word Document (.docx)” loại không có macro rồi gửi."
)
OUTSIDE = "Tệp đòi lấy nội dung từ nơi khác ({what}) khi mở ra, là cách phát tán mã độc, nên không nhận."
CODE = re.compile(r"vbaproject|vbadata|activex|\.(?:exe|dll|js|vbs|bat|cmd|scr|ps1)$", re.IGNORECASE)
LOCAL = re.compile(r"(?:file:)?(?:/{0,3}[a-z]:/|/(?!/)|[^/:]+(?:/|$))", re.IGNORECASE)  # not //server/share, no scheme
MOST_RELATIONS = 300  # parts that hold relations
CONTENT_TYPES = "[Content_Types].xml"


@dataclass(frozen=True)
class Relation:
    kind: str  # the last word of its type: image, hyperlink, styles
    target: str  # a part's name, or an address where it is outside
    outside: bool


def refuse_code(package: Package) -> None:
    """Macros, controls and programs inside are never taken in, though nothing would run them (Điều 8.1, 13.7)."""
    if any(CODE.search(name) for name in package.names):
        raise Unreadable(MACRO)


def content_types(package: Package, limits: Limits) -> set[str]:
    """Every type the file says it holds. Raises Unreadable for types of macros."""
    with package.stream(CONTENT_TYPES) as stream:
        types = {node.get("ContentType") for _, node in children(stream, limits, "ct:Types")}
    if any("macroenabled" in one.casefold() or CODE.search(one) for one in types):
        raise Unreadable(MACRO)
    return types


class Relations:
    """What parts refer to. Every one outside is looked at before anything else is read."""

    def __init__(self, package: Package, limits: Limits) -> None:
        self.of: dict[str, dict[str, Relation]] = {}
        names = [name for name in package.names if name.endswith(".rels")]
        if len(names) > MOST_RELATIONS or sum(map(package.size, names)) > 4 * MEGABYTE:
            raise Unreadable("Tệp có quá nhiều mối liên kết bên trong, không giống một văn bản thật nên không nhận.")
        for name in names:
            part = _owner(name)
            self.of[part] = {}
            with package.stream(name) as stream:
                for _, node in children(stream, limits, "rel:Relationships"):
                    relation = _relation(node, posixpath.dirname(part))
                    _refuse_calling_out(relation)
                    self.of[part][node.get("Id")] = relation

    def target(self, part: str, kind: str) -> str | None:
        """The first part of a kind another refers to."""
        found: Iterator[str] = (
            one.target for one in self.of.get(part, {}).values() if one.kind == kind and not one.outside
        )
        return next(found, None)


def _owner(name: str) -> str:
    """ "word/_rels/document.xml.rels" → "word/document.xml"; "_rels/.rels" → "", the file itself."""
    folder, last = posixpath.split(name)
    return posixpath.join(posixpath.dirname(folder), last.removesuffix(".rels"))


def _relation(node: Node, folder: str) -> Relation:
    kind, target = node.get("Type").rsplit("/", 1)[-1], node.get("Target")
    if node.get("TargetMode") == "External":
        return Relation(kind, target, True)
    inside = target[1:] if target.startswith("/") else posixpath.join(folder, target)
    return Relation(kind, posixpath.normpath(inside), False)


def _refuse_calling_out(relation: Relation) -> None:
    """Links are followed by readers, pictures outside are left there; whatever else calls out is refused, but for the
    template on the writer's own disk that Word names in every other file."""
    if not relation.outside or relation.kind in ("hyperlink", "image"):
        return
    if relation.kind in ("attachedTemplate", "mailMergeSource") and LOCAL.match(relation.target.replace("\\", "/")):
        return
    raise Unreadable(OUTSIDE.format(what=relation.kind[:40]))


def address(target: str) -> str | None:
    """An address readers may be led to; None for every other scheme."""
    target = target.strip()
    try:
        scheme = urlsplit(target).scheme.casefold()
    except ValueError:
        return None
    return (
        target
        if scheme in ("http", "https", "mailto") and len(target) <= 500 and not re.search(r"\s", target)
        else None
    )
