"""Where an item that is up stands in lists: the few values every list narrows and orders by, beside each other."""

from datetime import datetime
from typing import TYPE_CHECKING

from django.db import models
from django.db.models import Q

from portal.approval.rules import Audience
from portal.base.clock import ZONE
from portal.news.list_rules import kind_of, month_of

EVER = datetime(1900, 1, 1, tzinfo=ZONE)  # before anything went up: the bound by which SQLite takes the index of hours

if TYPE_CHECKING:
    from portal.news.models.article import Article


class Listed(models.Model):
    """One narrow row for each article that is up, so that a list of twelve reads twelve rows however long the archive is.

    It opens nothing: what a reader may see is asked of the article, its case and its section each time
    (`news.queries.visible_to`). Written in the transaction that puts the article up or takes it down; can be made again from
    them (`news.listing.rebuild`).
    """

    article = models.OneToOneField("news.Article", models.CASCADE, primary_key=True, related_name="listed")
    up_at = models.DateTimeField("đăng lúc")
    month = models.PositiveIntegerField("tháng")  # 202611
    section = models.ForeignKey("news.Section", models.CASCADE, related_name="+", db_index=False)
    topic = models.ForeignKey("news.Topic", models.SET_NULL, null=True, related_name="+", db_index=False)
    kind = models.CharField("loại", max_length=20)
    public = models.BooleanField("mọi người đọc được")
    until = models.DateTimeField("đến trước", null=True)

    class Meta:
        verbose_name = "chỗ trong danh sách"
        indexes = [
            models.Index(fields=["up_at", "article"], name="news_listed_all"),
            models.Index(fields=["section", "up_at", "article"], name="news_listed_section"),
            models.Index(fields=["topic", "up_at", "article"], name="news_listed_topic", condition=Q(topic__isnull=False)),
            models.Index(fields=["kind", "up_at", "article"], name="news_listed_kind"),
            models.Index(fields=["section", "kind", "up_at", "article"], name="news_listed_chip"),
            models.Index(fields=["until", "section", "topic", "public", "kind", "month"], name="news_listed_counts"),
        ]  # fmt: skip

    @classmethod
    def of(cls, article: "Article", up_at: datetime) -> "Listed":
        """The row of an article that went up at `up_at`, not yet saved."""
        return cls(
            article_id=article.pk, up_at=up_at, month=month_of(up_at, ZONE), section_id=article.section_id,
            topic_id=article.topic_id, kind=kind_of(article.genre, notice=article.notice),
            public=article.audience == Audience.PUBLIC, until=article.expires_at,
        )  # fmt: skip
