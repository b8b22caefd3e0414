"""The library: items with their route, what files they ever carried, and what is said, asked and counted of them."""

import json
from datetime import datetime
from typing import Any

from django.conf import settings
from django.db import models
from wagtail.models import Page

from portal.approval.mixins import ApprovedPage
from portal.approval.queries import digest, hash_of
from portal.approval.rules import Audience, Facts
from portal.base.fields import LineField
from portal.base.rules import Refusal
from portal.files.models import Attachment, WithFiles
from portal.intranet.library import rules
from portal.intranet.models.subjects import Subject, TextbookSeries
from portal.people.models import Unit, UnitPost
from portal.people.offices import in_force

PERSON = settings.AUTH_USER_MODEL


class LibraryItem(WithFiles, ApprovedPage):
    """A lesson plan or another resource for teaching, with its files (Điều 15.1, 15.2)."""

    for_technicians = False  # R-LIB-09

    page_ptr = models.OneToOneField(Page, models.CASCADE, parent_link=True, related_name="as_library_item")
    intro = models.TextField("giới thiệu", blank=True)
    sort = models.CharField("loại", max_length=10, blank=True, choices=[(str(k), v) for k, v in rules.SORTS.items()])
    grade = models.PositiveSmallIntegerField("khối", null=True, blank=True, choices=list(rules.GRADES.items()))
    subject = models.ForeignKey(Subject, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="môn")
    series = models.ForeignKey(
        TextbookSeries, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="bộ sách"
    )
    year = models.PositiveSmallIntegerField("năm học", null=True, blank=True)
    unit = models.ForeignKey(Unit, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="tổ")
    lesson = LineField("bài, chủ đề", max_length=200, blank=True)
    licence = models.CharField("quyền sử dụng", max_length=12, choices=[(str(k), v) for k, v in rules.LICENCES.items()],
                               default=rules.Licence.SHARE.value)  # fmt: skip
    source = LineField("nguồn", max_length=300, blank=True)
    papers = models.JSONField("tệp", default=list, blank=True)
    copied_from = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="copies")
    copied_words = models.CharField(max_length=64, blank=True, editable=False)

    parent_page_types = ["intranet.IntranetIndex"]
    subpage_types: list[str] = []

    class Meta:
        verbose_name = "học liệu"
        indexes = [
            models.Index(fields=["year", "grade", "subject"], name="intranet_library_year"),
            models.Index(fields=["subject", "grade"], name="intranet_library_subject"),
        ]

    def given(self) -> rules.Given:
        """What it says of itself, as plain values."""
        return rules.Given(
            title=self.title, sort=self.sort, grade=self.grade, subject=self.subject_id, series=self.series_id,
            year=self.year, unit=self.unit_id, lesson=self.lesson, intro=self.intro, licence=self.licence, source=self.source,
        )  # fmt: skip

    def facts(self, at: datetime) -> Facts:
        return Facts(in_plan=True, audience=Audience.INTERNAL)

    def projection(self) -> dict[str, Any]:
        return {"item": "library_item", "slug": self.slug, **self.words(), "copied_from": self.copied_from_id}

    def core(self) -> str:
        """The hash of what a copy has to differ in from what it was copied from."""
        files = sorted(one.sha256 for one in self.attached())
        return digest({"title": self.title, "intro": self.intro, "lesson": self.lesson, "files": files})

    def words(self) -> dict[str, Any]:
        """What readers get, without where it stands."""
        return {
            "title": self.title, "intro": self.intro, "sort": self.sort, "grade": self.grade, "subject": self.subject_id,
            "series": self.series_id, "year": self.year, "unit": self.unit_id, "lesson": self.lesson,
            "licence": self.licence, "source": self.source, "papers": [[one.sha256, one.title] for one in self.attached()],
        }  # fmt: skip

    def leaders(self, at: datetime) -> frozenset[int]:
        """Who leads its unit at `at`."""
        posts = UnitPost.objects.filter(in_force(at), unit=self.unit_id, leads=True, person__is_active=True)
        return frozenset(posts.values_list("person", flat=True))

    def not_ready(self, at: datetime) -> list[Refusal]:
        found = rules.is_whole(self.given(), len(self.attached()))
        if same := rules.is_changed(self.copied_words or None, self.core()):
            found.append(same)
        needed = rules.needs_opinion(self.leaders(at), self.case.creator_id)
        last = (
            self.opinions.filter(hash=hash_of(self), said_at__isnull=False).order_by("-pk").first() if needed else None
        )
        missing = rules.has_opinion(needed, last.favourable if last else None)
        return found + ([missing] if missing else [])

    def told(self) -> list[tuple[str, str]]:
        rows = [
            ("Loại", self.get_sort_display()), ("Khối", self.get_grade_display() or ""),
            ("Môn", str(self.subject or "")), ("Bài, chủ đề", self.lesson), ("Bộ sách", str(self.series or "")),
            ("Năm học", rules.year_name(self.year) if self.year else ""), ("Tổ", str(self.unit or "")),
            ("Quyền sử dụng", self.get_licence_display()), ("Nguồn", self.source),
            ("Chép từ", str(self.copied_from.title) if self.copied_from else ""),
            ("Tệp", "; ".join(f"{one.title} ({one.kind}, {one.sha256[:8]})" for one in self.attached()) or "không có"),
            ("Ý kiến tổ trưởng", self._opinion_told()),
        ]  # fmt: skip
        return [(name, value) for name, value in rows if value]

    def _opinion_told(self) -> str:
        said = (
            self.opinions.filter(hash=hash_of(self), said_at__isnull=False).select_related("by").order_by("-pk").first()
        )
        if said is None or said.by is None:
            return ""
        verdict = "đồng ý" if said.favourable else "đề nghị sửa"
        return f"{said.by}: {verdict}" + (f" – {said.words}" if said.words else "")

    def edit_address(self) -> str:
        return f"/noi-bo/kho/gui/{self.pk}/"

    def stands(self, up_at: datetime | None) -> None:
        """Files of every approved version stay open to its readers while it is up."""
        if up_at is None:
            self.carried.update(shown=False)
        else:
            self.carried.filter(attachment__in=self._ever_shown()).update(shown=True)
            SharedDraft.objects.filter(item=self).delete()

    def _ever_shown(self) -> set[int]:
        up = self.approvals.filter(went_live_at__isnull=False).select_related("revision")
        return {pk for one in up for pk in _papers_of(one.revision.content)}


