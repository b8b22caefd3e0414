"""Bringing the texts of the portal before in, one by one: each whole with all it shows, or not at all (Điều 12.2, 14.2)."""

import hashlib
import json
import logging
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from html import unescape
from itertools import chain
from typing import Any

from django.db import DatabaseError, transaction

from portal.approval import actions as approval
from portal.approval.rules import may_be_history
from portal.base import journal
from portal.base.refused import Refused, refuse_if
from portal.files.models import Attachment
from portal.news import actions as news
from portal.news.models import Article
from portal.operations.models import Moved, Moving
from portal.operations.moving.addresses import lead_sections, remember
from portal.operations.moving.archive import Archive
from portal.operations.moving.flow import read as read_html
from portal.operations.moving.found import Found
from portal.operations.moving.mapping import Mapping
from portal.operations.moving.pieces import plain
from portal.operations.moving.places import Places
from portal.operations.moving.rules import may_move_in, must_come_whole, unreadable
from portal.operations.moving.shown import Keeper
from portal.operations.moving.words import line_of
from portal.people import offices
from portal.people.models import Person

GENRE = "tin-ngan"
LONGEST_TITLE, LONGEST_SUMMARY, LONGEST_NAME = 255, 600, 120
CHANNEL = "command"
UNTOLD = frozenset({"beside", "addresses", "matched", "carried", "told"})  # of a found text, what its digest leaves out
log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Outcome:
    """What became of one text: done, known (it came along before), failed; with what a person should look at."""

    state: str
    title: str
    notes: tuple[str, ...] = ()
    fonts: tuple[str, ...] = ()


@dataclass(frozen=True)
class Text:
    """A text made ready: its words as `news.write` takes them, and what was noticed on the way."""

    data: dict[str, Any]
    past: datetime
    attachments: list[tuple[str, Attachment]]
    notes: list[str]
    fonts: list[str]


@transaction.atomic
def begin(
    archive: Archive, *, kind: str, mapping: Mapping, places: Places, total: int, by: Person, at: datetime,
    notes: Sequence[str] = (),
) -> Moving:  # fmt: skip
    """Begin to bring an archive in, or go on with it; old addresses of sections lead to ours from now on. `notes` stand in
    the record and on screen. Raises Refused (403)."""
    refuse_if(may_move_in(by.pk, offices.board(at)))
    moving = Moving.objects.create(
        source=mapping.source, name=mapping.name, kind=kind, archive=archive.path.name[:255], sha256=archive.digest(),
        by=by, began_at=at, alive_at=at, total=total,
    )  # fmt: skip
    told = [*notes, *lead_sections(mapping, places)]
    journal.record("move_begin", subject=moving, by=by, at=at, channel=CHANNEL, rule="R-MOVEIN-01", hash=moving.sha256,
                   clause="Điều 12.1, 12.2", data={"source": moving.source, "total": total, "notes": told})  # fmt: skip
    return moving


@transaction.atomic
def end(moving: Moving, *, at: datetime) -> None:
    """All of it was gone through."""
    moving.ended_at = moving.alive_at = at
    moving.save(update_fields=["ended_at", "alive_at"])
    journal.record("move_end", subject=moving, by=None, at=at, channel=CHANNEL, hash=moving.sha256,
                   data={"looked_at": moving.looked_at})  # fmt: skip


def known(found: Found, source: str) -> Moved | None:
    """The text as it came along before, if it did."""
    return Moved.objects.filter(source=source, source_id=found.source_id[:255]).first()


def look(found: Found, *, archive: Archive, mapping: Mapping, places: Places, by: Person, at: datetime) -> Outcome:
    """What would become of a text; nothing is written."""
    before = known(found, mapping.source)
    if before is not None and before.state == Moved.State.DONE:
        return Outcome("known", found.title)
    try:
        text = _ready(found, archive, mapping, places, by=by, at=at, dry=True)
    except Refused as no:
        return Outcome("failed", found.title, tuple(str(one) for one in no.refusals))
    return Outcome("done", text.data["title"], tuple(text.notes), tuple(text.fonts))


def bring(
    found: Found, moving: Moving, *, archive: Archive, mapping: Mapping, places: Places, by: Person, at: datetime
) -> Outcome:
    """Bring one text in as a draft with its old date and addresses, or say why not; a text that is here is left as it is.

    One transaction a text: nothing half made, and a killed run goes on where it was."""
    before = known(found, moving.source)
    if before is not None and before.state == Moved.State.DONE:
        outcome = Outcome("known", found.title)
        remember(found.addresses, before.page_id, [])
        if before.digest != _digest(found):
            outcome = Outcome("known", found.title, ("Ở kho mới bài này đã khác; bản đã chuyển được giữ.",))
    else:
        outcome = _tried(found, moving, archive=archive, mapping=mapping, places=places, by=by, at=at)
    Moving.objects.filter(pk=moving.pk).update(looked_at=moving.looked_at + 1, alive_at=at)
    moving.looked_at += 1
    return outcome


