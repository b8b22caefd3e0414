"""How the front page is arranged by hand, from which hour. Without a row of a kind, that part arranges itself."""

from django.db import models
from django.db.models import F, Q
from wagtail.models import Page

from portal.people.models import Person


class HomeArrangement(models.Model):
    """One way the front page stands, from a moment on until the next one begins; one without slots is automatic.

    Rows are kept: what stood when, and who chose it, can be told later (Điều 8.3, 12.1).
    """

    starts = models.DateTimeField("có hiệu lực từ")
    made_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+", verbose_name="người sắp xếp")
    made_at = models.DateTimeField("sắp xếp lúc")
    cancelled_at = models.DateTimeField("hủy lúc", null=True)

    class Meta:
        verbose_name = "cách sắp xếp trang chủ"
        indexes = [models.Index(fields=["starts", "id"], name="news_home_starts")]
        constraints = [
            models.CheckConstraint(condition=Q(starts__gte=F("made_at")), name="news_home_not_in_the_past"),
        ]


class HomeSlot(models.Model):
    """One page in its place on the front page: only order and choice, never words (Điều 8.3, 12.1).

    What stands here is shown only while it is up: whatever is taken down falls out by itself.
    """

    class Kind(models.TextChoices):
        LEAD = "lead", "bài mở đầu"
        PIN = "pin", "bài ghim"
        SHOWN = "shown", "chuyên mục hiện"
        HIDDEN = "hidden", "chuyên mục ẩn"

    arrangement = models.ForeignKey(HomeArrangement, models.CASCADE, related_name="slots")
    kind = models.CharField(max_length=6, choices=Kind.choices)
    position = models.PositiveSmallIntegerField("thứ tự")
    page = models.ForeignKey(Page, models.CASCADE, related_name="+")

    class Meta:
        verbose_name = "chỗ trên trang chủ"
        ordering = ["kind", "position"]
        constraints = [
            models.UniqueConstraint(fields=["arrangement", "kind", "position"], name="news_home_one_a_place"),
            models.UniqueConstraint(fields=["arrangement", "page"], name="news_home_once_a_page"),
            models.UniqueConstraint(fields=["arrangement"], condition=Q(kind="lead"), name="news_home_one_lead"),
        ]
