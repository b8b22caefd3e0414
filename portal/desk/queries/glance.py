"""What a list says of each item without opening it: its record, the words that changed; for a whole page at once."""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from wagtail.models import Page, Revision

from portal.approval.mixins import kinds_with_a_route
from portal.approval.models import Case
from portal.base.models import JournalEntry
from portal.desk.diff import Part, compare
from portal.desk.passages import plain
from portal.news.presenters import praise_lines

LONGEST = 12_000  # characters of either text; longer ones are compared on their own page


@dataclass(frozen=True)
class Glance:
    """The difference of one item to the text its reader knows; `title` says which text that is."""

    title: str
    parts: list[Part]
    too_long: bool = False


@dataclass(frozen=True)
class Nudged:
    by: int
    at: datetime


Lines = Mapping[int, list[JournalEntry]]


def lines_of(pages: Iterable[int]) -> Lines:
    """The record of many items, oldest line first, in one query."""
    found: dict[int, list[JournalEntry]] = defaultdict(list)
    rows = JournalEntry.objects.filter(subject_type__in=kinds_with_a_route(), subject_id__in=list(pages)).order_by("id")
    for line in rows.defer("wall"):
        found[line.subject_id or 0].append(line)
    return found


def nudges(lines: Iterable[JournalEntry], since: datetime | None) -> list[Nudged]:
    """Reminders given since an item reached the step it is at, oldest first."""
    given = [line for line in lines if line.verb == "nudge" and (since is None or line.at >= since)]
    return [Nudged(line.actor_id or 0, line.at) for line in given]


def glances(cases: Iterable[Case], me: int, lines: Lines) -> dict[int, Glance]:
    """By page id: what changed since the live text, else since this person's last act, else since it was handed in."""
    cases = list(cases)
    up = dict(
        Page.objects.filter(pk__in=[case.page_id for case in cases], live=True).values_list("pk", "live_revision_id")
    )
    known = {
        case.page_id: one
        for case in cases
        if (one := _known(case, me, lines.get(case.page_id, []), up.get(case.page_id)))
    }
    wanted = {case.revision_id for case in cases if case.page_id in known} | {pk for _, pk in known.values()}
    texts = dict(Revision.objects.filter(pk__in=wanted).values_list("pk", "content"))
    found = {}
    for case in cases:
        told, earlier = known.get(case.page_id, ("", 0))
        if earlier in texts and case.revision_id in texts:
            found[case.page_id] = _glance(told, texts[earlier], texts[case.revision_id])
    return found


def _known(case: Case, me: int, lines: list[JournalEntry], live: int | None) -> tuple[str, int] | None:
    mine = [line.revision_id for line in lines if line.actor_id == me and line.verb != "nudge" and line.revision_id]
    handed_in = [line.revision_id for line in lines if line.verb == "submit" and line.revision_id]
    candidates = (
        ("So với bản đang đăng", live),
        ("Từ lần thầy/cô xem trước", mine[-1] if mine else None),
        ("So với bản được trình đầu tiên", handed_in[0] if handed_in else None),
    )
    return next(((told, pk) for told, pk in candidates if pk and pk != case.revision_id), None)


def _glance(told: str, before: Mapping[str, Any], after: Mapping[str, Any]) -> Glance:
    was, now = words_of(before), words_of(after)
    if max(sum(map(len, was)), sum(map(len, now))) > LONGEST:
        return Glance(told, [], too_long=True)
    return Glance(told, compare(was, now) or [Part("same", "Không khác chữ nào.")])


def words_of(content: Mapping[str, Any]) -> list[str]:
    """The words of a kept text as passages, read from what the revision holds; pictures by number and caption."""
    found = [content.get("title") or "", content.get("summary") or "", *(content.get("intro") or "").split("\n")]
    for block in json.loads(content.get("body") or "[]"):
        found += _block(block)
    found += [f"{label}: {content[name]}" for name, label in FACTS.items() if content.get(name)]
    return [words.strip() for words in found if words.strip()]


FACTS: Mapping[str, str] = {
    "place": "Nơi", "opening_at": "Khai mạc", "event_start": "Diễn ra từ", "event_end": "Đến", "source_name": "Nguồn",
    "advertiser_name": "Đơn vị được đăng tin", "photographer": "Ảnh", "interviewee": "Người được hỏi",
}  # fmt: skip


def _block(block: Mapping[str, Any]) -> Iterator[str]:
    kind, value = block["type"], block["value"]
    if kind == "paragraph":
        yield from plain(value)
    elif kind == "praise":
        yield from praise_lines(value, named=False)
    elif isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for shot in value:
            yield _flat(shot.get("value", shot) if isinstance(shot, dict) else shot)
    else:
        yield _flat(value)


def _flat(value: Any) -> str:
    """A block of several values in one line; of a picture or a file its number."""
    if isinstance(value, dict):
        named = {"picture": "Ảnh", "document": "Tệp"}
        parts = [f"[{named[name]} {part}]" if name in named else _flat(part) for name, part in value.items()
                 if name != "id"]  # fmt: skip
        return " – ".join(part for part in parts if part)
    if isinstance(value, list):
        return " | ".join(filter(None, map(_flat, value)))
    return str(value) if value not in (None, "") else ""
