"""Everything open that concerns a person, fetched once, in a fixed number of queries however many items there are."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.db.models import QuerySet
from django.utils.dateparse import parse_datetime
from wagtail.models import Revision

from portal.approval.models import Case, ReviewList
from portal.approval.queries import Standing, facts_of, standings, under_way
from portal.approval.rules import State, StepKind, Verb, may_decide
from portal.base import regulation
from portal.base.clock import ZONE
from portal.desk.queries.circles import for_technicians
from portal.desk.queries.lists import Waiting, decides, followed, inside
from portal.desk.rules import Due, due
from portal.desk.sorts import URGENT_ROWS, Place, Sort, sort_of
from portal.news.models import Section
from portal.news.queries import technical_only
from portal.people.models import CollaboratorProposal, Field, Person
from portal.people.queries import open_collaborator_proposals
from portal.people.rules import Board
from portal.plan.queries import clocks
from portal.plan.rules import Clocks

KEYS = ("genre", "notice", "opening_at", "event_start", "event_end", "section", "summary")  # of the newest text
MOST_OWN = 20
Rank = tuple[bool, datetime, datetime]


@dataclass(frozen=True)
class Entry:
    """One open thing: an item under way, one waiting for its hour, a list, or a proposal that is no text."""

    place: Place
    sort: Sort
    field: int | None
    rank: Rank
    now: Standing | None = None
    case: Case | None = None
    proposal: CollaboratorProposal | None = None
    listed: Waiting | None = None


@dataclass
class Pool:
    """What is fetched once and looked at by every group. `own` are the person's texts that are not under way."""

    person: Person
    at: datetime
    board: Board
    stands: list[Standing]
    own: list[Case]
    resting: list[Case]
    proposals: list[CollaboratorProposal]
    lists: list[Waiting]
    days: int
    clocks: Clocks
    texts: Mapping[int, Mapping[str, Any]] = field(default_factory=dict)
    sections: Mapping[int, str] = field(default_factory=dict)
    fields: Mapping[int, Field] = field(default_factory=dict)

    def text(self, case: Case) -> Mapping[str, Any]:
        return self.texts.get(case.revision_id, {})

    def is_article(self, case: Case) -> bool:
        return bool(self.text(case).get("genre"))


def watchers(board: Board) -> frozenset[int]:
    """Who keeps an eye on everything under way: the Secretary, those who lead, the Principal, the administrator."""
    return (board.secretaries | board.leaders | board.deputies | board.principals | board.vice_principals
            | board.sysadmins)  # fmt: skip


def needs_vouching(now: Standing) -> bool:
    """Whether somebody who is to decide has had a hand in the text and nobody stands by it yet."""
    deciding = now.route.step(StepKind.LEADER)
    return deciding is not None and any(
        may_decide(holder.person, now.hands, now.vouchers, now.board) for holder in deciding.holders
    )


def gather(person: Person, at: datetime, board: Board) -> Pool:
    """Fetch what one person has to do, may do, or follows; of what the portal before had, the lists and not each text."""
    me, watching = person.pk, person.pk in watchers(board)
    concerned = watching or me in board.everyone | board.substitutes
    follows = for_technicians if technical_only(board, me) else QuerySet.all
    cases = follows(under_way())
    own = Case.objects.filter(creator=person, past=None).exclude(state=State.IN_REVIEW).order_by("-touched_at")
    pool = Pool(
        person, at, board, standings(cases if concerned else cases.filter(creator=person), at, board),
        list(own[: MOST_OWN * 3]),
        list(follows(Case.objects.filter(state=State.APPROVED, past=None)).order_by("publish_at")) if watching else [],
        _proposals(me, board) if concerned else [],
        followed(me, board),
        regulation.number("approval.take_over_after_working_days", at.date()), clocks(),
    )  # fmt: skip
    pool.texts = _texts([now.case for now in pool.stands] + pool.own + pool.resting)
    pool.sections = dict(Section.objects.values_list("pk", "title"))
    pool.fields = Field.objects.in_bulk()
    return pool


