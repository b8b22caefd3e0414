"""From–until, half-open: what every office, field, delegation and absence is."""

from django.db import models
from django.db.models import F, Q


class Period(models.Model):
    """From `starts` on, up to but not at `ends`; without an end until replaced."""

    starts = models.DateTimeField("từ")
    ends = models.DateTimeField("đến trước", null=True, blank=True)

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(
                condition=Q(ends=None) | Q(ends__gt=F("starts")), name="%(app_label)s_%(class)s_ends_after_start"
            )
        ]
