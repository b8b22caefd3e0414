"""Internal notices: the words with their route, what stands flat of those that are up, and who confirmed which words."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Q
from wagtail.models import Page

from portal.approval.mixins import ApprovedPage
from portal.approval.queries import live_approval
from portal.approval.rules import Audience, Facts
from portal.base.clock import ZONE
from portal.base.ordering import named
from portal.base.rules import Refusal
from portal.files.models import Attachment, WithFiles
from portal.intranet.notices import rules
from portal.people.models import Person, Unit

PERSON = settings.AUTH_USER_MODEL


class InternalNotice(WithFiles, ApprovedPage):
    """A notice to the staff, or to some of them (Điều 15.1, 15.2)."""

    for_technicians = False  # R-NOTICE-03

    class Sort(models.TextChoices):
        NOTICE = rules.Sort.NOTICE.value, rules.SORTS[rules.Sort.NOTICE]
        PLAN = rules.Sort.PLAN.value, rules.SORTS[rules.Sort.PLAN]
        GUIDE = rules.Sort.GUIDE.value, rules.SORTS[rules.Sort.GUIDE]

    page_ptr = models.OneToOneField(Page, models.CASCADE, parent_link=True, related_name="as_notice")
    intro = models.TextField("nội dung", blank=True)
    sort = models.CharField("loại", max_length=10, choices=Sort.choices, default=Sort.NOTICE)
    to_everyone = models.BooleanField("toàn trường", default=False)
    to_offices = models.JSONField("chức danh", default=list, blank=True)
    to_units = models.JSONField("đơn vị", default=list, blank=True)
    to_people = models.JSONField("từng người", default=list, blank=True)
    acknowledge_by = models.DateField("xác nhận đã đọc trước khi hết ngày", null=True, blank=True)
    papers = models.JSONField("tệp kèm theo", default=list, blank=True)

    parent_page_types = ["intranet.IntranetIndex"]
    subpage_types: list[str] = []

    class Meta:
        verbose_name = "thông báo nội bộ"

    @property
    def to(self) -> rules.To:
        """Whom it is addressed to."""
        return rules.To(
            self.to_everyone, frozenset(self.to_offices), frozenset(self.to_units), frozenset(self.to_people)
        )

    def facts(self, at: datetime) -> Facts:
        return Facts(in_plan=True, audience=Audience.INTERNAL)

    def projection(self) -> dict[str, Any]:
        return {
            "item": "internal_notice", "title": self.title, "slug": self.slug, "intro": self.intro, "sort": self.sort,
            "everyone": self.to_everyone, "offices": sorted(self.to_offices), "units": sorted(self.to_units),
            "people": sorted(self.to_people), "papers": [[one.sha256, one.title] for one in self.attached()],
            "acknowledge_by": self.acknowledge_by.isoformat() if self.acknowledge_by else None,
        }  # fmt: skip

    def not_ready(self, at: datetime) -> list[Refusal]:
        today = at.astimezone(ZONE).date()
        return rules.is_whole(self.title, self.intro, self.to, self.acknowledge_by, today)

    def told(self) -> list[tuple[str, str]]:
        by = f"hết ngày {self.acknowledge_by:%d/%m/%Y}" if self.acknowledge_by else "không cần"
        papers = "; ".join(f"{one.title} ({one.kind}, {one.sha256[:8]})" for one in self.attached()) or "không có"
        return [("Loại", self.get_sort_display()), ("Gửi tới", ", ".join(addressees(self.to))),
                ("Phải xác nhận đã đọc", by), ("Tệp kèm theo", papers)]  # fmt: skip

    def edit_address(self) -> str:
        return f"/noi-bo/thong-bao/viet/{self.pk}/"

    def stands(self, up_at: datetime | None) -> None:
        """What lists ask for follows it up and down."""
        UpNotice.objects.filter(notice=self).delete()
        approval = live_approval(self)
        if up_at is None or approval is None or approval.went_live_at is None:
            return
        now = approval.went_live_at
        up = UpNotice.objects.create(
            notice=self, by_id=self.case.creator_id, first_up=up_at, up_at=now, hash=approval.hash, sort=self.sort,
            acknowledge_by=self.acknowledge_by, year=rules.school_year(now.astimezone(ZONE).date()),
        )  # fmt: skip
        NoticeAddress.objects.bulk_create(_rows(up))


def addressees(to: rules.To) -> list[str]:
    """Whom a notice is addressed to, by name: all, offices, units, people."""
    return addressees_of([to])[0]


def addressees_of(many: Sequence[rules.To]) -> list[list[str]]:
    """The same of many, in two queries."""
    units = {unit.pk: str(unit) for unit in Unit.objects.filter(pk__in={pk for to in many for pk in to.units})}
    staff = Person.objects.filter(pk__in={pk for to in many for pk in to.people}).order_by(*named())
    people = {one.pk: str(one) for one in staff}
    return [
        [*["Toàn trường"] * to.everyone, *(name for office, name in rules.GROUPS.items() if office in to.offices),
         *(name for pk, name in units.items() if pk in to.units), *(name for pk, name in people.items() if pk in to.people)]
        for to in many
    ]  # fmt: skip


class UpNotice(models.Model):
    """A notice that is up, as lists ask for it: made from the page by the verb that puts it up; it opens nothing by itself."""

    notice = models.OneToOneField(InternalNotice, models.CASCADE, primary_key=True, related_name="up")
    by = models.ForeignKey(PERSON, models.PROTECT, related_name="+")
    first_up = models.DateTimeField()
    up_at = models.DateTimeField()
    hash = models.CharField(max_length=64)
    sort = models.CharField(max_length=10)
    acknowledge_by = models.DateField(null=True)
    year = models.PositiveSmallIntegerField("năm học")

    class Meta:
        verbose_name = "thông báo đang đăng"
        ordering = ["-up_at", "-pk"]
        indexes = [models.Index(fields=["year", "up_at"], name="intranet_notice_year"),
                   models.Index(fields=["acknowledge_by"], name="intranet_notice_due")]  # fmt: skip


class NoticeAddress(models.Model):
    """One line of whom a notice that is up is addressed to; one without office, unit and person is for everyone."""

    up = models.ForeignKey(UpNotice, models.CASCADE, related_name="addresses")
    office = models.CharField(max_length=20, blank=True)
    unit = models.ForeignKey(Unit, models.PROTECT, null=True, related_name="+")
    person = models.ForeignKey(PERSON, models.PROTECT, null=True, related_name="+")

    class Meta:
        verbose_name = "người nhận thông báo"
        constraints = [
            models.CheckConstraint(
                condition=Q(unit=None, person=None) | Q(office="") & (Q(unit=None) | Q(person=None)),
                name="intranet_address_of_one_sort",
            )
        ]


def _rows(up: UpNotice) -> Iterable[NoticeAddress]:
    to = up.notice.to
    yield from [NoticeAddress(up=up)] * to.everyone
    yield from (NoticeAddress(up=up, office=office) for office in sorted(to.offices))
    yield from (NoticeAddress(up=up, unit_id=unit) for unit in sorted(to.units))
    yield from (NoticeAddress(up=up, person_id=person) for person in sorted(to.people))


class NoticePaper(models.Model):
    """That a notice carries, or in some text carried, a file: so that reviewers open what they decide on."""

    notice = models.ForeignKey(InternalNotice, models.PROTECT, related_name="carried")
    attachment = models.ForeignKey(Attachment, models.PROTECT, related_name="+")

    class Meta:
        verbose_name = "tệp của thông báo"
        constraints = [models.UniqueConstraint(fields=["notice", "attachment"], name="intranet_paper_once")]


class Confirmation(models.Model):
    """That somebody said he had read these very words."""

    notice = models.ForeignKey(InternalNotice, models.PROTECT, related_name="confirmations")
    person = models.ForeignKey(PERSON, models.PROTECT, related_name="+")
    hash = models.CharField(max_length=64)
    at = models.DateTimeField()

    class Meta:
        verbose_name = "xác nhận đã đọc"
        constraints = [models.UniqueConstraint(fields=["notice", "person", "hash"], name="intranet_confirmed_once")]


class Reminding(models.Model):
    """One round of reminding, by somebody or by the clock; `mark` says which, so that nobody is reminded twice."""

    notice = models.ForeignKey(InternalNotice, models.PROTECT, related_name="remindings")
    mark = models.CharField(max_length=40)
    by = models.ForeignKey(PERSON, models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField()

    class Meta:
        verbose_name = "lần nhắc đọc"
        constraints = [models.UniqueConstraint(fields=["notice", "mark"], name="intranet_reminded_once")]
