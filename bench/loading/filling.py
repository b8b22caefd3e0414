"""Fill the empty database of this process: `python -m bench.loading.filling SIZE`; `bench.load` runs it."""

import sys
import time
from datetime import timedelta

import django

django.setup()

from django.db import connection, transaction
from wagtail.signal_handlers import disable_reference_index_auto_update

from bench import corpus
from bench.load import DOMAIN
from bench.loading.checking import check
from bench.loading.copying import Copier, Pattern, body, write
from bench.loading.school import CHANNEL, School, found, up
from portal.base import epoch, queue
from portal.base.models import Cursor, JournalEntry
from portal.desk.actions import turns
from portal.news import actions as news
from portal.news.models import Article
from portal.search import actions as search
from portal.search.actions.keeping import LISTENER as SEARCH

LISTENERS = (SEARCH, turns.LISTENER)
EVERY = 5000
WORTH_IT = 1000  # articles from which on the pictures are made small at once, not by the worker
BEGAN = time.monotonic()


def fill(size: int, *, indexed: bool = True) -> None:
    """A school with so many articles, checked, and in the index unless said otherwise."""
    with disable_reference_index_auto_update():
        school = found(DOMAIN)
        first = {text.section: text for text in (corpus.text(number, size) for number in range(min(size, 8)))}
        patterns = {text.section: Pattern(by_the_verbs(school, text)) for text in reversed(first.values())}
    told("the school and its patterns")
    if size >= WORTH_IT:
        queue.run_due(corpus.NEWEST)
        told("its pictures at every width")
    copier, done = Copier(school, patterns), {text.number for text in first.values()}
    write((copier.rows(text) for text in corpus.texts(size) if text.number not in done), tell_some)
    copier.close()
    news.rebuild()
    told("all articles")
    settle()
    if indexed:
        search.reindex()
        told("the index")
    check(size, indexed=indexed)
    told("checked")


def by_the_verbs(school: School, text: corpus.Text) -> Article:
    """The pattern of a section: a text of the corpus on its whole way, written the day before it is up."""
    author = school.author(text.section)
    data = {
        "section": school.sections[text.section].slug, "genre": "tin-ngan", "title": text.title, "summary": text.summary,
        "body": body(text, school.pictures[text.picture].pk), "plan_entry": school.entries[text.section].pk,
    }  # fmt: skip
    article = news.write(data, by=author, at=text.published - timedelta(days=1), channel=CHANNEL)
    published: Article = up(article, author, text.published)
    return published


@transaction.atomic
def settle() -> None:
    """What is in the journal was heard; no page made before counts; the database knows its tables' sizes."""
    last = JournalEntry.objects.order_by("-pk").values_list("pk", flat=True)[0]
    for listener in LISTENERS:
        Cursor.objects.update_or_create(listener=listener, defaults={"position": last})
    epoch.bump()
    if connection.vendor == "postgresql":
        connection.cursor().execute("ANALYZE")


def told(what: str) -> None:
    print(f"{time.monotonic() - BEGAN:7.1f} s  {what}", flush=True)


def tell_some(many: int) -> None:
    if many % EVERY == 0:
        told(f"{many} articles")


if __name__ == "__main__":
    fill(int(sys.argv[1]), indexed="--no-index" not in sys.argv)
