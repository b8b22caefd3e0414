"""The rows of "Việc của tôi": plain values for the template, names and sentences in place."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

from portal.approval.models import Case, ReviewList
from portal.approval.queries import Standing
from portal.approval.rules import State, Verb
from portal.desk.queries import lists
from portal.desk.queries.glance import Glance, Lines, nudges
from portal.desk.queries.pool import MOST_OWN, Entry, Pool, due_of
from portal.desk.queries.record import local
from portal.desk.queries.seen import people_named
from portal.desk.rules import GROUNDS, ago, held_by, left, may_nudge, span, step_name, told_with
from portal.desk.sorts import SORT_NAMES, URGENT_ROWS, Place, Sort
from portal.desk.telling import capacity, take_over_from, whereabouts
from portal.people.models import CollaboratorProposal

Task = dict[str, Any]


@dataclass(frozen=True)
class Sheet:
    """The part of the pool that is shown, with what only shown rows need."""

    pool: Pool
    lines: Lines = field(default_factory=dict)
    glances: Mapping[int, Glance] = field(default_factory=dict)
    people: Mapping[int, str] = field(default_factory=dict)
    aside: frozenset[int] = frozenset()


def names_for(pool: Pool, shown: Iterable[Entry], lines: Lines) -> dict[int, str]:
    """The names of everyone the shown rows speak of, in one query."""
    moving = own_moving(pool)[:MOST_OWN]
    cases = [one.case for one in shown if one.case is not None] + pool.own + [now.case for now in moving]
    ids = {case.creator_id for case in cases} | {author for case in cases for author in case.authors}
    for now in [*(one.now for one in shown if one.now is not None), *moving]:
        for step in now.route.steps:
            ids |= {who for one in step.holders for who in (one.person, one.acting_for) if who is not None}
        ids |= {one.by_id for one in now.passage.passes.all()} if now.passage else set()
    ids |= {line.actor_id for found in lines.values() for line in found if line.actor_id is not None}
    return people_named(ids)


def own_moving(pool: Pool) -> list[Standing]:
    """The person's own texts that are on their way."""
    return [now for now in pool.stands if now.case.creator_id == pool.person.pk]


def row(sheet: Sheet, entry: Entry) -> Task:
    """One open thing as the list shows it."""
    if entry.proposal is not None:
        return _proposal(sheet, entry.proposal, mine=entry.place is Place.MINE)
    if entry.listed is not None:
        return _listed(sheet, entry.listed, mine=entry.place is Place.MINE)
    assert entry.case is not None
    task = waiting(sheet, entry.now, entry.place) if entry.now is not None else resting(sheet, entry.case)
    return task | {"sort": SORT_NAMES[entry.sort]} | ({"section": ""} if entry.sort is Sort.PAPER else {})


def _plain(sheet: Sheet, case: Case) -> Task:
    pool, text = sheet.pool, sheet.pool.text(case)
    found = due_of(pool, case)
    return {
        "pk": case.page_id,
        "title": case.title,
        "url": f"/viec/{case.page_id}/",
        "author": ", ".join(sheet.people.get(who, "") for who in case.authors or [case.creator_id]),
        "section": pool.sections.get(text.get("section") or 0, "" if text.get("genre") else "Trang chuyên mục"),
        "summary": text.get("summary") or "",
        "state": case.state,
        "due_label": left(found.at, pool.at) if found else "",
        "due_why": found.sentence(pool.at) if found else "",
        "overdue": found is not None and found.at < pool.at,
    }


def waiting(sheet: Sheet, now: Standing, place: Place) -> Task:
    """A text under way."""
    pool, me, step = sheet.pool, sheet.pool.person.pk, now.open
    mine = place is Place.MINE
    task = _plain(sheet, now.case) | {
        "mine": mine,
        "step_name": step_name(step) if step else "",
        "since": local(now.since) if now.since else None,
        "why": now.route.why if place in (Place.MINE, Place.VOUCH) else "",
        "clause": now.route.clause,
        "where": "" if mine else whereabouts(now, sheet.people, pool.at),
        "told": capacity(now, me, sheet.people, pool.at, pool.days),
        "later": take_over_from(now, me, pool.at, pool.days) if place is Place.ELSEWHERE else "",
        "refusals": _refusals(sheet, now),
        "glance": sheet.glances.get(now.case.page_id) if mine else None,
        "aside": now.case.page_id in sheet.aside,
    }
    if not task["due_label"] and now.since is not None:
        waited = pool.at - now.since
        task["due_label"] = f"đã chờ {span(waited)}" if waited >= timedelta(hours=1) else "mới đến"
    if now.route.row in URGENT_ROWS:
        task |= {"due_label": f"khẩn, {task['due_label']}", "overdue": True}
    if place is Place.OWED and now.passage is not None:
        owed = next(one for one in now.passage.opinions.all() if one.to_id == me and one.answered_at is None)
        task |= {"why": f"Hỏi: {owed.question}", "clause": "Điều 12.4", "asked": True}
    return task | _nudging(sheet, now)


