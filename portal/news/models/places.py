"""Which approved page stands in which named place of the portal."""

from django.db import models

from portal.news.models.article import Article
from portal.news.models.structure import Section


class StandingPlace(models.Model):
    """One page in a named place (`news.places`): only order and choice, never words (Điều 8.3, 12.1).

    What stands here is shown only while it is up: whatever is taken down falls out by itself.
    """

    key = models.CharField("chỗ", max_length=40)
    language = models.CharField("tiếng", max_length=2, choices=Section.Language.choices, default="vi")
    article = models.ForeignKey(Article, models.CASCADE, related_name="standings", verbose_name="trang")
    position = models.PositiveSmallIntegerField("thứ tự", default=0)

    class Meta:
        verbose_name = "chỗ đứng của trang"
        ordering = ["key", "language", "position"]
        constraints = [
            models.UniqueConstraint(fields=["key", "language", "position"], name="news_place_one_a_position"),
            models.UniqueConstraint(fields=["key", "language", "article"], name="news_place_each_page_once"),
        ]
