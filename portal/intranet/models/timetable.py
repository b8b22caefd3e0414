"""The timetable (thời khóa biểu): one page a version, with its route and its lessons; flat rows of what is up (Điều 14.2, 15.1)."""

from collections.abc import Iterable
from datetime import datetime
from itertools import groupby
from typing import Any

from django.conf import settings
from django.db import models
from wagtail.models import Page

from portal.approval.mixins import ApprovedPage
from portal.approval.rules import Facts, Nature
from portal.base.clock import ZONE
from portal.base.rules import Refusal
from portal.base.text import slug
from portal.intranet.timetable import rules
from portal.intranet.timetable.rules import Lesson, Session, Unclear

PERSON = settings.AUTH_USER_MODEL
Row = list[Any]


class Timetable(ApprovedPage):
    """One version of the whole school's timetable, in force from its first day until the next one's (row 6: a paper the school
    signed)."""

    page_ptr = models.OneToOneField(Page, models.CASCADE, parent_link=True, related_name="as_timetable")
    intro = models.TextField("ghi chú cho người đọc", blank=True, max_length=1000)
    starts = models.DateField("áp dụng từ ngày", null=True, blank=True)
    lessons = models.JSONField("các tiết", default=list, blank=True)  # rows of `as_rows`
    unread = models.JSONField("ô không đọc được", default=list, blank=True)  # cell, words, why
    source = models.CharField("nhập từ tệp", max_length=200, blank=True)
    source_sha256 = models.CharField(max_length=64, blank=True)

    parent_page_types = ["intranet.IntranetIndex"]
    subpage_types: list[str] = []

    class Meta:
        verbose_name = "thời khóa biểu"

    def facts(self, at: datetime) -> Facts:
        return Facts(nature=Nature.SIGNED_PAPER, in_plan=True)

    def projection(self) -> dict[str, Any]:
        return {
            "item": "timetable", "title": self.title, "slug": self.slug, "intro": self.intro,
            "starts": self.starts.isoformat() if self.starts else None, "lessons": sorted(row[:8] for row in self.lessons),
            "source": self.source_sha256,
        }  # fmt: skip

    def not_ready(self, at: datetime) -> list[Refusal]:
        return rules.is_whole(self.title, self.starts, len(self.lessons), at.astimezone(ZONE).date())

    def taught(self) -> list[Lesson]:
        """Its lessons."""
        return lessons_of(self.lessons)

    def not_understood(self) -> list[Unclear]:
        return [Unclear(*row) for row in self.unread]

    def classes(self) -> list[str]:
        """The classes it has lessons for, in the order of the school."""
        return sorted({row[0] for row in self.lessons}, key=rules.class_key)

    def told(self) -> list[tuple[str, str]]:
        """For reviewers: when, how much, what collides; then every class's week, so that each lesson is read and compared."""
        lessons = self.taught()
        collide = rules.clashes(lessons)
        head = [
            ("Áp dụng từ", f"{self.starts:%d/%m/%Y}" if self.starts else "chưa ghi"),
            ("Có", f"{len(self.classes())} lớp, {len(lessons)} tiết"),
            ("Chỗ trùng", " ".join(map(str, collide)) or "không có"),
            ("Ô không đọc được", "; ".join(one.cell for one in self.not_understood()) or "không có"),
        ]
        return head + [(f"Lớp {name}", _week(group)) for name, group in by_class(lessons)]

    def edit_address(self) -> str:
        return f"/noi-bo/thoi-khoa-bieu/ban/{self.pk}/"

    def stands(self, up_at: datetime | None) -> None:
        """The flat rows follow it up and down."""
        TimetableLesson.objects.filter(timetable=self).delete()
        if up_at is not None:
            TimetableLesson.objects.bulk_create(
                TimetableLesson(
                    timetable=self,
                    school_class=one.school_class,
                    class_slug=class_slug(one.school_class),
                    day=one.day,
                    session=one.session,
                    period=one.period,
                    subject=one.subject,
                    teacher=one.teacher,
                    room=one.room,
                    person_id=one.person,
                )
                for one in self.taught()
            )


