"""Figures as they were filled into the form of a point: what its tables are made from, and the next year is told beside (TT 09/2024)."""

from typing import Any

from django.conf import settings
from django.db import models

PERSON = settings.AUTH_USER_MODEL


class FigureSheet(models.Model):
    """One filled form: `cells` are sheet → row → column → figure (đồng, m², people) or words. What is disclosed is the point's own
    tables, with their route; this is where they come from."""

    year = models.PositiveSmallIntegerField("năm học")
    code = models.CharField("mục", max_length=6)
    cells = models.JSONField("số liệu", default=dict)
    by = models.ForeignKey(PERSON, models.PROTECT, related_name="+")
    at = models.DateTimeField("lưu lúc")

    class Meta:
        verbose_name = "mẫu số liệu"
        constraints = [models.UniqueConstraint(fields=["year", "code"], name="records_figures_once")]

    def values(self) -> dict[str, Any]:
        found: dict[str, Any] = self.cells
        return found
