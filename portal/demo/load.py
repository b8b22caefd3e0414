"""The demo school, brought in by the same verbs its people use: nothing is up here that nobody decided."""

from collections.abc import Callable
from datetime import datetime, timedelta
from functools import partial
from typing import Any

from django.db import transaction
from wagtail.signal_handlers import disable_reference_index_auto_update

from portal.approval import actions as approval
from portal.approval.queries import Standing
from portal.approval.rules import StepKind, Verb, may_decide
from portal.base.clock import ZONE
from portal.demo import (
    admissions,
    disclosures,
    documents,
    duty,
    erasing,
    figures,
    founding,
    notices,
    personal,
    pictures,
    planning,
    praise,
    procedures,
    resources,
    results,
    rolls,
    timetables,
    weeks,
)
from portal.demo.accounts import TABLE
from portal.demo.content.articles import ARTICLES, MENDED, STANDING
from portal.demo.content.pages import PAGES
from portal.demo.content.school import SECTIONS, TOPICS
from portal.demo.content.shape import ArticleSeed, MendedSeed, StandingSeed, corrected
from portal.demo.content.urgent import URGENT
from portal.demo.founding import AUGUST, CHANNEL, OPENED
from portal.demo.keeping import Keeper
from portal.news import actions as news
from portal.news.models import Article
from portal.people.models import Delegation, Field, Person
from portal.plan.models import PlanEntry
from portal.search import actions as search

FIRST_TO_DECIDE = ("phoban", "truongban", "thuky", "uyvien.cm", "uyvien.dd")


@transaction.atomic
def load(password: str, *, now: datetime, say: Callable[[str], Any]) -> None:
    """Load everything into an empty database; `now` is when the standing items stand."""
    with disable_reference_index_auto_update():  # it counts uses for Wagtail's own screens, which nobody opens
        _load(password, now, say)
    search.reindex()


def _load(password: str, now: datetime, say: Callable[[str], Any]) -> None:
    say("  người, chức danh, lĩnh vực, kế hoạch …")
    by_name = founding.people(password)
    pictures.ask_of_none_before()
    say("  lớp, học sinh, phiếu đồng ý …")
    rolls.enrol(by_name, now)
    results.tell(by_name, now)
    loader = Loader(now, by_name, founding.plans(by_name))
    say("  chuyên mục …")
    loader.sections()
    loader.forms()
    ordered = sorted((*ARTICLES, *PAGES), key=lambda seed: seed.published_on or "")
    for number, seed in enumerate(ordered, 1):
        if number % 20 == 0 or number == len(ordered):
            say(f"  bài và trang đã đăng {number}/{len(ordered)} …")
        loader.publish(seed)
    for mended in MENDED:
        loader.mend(mended)
    loader.place()
    say(f"  {len(STANDING)} bài đang ở các bước …")
    loader.delegate()
    planning.ask_for(loader.entries, by_name, now)
    planning.set_budgets(by_name["truongban"], AUGUST + timedelta(days=8))
    planning.draw_up_next_month(by_name["thuky"], now - timedelta(days=2))
    for standing_seed in STANDING:
        loader.stand(standing_seed)
    loader.urgent()
    duty.arrange(by_name, now)
    weeks.schedule(by_name, now)
    notices.tell(loader._up, by_name, now)
    personal.ask(by_name, now)
    timetables.arrange(loader._up, by_name, now)
    pictures.declare(by_name, now)
    praise.tell(loader._up, by_name, now)
    documents.file_away(loader._up, by_name, now)
    disclosures.disclose(loader._up, by_name, now)
    figures.tell(loader._up, by_name, now)
    procedures.arrange(loader._up, by_name, now)
    erasing.ask(by_name, now)
    admissions.arrange(loader._up, by_name, now)
    say("  kho học liệu …")
    resources.fill(partial(loader._pass_on, until=None), by_name, now)


def set_passwords(password: str) -> None:
    """Give every demo account the same password."""
    for person in Person.objects.filter(username__in=[username for username, _, _ in TABLE]):
        person.set_password(password)
        person.save(update_fields=["password"])


def _hour(text: str) -> datetime:
    at = datetime.fromisoformat(text)
    return at if at.tzinfo else at.replace(tzinfo=ZONE)


def _begun(seed: ArticleSeed, published: datetime) -> datetime:
    """When an article was begun: the day before, but not before what it tells of was over."""
    over = seed.event_end or seed.event_start
    begun = published - timedelta(hours=20)
    return min(max(begun, _hour(over)) if over else begun, published - timedelta(minutes=40))