def _papers_of(content: dict[str, Any]) -> list[int]:
    """The files a kept text names; JSON inside the kept JSON."""
    papers = content.get("papers", [])
    return list(json.loads(papers) if isinstance(papers, str) else papers)


class LibraryPaper(models.Model):
    """That an item carries, or in some text carried, a file; `shown` while an approved text of it that is up had it."""

    item = models.ForeignKey(LibraryItem, models.PROTECT, related_name="carried")
    attachment = models.ForeignKey(Attachment, models.PROTECT, related_name="+")
    shown = models.BooleanField(default=False)

    class Meta:
        verbose_name = "tệp của học liệu"
        constraints = [models.UniqueConstraint(fields=["item", "attachment"], name="intranet_library_paper_once")]


class SharedDraft(models.Model):
    """A draft its writer shows to one unit (R-LIB-08)."""

    item = models.OneToOneField(LibraryItem, models.CASCADE, related_name="shared")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        verbose_name = "bản nháp chia sẻ trong tổ"


class LibraryOpinion(models.Model):
    """The unit's leader was asked about these very words, and what he said (R-LIB-04)."""

    item = models.ForeignKey(LibraryItem, models.PROTECT, related_name="opinions")
    hash = models.CharField(max_length=64)
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    asked_by = models.ForeignKey(PERSON, models.PROTECT, related_name="+")
    asked_at = models.DateTimeField()
    by = models.ForeignKey(PERSON, models.PROTECT, null=True, related_name="+")
    said_at = models.DateTimeField(null=True)
    favourable = models.BooleanField(null=True)
    words = models.TextField(blank=True, max_length=2000)
    dropped_at = models.DateTimeField(null=True)  # the words were changed, or taken back, before anything was said

    class Meta:
        verbose_name = "ý kiến tổ trưởng"
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["item"], condition=models.Q(said_at=None, dropped_at=None), name="intranet_library_asked_once"
            ),
            models.CheckConstraint(
                condition=models.Q(by=None, said_at=None, favourable=None)
                | models.Q(by__isnull=False, said_at__isnull=False, favourable__isnull=False),
                name="intranet_library_said_by_somebody",
            ),
        ]
        indexes = [
            models.Index(fields=["unit", "asked_at"], name="intranet_library_asked",
                         condition=models.Q(said_at=None, dropped_at=None)),
        ]  # fmt: skip


class Rating(models.Model):
    """What a colleague thinks of an item, and why (R-LIB-10)."""

    item = models.ForeignKey(LibraryItem, models.PROTECT, related_name="ratings")
    by = models.ForeignKey(PERSON, models.PROTECT, related_name="+")
    stars = models.PositiveSmallIntegerField("mức", choices=[(n, f"{n} – {told}") for n, told in rules.STARS.items()])
    reason = models.TextField("vì sao", max_length=1000)
    at = models.DateTimeField()
    hash = models.CharField(max_length=64)

    class Meta:
        verbose_name = "đánh giá"
        ordering = ["-at", "-pk"]
        constraints = [
            models.UniqueConstraint(fields=["item", "by"], name="intranet_library_rated_once"),
            models.CheckConstraint(condition=models.Q(stars__range=(1, 5)), name="intranet_library_stars"),
        ]


class Downloads(models.Model):
    """How often an item's files were fetched in one month; by whom is not kept (R-LIB-13)."""

    item = models.ForeignKey(LibraryItem, models.PROTECT, related_name="downloads")
    month = models.DateField()
    count = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name = "lượt tải"
        ordering = ["-month"]
        constraints = [models.UniqueConstraint(fields=["item", "month"], name="intranet_library_month_once")]
