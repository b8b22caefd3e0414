"""What devices sent: so that a text sent again because its answer was lost never becomes two."""

from django.db import models

from portal.news.models.article import Article
from portal.people.models import Person


class Sending(models.Model):
    """A quick text as one device sent it, by the key the device keeps it under, and the draft it became."""

    key = models.UUIDField()
    person = models.ForeignKey(Person, models.CASCADE, related_name="+")
    article = models.ForeignKey(Article, models.CASCADE, related_name="+")
    digest = models.CharField(max_length=64)  # of what was sent
    hash = models.CharField(max_length=64)  # of the draft as that left it
    sent_at = models.DateTimeField()

    class Meta:
        verbose_name = "lần gửi từ máy"
        constraints = [models.UniqueConstraint(fields=["person", "key"], name="news_sent_once")]
