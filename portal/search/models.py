"""The one index over all rooms: folded words to find, marked words to rank."""

from django.db import models


class Entry(models.Model):
    """The words of one live item. Who may see it, and what is shown of it, is asked of the item's room, never of the index.

    Words stand between single spaces, with one before and one after, so that " hòa " is found whole. The tables and columns
    that make finding fast hang on this one by the database's own means; see migration 0002.
    """

    page_id = models.BigIntegerField(primary_key=True)
    published_at = models.DateTimeField(db_index=True)
    folded_title = models.TextField()
    folded_text = models.TextField()
    exact_title = models.TextField()
    exact_text = models.TextField()
