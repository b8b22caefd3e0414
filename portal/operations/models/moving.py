"""What came along from the portal before, and under which addresses it was known there (Điều 12.2, 14.2)."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from wagtail.models import Page

from portal.files.models import Attachment
from portal.operations.moving.rules import LONGEST

PERSON = settings.AUTH_USER_MODEL


class Moving(models.Model):
    """One bringing-in of an archive, gone through from its beginning or gone on with."""

    source = models.CharField("mã cổng cũ", max_length=60)
    name = models.CharField("cổng cũ", max_length=120)
    kind = models.CharField("loại kho", max_length=10)
    archive = models.CharField("kho", max_length=255)
    sha256 = models.CharField(max_length=64)
    by = models.ForeignKey(PERSON, models.PROTECT, related_name="+")
    began_at = models.DateTimeField("bắt đầu lúc")
    alive_at = models.DateTimeField("còn chạy lúc")
    ended_at = models.DateTimeField("xong lúc", null=True)
    total = models.PositiveIntegerField("số bài trong kho")
    looked_at = models.PositiveIntegerField("đã xem", default=0)

    class Meta:
        verbose_name = "lần chuyển"
        ordering = ["-id"]


class Moved(models.Model):
    """One text of a portal before: the same source and the same id there come along once."""

    class State(models.TextChoices):
        DONE = "done", "đã chuyển"
        FAILED = "failed", "chưa chuyển được"

    source = models.CharField(max_length=60)
    source_id = models.CharField(max_length=255)
    moving = models.ForeignKey(Moving, models.PROTECT, related_name="texts")
    state = models.CharField("tình trạng", max_length=6, choices=State.choices)
    page = models.ForeignKey(Page, models.PROTECT, null=True, related_name="+")
    digest = models.CharField(max_length=64)
    title = models.CharField("bài", max_length=255)
    address = models.CharField("địa chỉ cũ", max_length=500)
    past = models.DateTimeField("ngày đăng cũ", null=True)
    fonts = models.JSONField("phông cũ", default=list)
    notes = models.JSONField("cần xem lại", default=list)
    noted = models.BooleanField(default=False)

    class Meta:
        verbose_name = "bài cũ"
        constraints = [
            models.UniqueConstraint(fields=["source", "source_id"], name="operations_moved_once"),
            models.CheckConstraint(
                condition=Q(state="failed", page=None) | Q(state="done", page__isnull=False),
                name="operations_moved_page",
            ),
        ]
        indexes = [
            models.Index(fields=["state", "id"], name="operations_moved_state"),
            models.Index(fields=["id"], condition=Q(noted=True), name="operations_moved_noted"),
        ]


class OldAddress(models.Model):
    """An address of a portal before and what answers for it here, for ever (`moving.rules.keys_kept`)."""

    key = models.CharField("địa chỉ cũ", max_length=LONGEST, unique=True)
    page = models.ForeignKey(Page, models.PROTECT, null=True, related_name="+")
    attachment = models.ForeignKey(Attachment, models.PROTECT, null=True, related_name="+")

    class Meta:
        verbose_name = "địa chỉ cũ"
        constraints = [
            models.CheckConstraint(condition=Q(page=None) ^ Q(attachment=None), name="operations_address_of_one")
        ]
