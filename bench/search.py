"""How long a search takes over many texts, and whether it is right: `python bench/search.py --articles 20000`.

Fills the index of a database of its own (SQLite, or the one PORTAL_DATABASE_URL names) with the tests' generated shelf, "Đức
Giang" in six of a hundred, decoys beside it; asks each question `--times` times, first page and counts as the search page
asks for them; prints milliseconds (minimum, median, maximum), how many were found, and what the first ten are.
"""

import argparse
import os
import statistics
import sys
import time
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
os.environ["DJANGO_SETTINGS_MODULE"] = "portal.settings.test"

import django

django.setup()

from django.db import connection
from django.test.utils import setup_databases, setup_test_environment, teardown_databases

from portal.search.models import Entry
from portal.search.queries import found, suggested
from portal.search.rules import asked
from tests.cast import NOW
from tests.search import corpus

QUESTIONS = (
    "Đức Giang",
    "duc giang",
    "dục giảng",
    "duc",
    "hoc sinh",
    "thư viện trường học",
    "hoc sinh duc giang san truong",
)
A_PAGE = 12


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--articles", type=int, default=20_000)
    options.add_argument("--words", type=int, default=650)
    options.add_argument("--times", type=int, default=5)
    given = options.parse_args()
    setup_test_environment()
    made = setup_databases(verbosity=0, interactive=False)
    try:
        started = time.perf_counter()
        corpus.shelve(given.articles, NOW, given.words)
        print(
            f"{connection.vendor}: {given.articles} texts of {given.words} words, indexed in {time.perf_counter() - started:.0f} s"
        )
        if connection.vendor == "postgresql":
            connection.cursor().execute("VACUUM ANALYZE search_entry")
        for question in QUESTIONS:
            measure(question, given.times)
    finally:
        teardown_databases(made, verbosity=0)


def measure(question: str, times: int) -> None:
    took, hinted = list[float](), list[float]()
    for _ in range(times):
        started = time.perf_counter()
        words = asked(question)
        hits = found(words, None, NOW)
        told, page = hits.tally, hits[:A_PAGE]
        took.append((time.perf_counter() - started) * 1000)
        started = time.perf_counter()
        suggested(question, None, NOW)
        hinted.append((time.perf_counter() - started) * 1000)
    figures = " ".join(f"{figure:8.1f}" for figure in (min(took), statistics.median(took), max(took)))
    kinds = dict(Entry.objects.filter(pk__in=[entry.pk for entry in page]).values_list("pk", "genre"))
    first = ", ".join(f"{many} {kind}" for kind, many in Counter(kinds[entry.pk] for entry in page[:10]).items())
    total = f"{'> ' if told.more else ''}{told.total}"
    print(
        f"{question:32}{figures} ms   suggested {statistics.median(hinted):6.1f} ms   {total:>6} found, first ten: {first}"
    )


if __name__ == "__main__":
    main()
