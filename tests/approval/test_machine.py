"""Anything anybody does in any order: the invariants of the heart hold after each step."""

from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from datetime import timedelta
from typing import Any

import pytest
from django.db import connection, transaction
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from portal.approval import actions as approval
from portal.approval.models import Approval, Case, Pass, Passage, Vouch
from portal.approval.queries import hash_of, standing
from portal.approval.rules import REFUSAL_GROUNDS, WITHDRAWAL_GROUNDS, State, StepKind, Verb
from portal.base.models import JournalEntry
from portal.base.refused import Refused
from portal.news import actions as news
from portal.news.intake import as_body
from portal.news.models import Article
from portal.people import offices
from portal.people.models import Delegation, Person
from portal.people.rules import Board
from tests.cast import NOW, Cast, reread

T = {"channel": "test"}
HOUR = timedelta(hours=1)
STAFF = ("ha", "phong", "cuc", "dung", "sen", "lan")
EVERYBODY = (*STAFF, "tri", "vy", "phu")
KINDS: dict[str, dict[str, Any]] = {
    "planned": {},
    "of the Pioneers": {"section": "doan-doi"},
    "without a Member": {"section": "thong-bao"},
    "out of plan": {"in_plan": False},
    "repost": {"kind": "repost", "source": {"name": "Sở", "url": "https://vi-du.vn/a"}},
    "internal": {"section": "trao-doi"},
    "received": {"received_from": {"name": "Tổ Toán"}},
}
CHANGES: tuple[dict[str, Any], ...] = (
    {"title": "Tiêu đề thứ hai"}, {"summary": "Tóm tắt khác."}, {"plan_entry": None},
    {"authors": [{"username": "lan", "share": 50}, {"username": "vy", "share": 50}]},
    {"authors": [{"username": "ha", "share": 100}]},
)  # fmt: skip
articles = st.integers(0, 2)
person = st.sampled_from(EVERYBODY)
steps_taken = 0
QUICK = {
    "sqlite": (54, 2_000, 20, 7),
    "postgresql": (12, 450, 1, 3),
}  # runs of up to 50 steps; steps, each verb at least; rare verbs
seen: Counter[str] = Counter()  # what the journal says was done, so that the machine does not only knock at doors
OFTEN = frozenset({"draft", "edit", "submit", "pass", "approve", "publish", "confirm_facts", "vouch", "schedule"})
SOMETIMES = frozenset(
    {"withdraw", "correct", "send_back", "refuse", "propose_refusal", "refer", "opinion", "skip", "facts", "recall",
     "post"}
)  # fmt: skip


class Killed(Exception):
    """The power goes."""


