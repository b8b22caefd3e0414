"""The cast: one named person per office, and strangers. Every test tells its story with them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.db import transaction

from portal.approval import actions as approval
from portal.approval.models import Case
from portal.approval.queries import Standing, standing
from portal.approval.rules import Verb
from portal.base import regulation
from portal.base.clock import ZONE
from portal.news import actions as news
from portal.news.models import Article, Section
from portal.people.models import Absence, CollaboratorPost, Delegation, Field, FieldAssignment, Person, Suspension
from portal.people.rules import Kind, Office
from portal.plan import actions as plan
from portal.plan.models import PlanEntry
from portal.website.actions import FirstDecision, found_school

NOW = datetime(2026, 11, 16, 8, 0, tzinfo=ZONE)  # a Monday
PASSWORD = "mat-khau-thu-nghiem"
PEOPLE: Mapping[str, tuple[str, Kind]] = {
    "minh": ("Nguyễn Mậu Minh", Kind.STAFF),  # Principal
    "ha": ("Trần Thu Hà", Kind.STAFF),  # Head
    "phong": ("Lê Phong", Kind.STAFF),  # Deputy
    "cuc": ("Phạm Thị Cúc", Kind.STAFF),  # Member, Chuyên môn
    "dung": ("Đỗ Dũng", Kind.STAFF),  # Member, Đoàn – Đội
    "sen": ("Vũ Thị Sen", Kind.STAFF),  # Secretary
    "tri": ("Bùi Trí", Kind.STAFF),  # SysAdmin
    "lan": ("Hoàng Lan", Kind.STAFF),  # teacher
    "khoa": ("Đặng Khoa", Kind.STAFF),  # teacher
    "vy": ("Ngô Vy", Kind.COLLABORATOR),  # collaborator of Chuyên môn
    "phu": ("Trịnh Văn Phú", Kind.PARENT),
    "an": ("Lý An", Kind.PUPIL),
}
OFFICES: Mapping[str, tuple[Office, ...]] = {
    "minh": (Office.PRINCIPAL,),
    "ha": (Office.HEAD,),
    "phong": (Office.DEPUTY,),
    "cuc": (Office.MEMBER,),
    "dung": (Office.MEMBER,),
    "sen": (Office.SECRETARY,),
    "tri": (Office.SYSADMIN,),
}
SCHOOL = {"name": "Trường THCS Ngô Gia Tự", "initials": "NGT", "domain": "testserver"}
OLD = NOW - timedelta(days=60)


@dataclass
class Cast:
    """The school of the tests: people by first name, fields, sections, a confirmed plan."""

    people: dict[str, Person]
    fields: dict[str, Field]
    sections: dict[str, Section]
    entry: PlanEntry
    standing_entry: PlanEntry

    def __getattr__(self, name: str) -> Person:
        try:
            return self.people[name]
        except KeyError:
            raise AttributeError(name) from None

    def article(self, by: Person, *, at: datetime = NOW, in_plan: bool = True, **changes: Any) -> Article:
        """A ready text: a short item in a section of Chuyên môn, in plan unless said otherwise."""
        data = {
            "section": "chuyen-mon", "genre": "tin-ngan", "title": "Giờ thực hành Khoa học tự nhiên",
            "summary": "Lớp 7A3 tự thiết kế thí nghiệm.",
            "body": [{"type": "paragraph", "value": "Ba chai nước, một câu hỏi: nước nào tưới cây tốt nhất?"}],
            "plan_entry": self.entry.pk if in_plan else None, **changes,
        }  # fmt: skip
        return news.write(data, by=by, at=at, channel="test")

    def submit(self, article: Article, by: Person, at: datetime = NOW) -> Standing:
        return approval.submit(article, by=by, at=at, channel="test")

    def decide(self, article: Article, verb: Verb | str, by: Person, at: datetime = NOW, **more: Any) -> Standing:
        """Act on the text as it stands now."""
        case = self.case(article)
        more = {"revision": case.revision_id, "hash": case.hash, "channel": "test", **more}
        return approval.decide(article, Verb(verb), by=by, at=at, **more)

    def published(self, by: Person, *, at: datetime = NOW, **changes: Any) -> Article:
        """An article that went its whole way: every open step approved by the first who holds it."""
        article = self.article(by, at=at, **changes)
        return self.up(article, by, at)

    def up(self, page: Any, by: Person, at: datetime = NOW) -> Any:
        """Submit and approve until it is up."""
        now = approval.submit(page, by=by, at=at, channel="test")
        while now.open is not None:
            holder = Person.objects.get(pk=now.open.holders[0].person)
            now = self.decide(page, Verb.APPROVE, holder, at)
        return type(page).objects.get(pk=page.pk)

    def case(self, page: Any) -> Case:
        return Case.objects.get(page_id=page.pk)

    def standing(self, page: Any, at: datetime = NOW) -> Standing:
        return standing(self.case(page), at)

    def delegate(
        self, to: Person, fields: tuple[str, ...] = ("cm",), *, starts: datetime = OLD,
        ends: datetime = NOW + timedelta(days=30), number: str = "05/UN-BBT",
    ) -> Delegation:  # fmt: skip
        row = Delegation.objects.create(delegator=self.ha, delegate=to, starts=starts, ends=ends, number=number)
        row.fields.set([self.fields[name] for name in fields])
        return row

    def away(self, person: Person, *, substitute: Person | None = None, starts: datetime = OLD,
             ends: datetime | None = None) -> Absence:  # fmt: skip
        return Absence.objects.create(person=person, substitute=substitute, starts=starts, ends=ends, marked_by=person)

    def suspend(self, person: Person, *, starts: datetime = OLD, ends: datetime | None = None) -> Suspension:
        return Suspension.objects.create(person=person, starts=starts, ends=ends, reason="Thử", decided_by=self.ha)


def assemble() -> Cast:
    """Set the school up as `manage.py init` does, then its fields, plan and sections by the real verbs."""
    people = {
        name: Person.objects.create_user(name, f"{name}@testserver.edu.vn", PASSWORD, full_name=full, kind=kind)
        for name, (full, kind) in PEOPLE.items()
    }
    paper = FirstDecision("34/QĐ-THCSNGT", date(2024, 10, 16), "Nguyễn Mậu Minh", "Ban hành Quy chế")
    found_school(school=SCHOOL, decision=paper, board=OFFICES, at=OLD)
    with transaction.atomic():  # its tests say who is in a picture where they are about that
        regulation.set_from(OLD.date(), "pictures.declared_from", "9999-12-31", "Luật 91/2025, Điều 24")
    fields = {
        slug: Field.objects.create(slug=slug, title=title)
        for slug, title in (("cm", "Chuyên môn"), ("dd", "Đoàn – Đội"), ("vp", "Văn phòng"))
    }
    for field, member in (("cm", "cuc"), ("dd", "dung")):
        FieldAssignment.objects.create(field=fields[field], person=people[member], assigned_by=people["ha"], starts=OLD)
    CollaboratorPost.objects.create(field=fields["cm"], person=people["vy"], starts=OLD)
    year = plan.draw_up(title="Năm học 2026–2027", starts=date(2026, 9, 1), ends=date(2027, 5, 31), by=people["sen"],
                        at=OLD, channel="test")  # fmt: skip
    day = plan.Entry("Ngày hội Khoa học", date(2026, 11, 10), date(2026, 11, 20))
    usual = plan.Entry("Gương người tốt, việc tốt", date(2026, 9, 1), date(2027, 5, 31), standing=True)
    entry, standing_entry = plan.add_entries(year, [day, usual], by=people["sen"], at=OLD, channel="test")
    plan.confirm(year, by=people["ha"], at=OLD, channel="test")
    cast = Cast(people, fields, {}, entry, standing_entry)
    for slug, title, field, audience in (
        ("chuyen-mon", "Chuyên môn", "cm", "public"),
        ("doan-doi", "Đoàn – Đội", "dd", "public"),
        ("thong-bao", "Thông báo", "vp", "public"),
        ("trao-doi", "Trao đổi chuyên môn", "cm", "internal"),
    ):
        section = news.begin_section(title=title, intro="", field=fields[field], audience=audience, slug_=slug,
                                     by=people["sen"], at=OLD, channel="test")  # fmt: skip
        cast.sections[slug] = cast.up(section, people["sen"], OLD)
    return cast


def reread() -> Cast:
    """The cast as the database has it."""
    entries = {entry.standing: entry for entry in PlanEntry.objects.all()}
    return Cast(
        people={person.username: person for person in Person.objects.order_by("pk")},
        fields={field.slug: field for field in Field.objects.all()},
        sections={section.slug: section for section in Section.objects.all()},
        entry=entries[False],
        standing_entry=entries[True],
    )
