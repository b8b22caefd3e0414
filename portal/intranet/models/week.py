"""The weekly schedule (lịch công tác tuần): the week, its lines, who is on duty, what changed since it was posted (Điều 15.2)."""

import uuid
from datetime import date, timedelta

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Coalesce

from portal.base.fields import LineField
from portal.intranet.week.rules import DUTIES, PARTS
from portal.people.models import Person, Unit
from portal.people.models.period import Period
from portal.plan.models import PlanEntry


class WeekPoster(Period):
    """Somebody of the staff named to post the weekly schedule, by the Principal; one of them answers for its coming in
    time (Điều 15.2)."""

    person = models.ForeignKey(Person, models.PROTECT, related_name="+", verbose_name="người được giao")
    answers = models.BooleanField("chịu trách nhiệm đăng đúng hạn", default=False)
    named_by = models.ForeignKey(Person, models.PROTECT, related_name="+", verbose_name="người giao")

    class Meta(Period.Meta):
        verbose_name = "người đăng lịch công tác"


class Week(models.Model):
    """Seven days from a Monday on. Posted once; later changes are told of."""

    monday = models.DateField("từ thứ Hai", unique=True)
    note = models.TextField("lưu ý chung", blank=True, max_length=1000)
    begun_by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    begun_at = models.DateTimeField()
    posted_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+", verbose_name="người đăng")
    posted_at = models.DateTimeField("đăng lúc", null=True)
    changed_at = models.DateTimeField("sửa lúc", null=True)

    class Meta:
        verbose_name = "lịch công tác tuần"
        ordering = ["-monday"]
        constraints = [
            models.CheckConstraint(
                condition=Q(posted_at=None, posted_by=None) | Q(posted_at__isnull=False, posted_by__isnull=False),
                name="intranet_week_posted_by_somebody",
            ),
        ]

    def __str__(self) -> str:
        return f"Lịch công tác tuần từ {self.monday:%d/%m/%Y}"

    @property
    def sunday(self) -> date:
        return self.monday + timedelta(days=6)


class Repeat(models.Model):
    """A line that comes back every week, or every other, on the same day."""

    starts_on = models.DateField("từ tuần")
    ends_on = models.DateField("đến hết ngày", null=True)
    every = models.PositiveSmallIntegerField("mỗi mấy tuần", default=1)
    made_by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    made_at = models.DateTimeField()

    class Meta:
        verbose_name = "việc lặp lại"
        constraints = [
            models.CheckConstraint(condition=Q(every__in=(1, 2, 4)), name="intranet_repeat_every"),
            models.CheckConstraint(
                condition=Q(ends_on=None) | Q(ends_on__gte=F("starts_on")), name="intranet_repeat_ends_after_start"
            ),
        ]


class Entry(models.Model):
    """One line of a week. `uid` never changes and `sequence` grows with each change, so that calendars follow it."""

    week = models.ForeignKey(Week, models.PROTECT, related_name="entries", verbose_name="tuần")
    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    sequence = models.PositiveIntegerField(default=0, editable=False)
    day = models.DateField("ngày")
    part = models.CharField("buổi", max_length=5, choices=[(str(part), name) for part, name in PARTS.items()])
    starts = models.TimeField("từ giờ", null=True, blank=True)
    ends = models.TimeField("đến giờ", null=True, blank=True)
    content = LineField("nội dung", max_length=300)
    attendees = LineField("thành phần", max_length=300, blank=True)  # as written: “GV khối 9, tổ Văn”
    everyone = models.BooleanField("toàn trường", default=False)
    units = models.ManyToManyField(Unit, blank=True, related_name="+", verbose_name="tổ, đơn vị")
    people = models.ManyToManyField(Person, blank=True, related_name="+", verbose_name="người dự")
    lead = LineField("chủ trì", max_length=200, blank=True)  # as written
    leads = models.ManyToManyField(Person, blank=True, related_name="+", verbose_name="người chủ trì")
    place = LineField("địa điểm", max_length=120, blank=True)
    preparation = LineField("chuẩn bị", max_length=300, blank=True)
    plan_entry = models.ForeignKey(PlanEntry, models.PROTECT, null=True, blank=True, related_name="+",
                                   verbose_name="việc trong kế hoạch")  # fmt: skip
    repeat = models.ForeignKey(Repeat, models.PROTECT, null=True, blank=True, related_name="entries")
    cancelled_at = models.DateTimeField("hủy lúc", null=True)
    changed_at = models.DateTimeField("thay đổi lúc", null=True)  # since the week was posted

    class Meta:
        verbose_name = "việc trong tuần"
        ordering = ["day", "starts", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(ends=None) | Q(starts__isnull=False, ends__gt=F("starts")),
                name="intranet_entry_ends_after_start",
            )
        ]
        indexes = [models.Index(fields=["day"], name="intranet_entry_day")]

    def __str__(self) -> str:
        return str(self.content)


class Duty(models.Model):
    """Who is on duty: the school board, a class, the guard; for the whole week, or on one day."""

    week = models.ForeignKey(Week, models.PROTECT, related_name="duties")
    kind = models.CharField("việc trực", max_length=10, choices=[(str(kind), name) for kind, name in DUTIES.items()])
    day = models.DateField("ngày", null=True, blank=True)
    who = LineField("ai trực", max_length=200)
    person = models.ForeignKey(Person, models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        verbose_name = "trực"
        ordering = ["kind", "day", "id"]


class EntryChange(models.Model):
    """What became another after the week was posted: told to those concerned, shown until the week is over."""

    entry = models.ForeignKey(Entry, models.PROTECT, related_name="changes")
    verb = models.CharField(max_length=10, choices=[("add", "thêm"), ("change", "đổi"), ("cancel", "hủy")])
    before = models.JSONField(default=dict)
    after = models.JSONField(default=dict)
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    at = models.DateTimeField()
    reason = LineField("vì sao", max_length=200, blank=True)

    class Meta:
        verbose_name = "thay đổi lịch"
        ordering = ["id"]


class CalendarKey(models.Model):
    """The secret address of somebody's calendar, or of the school's where `person` is none: kept as a hash, revocable."""

    person = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    hash = models.CharField(max_length=64, unique=True)
    made_by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    made_at = models.DateTimeField()
    revoked_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = "địa chỉ lịch"
        constraints = [
            models.UniqueConstraint(
                Coalesce("person", 0), condition=Q(revoked_at=None), name="intranet_one_calendar_each"
            )
        ]
