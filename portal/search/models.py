"""The one index over all rooms: folded words to find, marked words to rank."""

from django.db import models


class Entry(models.Model):
    """What search knows of one live item; who may see it is asked of the item's room, never of the index."""

    page_id = models.BigIntegerField(primary_key=True)
    audience = models.CharField(max_length=10)
    section_id = models.BigIntegerField(null=True)
    genre = models.CharField(max_length=20, blank=True)
    published_at = models.DateTimeField(db_index=True)
    title = models.TextField()
    text = models.TextField()
    folded_title = models.TextField()
    folded_text = models.TextField()
    exact_title = models.TextField()
    exact_text = models.TextField()
