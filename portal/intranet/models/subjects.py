"""What is taught here, and from which books: data of the school, kept by the editorial board's leaders, retired and never deleted."""

from django.db import models

from portal.base.fields import LineField


class Offered(models.Manager):  # type: ignore[type-arg]
    """What new items may be filed under."""

    def get_queryset(self) -> models.QuerySet[models.Model]:
        return super().get_queryset().filter(retired_at=None)


class Subject(models.Model):
    """A subject taught here."""

    title = LineField("môn học", max_length=80, unique=True)
    slug = models.SlugField(max_length=80, unique=True)
    position = models.PositiveSmallIntegerField(default=100)
    retired_at = models.DateTimeField("thôi dùng từ", null=True, blank=True)

    objects = models.Manager()
    offered = Offered()

    class Meta:
        verbose_name = "môn học"
        ordering = ["position", "slug"]

    def __str__(self) -> str:
        return str(self.title)


class TextbookSeries(models.Model):
    """A series of textbooks."""

    title = LineField("bộ sách", max_length=120, unique=True)
    slug = models.SlugField(max_length=120, unique=True)
    position = models.PositiveSmallIntegerField(default=100)
    retired_at = models.DateTimeField("thôi dùng từ", null=True, blank=True)

    objects = models.Manager()
    offered = Offered()

    class Meta:
        verbose_name = "bộ sách"
        ordering = ["position", "slug"]

    def __str__(self) -> str:
        return str(self.title)
