"""Where a name stands in what the school wrote: every table of works read through, and the words of its files. Reading alone; what
is found is told by kind and number."""

import json
from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Any

from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.db.models.functions import Cast
from wagtail.models import Page, Revision

from portal.files.models import Attachment, Picture
from portal.files.queries import READABLE, words_of
from portal.pupils.erasing.held import searched
from portal.pupils.erasing.identity import Known, Sought, plain

PAGE, FILE, PICTURE = "wagtailcore.page", "files.attachment", "files.picture"
Place = tuple[str, int]
DEEP = 40  # how far words may lie within words: nothing of ours lies deeper than six


def strings(value: Any, deep: int = DEEP) -> Iterator[str]:
    """The words of a cell, out of whatever they are packed in: tables, blocks, blocks kept as words."""
    if isinstance(value, str):
        if deep and value[:1] in ("[", "{"):
            try:
                packed = json.loads(value)
            except (ValueError, RecursionError):
                yield value
            else:
                yield from strings(packed, deep - 1)
        else:
            yield value
    elif isinstance(value, dict | list | tuple) and not deep:
        yield str(value)
    elif isinstance(value, dict):
        for one in value.values():
            yield from strings(one, deep - 1)
    elif isinstance(value, list | tuple):
        for one in value:
            yield from strings(one, deep - 1)


def stands_in(value: Any, looked_for: Known | Sought) -> bool:
    return any(looked_for.stands_in(plain(one)) for one in strings(value))


def in_tables(looked_for: Known | Sought, since: datetime | None = None) -> set[Place]:
    """Every work whose own words, or whose earlier versions, have it; one reading of each table. `since`: of what goes by the desk
    only what was written from that hour on."""
    found = set[Place]()
    for model, fields in searched():
        rows = model._base_manager.all()
        if since is not None and issubclass(model, Page):
            continue  # what is written of a page is a version of it first
        if since is not None and model is Revision:
            rows = rows.filter(created_at__gte=since)
        cells = {f"as_words_{name}": Cast(name, models.TextField()) for name in fields}
        hits = [
            row[0]
            for row in rows.annotate(**cells).values_list("pk", *cells).iterator(chunk_size=500)
            if any(stands_in(one, looked_for) for one in row[1:] if one)
        ]
        if hits:
            found |= set(_homes(model, hits))
    return found


def _homes(model: type[models.Model], hits: list[Any]) -> Iterator[Place]:
    """The works rows belong to: a page for its versions, its case and all said on its way; a file for its words."""
    rows = model._base_manager.filter(pk__in=hits)
    names = {one.name for one in model._meta.get_fields()}
    if issubclass(model, Page):
        return ((PAGE, pk) for pk in hits)
    if model is Revision:
        pages = ContentType.objects.get_for_model(Page)
        kept = rows.filter(base_content_type=pages).values_list("object_id", flat=True)
        return ((PAGE, int(pk)) for pk in set(kept))
    if "sha256" in names and model not in (Attachment, Picture):
        files = Attachment.objects.filter(sha256__in=rows.values("sha256"))
        return ((FILE, pk) for pk in files.values_list("pk", flat=True))
    for way in ("page", "case__page", "passage__case__page", "article"):
        if way.partition("__")[0] in names:
            pages_of = set(rows.values_list(way, flat=True)) - {None}
            return ((PAGE, pk) for pk in pages_of)
    return ((model._meta.label_lower, int(pk)) for pk in hits)


def in_files(looked_for: Known | Sought, after: int, most: int) -> tuple[set[Place], int, int | None]:
    """Of the next files behind a number, so many at most: those whose words have it, how many nothing could be read of, and how far
    it came (None: all are read). Seconds for a long one: for the worker."""
    found, unread, reached = set[Place](), 0, after
    batch = list(Attachment.objects.exclude(file="").filter(pk__gt=after).order_by("pk")[:most])
    for one in batch:
        said = words_of(one) if one.kind in READABLE else None
        unread += said is None or not said.whole
        if said is not None and looked_for.stands_in(said.text):
            found.add((FILE, one.pk))
        reached = one.pk
    return found, unread, reached if len(batch) == most else None


def in_all_files(looked_for: Known | Sought) -> set[Place]:
    """Every file whose words have it, at one go: for where nobody waits."""
    found, reached = set[Place](), 0
    while True:
        more, _, end = in_files(looked_for, reached, 50)
        found |= more
        if end is None:
            return found
        reached = end


def excerpts(place: Place, looked_for: Sought, most: int = 3) -> list[tuple[str, str, str]]:
    """What stands before the name, the name, what stands behind it, in a work as it is now; empty once it is gone from there."""
    kind, item = place
    found: list[tuple[str, str, str]] = []
    for text in dict.fromkeys(_words_now(kind, item)):  # what is up and its newest version say mostly the same
        for start, end in looked_for.spots(text):
            found.append((text[max(0, start - 60) : start], text[start:end], text[end : end + 60]))
            if len(found) == most:
                return found
    return found


def _words_now(kind: str, item: int) -> Iterator[str]:
    """The words of a work as it is: of a page what is up, and the newest version; of a file what it says."""
    rows: list[tuple[type[models.Model], list[str], int | None]]
    rows = [(model, fields, item) for model, fields in searched() if model._meta.label_lower == kind]
    if kind == PAGE:
        page = Page.objects.filter(pk=item).first()
        up = {Page, page.specific_class} if page is not None and page.live else set()
        newest = page.latest_revision_id if page is not None else None
        rows = [(model, fields, item) for model, fields in searched() if model in up]
        rows += [(model, fields, newest) for model, fields in searched() if model is Revision]
    for model, fields, pk in rows:
        cells = {f"as_words_{name}": Cast(name, models.TextField()) for name in fields}
        for row in model._base_manager.filter(pk=pk).annotate(**cells).values_list(*cells):
            yield from (plain(one) for cell in row if cell for one in strings(cell))
    if kind == FILE:
        stored = Attachment.objects.filter(pk=item, kind__in=READABLE).exclude(file="").first()
        if stored is not None:
            yield words_of(stored).text


def titled(places: Iterable[Place]) -> dict[Place, tuple[str, str]]:
    """What each place is called and where the staff open it; "" where no screen does."""
    places = list(places)
    by_kind: dict[str, list[int]] = {}
    for kind, item in places:
        by_kind.setdefault(kind, []).append(item)
    pages = Page.objects.in_bulk(by_kind.get(PAGE, []))
    files = Attachment.objects.in_bulk(by_kind.get(FILE, []))
    shots = Picture.objects.in_bulk(by_kind.get(PICTURE, []))
    found: dict[Place, tuple[str, str]] = {}
    for kind, item in places:
        if kind == PAGE and item in pages:
            found[kind, item] = (pages[item].title, f"/viec/{item}/")
        elif kind == FILE and item in files:
            found[kind, item] = (files[item].title, files[item].url)
        elif kind == PICTURE and item in shots:
            found[kind, item] = (shots[item].title, f"/viet/anh/{item}/")
        else:
            found[kind, item] = (f"{_called(kind)} số {item}", "")
    return found


def _called(kind: str) -> str:
    try:
        return str(apps.get_model(kind)._meta.verbose_name)
    except LookupError:
        return "mục"
