"""Many files sent at once: a tray of its sender's, and each file in it until it has become a draft."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from portal.base.fields import LineField
from portal.files.models import Attachment
from portal.intranet.library import rules
from portal.intranet.models.library import LibraryItem, Subject

PERSON = settings.AUTH_USER_MODEL


class Tray(models.Model):
    """What one teacher is sending: what all of it has in common, and the files, kept as they come."""

    by = models.ForeignKey(PERSON, models.PROTECT, related_name="+")
    begun_at = models.DateTimeField()
    common = models.JSONField(default=dict)
    closed_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = "lượt gửi nhiều tệp"
        constraints = [
            models.UniqueConstraint(fields=["by"], condition=Q(closed_at=None), name="intranet_one_open_tray")
        ]


class TrayFile(models.Model):
    """One file, told by the hash of what was sent; `told` says why it was not kept, `item` which draft it became."""

    tray = models.ForeignKey(Tray, models.CASCADE, related_name="files")
    name = LineField("tên tệp", max_length=255)
    size = models.PositiveBigIntegerField()
    sha256 = models.CharField(max_length=64)
    attachment = models.ForeignKey(Attachment, models.PROTECT, null=True, related_name="+")
    told = models.TextField(blank=True)
    title = LineField("tên học liệu", max_length=255, blank=True)
    lesson = LineField("bài, chủ đề", max_length=200, blank=True)
    sort = models.CharField("loại", max_length=10, blank=True, choices=[(str(k), v) for k, v in rules.SORTS.items()])
    grade = models.PositiveSmallIntegerField("khối", null=True, blank=True, choices=list(rules.GRADES.items()))
    subject = models.ForeignKey(Subject, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="môn")
    item = models.ForeignKey(LibraryItem, models.PROTECT, null=True, related_name="+")

    class Meta:
        verbose_name = "tệp trong lượt gửi"
        ordering = ["id"]
        constraints = [models.UniqueConstraint(fields=["tray", "sha256"], name="intranet_tray_file_once")]


class PaperPreview(models.Model):
    """An office document as a PDF, made behind the page; `told` says why there is none."""

    of = models.OneToOneField(Attachment, models.PROTECT, primary_key=True, related_name="preview")
    pdf = models.OneToOneField(Attachment, models.PROTECT, null=True, related_name="preview_of")
    asked_at = models.DateTimeField()
    told = models.CharField(max_length=200, blank=True)

    class Meta:
        verbose_name = "bản xem trước"