def _proposals(me: int, board: Board) -> list[CollaboratorProposal]:
    """Collaborators proposed: to the Head who decides, the Secretary who follows, the Member who proposed."""
    found = open_collaborator_proposals().select_related("field", "proposed_by").order_by("proposed_at")
    if me in board.leaders | board.secretaries:
        return list(found)
    held = [field_id for field_id, people in board.fields.items() if me in people]
    return list(found.filter(field__in=held)) if held else []


def _texts(cases: list[Case]) -> Mapping[int, Mapping[str, Any]]:
    """Of each newest text what a list asks for; never the words themselves, however long they are."""
    names = {f"content__{key}": key for key in KEYS}
    rows = Revision.objects.filter(pk__in={case.revision_id for case in cases}).values("pk", *names)
    return {row["pk"]: {key: row[name] for name, key in names.items()} for row in rows}


def entries(pool: Pool) -> list[Entry]:
    """Every open thing with its place, in the order of the list: what is his first, urgent before what is due."""
    return sorted(_entries(pool), key=lambda one: (list(Place).index(one.place), one.rank))


def _entries(pool: Pool) -> Iterator[Entry]:
    me = pool.person.pk
    watching, listed = me in watchers(pool.board), inside(pool.lists) if me in pool.board.leaders else frozenset()
    for now in pool.stands:
        place = _place(now, me)
        if now.case.page_id in listed and place is Place.MINE:
            continue  # it waits for him inside its list
        if place is not Place.ELSEWHERE or (watching and now.case.creator_id != me):
            sort = sort_of(now.facts, row=now.route.row, article=pool.is_article(now.case), proposed=_proposed(now))
            yield Entry(place, sort, now.facts.field, _rank(pool, now), now=now, case=now.case)
    for case in pool.resting:
        if case.creator_id != me:
            facts = facts_of(case)
            sort = sort_of(facts, row=0, article=pool.is_article(case), proposed=False)
            yield Entry(Place.HOUR, sort, facts.field, (True, case.publish_at or pool.at, case.touched_at), case=case)
    for made in pool.lists:
        place = Place.MINE if decides(me, made, pool.board) else Place.ELSEWHERE
        sort = Sort.LISTED if isinstance(made, ReviewList) else Sort.HISTORY
        yield Entry(place, sort, None, (True, _never(pool.at), made.prepared_at), listed=made)
    for proposal in pool.proposals:
        place = Place.MINE if me in pool.board.leaders else Place.ELSEWHERE
        yield Entry(place, Sort.COLLABORATOR, proposal.field_id, (True, _never(pool.at), proposal.proposed_at),
                    proposal=proposal)  # fmt: skip


def _place(now: Standing, me: int) -> Place:
    verbs = now.verbs(me)
    if now.acts_as(me) is not None:
        return Place.MINE
    if Verb.OPINION in verbs:
        return Place.OWED
    return Place.VOUCH if Verb.VOUCH in verbs and needs_vouching(now) else Place.ELSEWHERE


def _proposed(now: Standing) -> bool:
    return now.passage is not None and any(
        one.verb == Verb.PROPOSE_REFUSAL and one.dropped_at is None for one in now.passage.passes.all()
    )


def _rank(pool: Pool, now: Standing) -> Rank:
    """Urgent notices and corrections first (Điều 10.2, 12.3), then by deadline, then by waiting."""
    found = due_of(pool, now.case)
    return now.route.row not in URGENT_ROWS, found.at if found else _never(pool.at), now.since or pool.at


def _never(at: datetime) -> datetime:
    return datetime.max.replace(tzinfo=at.tzinfo)


def due_of(pool: Pool, case: Case) -> Due | None:
    """Until when a text must be up; what is or was up was in time or late then."""
    text = pool.text(case)
    if not text.get("genre") or case.published_at is not None:
        return None
    hours = {name: _hour(text.get(name)) for name in ("opening_at", "event_start", "event_end")}
    return due(genre=text["genre"], notice=bool(text.get("notice")), clocks=pool.clocks, **hours)


def _hour(value: object) -> datetime | None:
    at = parse_datetime(value) if isinstance(value, str) else None
    return at.astimezone(ZONE) if at is not None else None
