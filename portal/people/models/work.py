"""Fields of work and units of the school, and who is in them (Điều 7, 11.1)."""

from django.db import models

from portal.base.fields import LineField
from portal.base.ordering import titled
from portal.people.models.period import Period
from portal.people.models.person import Person


class Field(models.Model):
    """An area of work (lĩnh vực) the Head assigns to Members."""

    title = LineField("lĩnh vực", max_length=120, unique=True)
    slug = models.SlugField(max_length=120, unique=True)

    class Meta:
        verbose_name = "lĩnh vực"
        ordering = [titled()]

    def __str__(self) -> str:
        return str(self.title)


class FieldAssignment(Period):
    """A Member in charge of a field, by the Head (Điều 11.1)."""

    field = models.ForeignKey(Field, models.PROTECT, related_name="assignments", verbose_name="lĩnh vực")
    person = models.ForeignKey(Person, models.PROTECT, related_name="field_assignments", verbose_name="ủy viên")
    assigned_by = models.ForeignKey(Person, models.PROTECT, related_name="+", verbose_name="người phân công")

    class Meta(Period.Meta):
        verbose_name = "phân công lĩnh vực"


class Unit(models.Model):
    """A subject group, the Pioneers, the union, the office."""

    title = LineField("đơn vị", max_length=120, unique=True)
    slug = models.SlugField(max_length=120, unique=True)

    class Meta:
        verbose_name = "đơn vị"
        ordering = [titled()]

    def __str__(self) -> str:
        return str(self.title)


class UnitPost(Period):
    """A person in a unit, one of them its leader."""

    unit = models.ForeignKey(Unit, models.PROTECT, related_name="posts", verbose_name="đơn vị")
    person = models.ForeignKey(Person, models.PROTECT, related_name="unit_posts", verbose_name="người")
    leads = models.BooleanField("phụ trách", default=False)

    class Meta(Period.Meta):
        verbose_name = "người của đơn vị"
