"""The demo school, brought in by the same verbs its people use: nothing is up here that nobody decided."""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import Any

from django.core.files.base import ContentFile
from django.db import transaction

from portal.approval import actions as approval
from portal.approval.models import Case
from portal.approval.queries import Standing, standing
from portal.approval.rules import StepKind, Verb, may_decide
from portal.base.clock import ZONE
from portal.demo import duty, planning
from portal.demo.accounts import TABLE
from portal.demo.content.articles import ARTICLES, STANDING
from portal.demo.content.school import FIELDS, PEOPLE, PLAN, SCHOOL, SECTIONS, TOPICS, UNITS
from portal.demo.content.shape import ArticleSeed, StandingSeed
from portal.demo.content.urgent import URGENT
from portal.demo.scenes import draw, raster
from portal.files import actions as files
from portal.news import actions as news
from portal.news.models import Article
from portal.people.models import CollaboratorPost, Delegation, Field, FieldAssignment, Person, Unit, UnitPost
from portal.people.rules import Kind, Office
from portal.plan import actions as plan
from portal.plan.models import PlanEntry
from portal.search import actions as search
from portal.website.actions import FirstDecision, found_school

SIGNED = datetime(2024, 10, 16, 8, tzinfo=ZONE)
AUGUST = datetime(2026, 8, 25, 8, tzinfo=ZONE)
CHANNEL = "demo"
OFFICES = {
    "hieutruong": (Office.PRINCIPAL,),
    "truongban": (Office.HEAD, Office.VICE_PRINCIPAL),
    "phoban": (Office.DEPUTY,),
    "uyvien.cm": (Office.MEMBER,),
    "uyvien.dd": (Office.MEMBER,),
    "thuky": (Office.SECRETARY,),
    "quantri": (Office.SYSADMIN,),
}
KINDS = {"congtacvien": Kind.COLLABORATOR, "phuhuynh": Kind.PARENT, "hocsinh": Kind.PUPIL}
FIRST_TO_DECIDE = ("phoban", "truongban", "thuky", "uyvien.cm", "uyvien.dd")


