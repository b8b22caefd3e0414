"""How long “Việc của tôi” takes when 300 items are open: `python bench/desk_queue.py [--items 300] [--rounds 20]`.

Sets the tests' school up in a database of its own, hands the items in by the real verbs, and asks for the page as the
Secretary, the Head and a Member. Prints minimum, median and maximum in milliseconds and how many queries one page takes.
"""

import argparse
import os
import statistics
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
os.environ["DJANGO_SETTINGS_MODULE"] = "portal.settings.test"

import django

django.setup()

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext, setup_databases, setup_test_environment, teardown_databases

from portal.approval.models import Case
from portal.base import clock
from tests.cast import NOW, Cast, assemble

ADDRESS = "/viec-cua-toi/"
KINDS = (
    {}, {"section": "doan-doi"}, {"section": "thong-bao"}, {"in_plan": False}, {"section": "trao-doi"},
    {"kind": "repost", "source": {"name": "Sở", "url": "https://vi-du.vn/a"}},
)  # fmt: skip


def hand_in(cast: Cast, items: int) -> int:
    """Items of every row of the table, a third of them one step further; returns how many are open."""
    for number in range(items):
        by = (cast.lan, cast.khoa)[number % 2]
        article = cast.article(by, title=f"Bài thứ {number}", **KINDS[number % len(KINDS)])
        now = cast.submit(article, by)
        if number % 3 == 0 and now.open is not None and len(now.route.steps) > 1:
            holder = next(person for person in cast.people.values() if person.pk == now.open.holders[0].person)
            cast.decide(article, "approve", holder)
    return Case.objects.filter(state="in_review").count()


def timed(client: Client, rounds: int) -> tuple[list[float], int]:
    """Milliseconds of each request after a first one nobody counts, and the queries of that first one."""
    with CaptureQueriesContext(connection) as queries:
        answer = client.get(ADDRESS)
    assert answer.status_code == 200, answer.status_code
    asked, took = len(queries), []
    for _ in range(rounds):
        begun = time.perf_counter()
        client.get(ADDRESS)
        took.append((time.perf_counter() - begun) * 1000)
    return took, asked


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--items", type=int, default=300)
    parser.add_argument("--rounds", type=int, default=20)
    asked = parser.parse_args()
    setup_test_environment(debug=False)
    databases = setup_databases(verbosity=0, interactive=False)
    try:
        clock.set_to(NOW, freeze=True)
        cast = assemble()
        print(f"{hand_in(cast, asked.items)} open items, {connection.vendor}, {asked.rounds} requests each")
        print(f"{'':12} {'min':>8} {'median':>8} {'max':>8} {'queries':>8}")
        for name in ("sen", "ha", "cuc"):
            client = Client()
            client.force_login(cast.people[name], backend="django.contrib.auth.backends.ModelBackend")
            took, queries = timed(client, asked.rounds)
            told = (min(took), statistics.median(took), max(took))
            print(f"{cast.people[name]!s:12} " + " ".join(f"{one:>5.0f} ms" for one in told) + f" {queries:>8}")
    finally:
        teardown_databases(databases, verbosity=0)


if __name__ == "__main__":
    main()