class TimetableLesson(models.Model):
    """One period of one class in a version that is up; made from the page by the verb that puts it up."""

    timetable = models.ForeignKey(Timetable, models.CASCADE, related_name="rows")
    school_class = models.CharField("lớp", max_length=12)
    class_slug = models.CharField(max_length=12)
    day = models.PositiveSmallIntegerField("thứ")  # Monday 0
    session = models.CharField("buổi", max_length=5, choices=[(str(one), name) for one, name in rules.SESSIONS.items()])
    period = models.PositiveSmallIntegerField("tiết")
    subject = models.CharField("môn", max_length=80)
    teacher = models.CharField("giáo viên", max_length=80, blank=True)
    room = models.CharField("phòng", max_length=60, blank=True)
    person = models.ForeignKey(PERSON, models.PROTECT, null=True, related_name="+")

    class Meta:
        verbose_name = "tiết học"
        ordering = ["day", "session", "period", "id"]
        indexes = [models.Index(fields=["timetable", "class_slug"], name="intranet_lesson_class"),
                   models.Index(fields=["timetable", "person"], name="intranet_lesson_person")]  # fmt: skip

    @property
    def lesson(self) -> Lesson:
        return Lesson(self.school_class, self.day, Session(self.session), self.period, self.subject, self.teacher, self.room,
                      self.person_id)  # fmt: skip


class TimetableReading(models.Model):
    """A workbook somebody sent, as it was read, until he makes a draft of it or sends another."""

    by = models.ForeignKey(PERSON, models.PROTECT, related_name="+")
    at = models.DateTimeField()
    name = models.CharField("tệp", max_length=200)
    sha256 = models.CharField(max_length=64)
    starts = models.DateField(null=True)
    lessons = models.JSONField(default=list)
    unread = models.JSONField(default=list)

    class Meta:
        verbose_name = "tệp thời khóa biểu đã đọc"

    def taught(self) -> list[Lesson]:
        return lessons_of(self.lessons)

    def not_understood(self) -> list[Unclear]:
        return [Unclear(*row) for row in self.unread]


class OwnClass(models.Model):
    """The class somebody opens first: his own, or his child's."""

    person = models.ForeignKey(PERSON, models.PROTECT, related_name="own_classes")
    school_class = models.CharField("lớp", max_length=12)

    class Meta:
        verbose_name = "lớp của tôi"
        constraints = [models.UniqueConstraint(fields=["person", "school_class"], name="intranet_own_class_once")]


def as_rows(lessons: Iterable[Lesson]) -> list[Row]:
    """Lessons as they are kept: class, weekday, half of the day, period, subject, teacher, room, person, cell."""
    return [
        [
            one.school_class,
            one.day,
            str(one.session),
            one.period,
            one.subject,
            one.teacher,
            one.room,
            one.person or 0,
            one.cell,
        ]
        for one in lessons
    ]


def lessons_of(rows: Iterable[Row]) -> list[Lesson]:
    return [
        Lesson(name, day, Session(half), period, subject, teacher, room, person or None, cell)
        for name, day, half, period, subject, teacher, room, person, cell in rows
    ]


def class_slug(name: str) -> str:
    """How a class stands in addresses: “6A1” is 6a1, “9/2” is 9-2."""
    return slug(name.replace(".", "-"))


def by_class(lessons: Iterable[Lesson]) -> list[tuple[str, list[Lesson]]]:
    """Lessons by class in the order of the school, each class's in the order of the week."""
    ordered = sorted(
        lessons,
        key=lambda one: (rules.class_key(one.school_class), one.day, one.session != Session.MORNING, one.period),
    )
    return [(name, list(group)) for name, group in groupby(ordered, lambda one: one.school_class)]


def _week(lessons: Iterable[Lesson]) -> str:
    """A class's week in one line: “thứ Hai: s1 Chào cờ, s2 Toán (Hà); …”."""
    days = [
        f"{rules.DAY_NAMES[day]}: " + ", ".join(_period(one) for one in group)
        for day, group in groupby(lessons, lambda one: one.day)
    ]
    return "; ".join(days)


def _period(one: Lesson) -> str:
    said = ", ".join(filter(None, (one.teacher, one.room)))
    return f"{'s' if one.session == Session.MORNING else 'c'}{one.period} {one.subject}" + (
        f" ({said})" if said else ""
    )
