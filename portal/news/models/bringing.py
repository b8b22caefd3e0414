"""What was brought in from Word files and pastes: the file as it came, the draft it became, how its words were converted."""

from django.db import models

from portal.files.models import Attachment, Kept
from portal.news.models.article import Article
from portal.people.models import Person


class Doorstep(Kept):
    """Files wait here until they are read; they go once they are kept or refused."""


class Bringing(models.Model):
    """One time somebody brought papers in: where all of them go."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="+")
    begun_at = models.DateTimeField()
    asked = models.JSONField(default=dict)  # as for `news.actions.write`, with "channel", and the "way" it came

    class Meta:
        verbose_name = "lần nhập từ Word"

    def __str__(self) -> str:
        return f"{self.begun_at:%d/%m/%Y %H:%M}"


class Brought(models.Model):
    """One paper: held until something beside it is mended, waiting for the worker, become a draft, or refused with a sentence."""

    class State(models.TextChoices):
        HELD = "held", "đang giữ"
        WAITING = "waiting", "đang chờ đọc"
        DONE = "done", "đã thành bản nháp"
        REFUSED = "refused", "không nhận"

    bringing = models.ForeignKey(Bringing, models.CASCADE, related_name="papers")
    name = models.CharField("tên tệp", max_length=255)
    state = models.CharField(max_length=8, choices=State.choices, default=State.WAITING)
    waiting = models.FileField(upload_to="cho-nhap/", storage=Doorstep(), blank=True)
    tries = models.PositiveSmallIntegerField(default=0)
    refusal = models.TextField(blank=True)
    original = models.ForeignKey(Attachment, models.PROTECT, null=True, related_name="+")
    article = models.ForeignKey(Article, models.CASCADE, null=True, related_name="brought")
    changes = models.JSONField(default=list)  # each: where, before, after, font, guessed
    lost = models.JSONField(default=list)  # sentences: what did not survive
    other = models.JSONField(null=True)  # title and body in the other form: unconverted while `converted`
    converted = models.BooleanField(default=False)
    hash = models.CharField(max_length=64, blank=True)  # of the draft as the bringing left it

    class Meta:
        verbose_name = "bài nhập từ Word"
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.name
