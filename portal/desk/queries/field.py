"""A Member's field: its items in every state, its collaborators with what they last wrote (Điều 11.3, 11.5)."""

from collections import Counter
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.core.paginator import Page as Leaf
from django.core.paginator import Paginator
from django.db.models import Count, OuterRef, Subquery

from portal.approval.models import Case
from portal.approval.queries import of_today, standings
from portal.base.ordering import named, titled
from portal.desk.queries.owed import Owed, owed
from portal.desk.queries.queue import Chip
from portal.desk.queries.record import local
from portal.desk.queries.seen import people_named
from portal.desk.telling import whereabouts
from portal.people.models import CollaboratorPost, Field, Person
from portal.people.offices import in_force
from portal.people.rules import Board

A_PAGE = 20
ORDER = ("in_review", "sent_back", "draft", "approved", "published", "refused", "withdrawn")
ROOT = "/viec/linh-vuc/"


@dataclass(frozen=True)
class Mine:
    """The fields one Member answers for, as he sees them."""

    fields: list[Field]
    items: list[dict[str, Any]]
    chips: list[Chip]
    leaf: Leaf[int]
    query: str
    collaborators: list[dict[str, Any]]
    owed: list[Owed]


def fields_of(person: Person, board: Board) -> list[Field]:
    """The fields this person is a Member of."""
    held = [field for field, people in board.fields.items() if person.pk in people]
    return list(Field.objects.filter(pk__in=held).order_by(titled()))


def field_of(person: Person, board: Board, at: datetime, *, state: str = "", page: str = "") -> Mine:
    """Everything of a Member's fields in a fixed number of queries; `state` narrows the items."""
    fields = fields_of(person, board)
    cases = of_today(Case.objects.filter(in_field__in=[field.pk for field in fields]))
    counts = Counter(dict(cases.order_by().values_list("state").annotate(Count("pk"))))
    state = state if state in counts else ""
    kept = (cases.filter(state=state) if state else cases).order_by("-touched_at", "-pk").values_list("pk", flat=True)
    leaf = Paginator(kept, A_PAGE).get_page(page)
    return Mine(
        fields, _rows(_in_order(leaf), board, at), _chips(counts, state), leaf, f"trang-thai={state}&" if state else "",
        _collaborators(fields, at), _owed(fields, at),
    )  # fmt: skip


def _in_order(leaf: Leaf[int]) -> list[Case]:
    """The cases of one leaf: found by number alone, so that nothing else is read of those on other leaves."""
    found = Case.objects.select_related("creator").in_bulk(list(leaf))
    return [found[pk] for pk in leaf if pk in found]


def _owed(fields: list[Field], at: datetime) -> list[Owed]:
    rows = [row for row in owed(at) if row.open]
    return [row for field in fields for row in rows if row.field_id == field.pk]


def _chips(counts: Counter[str], state: str) -> list[Chip]:
    names = dict(Case.State.choices)
    told = [Chip("Tất cả", ROOT, sum(counts.values()), not state)]
    return told + [
        Chip(str(names[one]).capitalize(), f"{ROOT}?trang-thai={one}", counts[one], one == state)
        for one in ORDER
        if counts[one]
    ]


def _rows(cases: list[Case], board: Board, at: datetime) -> list[dict[str, Any]]:
    moving = {now.case.pk: now for now in standings([one for one in cases if one.state == "in_review"], at, board)}
    ids = {author for case in cases for author in case.authors or [case.creator_id]}
    ids |= {one.person for now in moving.values() if now.open for one in now.open.holders}
    people = people_named(ids)
    return [
        {
            "pk": case.page_id,
            "title": case.title,
            "url": f"/viec/{case.page_id}/",
            "state": case.state,
            "author": ", ".join(people.get(who, "") for who in case.authors or [case.creator_id]),
            "touched": local(case.touched_at),
            "up": local(case.published_at) if case.published_at and case.state == "published" else None,
            "where": whereabouts(moving[case.pk], people, at) if case.pk in moving else "",
        }
        for case in cases
    ]


def _collaborators(fields: list[Field], at: datetime) -> list[dict[str, Any]]:
    """Who writes for these fields from outside the staff, each with his last item there."""
    posts = CollaboratorPost.objects.filter(in_force(at), field__in=fields).select_related("person", "field")
    theirs = Case.objects.filter(creator=OuterRef("person"), in_field=OuterRef("field")).order_by("-touched_at", "-pk")
    rows = list(
        posts.annotate(last=Subquery(theirs.values("pk")[:1])).order_by(
            *named("person__full_name"), titled("field__title")
        )
    )
    cases = Case.objects.in_bulk({row.last for row in rows if row.last})
    return [
        {
            "name": str(row.person),
            "field": row.field.title,
            "since": local(row.starts),
            "last": {"title": case.title, "url": f"/viec/{case.page_id}/", "state": case.state, "at": local(case.touched_at)}
            if (case := cases.get(row.last)) is not None else None,
        }
        for row in rows
    ]  # fmt: skip
