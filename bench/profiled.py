"""Where the time of one page goes: `python -m bench.profiled article [--size 20000] [--home FOLDER] [--times 30]`.

Asks a loaded school for the page inside this process, with no page kept, and prints milliseconds and queries of one request,
what share each library has of the CPU, and the costliest functions. For targets that are missed.
"""

import argparse
import cProfile
import os
import pstats
import time
from collections import Counter
from pathlib import Path
from statistics import median
from typing import Any

from bench import load
from bench.measuring.ours import Portal

SHOWN = 25
ROOMS = ("sqlite3", "psycopg", "django/db", "django/template", "django", "wagtail", "modelcluster", "portal")


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("page", help="home, article, list, search_marks, search_plain, feed, desk, review")
    options.add_argument("--size", type=int, default=20_000)
    options.add_argument("--home", type=Path, default=load.HOME)
    options.add_argument("--times", type=int, default=30)
    asked = options.parse_args()
    home = asked.home.absolute()
    portal = Portal.over(load.loaded(asked.size, home), home / "profiled", 0, asked.size)
    os.environ |= portal.variables | {"PORTAL_PAGE_CACHE_MB": "0"}
    told = portal.tell(0, 1)
    profile(asked.page, told, asked.times)


def profile(page: str, told: dict[str, Any], times: int) -> None:
    import django

    django.setup()
    from django.db import connection
    from django.test import Client
    from django.test.utils import CaptureQueriesContext

    from bench.measuring.plan import SIGNED_IN, paths

    known = paths(told)
    client = Client(headers={"host": load.DOMAIN})
    if page in SIGNED_IN:
        client.cookies["sessionid"] = told["head"]
    with CaptureQueriesContext(connection) as queries:
        answer = client.get(known[page])
    assert answer.status_code == 200, answer.status_code
    took = []
    for _ in range(times):
        began = time.process_time()
        client.get(known[page])
        took.append((time.process_time() - began) * 1000)
    print(f"{known[page]}: {median(took):.1f} ms of CPU (least {min(took):.1f}), {len(queries)} queries")
    measured = cProfile.Profile()
    measured.enable()
    for _ in range(times):
        client.get(known[page])
    measured.disable()
    shares(pstats.Stats(measured))
    pstats.Stats(measured).sort_stats("cumulative").print_stats(r"portal/|django/template/base|execute", SHOWN)


def shares(found: pstats.Stats) -> None:
    """What part of the time was spent in whose code."""
    spent = Counter[str]()
    for (file, _, name), (_, _, own, _, _) in found.stats.items():  # type: ignore[attr-defined]
        where = file if file != "~" else name
        spent[next((room for room in ROOMS if room in where), "Python and others")] += own
    whole = sum(spent.values())
    print("".join(f"{share / whole:6.0%}  {room}\n" for room, share in spent.most_common()))


if __name__ == "__main__":
    main()
