"""Bringing papers in: each becomes a draft whole, or is refused whole; converted words can be turned back once more."""

import hashlib
from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

from django.core.files.base import ContentFile
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction

from portal.approval.queries import latest
from portal.approval.rules import State
from portal.base import journal
from portal.base.refused import Refused, refuse_if
from portal.base.rules import Refusal
from portal.base.text import nfc
from portal.files.actions import scanned_beforehand, store_paper, store_picture, store_words
from portal.files.models import Attachment
from portal.files.office import is_old
from portal.files.office.paper import Shot
from portal.news import actions as news
from portal.news.bringing.came import Came
from portal.news.bringing.doorstep import begin_bringing as begin_bringing
from portal.news.bringing.letters import letters_of
from portal.news.bringing.rules import (
    PAPERS,
    may_be_one_text,
    may_be_read,
    may_turn,
    something_came,
)
from portal.news.bringing.shaping import Shaped, shaped, with_pictures
from portal.news.intake import as_body
from portal.news.models import Article, Bringing, Brought
from portal.people.models import Person

Write = Callable[..., Article]


def bring(
    came: Came, *, data: Mapping[str, Any], by: Person, at: datetime, channel: str, original: Attachment | None = None,
    write: Write = news.write, row: Brought | None = None,
) -> Brought:  # fmt: skip
    """Make a draft of one paper. `data` is as for `news.actions.write`; title and body come from the paper where it names
    none. `original`: the file where it is kept already; `row`: what waited for this. Raises Refused: 403, 409, 422."""
    paper = came.paper  # long; holds nothing
    refuse_if(may_be_one_text(letters_of(paper), "papers" if came.raw else "pasted"))
    title = str(data.get("title") or "")
    now = shaped(paper, title=title, named=came.stem, converting=True)
    before = shaped(paper, title=title, named=came.stem, converting=False) if now.changes else None
    parts = [*([] if original else [_original(came)]), *((shot.name, shot.data) for shot in now.shots)]
    field = "papers" if came.raw else "pasted"
    with scanned_beforehand(parts, by=by, at=at, channel=channel, field=field), transaction.atomic():
        if row is not None and not Brought.objects.select_for_update().filter(pk=row.pk, state="waiting").exists():
            return row
        kept = original or _keep(came, now.title, by=by, at=at, channel=channel)
        album = _Album(now, by=by, at=at, channel=channel)
        body = [*with_pictures(now.body, album.number), *data.get("body", ())]
        given = dict(data) | {"title": now.title, "body": body, "received_original": kept.pk}
        article = write(given, by=by, at=at, channel=channel)
        other = before and {
            "title": before.title,
            "body": [*with_pictures(before.body, album.number), *data.get("body", ())],
        }
        row = row or _row(came, data, by=by, at=at)
        row.state, row.original, row.article = Brought.State.DONE, kept, article
        row.changes, row.lost = [one.kept() for one in now.changes], [*now.lost, *album.refused]
        row.other, row.converted, row.hash = other, bool(now.changes), article.case.hash
        row.save()
        journal.record(
            "bring", subject=article, by=by, at=at, channel=channel, revision=article.case.revision_id,
            hash=article.case.hash, rule="R-BRING-03", clause="Điều 12.2",
            data={"original": kept.pk, "sha256": kept.sha256, "converted": len(now.changes), "lost": len(row.lost)},
        )  # fmt: skip
    return row


def _row(came: Came, data: Mapping[str, Any], *, by: Person, at: datetime) -> Brought:
    asked = {name: str(data.get(name) or "") for name in ("section", "genre", "plan_entry")}
    begun = Bringing.objects.create(person=by, begun_at=at, asked=asked)
    return Brought(bringing=begun, name=nfc(came.name or "Lời dán")[:255])


def _original(came: Came) -> tuple[str, bytes]:
    """What is kept as the original: how it is called, its bytes."""
    return came.name or "Lời dán", came.raw or (came.pasted or came.html).encode("utf-8", "replace")