class Desk(RuleBasedStateMachine):
    """Up to three articles, nine people, the clock."""

    def __init__(self) -> None:
        super().__init__()
        self.undo = transaction.atomic()
        self.undo.__enter__()
        self.cast: Cast = reread()
        self.now = NOW
        self.pages: list[int] = []
        self.passes = self.approvals = self.lines = 0

    def teardown(self) -> None:
        seen.update(JournalEntry.objects.filter(subject_id__in=self.pages).values_list("verb", flat=True))
        transaction.set_rollback(True)
        self.undo.__exit__(None, None, None)

    # --- what the steps are made of

    def who(self, name: str) -> Person:
        return self.cast.people[name]

    def page(self, index: int) -> Article:
        return Article.objects.get(pk=self.pages[index % len(self.pages)])

    def attempt(self, deed: Callable[[], object]) -> None:
        """Done, or refused; nothing else."""
        global steps_taken
        steps_taken += 1
        with suppress(Refused):
            deed()

    def decide(self, page: Article, verb: Verb, by: Person, **more: Any) -> object:
        case = Case.objects.get(page_id=page.pk)
        seen = {"revision": case.revision_id, "hash": case.hash, **more}
        ground = next(iter(REFUSAL_GROUNDS))
        return approval.decide(
            page, verb, by=by, at=self.now, reason="Vì.", ground=ground, to=self.who("cuc"), **seen, **T
        )

    # --- the verbs

    @initialize(by=st.sampled_from(STAFF), kind=st.sampled_from(sorted(KINDS)))
    def somebody_wrote(self, by: str, kind: str) -> None:
        self.write(by, kind, True)

    @precondition(lambda self: len(self.pages) < 3)
    @rule(by=st.sampled_from((*STAFF, "vy", "vy", "phu")), kind=st.sampled_from(sorted(KINDS)), submit=st.booleans())
    def write(self, by: str, kind: str, submit: bool) -> None:
        def deed() -> None:
            page = self.cast.article(self.who(by), at=self.now, **KINDS[kind])
            self.pages.append(page.pk)
            if submit:
                approval.submit(page, by=self.who(by), at=self.now, **T)

        self.attempt(deed)

    @precondition(lambda self: len(self.pages) < 3)
    @rule(index=articles)
    def its_writer_repeats_it_inside(self, index: int) -> None:
        """The words readers have, once more, for the school alone (Điều 15.1)."""
        page = self.page(index)
        words = {
            "title": page.title, "summary": page.summary, "body": as_body(page),
            "authors": [{"username": line.person.username, "share": line.share} for line in page.bylines.all()],
        }  # fmt: skip

        def deed() -> None:
            copy = self.cast.article(page.owner, at=self.now, section="trao-doi", **words)
            self.pages.append(copy.pk)
            approval.submit(copy, by=page.owner, at=self.now, **T)

        self.attempt(deed)

    @rule(
        index=articles,
        change=st.sampled_from(CHANGES),
        verb=st.sampled_from(("edit", "submit", "submit", "correct", "correct", "recall")),
    )
    def the_writer(self, index: int, change: dict[str, Any], verb: str) -> None:
        """What its writer does with it."""
        page = self.page(index)
        self.attempt(lambda: self.written(page, verb, change, page.owner))

    @rule(
        index=articles,
        by=person,
        change=st.sampled_from(CHANGES),
        verb=st.sampled_from(("edit", "submit", "correct", "recall")),
    )
    def anybody(self, index: int, by: str, change: dict[str, Any], verb: str) -> None:
        self.attempt(lambda: self.written(self.page(index), verb, change, self.who(by)))

    def written(self, page: Article, verb: str, change: dict[str, Any], by: Person) -> object:
        if verb == "edit":
            return news.edit(page, change, by=by, at=self.now, **T)
        return getattr(approval, verb)(page, by=by, at=self.now, **T)

    @rule(index=articles, which=st.integers(0, 3), verb=st.sampled_from([*([Verb.APPROVE] * 4), *Verb]))
    def the_holder(self, index: int, which: int, verb: Verb) -> None:
        """Somebody who holds the open step acts on it."""
        page = self.page(index)
        self.attempt(lambda: self.decide(page, verb, self.holder(page, which)))

    @rule(
        index=articles,
        which=st.integers(0, 3),
        change=st.sampled_from((None, None, *CHANGES)),
        last=st.sampled_from([Verb.APPROVE, Verb.APPROVE, Verb.REFUSE]),
    )
    def the_holders_all_the_way(self, index: int, which: int, change: dict[str, Any] | None, last: Verb) -> None:
        """Each holder in turn, mending it or asking first now and then; another vouches where one must."""
        page = self.page(index)

        def deed() -> None:
            for _ in range(3):
                holder = self.holder(page, which)
                if change is not None:
                    news.edit(page, change, by=holder, at=self.now, **T)
                for name, verb in (
                    ("dung", Verb.VOUCH),
                    ("cuc", Verb.VOUCH),
                    ("sen", Verb.REFER),
                    ("cuc", Verb.OPINION),
                ):
                    with suppress(Refused):
                        self.decide(page, verb, self.who(name))
                with suppress(Refused):
                    self.decide(page, last, holder)
                    continue
                self.decide(page, Verb.APPROVE, holder)

        self.attempt(deed)

    def holder(self, page: Article, which: int) -> Person:
        found = standing(Case.objects.get(page_id=page.pk), self.now).open
        if found is None or not found.holders:
            return page.owner  # type: ignore[no-any-return]
        return Person.objects.get(pk=found.holders[which % len(found.holders)].person)

    @rule(index=articles, by=person, verb=st.sampled_from([Verb.VOUCH, *Verb]), stale=st.booleans())
    def anybody_decides(self, index: int, by: str, verb: Verb, stale: bool) -> None:
        more = {"hash": "0" * 64} if stale else {}
        self.attempt(lambda: self.decide(self.page(index), verb, self.who(by), **more))

    @rule(index=articles, by=person, hours=st.integers(-1, 30), down=st.booleans())
    def the_hour_comes_or_it_goes(self, index: int, by: str, hours: int, down: bool) -> None:
        page, hour, ground = self.page(index), self.now + hours * HOUR, next(iter(WITHDRAWAL_GROUNDS))
        if down:
            deed = lambda: approval.withdraw(page, ground=ground, reason="Vì.", by=self.who(by), at=self.now, **T)  # noqa: E731
        else:
            deed = lambda: approval.schedule(page, publish_at=hour, by=self.who(by), at=self.now, **T)  # noqa: E731
        self.attempt(deed)

    # --- the world

    @rule(what=st.sampled_from(("delegate", "delegate", "revoke", "suspend", "away")), name=st.sampled_from(STAFF),
          field=st.sampled_from(("cm", "dd")), hours=st.integers(1, 9), substitute=st.booleans())  # fmt: skip
    def the_board_changes(self, what: str, name: str, field: str, hours: int, substitute: bool) -> None:
        who, until = self.who(name), self.now + hours * HOUR
        stands_in = self.who("dung") if substitute and name == "sen" else None
        deeds: dict[str, Callable[[], object]] = {
            "delegate": lambda: self.cast.delegate(
                self.who("cuc" if substitute else "dung"), (field,), starts=self.now, ends=until
            ),
            "revoke": lambda: Delegation.objects.filter(revoked_at=None).update(revoked_at=self.now, revoked_by=who),
            "suspend": lambda: self.cast.suspend(who, starts=self.now, ends=until),
            "away": lambda: self.cast.away(who, substitute=stands_in, starts=self.now, ends=until),
        }
        self.attempt(deeds[what])

    @rule(hours=st.sampled_from([1, 7, 24]))
    def time_passes(self, hours: int) -> None:
        self.now += hours * HOUR
        self.attempt(lambda: (approval.refresh_all(self.now), approval.publish_due(self.now)))

    @rule(index=articles, by=person, verb=st.sampled_from(["submit", "approve", "publish_due"]))
    def power_fails_half_way(self, index: int, by: str, verb: str) -> None:
        before = self.everything()
        deeds: dict[str, Callable[[], object]] = {
            "submit": lambda: approval.submit(self.page(index), by=self.who(by), at=self.now, **T),
            "approve": lambda: self.decide(self.page(index), Verb.APPROVE, self.holder(self.page(index), 0)),
            "publish_due": lambda: approval.publish_due(self.now + 40 * HOUR),
        }

        def deed() -> None:
            with transaction.atomic():
                deeds[verb]()
                raise Killed

        try:
            self.attempt(deed)
        except Killed:
            assert self.everything() == before

    def everything(self) -> list[Any]:
        return [
            sorted(Case.objects.values_list("page_id", "state", "hash", "touched_at")),
            sorted(Article.objects.values_list("pk", "live", "title")),
            *(model.objects.count() for model in (Pass, Passage, Approval, Vouch, JournalEntry)),
        ]

    # --- what must hold

    @invariant()
    def readers_see_what_was_approved(self) -> None:
        up = {
            one.page_id: one
            for one in Approval.objects.filter(page__in=self.pages, revoked_at=None, went_live_at__isnull=False)
        }
        live = {article.pk: article for article in Article.objects.filter(pk__in=self.pages, live=True)}
        assert live.keys() == up.keys()
        assert {pk: hash_of(article) for pk, article in live.items()} == {pk: one.hash for pk, one in up.items()}

    @invariant()
    def a_passage_is_open_exactly_while_it_is_looked_at(self) -> None:
        open_now = Passage.objects.filter(case__page__in=self.pages, closed_at=None).values_list(
            "case__page_id", flat=True
        )
        in_review = Case.objects.filter(page__in=self.pages, state=State.IN_REVIEW).values_list("page_id", flat=True)
        assert sorted(open_now) == sorted(in_review)

    @invariant()
    def two_people_answer_for_each_decision(self) -> None:
        for one in Approval.objects.filter(pk__gt=self.approvals, page__in=self.pages).order_by("pk"):
            if one.copied_from is not None:  # Điều 15.1: the same words, for which two people answered already
                first = one.copied_from
                words = [approval.revision.as_object().words() for approval in (one, first)]
                assert (words[0], one.by_id, first.copied_from) == (words[1], first.by_id, None)
                assert one.page.specific.facts(self.now).audience != "public"
                self.approvals = one.pk
                continue
            case = Case.objects.get(page_id=one.page_id)
            found = standing(case, self.now)
            others = found.hands.all - {one.by_id}
            if one.by_id in found.hands.all:
                vouched = Vouch.objects.filter(case=case, hash=one.hash).values_list("by_id", flat=True)
                others = frozenset(vouched) & found.board.everyone - found.hands.all
            assert others
            self.approvals = one.pk

    @invariant()
    def every_step_was_taken_by_its_office(self) -> None:
        board: Board | None = None
        for given in Pass.objects.filter(pk__gt=self.passes, passage__case__page__in=self.pages).order_by("pk"):
            board = board or offices.board(given.at)
            assert holds_office(given, board), f"{given.kind} by {given.by} as {given.office} in row {given.row}"
            self.passes = given.pk

    @invariant()
    def history_only_grows(self) -> None:
        lines = JournalEntry.objects.count()
        assert lines >= self.lines
        self.lines = lines


