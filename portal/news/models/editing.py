"""Who has a text open in the editor. A courtesy, no lock: whose words count is decided by the hash when they are kept."""

from django.db import models

from portal.news.models.article import Article
from portal.people.models import Person


class Editing(models.Model):
    """One person with one text open; refreshed by the open page and by every press, forgotten after some minutes."""

    article = models.ForeignKey(Article, models.CASCADE, related_name="editings")
    person = models.ForeignKey(Person, models.CASCADE, related_name="+")
    since = models.DateTimeField("mở từ")
    seen_at = models.DateTimeField("thấy lần cuối", db_index=True)
    typed_at = models.DateTimeField("gõ lần cuối", null=True)

    class Meta:
        verbose_name = "đang mở bài"
        constraints = [models.UniqueConstraint(fields=["article", "person"], name="news_editing_once")]