def _keep(came: Came, title: str, *, by: Person, at: datetime, channel: str) -> Attachment:
    """The original to the letter: the file, or the words pasted."""
    name = f"Bản gốc: {title}"[:255]
    if came.raw:
        return store_paper(came.raw, mime=PAPERS[came.kind], title=name, by=by, at=at, channel=channel)
    return store_words(came.pasted or came.html, title=name, by=by, at=at, channel=channel)


class _Album:
    """The pictures of one paper, each stored once; what `files` refuses is told and left out."""

    def __init__(self, paper: Shaped, **common: Any) -> None:
        self.shots, self.common = paper.shots, common
        self.captions = [one["value"]["caption"] for one in paper.body if one["type"] == "image"]
        self.stored: dict[str, int | None] = {}
        self.refused: list[str] = []

    def number(self, index: int) -> int | None:
        shot = self.shots[index]
        key = hashlib.sha256(shot.data).hexdigest()
        if key not in self.stored:
            self.stored[key] = self._store(index, shot)
        return self.stored[key]

    def _store(self, index: int, shot: Shot) -> int | None:
        named = nfc(self.captions[index] or shot.alt or shot.name)
        try:
            return store_picture(
                ContentFile(shot.data, shot.name), title=named, alt=shot.alt, credit="", **self.common
            ).pk
        except Refused as refused:
            self.refused.append(f"Ảnh {index + 1} ({shot.name}) không nhận được: {refused}")
            return None


def bring_pasted(pasted: str, html: str, *, data: Mapping[str, Any], by: Person, at: datetime, channel: str) -> Brought:
    """Make a draft of pasted words. Raises Refused (403, 422)."""
    refuse_if(something_came(0, pasted or html), may_be_one_text(max(len(pasted), len(html) // 8), "pasted"))
    return bring(Came(pasted=pasted, html=html), data=data, by=by, at=at, channel=channel)


def bring_file(upload: UploadedFile, *, data: Mapping[str, Any], by: Person, at: datetime, channel: str) -> Brought:
    """Make a draft of one file at once; too large or of another kind, it is refused before it is read. Raises Refused."""
    return bring(taken(upload), data=data, by=by, at=at, channel=channel)


def taken(upload: UploadedFile) -> Came:
    """The bytes of a file that may be read. Raises Refused (422)."""
    name = nfc(upload.name or "")
    refuse_if(may_be_read(name, upload.size or 0))
    return Came(name=name, raw=upload.read())


def keep_paper(came: Came, *, by: Person, at: datetime, channel: str) -> Attachment:
    """Keep a paper as an original, once it is known to be one; what another program opens, as far as can be seen at once.
    Raises Refused (422)."""
    if is_old(came.raw):
        came.look()
    else:
        _ = came.paper  # raises where it is none
    return store_paper(came.raw, mime=PAPERS[came.kind], title=came.stem, by=by, at=at, channel=channel)


def turning(row: Brought) -> Refusal | None:
    """Whether the draft still is as this bringing, or its last turn, left it."""
    case = row.article.case if row.article is not None else None
    return may_turn(is_draft=case is not None and case.state == State.DRAFT,
                    untouched=case is not None and case.hash == row.hash, has_other=row.other is not None)  # fmt: skip


@transaction.atomic
def as_it_was(row: Brought, *, by: Person, at: datetime, channel: str) -> Brought:
    """Turn the whole draft back to its unconverted words; done again, forth. Raises Refused: 403, 409."""
    row = Brought.objects.select_for_update(of=("self",)).select_related("article__case").get(pk=row.pk)
    refuse_if(turning(row))
    article = row.article
    assert article is not None
    assert row.other is not None
    case = article.case
    draft = latest(article)
    here = {"title": draft.title, "body": as_body(draft)}
    news.edit(article, row.other, by=by, at=at, channel=channel, based_on=row.hash)
    case.refresh_from_db()
    row.other, row.converted, row.hash = here, not row.converted, case.hash
    row.save(update_fields=["other", "converted", "hash"])
    journal.record(
        "bring_turn", subject=article, by=by, at=at, channel=channel, revision=case.revision_id, hash=case.hash,
        rule="R-BRING-04", clause="Điều 12.2", data={"converted": row.converted},
    )  # fmt: skip
    return row
