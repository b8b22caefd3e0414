"""What is taught here, and from which books: data of the school."""

from django.db import models

from portal.base.fields import LineField


class Subject(models.Model):
    """A subject taught here."""

    title = LineField("môn học", max_length=80, unique=True)
    slug = models.SlugField(max_length=80, unique=True)
    position = models.PositiveSmallIntegerField(default=100)

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

    class Meta:
        verbose_name = "bộ sách"
        ordering = ["position", "slug"]

    def __str__(self) -> str:
        return str(self.title)
