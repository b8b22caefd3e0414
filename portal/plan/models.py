"""The activity plan: what the school set out to do, confirmed by the Head before it counts (Điều 14.2, 17)."""

from django.db import models
from django.db.models import F, Q

from portal.people.models import Person, Unit


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


class Assignment(models.Model):
    """Who must write what about an entry until when (Điều 8.2, 11.3). Whether it was handed in is asked, never stored."""

    entry = models.ForeignKey(PlanEntry, models.PROTECT, related_name="assignments", verbose_name="việc trong kế hoạch")
    section_slug = models.SlugField("chuyên mục", max_length=200, blank=True)
    genre = models.CharField("thể loại", max_length=20, blank=True)
    person = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+", verbose_name="người viết")
    unit = models.ForeignKey(Unit, models.PROTECT, null=True, related_name="+", verbose_name="tổ, đơn vị")
    due_at = models.DateTimeField("hạn nộp", null=True)  # none: what Điều 16.1.1 makes of the entry's days
    note = models.CharField("dặn thêm", max_length=300, blank=True)
    made_by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    made_at = models.DateTimeField("giao lúc")
    cancelled_at = models.DateTimeField("thôi giao lúc", null=True)

    class Meta:
        verbose_name = "bài được giao"
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(person__isnull=False, unit=None) | Q(person=None, unit__isnull=False),
                name="plan_assignment_one_asked",
            )
        ]

    def __str__(self) -> str:
        return f"{self.entry} – {self.person or self.unit}"


class SectionBudget(models.Model):
    """Within how many days a section must have something new, from a day on (Điều 8.2, 11.3); 0 ends it."""

    section_slug = models.SlugField("chuyên mục", max_length=200)
    days = models.PositiveSmallIntegerField("số ngày")
    valid_from = models.DateField("từ ngày")
    set_by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    set_at = models.DateTimeField()

    class Meta:
        verbose_name = "hạn làm mới chuyên mục"
        constraints = [
            models.UniqueConstraint(fields=["section_slug", "valid_from"], name="plan_budget_once_a_day"),
            models.CheckConstraint(condition=Q(days__lte=366), name="plan_budget_within_a_year"),
        ]