def _refusals(sheet: Sheet, now: Standing) -> list[str]:
    """Proposals to refuse the text, with ground and words (Điều 12.7)."""
    given = now.passage.passes.all() if now.passage is not None else ()
    return [
        f"{sheet.people.get(one.by_id, '')} đề xuất từ chối: {GROUNDS.get(one.ground, '')} – {one.reason}"
        for one in given
        if one.verb == Verb.PROPOSE_REFUSAL and one.dropped_at is None
    ]


def _nudging(sheet: Sheet, now: Standing) -> Task:
    """When it was last reminded of, and whether this person may remind now."""
    given = nudges(sheet.lines.get(now.case.page_id, []), now.since)
    me, at = sheet.pool.person.pk, sheet.pool.at
    refusal = may_nudge(
        me, holders=held_by(now.open), creator=now.case.creator_id, board=now.board, since=now.since, at=at,
        days=sheet.pool.days,
        last=next((one.at for one in reversed(given) if one.by == me), None),
    )  # fmt: skip
    by = "thầy/cô" if given and given[-1].by == me else sheet.people.get(given[-1].by, "") if given else ""
    return {"nudge": refusal is None, "nudged": f"Đã nhắc lúc {ago(given[-1].at, at)} ({by})." if given else ""}


def resting(sheet: Sheet, case: Case) -> Task:
    """A text that is not under way: being written, sent back, waiting for its hour, up, gone."""
    up = case.publish_at if case.state == State.APPROVED else case.corrected_at or case.published_at
    task = _plain(sheet, case) | {
        "up": local(up) if up and case.state != State.WITHDRAWN else None,
        "touched": local(case.touched_at),
    }
    if case.state in (State.SENT_BACK, State.REFUSED):
        task |= _answer(sheet, case)
    if case.state in (State.SENT_BACK, State.REFUSED, State.DRAFT) and case.creator_id == sheet.pool.person.pk:
        task |= {
            "edit_url": edit_url(sheet.pool, case),
            "edit": "Viết tiếp" if case.state == State.DRAFT else "Sửa tiếp",
        }
    return task


def edit_url(pool: Pool, case: Case) -> str:
    return f"/viet/{case.page_id}/" if pool.is_article(case) else f"/viec/chuyen-muc/{case.page_id}/sua/"


def _answer(sheet: Sheet, case: Case) -> Task:
    """Who sent it back or refused it, on what ground, in which words."""
    lines = sheet.lines.get(case.page_id, [])
    line = next((line for line in reversed(lines) if line.verb in ("send_back", "refuse")), None)
    if line is None:
        return {}
    deed = "trả lại để sửa" if line.verb == "send_back" else "từ chối"
    return {
        "answered": f"{sheet.people.get(line.actor_id or 0, '')} {deed}, {ago(line.at, sheet.pool.at)}",
        "answer": told_with(line.reason, line.data),
        "answer_clause": line.clause,
    }


def _proposal(sheet: Sheet, one: CollaboratorProposal, *, mine: bool) -> Task:
    """A collaborator proposed by a Member; the Head decides on the people's own page."""
    return {
        "title": f"Cộng tác viên mới: {one.full_name}",
        "url": "/nhan-su/cong-tac-vien/",
        "author": f"{one.proposed_by} đề xuất",
        "section": one.field.title,
        "summary": one.note,
        "state": "in_review",
        "mine": mine,
        "since": local(one.proposed_at),
        "due_label": f"đã chờ {span(sheet.pool.at - one.proposed_at)}",
        "where": "" if mine else "Đang chờ Trưởng ban quyết định (Điều 10.4, 11.5).",
        "why": "Ủy viên chọn cộng tác viên cho lĩnh vực mình; Trưởng ban quyết định mở tài khoản." if mine else "",
        "clause": "Điều 10.4, 11.5",
        "sort": "Đề xuất cộng tác viên",
        "open": "Mở trang cộng tác viên",
    }


def _listed(sheet: Sheet, made: lists.Waiting, *, mine: bool) -> Task:
    """A list; the Head decides over it on its own page."""
    many = made.many  # type: ignore[union-attr]
    inside = isinstance(made, ReviewList)
    kind, unit = (Sort.LISTED, "mục") if inside else (Sort.HISTORY, "bài")
    return {
        "title": made.title,
        "url": lists.address_of(made),
        "author": f"{made.prepared_by} lập",
        "section": f"{many} {unit}" if many else f"đã để lại mọi {unit}",
        "state": "in_review",
        "mine": mine,
        "since": local(made.prepared_at),
        "due_label": f"đã chờ {span(sheet.pool.at - made.prepared_at)}",
        "where": "" if mine else f"Đang chờ Trưởng ban quyết định ({lists.clause_of(made)}).",
        "why": (LISTED_WHY if inside else HISTORY_WHY) if mine else "",
        "clause": lists.clause_of(made),
        "sort": SORT_NAMES[kind],
        "open": "Mở danh sách",
    }


HISTORY_WHY = (
    "Bài của cổng cũ lên cổng này bằng một quyết định của Trưởng ban về cả danh sách; mỗi bài đúng bản có mã của nó."
)
LISTED_WHY = "Nội dung nội bộ Thư ký đã xem, gom lại để Trưởng ban duyệt một lần; mỗi mục đúng bản có mã của nó, mở được từng mục."
