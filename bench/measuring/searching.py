"""What each question costs the portal and its database: `python -m bench.measuring.searching TIMES QUESTION…`, in a school's
environment; prints JSON, a list by question. `bench/search.py` runs it.
"""

import json
import sys
import time
from pathlib import Path
from statistics import median
from typing import Any

import django

django.setup()

from django.contrib.auth.models import AnonymousUser
from django.db import connection

from portal.base import clock
from portal.search import queries
from portal.search.rules import asked

A_PAGE = 12


def measured(question: str, times: int) -> dict[str, Any]:
    """Counts and first page as the search page asks for them, and what is suggested: medians, in ms."""
    words, person, backend = asked(question), AnonymousUser(), _backend()
    portal, database, took, hinted = list[float](), list[float](), list[float](), list[float]()
    for number in range(times + 1):
        at = clock.now()
        began, own, other = time.perf_counter(), time.process_time(), _cpu_of(backend)
        hits = queries.found(words, person, at)
        told, page = hits.tally, hits[:A_PAGE]
        passed = time.perf_counter(), time.process_time(), _cpu_of(backend)
        queries.suggested(question, person, at)
        if number:  # the first one warms
            took.append((passed[0] - began) * 1000)
            portal.append((passed[1] - own) * 1000)
            database.append((passed[2] - other) * 1000)
            hinted.append((time.perf_counter() - passed[0]) * 1000)
    return {
        "question": question, "found": f"{'> ' if told.more else ''}{told.total:,}",
        "took": median(took), "portal": median(portal), "database": median(database), "suggested": median(hinted),
        "first": [card["title"] for card in queries.results(page, words, person, at)],
    }  # fmt: skip


def _backend() -> str:
    """The process of PostgreSQL that answers this connection, on this machine; none otherwise."""
    if connection.vendor != "postgresql" or not connection.settings_dict["HOST"].startswith("/"):
        return ""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_backend_pid()")
        return str(cursor.fetchone()[0])


def _cpu_of(backend: str) -> float:
    """Seconds of CPU, to the nanosecond."""
    return int(Path(f"/proc/{backend}/schedstat").read_text().split()[0]) / 1e9 if backend else 0.0


if __name__ == "__main__":
    times, *questions = sys.argv[1:]
    print(json.dumps([measured(question, int(times)) for question in questions]))
