"""Praise lists readers see: which pupil of which class stands in which text, by number alone; and the rows that were hidden."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from portal.pupils.models.roll import Pupil, SchoolClass

PERSON = settings.AUTH_USER_MODEL


class Praised(models.Model):
    """A pupil named in a list that outsiders may open. Written as the text goes up, gone with it; it opens nothing."""

    page = models.ForeignKey("wagtailcore.Page", models.CASCADE, related_name="+")
    pupil = models.ForeignKey(Pupil, models.PROTECT, related_name="praised")
    room = models.ForeignKey(SchoolClass, models.PROTECT, related_name="+")
    hidden_at = models.DateTimeField("ẩn lúc", null=True)

    class Meta:
        verbose_name = "em trong bảng khen đang đăng"
        constraints = [models.UniqueConstraint(fields=["page", "pupil", "room"], name="pupils_praised_once")]


class PraiseHidden(models.Model):
    """A row that left a list because consent behind it no longer stands; and who looked after the text."""

    page = models.ForeignKey("wagtailcore.Page", models.CASCADE, related_name="+")
    pupil = models.ForeignKey(Pupil, models.PROTECT, related_name="+")
    room = models.ForeignKey(SchoolClass, models.PROTECT, related_name="+")
    at = models.DateTimeField("ẩn lúc")
    lifted_at = models.DateTimeField("hiện lại lúc", null=True)
    settled_at = models.DateTimeField("khép lúc", null=True)
    settled_by = models.ForeignKey(PERSON, models.PROTECT, null=True, related_name="+")
    note = models.CharField("đã làm gì", max_length=300, blank=True)

    class Meta:
        verbose_name = "dòng khen bị rút đồng ý"
        ordering = ["-at", "-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["page", "pupil", "room"], condition=Q(lifted_at=None), name="pupils_praise_hidden_once"
            )
        ]
