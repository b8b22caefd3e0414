"""Articles, routes and history as the API tells them."""

from collections.abc import Iterable
from typing import Any

from portal.approval.models import Case, Pass
from portal.approval.queries import Standing
from portal.approval.rules import Facts, Route, State, Step, StepKind, route
from portal.base.api import local
from portal.base.models import JournalEntry
from portal.news.intake import as_body
from portal.news.models import Article
from portal.news.presenters import absolute, address
from portal.people.models import Person
from portal.people.rules import OFFICE_NAMES

LATER = "Bước sau đã được duyệt khi bước này chưa có người giữ."


def stand(page: Any, case: Case) -> dict[str, Any]:
    """State of the latest text, whether an approved one is up, and which text this is."""
    return {
        "id": page.pk, "state": case.state, "live": page.live, "url": absolute(address(page)), "revision": case.revision_id,
        "hash": case.hash, "publish_at": local(case.publish_at),
    }  # fmt: skip


def article(text: Article, page: Article, case: Case) -> dict[str, Any]:
    """One text in full: `text` is the words, `page` the row that knows whether anything is up."""
    lines = [(line.person_id, line.share) for line in text.bylines.all()]
    people = Person.objects.in_bulk([person for person, _ in lines])
    hours = ("event_start", "event_end", "opening_at", "expires_at")
    plain = ("title", "slug", "genre", "notice", "kind", "audience", "summary", "place", "interviewee", "consent",
             "photographer")  # fmt: skip
    return {
        **stand(page, case),
        **{name: getattr(text, name) for name in plain},
        **{name: local(getattr(text, name)) for name in hours},
        "section": text.section.slug,
        "topic": text.topic.slug if text.topic else None,
        "body": as_body(text),
        "source": {"name": text.source_name, "author": text.source_author, "url": text.source_url,
                   "published_at": local(text.source_published_at)},
        "advertiser": {"name": text.advertiser_name, "contact": text.advertiser_contact},
        "received_from": {"name": text.received_name, "unit": text.received_unit,
                          "received_at": local(text.received_at)},
        "plan_entry": text.plan_entry_id,
        "received_original": text.received_original_id,
        "urgent_template": text.urgent_template_id,
        "authors": [{"username": people[who].username, "name": str(people[who]), "share": share} for who, share in lines],
        "published_at": local(case.published_at),
        "corrected_at": local(case.corrected_at),
    }  # fmt: skip


def way(now: Standing) -> dict[str, Any]:
    """The route with its people: as it will be before submission, as it stands in review, as it went once approved."""
    if now.case.state in (State.APPROVED, State.PUBLISHED) and now.passage is None:
        found, steps = _gone(now)
    else:
        found, steps = now.route, [(one.step, one.status, one.given) for one in now.stands]
    ids = {holder.person for step, _, _ in steps for holder in step.holders} | {
        given.by_id for _, _, given in steps if given is not None
    }
    people = Person.objects.in_bulk(ids)
    return {
        "row": found.row, "rule": found.rule, "clause": found.clause, "why": found.why,
        "items": [_step(step, status, given, found, people) for step, status, given in steps],
    }  # fmt: skip


def _gone(now: Standing) -> tuple[Route, list[tuple[Step, str, Pass | None]]]:
    """The way the last approved text has come, told from its passes."""
    passage = now.case.passages.filter(outcome="approved").order_by("-pk").first()
    passes = list(passage.passes.filter(dropped_at=None)) if passage else []
    if not passes or passage is None:
        return now.route, [(one.step, one.status, one.given) for one in now.stands]
    decided = passes[-1]
    facts = Facts(**decided.facts)
    found = route(facts, now.hands, now.board, submitter=passage.submitted_by_id, pinned=decided.row)
    given = {StepKind(one.kind): one for one in passes}
    given |= {StepKind(kind): one for one in passes for kind in one.covers if StepKind(kind) not in given}
    return found, [(step, "done" if given.get(step.kind) or step.done_by_submission else "skipped", given.get(step.kind))
                   for step in found.steps]  # fmt: skip


def _step(step: Step, status: str, given: Pass | None, found: Route, people: dict[int, Person]) -> dict[str, Any]:
    ids = [given.by_id] if given is not None else [holder.person for holder in step.holders]
    told = [people[one] for one in dict.fromkeys(ids) if one in people]
    skipped = status == "skipped"
    return {
        "step": step.kind.value, "offices": [office.value for office in step.offices],
        "office_names": [OFFICE_NAMES[office] for office in step.offices],
        "people": [person.username for person in told], "names": [str(person) for person in told], "row": found.row,
        "clause": given.clause if given is not None else step.clause, "rule": step.rule, "status": status,
        "skipped_because": (step.skipped_because or LATER) if skipped else None,
        "at": local(given.at) if given is not None else None,
    }  # fmt: skip


def moved(page: Any, now: Standing) -> dict[str, Any]:
    """After a verb: the new state and the route from here."""
    told = way(now)
    return {**stand(page, now.case), "row": told["row"], "route": told["items"]}


def lines(found: Iterable[JournalEntry]) -> list[dict[str, Any]]:
    """Lines of the record; ids become names only here."""
    rows = list(found)
    people = Person.objects.in_bulk({who for row in rows for who in (row.actor_id, row.acting_for_id) if who})
    return [_line(row, people) for row in rows]


SENT = {"pass": "approve"}  # a step passed on is told as the decision that was sent; `step` tells which


def _line(row: JournalEntry, people: dict[int, Person]) -> dict[str, Any]:
    by, acting_for = people.get(row.actor_id or 0), people.get(row.acting_for_id or 0)
    return {
        "at": local(row.at), "verb": SENT.get(row.verb, row.verb), "by": by.username if by else None, "by_name": str(by) if by else None,
        "acting_for": acting_for.username if acting_for else None,
        "acting_for_name": str(acting_for) if acting_for else None, "office": row.office or None,
        "number": row.data.get("number"), "channel": row.channel, "revision": row.revision_id, "hash": row.hash,
        "rule": row.rule, "clause": row.clause, "reason": row.reason, "step": row.data.get("step"),
    }  # fmt: skip