def holds_office(given: Pass, board: Board) -> bool:
    """The regulation once more, in other words than the code's."""
    who, field = given.by_id, given.facts["field"]
    if given.kind == StepKind.LEADER and given.row in (3, 4, 5):
        return given.office == "head" and who in board.heads and given.grant_id is None
    if given.office == "head":
        return who in board.heads and given.kind != StepKind.MEMBER
    if given.office == "deputy":
        return who in board.deputies - board.away and given.kind == StepKind.LEADER
    if given.office == "secretary" and given.acting_for_id is not None:
        return who in board.substitutes and board.secretaries <= board.away
    if given.office == "secretary":
        return who in board.secretaries - board.away and given.kind != StepKind.LEADER
    if given.grant_id is not None:
        grants = [grant for grant in board.grants if grant.id == given.grant_id and field in grant.fields]
        return [grant.delegate for grant in grants] == [who] and given.row in (7, 8, 10) and bool(given.number)
    return who in board.on_duty(field) and given.kind == StepKind.MEMBER


@pytest.mark.soak
@pytest.mark.long
def test_whatever_anybody_does_the_invariants_hold(cast: Cast) -> None:
    profile, (runs, steps, each, rare) = settings(), QUICK[connection.vendor]
    long = profile.max_examples > 100
    run_state_machine_as_test(Desk, settings=profile if long else settings(profile, max_examples=runs))
    assert steps_taken >= (25_000 if long else steps)
    assert seen.keys() >= OFTEN
    assert min(seen[verb] for verb in OFTEN) >= (20 if long else each)
    assert len(SOMETIMES & seen.keys()) >= (7 if long else rare)
