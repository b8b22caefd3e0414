"""What somebody declared of a picture: who can be recognised in it; and what is hidden because consent was taken back. A picture
is known by what is in its file, so that the same one with other words beside it is declared once."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from portal.pupils.models.roll import Pupil, SchoolClass
from portal.pupils.pictures.rules import SEEN

PERSON = settings.AUTH_USER_MODEL


class Declaration(models.Model):
    """Who can be recognised in a picture. What was said before is kept, ended."""

    sha256 = models.CharField(max_length=64)
    seen = models.CharField("ai trong ảnh", max_length=8, choices=[(one.value, title) for one, title in SEEN.items()])
    classes = models.ManyToManyField(SchoolClass, related_name="+", verbose_name="lớp")
    pupils = models.ManyToManyField(Pupil, related_name="pictured", verbose_name="các em nhận ra được")
    absent = models.ManyToManyField(Pupil, related_name="+", verbose_name="các em của lớp không có trong ảnh")
    by = models.ForeignKey(PERSON, models.PROTECT, related_name="+")
    at = models.DateTimeField("khai lúc")
    ended_at = models.DateTimeField("khai lại lúc", null=True)

    class Meta:
        verbose_name = "khai ai trong ảnh"
        constraints = [
            models.UniqueConstraint(fields=["sha256"], condition=Q(ended_at=None), name="pupils_one_word_of_a_picture")
        ]
        indexes = [models.Index(fields=["seen", "id"], name="pupils_declared", condition=Q(ended_at=None))]


class Withheld(models.Model):
    """A picture readers saw, hidden because somebody in it no longer agrees (or never did); and who looked after the places."""

    sha256 = models.CharField(max_length=64)
    declaration = models.ForeignKey(Declaration, models.PROTECT, related_name="+")
    at = models.DateTimeField("ẩn lúc")
    places = models.JSONField("nơi hiện ảnh", default=list)  # [[kind, number], …] of items up at that hour
    lifted_at = models.DateTimeField("hiện lại lúc", null=True)
    settled_at = models.DateTimeField("khép lúc", null=True)
    settled_by = models.ForeignKey(PERSON, models.PROTECT, null=True, related_name="+")
    note = models.CharField("đã làm gì", max_length=300, blank=True)

    class Meta:
        verbose_name = "ảnh bị rút đồng ý"
        ordering = ["-at", "-id"]
        constraints = [
            models.UniqueConstraint(fields=["sha256"], condition=Q(lifted_at=None), name="pupils_withheld_once")
        ]
