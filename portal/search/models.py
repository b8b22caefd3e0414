"""The one index over all rooms: bare words to find, marked words to rank, and how often each word is written how."""

from django.db import models


class Entry(models.Model):
    """The words of one thing. Who may see it, and what is shown of it, is asked of its room, never of the index.

    Its number rises with its hour (`rules.standing`), so that the newest is read first. The tables and columns that make
    finding fast hang on this one by the database's own means; see migration 0004. The texts stand last, so that a database
    reads what it narrows by without reading them.
    """

    id = models.BigAutoField(primary_key=True)  # always given; SQLite keeps rows in its order
    shelf = models.CharField(max_length=20)
    item = models.BigIntegerField()
    published_at = models.DateTimeField(null=True)
    year = models.SmallIntegerField(null=True)
    section = models.BigIntegerField(null=True)
    genre = models.CharField(max_length=20)
    kind = models.CharField(max_length=20)
    facts = models.TextField(default="")  # what it can be narrowed to and when it appeared, as words nobody can type
    folded_title = models.TextField()
    exact_title = models.TextField()
    folded_text = models.TextField()
    exact_text = models.TextField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["shelf", "item"], name="one_entry_a_thing")]


class Word(models.Model):
    """A word as it is written somewhere in the index, and in how many things."""

    exact = models.CharField(max_length=30, primary_key=True)
    folded = models.CharField(max_length=30, db_index=True)
    count = models.IntegerField()