class Loader:
    """Walks the seeds through the verbs, remembering what was made."""

    def __init__(self, now: datetime, by_name: founding.Named, entries: list[PlanEntry]) -> None:
        self.now, self.by_name, self.entries = now, by_name, entries
        self.keeper = Keeper(by_name)
        self.made: dict[str, Article] = {}

    def sections(self) -> None:
        at, secretary = OPENED + timedelta(days=2), self.by_name["thuky"]
        for position, seed in enumerate(SECTIONS, 1):
            section = news.begin_section(
                title=seed.title, intro=seed.intro, field=Field.objects.get(slug=seed.field), audience=seed.audience,
                slug_=seed.slug, position=position * 10, shape=seed.shape, language=seed.language, by=secretary, at=at, channel=CHANNEL,
            )  # fmt: skip
            self._up(section, secretary, at)
        for topic_seed in TOPICS:
            topic = news.begin_topic(title=topic_seed.title, intro=topic_seed.intro, slug_=topic_seed.slug,
                                     by=secretary, at=at, channel=CHANNEL)  # fmt: skip
            self._up(topic, secretary, at)

    def delegate(self) -> None:
        """The Head's paper that lets the Member for the Pioneers decide in his field, until the new year."""
        row = Delegation.objects.create(
            delegator=self.by_name["truongban"], delegate=self.by_name["uyvien.dd"], number="12/UN-BBT",
            starts=self.now - timedelta(days=6), ends=self.now + timedelta(days=40),
        )  # fmt: skip
        row.fields.set([Field.objects.get(slug="doan-doi")])

    def write(self, seed: ArticleSeed, at: datetime) -> Article:
        data: dict[str, Any] = {
            "section": seed.section, "genre": seed.genre, "title": seed.title, "summary": seed.summary,
            "body": self.keeper.body(seed, at), "kind": seed.kind, "audience": seed.audience,
            "notice": seed.notice, "place": seed.place, "interviewee": seed.interviewee, "topic": seed.topic or "",
            "photographer": seed.photographer, "consent": seed.consent or seed.genre == "anh-hoat-dong",
            "plan_entry": self.entries[seed.plan_entry].pk if seed.plan_entry is not None else None,
            "event_start": seed.event_start, "event_end": seed.event_end, "opening_at": seed.opening_at,
            "urgent_template": self.form.pk if seed.urgent else None, "expires_at": seed.expires_at,
        }  # fmt: skip
        for group in ("source", "advertiser", "received_from"):
            if getattr(seed, group):
                data[group] = getattr(seed, group)
        if seed.co_authors:
            rest = 100 - sum(share for _, share in seed.co_authors)
            data["authors"] = [
                {"username": name, "share": share} for name, share in ((seed.author, rest), *seed.co_authors)
            ]
        return news.write(data, by=self.by_name[seed.author], at=at, channel=CHANNEL)

    def publish(self, seed: ArticleSeed) -> None:
        at = _hour(str(seed.published_on))
        author = self.by_name[seed.author]
        begun = _begun(seed, at)
        article = self.write(seed, begun)
        self.made[seed.key] = article
        now = approval.submit(article, by=author, at=begun + (at - begun) / 4, channel=CHANNEL)
        self._pass_on(article, at, now, until=None)

    def _up(self, page: Any, by: Person, at: datetime) -> None:
        now = approval.submit(page, by=by, at=at, channel=CHANNEL)
        self._pass_on(page, at + timedelta(hours=2), now, until=None)

    def _pass_on(self, page: Any, at: datetime, now: Standing, *, until: StepKind | None) -> Standing:
        """Let whoever holds each open step approve, the deciding one at `at`, until the step `until` is open; `now` is how
        it stands."""
        while now.open is not None and now.open.kind is not until:
            leader = now.open.kind is StepKind.LEADER
            hour = at if leader or now.since is None else now.since + (at - now.since) / 2
            who = self._whose(now)
            if leader and may_decide(who.pk, now.hands, now.vouchers, now.board):
                helper = next(p for p in self._ordered() if p.pk in now.board.everyone - now.hands.all - {who.pk})
                now = self._decide(page, now, Verb.VOUCH, helper, hour)
            now = self._decide(page, now, Verb.APPROVE, who, hour)
        return now

    def _ordered(self) -> list[Person]:
        return [self.by_name[name] for name in FIRST_TO_DECIDE]

    def _whose(self, now: Standing) -> Person:
        assert now.open is not None
        return next(person for person in self._ordered() if now.open.holder(person.pk))

    def _decide(self, page: Any, now: Standing, verb: Verb, by: Person, at: datetime, **more: Any) -> Standing:
        case = now.case
        return approval.decide(
            page, verb, revision=case.revision_id, hash=case.hash, by=by, at=at, channel=CHANNEL, **more
        )

    def stand(self, seed: StandingSeed) -> None:
        """Bring one item to the step its key names, and leave it there."""
        at = _hour(seed.submitted_on) if seed.submitted_on else self.now - timedelta(hours=26)
        at = min(at, self.now - timedelta(hours=1))
        author = self.by_name[seed.author]
        if seed.corrects:
            self._correct(seed, at)
            return
        article = self.write(seed, at - timedelta(hours=2))
        self.made[seed.key] = article
        if seed.key == "draft":
            return
        if seed.key == "scheduled":
            meant = _hour(seed.publish_at or "")
            hour = meant if meant > self.now else self.now + timedelta(days=1)
            approval.schedule(article, publish_at=hour, by=author, at=at, channel=CHANNEL)
        now = approval.submit(article, by=author, at=at, channel=CHANNEL)
        target = seed.key.rpartition("_")[2]
        stops = {"secretary": StepKind.SECRETARY, "member": StepKind.MEMBER, "head": StepKind.LEADER,
                 "leader": StepKind.LEADER, "delegate": StepKind.MEMBER}  # fmt: skip
        if target in stops:
            self._pass_on(article, at + timedelta(minutes=40), now, until=stops[target])
        elif seed.key == "scheduled":
            self._pass_on(article, at + timedelta(minutes=40), now, until=None)
        elif seed.key in ("sent_back", "refused"):
            self._turn_down(article, seed, now, at + timedelta(minutes=40))

    def forms(self) -> None:
        """The form of urgent notice the Head approved before the first storm."""
        self.form = news.draw_up_template(title=URGENT.form, text=URGENT.form_text, by=self.by_name["thuky"],
                                          at=OPENED, channel=CHANNEL)  # fmt: skip
        news.approve_template(self.form, by=self.by_name["truongban"], at=OPENED, channel=CHANNEL)

    def urgent(self) -> None:
        """Row 9: a notice from a form the Head approved, waiting for a leader's one tap."""
        at = self.now - timedelta(minutes=25)
        data = {
            "section": "thong-bao", "genre": "tin-ngan", "notice": True, "title": URGENT.title, "summary": URGENT.summary,
            "body": [{"type": "notice", "value": URGENT.text}], "urgent_template": self.form.pk,
            "expires_at": self.now + timedelta(days=2),
        }  # fmt: skip
        article = news.write(data, by=self.by_name["thuky"], at=at, channel=CHANNEL)
        approval.submit(article, by=self.by_name["thuky"], at=at, channel=CHANNEL)

    def _turn_down(self, article: Article, seed: StandingSeed, now: Standing, at: datetime) -> None:
        refused = seed.key == "refused"
        if refused:
            now = self._pass_on(article, at, now, until=StepKind.LEADER)
        given = self.by_name.get(seed.decision_by)
        who = given if given and now.acts_as(given.pk) else self._whose(now)
        for quote, text in seed.remarks:
            approval.remark(article, quote=quote, text=text, revision=now.case.revision_id, by=who,
                            at=at + timedelta(minutes=25), channel=CHANNEL)  # fmt: skip
        verb = Verb.REFUSE if refused else Verb.SEND_BACK
        self._decide(article, now, verb, who, at + timedelta(minutes=30), reason=seed.reason, ground=seed.ground)

    def _correct(self, seed: StandingSeed, at: datetime) -> None:
        words = {"title": seed.title, "summary": seed.summary, "body": self.keeper.body(seed, at)}
        self._reopen(str(seed.corrects), self.by_name[seed.author], words, at)

    def mend(self, mended: MendedSeed) -> None:
        """A correction that went all its way: readers see when it was mended."""
        seed = corrected(next(seed for seed in ARTICLES if seed.key == mended.of), mended)
        at = _hour(mended.submitted_on)
        words = {"title": seed.title, "summary": seed.summary, "body": self.keeper.body(seed, at)}
        article, now = self._reopen(mended.of, self.by_name[mended.by], words, at)
        self._pass_on(article, _hour(mended.published_on), now, until=None)

    def _reopen(self, key: str, by: Person, words: dict[str, Any], at: datetime) -> tuple[Article, Standing]:
        article: Article = Article.objects.get(pk=self.made[key].pk)
        approval.correct(article, by=by, at=at - timedelta(hours=1), channel=CHANNEL)
        news.edit(article, words, by=by, at=at - timedelta(minutes=30), channel=CHANNEL)
        return article, approval.submit(article, by=by, at=at, channel=CHANNEL)

    def place(self) -> None:
        """Which page stands where, as the Secretary arranged it."""
        for key, language in {(seed.stands_in, seed.language): None for seed in PAGES}:
            here = [self.made[seed.key].pk for seed in PAGES if (seed.stands_in, seed.language) == (key, language)]
            news.stand(key, here, language=language, by=self.by_name["thuky"], at=self.now - timedelta(days=1),
                       channel=CHANNEL)  # fmt: skip