@transaction.atomic
def load(password: str, *, now: datetime, say: Callable[[str], Any]) -> None:
    """Load everything into an empty database; `now` is when the standing items stand."""
    loader = Loader(now)
    say("  người, chức danh, lĩnh vực, kế hoạch …")
    loader.people(password)
    loader.plan()
    say("  chuyên mục …")
    loader.sections()
    ordered = sorted(ARTICLES, key=lambda seed: seed.published_on or "")
    for number, seed in enumerate(ordered, 1):
        if number % 10 == 0 or number == len(ordered):
            say(f"  bài đã đăng {number}/{len(ordered)} …")
        loader.publish(seed)
    say(f"  {len(STANDING)} bài đang ở các bước …")
    loader.delegate()
    planning.ask_for(loader.entries, loader.by_name, now)
    planning.set_budgets(loader.by_name["truongban"], AUGUST + timedelta(days=8))
    planning.draw_up_next_month(loader.by_name["thuky"], now - timedelta(days=2))
    for standing_seed in STANDING:
        loader.stand(standing_seed)
    loader.urgent()
    duty.arrange(loader.by_name, loader.now)
    search.reindex()


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

    def __init__(self, now: datetime) -> None:
        self.now = now
        self.by_name: dict[str, Person] = {}
        self.entries: list[PlanEntry] = []
        self.pictures: dict[tuple[str, str], int] = {}
        self.rasters: dict[str, bytes] = {}
        self.made: dict[str, Article] = {}

    def people(self, password: str) -> None:
        for seed in PEOPLE:
            self.by_name[seed.username] = Person(
                username=seed.username, full_name=seed.full_name, kind=KINDS.get(seed.username, Kind.STAFF),
                email=f"{seed.username}@{SCHOOL['domain']}",
            )  # fmt: skip
        hashed = Person()
        hashed.set_password(password)
        for person in self.by_name.values():
            person.password = hashed.password
            person.save()
        principal = self.by_name["hieutruong"]
        found_school(
            school={
                "name": SCHOOL["name"], "initials": SCHOOL["short"], "ward": SCHOOL["ward"], "address": SCHOOL["address"],
                "phone": SCHOOL["phone"], "email": SCHOOL["email"], "domain": SCHOOL["domain"], "is_demo": True,
            },
            decision=FirstDecision("34/QĐ-THCSNGT", date(2024, 10, 16), principal.full_name,
                                   "Ban hành Quy chế và kiện toàn Ban biên tập Cổng thông tin điện tử"),
            board=OFFICES, at=SIGNED,
        )  # fmt: skip
        head = self.by_name["truongban"]
        for field_seed in FIELDS:
            field = Field.objects.create(slug=field_seed.slug, title=field_seed.title)
            if field_seed.member:
                FieldAssignment.objects.create(
                    field=field, person=self.by_name[field_seed.member], assigned_by=head, starts=SIGNED
                )
        for unit_seed in UNITS:
            unit = Unit.objects.create(slug=unit_seed.slug, title=unit_seed.title)
            UnitPost.objects.create(unit=unit, person=self.by_name[unit_seed.leader], leads=True, starts=SIGNED)
        for field in Field.objects.filter(slug__in=[seed.slug for seed in FIELDS if seed.member]):
            CollaboratorPost.objects.create(field=field, person=self.by_name["congtacvien"], starts=AUGUST)

    def plan(self) -> None:
        secretary, head = self.by_name["thuky"], self.by_name["truongban"]
        year = plan.draw_up(title=PLAN.title, starts=PLAN.starts, ends=PLAN.ends, by=secretary, at=AUGUST,
                            channel=CHANNEL)  # fmt: skip
        entries = [plan.Entry(e.title, e.starts, e.ends, e.section or "", e.standing) for e in PLAN.entries]
        self.entries = plan.add_entries(year, entries, by=secretary, at=AUGUST, channel=CHANNEL)
        plan.confirm(year, by=head, at=AUGUST + timedelta(days=1), channel=CHANNEL)

    def sections(self) -> None:
        at, secretary = AUGUST + timedelta(days=7), self.by_name["thuky"]
        for position, seed in enumerate(SECTIONS, 1):
            section = news.begin_section(
                title=seed.title, intro=seed.intro, field=Field.objects.get(slug=seed.field), audience=seed.audience,
                slug_=seed.slug, position=position * 10, by=secretary, at=at, channel=CHANNEL,
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
            "body": [self._block(block, seed, at) for block in seed.body], "kind": seed.kind, "audience": seed.audience,
            "notice": seed.notice, "place": seed.place, "interviewee": seed.interviewee, "topic": seed.topic or "",
            "photographer": seed.photographer, "consent": seed.consent or seed.genre == "anh-hoat-dong",
            "plan_entry": self.entries[seed.plan_entry].pk if seed.plan_entry is not None else None,
            "event_start": seed.event_start, "event_end": seed.event_end, "opening_at": seed.opening_at,
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

    def _block(self, block: Any, seed: ArticleSeed, at: datetime) -> dict[str, Any]:
        value = block["value"]
        if block["type"] == "image":
            value = self._shown(value, seed, at)
        if block["type"] == "gallery":
            value = [self._shown(one, seed, at) for one in value]
        return {"type": block["type"], "value": value}

    def _shown(self, shown: Any, seed: ArticleSeed, at: datetime) -> dict[str, Any]:
        key = (shown["image"], shown["alt"])
        if key not in self.pictures:
            scene, number = shown["image"].split(":")
            if shown["image"] not in self.rasters:
                self.rasters[shown["image"]] = raster(draw(scene, int(number)))
            self.pictures[key] = files.store_picture(
                ContentFile(self.rasters[shown["image"]], "ve.jpg"), title=shown["caption"] or seed.title,
                alt=shown["alt"], credit=seed.photographer, by=self.by_name[seed.author], at=at, channel=CHANNEL,
            ).pk  # fmt: skip
        return {"picture": self.pictures[key], "caption": shown["caption"]}

    def publish(self, seed: ArticleSeed) -> None:
        at = _hour(str(seed.published_on))
        author = self.by_name[seed.author]
        begun = _begun(seed, at)
        article = self.write(seed, begun)
        self.made[seed.key] = article
        approval.submit(article, by=author, at=begun + (at - begun) / 4, channel=CHANNEL)
        self._pass_on(article, at, until=None)

    def _up(self, page: Any, by: Person, at: datetime) -> None:
        approval.submit(page, by=by, at=at, channel=CHANNEL)
        self._pass_on(page, at + timedelta(hours=2), until=None)

    def _pass_on(self, page: Any, at: datetime, *, until: StepKind | None) -> None:
        """Let whoever holds each open step approve, the deciding one at `at`, until the step `until` is open."""
        while True:
            now = self._standing(page, at)
            if now.open is None or now.open.kind is until:
                return
            leader = now.open.kind is StepKind.LEADER
            hour = at if leader or now.since is None else now.since + (at - now.since) / 2
            who = self._whose(now, hour)
            if leader and may_decide(who.pk, now.hands, now.vouchers, now.board):
                helper = next(p for p in self._ordered() if p.pk in now.board.everyone - now.hands.all - {who.pk})
                self._decide(page, Verb.VOUCH, helper, hour)
            self._decide(page, Verb.APPROVE, who, hour)

    def _standing(self, page: Any, at: datetime) -> Standing:
        return standing(Case.objects.get(page_id=page.pk), at)

    def _ordered(self) -> list[Person]:
        return [self.by_name[name] for name in FIRST_TO_DECIDE]

    def _whose(self, now: Standing, at: datetime) -> Person:
        assert now.open is not None
        return next(person for person in self._ordered() if now.open.holder(person.pk))

    def _decide(self, page: Any, verb: Verb, by: Person, at: datetime, **more: Any) -> None:
        case = Case.objects.get(page_id=page.pk)
        approval.decide(page, verb, revision=case.revision_id, hash=case.hash, by=by, at=at, channel=CHANNEL, **more)

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
        approval.submit(article, by=author, at=at, channel=CHANNEL)
        target = seed.key.rpartition("_")[2]
        stops = {"secretary": StepKind.SECRETARY, "member": StepKind.MEMBER, "head": StepKind.LEADER,
                 "leader": StepKind.LEADER, "delegate": StepKind.MEMBER}  # fmt: skip
        if target in stops:
            self._pass_on(article, at + timedelta(minutes=40), until=stops[target])
        elif seed.key == "scheduled":
            self._pass_on(article, at + timedelta(minutes=40), until=None)
        elif seed.key in ("sent_back", "refused"):
            self._turn_down(article, seed, at + timedelta(minutes=40))

    def urgent(self) -> None:
        """Row 9: a notice from a form the Head approved, waiting for a leader's one tap."""
        at = self.now - timedelta(minutes=25)
        template = news.draw_up_template(title=URGENT.form, text=URGENT.form_text, by=self.by_name["thuky"],
                                         at=AUGUST, channel=CHANNEL)  # fmt: skip
        news.approve_template(template, by=self.by_name["truongban"], at=AUGUST, channel=CHANNEL)
        data = {
            "section": "thong-bao", "genre": "tin-ngan", "notice": True, "title": URGENT.title, "summary": URGENT.summary,
            "body": [{"type": "notice", "value": URGENT.text}], "urgent_template": template.pk,
            "expires_at": self.now + timedelta(days=2),
        }  # fmt: skip
        article = news.write(data, by=self.by_name["thuky"], at=at, channel=CHANNEL)
        approval.submit(article, by=self.by_name["thuky"], at=at, channel=CHANNEL)

    def _turn_down(self, article: Article, seed: StandingSeed, at: datetime) -> None:
        refused = seed.key == "refused"
        now = self._standing(article, at)
        if refused and now.open and now.open.kind is not StepKind.LEADER:
            self._pass_on(article, at, until=StepKind.LEADER)
            now = self._standing(article, at)
        given = self.by_name.get(seed.decision_by)
        who = given if given and now.acts_as(given.pk) else self._whose(now, at)
        for quote, text in seed.remarks:
            approval.remark(article, quote=quote, text=text, revision=now.case.revision_id, by=who,
                            at=at + timedelta(minutes=25), channel=CHANNEL)  # fmt: skip
        verb = Verb.REFUSE if refused else Verb.SEND_BACK
        self._decide(article, verb, who, at + timedelta(minutes=30), reason=seed.reason, ground=seed.ground)

    def _correct(self, seed: StandingSeed, at: datetime) -> None:
        article = Article.objects.get(pk=self.made[str(seed.corrects)].pk)
        by = self.by_name[seed.author]
        approval.correct(article, by=by, at=at - timedelta(hours=1), channel=CHANNEL)
        body = [self._block(block, seed, at) for block in seed.body]
        news.edit(article, {"title": seed.title, "summary": seed.summary, "body": body}, by=by,
                  at=at - timedelta(minutes=30), channel=CHANNEL)  # fmt: skip
        approval.submit(article, by=by, at=at, channel=CHANNEL)
