"""How the school looks now, what waits for a decision, what stood before."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse

from portal.base.models import School, SchoolLook
from portal.files.queries import holds_files
from portal.files.rules import at_width
from portal.people.models import Person
from portal.website.look.palette import Palette, house, palette
from portal.website.look.rules import COLOURS
from portal.website.queries import school

NAMES: Mapping[str, str] = {
    "name": "Tên trường", "initials": "Chữ trên huy hiệu", "ward": "Địa bàn", "address": "Địa chỉ", "phone": "Điện thoại",
    "email": "Thư điện tử", "hours": "Giờ làm việc", "ink": "Màu mực", "phuong": "Màu phượng", "crest": "Ảnh huy hiệu",
    "header": "Ảnh đầu trang",
}  # fmt: skip
PICTURES, KEPT = ("crest", "header"), 12


@holds_files("base.school")
def _shown(at: datetime) -> QuerySet[School]:
    """The pictures of the look in force are everybody's."""
    return School.objects.all()


def colours_now() -> Palette:
    """The colours in force."""
    found = school()
    return palette(found.ink, found.phuong) if found else house()


@dataclass(frozen=True)
class Change:
    """One thing a prepared look changes, as people read it."""

    name: str
    before: str
    after: str
    is_picture: bool = False
    is_colour: bool = False


@dataclass(frozen=True)
class Row:
    """A look somebody prepared, with the people by name."""

    look: SchoolLook
    prepared_by: str
    decided_by: str
    changes: list[Change]


def rows() -> list[Row]:
    """The newest looks prepared, the waiting one first; two queries."""
    found = list(SchoolLook.objects.order_by("-pk")[:KEPT])
    ids = {one.prepared_by for one in found} | {one.decided_by for one in found if one.decided_by}
    people = Person.objects.in_bulk(ids)
    return [
        Row(one, str(people[one.prepared_by]), str(people[one.decided_by]) if one.decided_by else "", _changes(one))
        for one in found
    ]


def _changes(look: SchoolLook) -> list[Change]:
    return [
        Change(
            title, _told(name, look.before.get(name)), _told(name, look.values.get(name)), name in PICTURES, name in COLOURS
        )
        for name, title in NAMES.items()
        if look.before.get(name) != look.values.get(name)
    ]  # fmt: skip


def _told(name: str, value: Any) -> str:
    if name in PICTURES:
        return picture_url(value, 400) if value else ""
    return str(value or "")


def picture_url(pk: int, width: int) -> str:
    """The address of a picture of the look at one width; asks nothing of the database."""
    return reverse("files:rendition", args=[pk, at_width(width)])


def shown_pictures(crest: int | None, header: int | None) -> dict[str, str]:
    """What the frame shows of the school's own pictures."""
    found: dict[str, str] = {}
    if crest:
        found["crest_url"] = picture_url(crest, 240)
    if header:
        small, wide = picture_url(header, 800), picture_url(header, 1280)
        found |= {"header_url": wide, "header_srcset": f"{small} 800w, {wide} 1280w"}
    return found