def _tried(found: Found, moving: Moving, *, by: Person, at: datetime, **where: Any) -> Outcome:
    try:
        with transaction.atomic():
            text = _ready(found, where["archive"], where["mapping"], where["places"], by=by, at=at)
            article = news.write(text.data, by=by, at=at, channel=CHANNEL)
            approval.mark_history(article, past=text.past, where=next(iter(found.addresses), ""), by=by, at=at,
                                  channel=CHANNEL)  # fmt: skip
            text.notes.extend(remember(found.addresses, article.pk, text.attachments))
            _note(found, moving, Moved.State.DONE, article, text.notes, text.fonts)
    except Refused as no:
        return _failed(found, moving, [str(one) for one in no.refusals])
    except (DatabaseError, OSError, ValueError, RecursionError) as error:
        log.exception("%s could not be brought in", found.source_id)
        return _failed(found, moving, [f"Lỗi khi chuyển: {type(error).__name__}."])
    return Outcome("done", article.title, tuple(text.notes), tuple(text.fonts))


@transaction.atomic
def _failed(found: Found, moving: Moving, notes: list[str]) -> Outcome:
    _note(found, moving, Moved.State.FAILED, None, notes, [])
    return Outcome("failed", found.title, tuple(notes))


def _note(
    found: Found, moving: Moving, state: str, article: Article | None, notes: list[str], fonts: list[str]
) -> None:
    title = article.title if article is not None else line_of(found.title)[0] or found.source_id
    Moved.objects.update_or_create(
        source=moving.source, source_id=found.source_id[:255],
        defaults={
            "moving": moving, "state": state, "page": article, "digest": _digest(found), "title": title[:255],
            "address": next(iter(found.addresses), "")[:500], "past": found.past, "fonts": fonts, "notes": notes,
            "noted": bool(notes),
        },
    )  # fmt: skip


def _digest(found: Found) -> str:
    """Of what is read of a text; where it was found and what led there may be told otherwise another time."""
    told = {name: value for name, value in asdict(found).items() if name not in UNTOLD}
    told["carried"] = [hashlib.sha256(data).hexdigest() for _, data in found.carried]
    return hashlib.sha256(json.dumps(told, default=str, ensure_ascii=False, sort_keys=True).encode()).hexdigest()


def _ready(
    found: Found, archive: Archive, mapping: Mapping, places: Places, *, by: Person, at: datetime, dry: bool = False
) -> Text:
    """The words of a text in Unicode and as blocks. Raises Refused with everything it lacks."""
    if found.fault:
        raise Refused(unreadable(found.fault))
    title, notes = line_of(unescape(found.title))
    read = read_html(found.html)
    section = places.of(found.sections)
    refuse_if(
        *must_come_whole(title=title, has_body=bool(read.pieces or found.picture), past=found.past, section=section),
        may_be_history(found.past, at) if found.past is not None else None,
    )
    assert found.past is not None
    keeper = Keeper(archive, found, by=by, at=at, channel=CHANNEL, dry=dry)
    shown = keeper.keep(read, title=title, lead=found.picture, below=found.files)
    refuse_if(*must_come_whole(title=title, has_body=dry or bool(shown.body), past=found.past, section=section))
    summary = " ".join(plain(str(one.value)) for one in read_html(found.summary).pieces)
    if len(title) > LONGEST_TITLE:
        notes.append(f"Tiêu đề dài {len(title)} ký tự, đã cắt còn {LONGEST_TITLE}.")
    data = {
        "title": _short(title, LONGEST_TITLE), "genre": GENRE, "section": section, "body": shown.body,
        "summary": _short(summary, LONGEST_SUMMARY),
        "received_from": {
            "name": _short(line_of(found.author)[0], LONGEST_NAME), "unit": mapping.name[:200],
            "received_at": found.past,
        },
    }  # fmt: skip
    told = list(dict.fromkeys(chain(notes, found.told, read.notes, shown.notes)))
    return Text(data, found.past, shown.attachments, told, sorted(read.fonts))


def _short(text: str, most: int) -> str:
    return text if len(text) <= most else f"{text[: most - 1].rstrip()}…"
