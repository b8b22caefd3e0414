"""The activity plan: what the school set out to do, confirmed by the Head before it counts (Điều 14.2, 17)."""

from django.db import models
from django.db.models import F, Q

from portal.people.models import Person


class ActivityPlan(models.Model):
    """A plan for a stretch of the school year; its entries count once the Head has confirmed it."""

    title = models.CharField("kế hoạch", max_length=200)
    starts = models.DateField("từ ngày")
    ends = models.DateField("đến hết ngày")
    made_by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    confirmed_at = models.DateTimeField("Trưởng ban xác nhận lúc", null=True)
    confirmed_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")

    class Meta:
        verbose_name = "kế hoạch hoạt động"
        constraints = [models.CheckConstraint(condition=Q(ends__gte=F("starts")), name="plan_ends_after_start")]

    def __str__(self) -> str:
        return self.title


class PlanEntry(models.Model):
    """One activity with its days, or a standing one (việc thường xuyên)."""

    plan = models.ForeignKey(ActivityPlan, models.PROTECT, related_name="entries", verbose_name="kế hoạch")
    title = models.CharField("hoạt động", max_length=250)
    section_slug = models.SlugField("chuyên mục", max_length=200, blank=True)
    starts = models.DateField("từ ngày")
    ends = models.DateField("đến hết ngày")
    standing = models.BooleanField("việc thường xuyên", default=False)
    cancelled_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = "việc trong kế hoạch"
        ordering = ["starts", "id"]
        constraints = [models.CheckConstraint(condition=Q(ends__gte=F("starts")), name="plan_entry_ends_after_start")]

    def __str__(self) -> str:
        return self.title
