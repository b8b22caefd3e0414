"""How the front page is arranged by hand. Without a row of a kind, that part arranges itself."""

from django.db import models
from django.db.models import Q
from wagtail.models import Page


class HomeSlot(models.Model):
    """One page in its place on the front page: only order and choice, never words (Điều 8.3, 12.1).

    What stands here is shown only while it is up: whatever is taken down falls out by itself.
    """

    class Kind(models.TextChoices):
        LEAD = "lead", "bài mở đầu"
        PIN = "pin", "bài ghim"
        SHOWN = "shown", "chuyên mục hiện"
        HIDDEN = "hidden", "chuyên mục ẩn"

    kind = models.CharField(max_length=6, choices=Kind.choices)
    position = models.PositiveSmallIntegerField("thứ tự")
    page = models.OneToOneField(Page, models.CASCADE, related_name="+")

    class Meta:
        verbose_name = "chỗ trên trang chủ"
        ordering = ["kind", "position"]
        constraints = [
            models.UniqueConstraint(fields=["kind", "position"], name="news_home_one_a_place"),
            models.UniqueConstraint(fields=["kind"], condition=Q(kind="lead"), name="news_home_one_lead"),
        ]
