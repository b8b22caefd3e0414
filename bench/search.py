"""How long a search takes among many articles: `python bench/search.py [--size 100000] [--postgresql URL] [--clients 16]`.

Asks a loaded school (`bench.load`) on SQLite and, where an empty PostgreSQL is named or one that was loaded by this before, the
same school on that: each question alone, counts and first page as the search page asks for them, in CPU of the portal, CPU of
PostgreSQL's process and time that passed; and with `--clients` the search page of the real server, by one client and by so many
at once. Prints one table (Markdown) and whether both databases found the same.
"""

import argparse
import json
import os
import sys
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import datetime
from http.client import HTTPException
from pathlib import Path
from statistics import median
from typing import Any
from urllib.parse import quote_plus

ROOT = Path(__file__).resolve().parents[1]
sys.path[0] = str(ROOT)

from bench import load
from bench.measuring import counters
from bench.measuring.asking import share
from bench.measuring.clients import Client
from bench.measuring.ours import HOST, Portal

QUESTIONS = (
    "Đức Giang",
    "duc giang",
    "dục giảng",
    "duc",
    "hoc sinh",
    "và các em",
    "thư viện trường học",
    "hoc sinh duc giang san truong",
    "em các và trường trong ngày",
    "không có ở đâu",
)
IN_TURN = "all of them in turn"
PORT = 8560
Figures = dict[str, Any]


@dataclass(frozen=True)
class Crowd:
    """What so many clients saw: ms of each good answer, and how many answers were none."""

    took: Sequence[float]
    failed: int


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--size", type=int, default=100_000)
    options.add_argument("--home", type=Path, default=load.HOME)
    options.add_argument("--postgresql", metavar="URL", help="as PORTAL_DATABASE_URL names it")
    options.add_argument("--times", type=int, default=15, help="of each question alone")
    options.add_argument("--clients", type=int, default=0, help="so many at once over HTTP")
    options.add_argument("--seconds", type=float, default=4, help="of each question by many clients")
    options.add_argument("--port", type=int, default=PORT)
    given = options.parse_args()
    schools = dict(brought(given))
    found = {name: alone(school, given.times) for name, school in schools.items()}
    if given.clients:
        served(schools, found, given)
    print("\n".join([heading(given), "", *table(found, given.clients)]))
    print(f"\n{agreed(list(found.values()))}")


def brought(given: argparse.Namespace) -> Iterator[tuple[str, Portal]]:
    """A school on each database, loaded if need be, over a copy of its data folder."""
    home: Path = given.home.absolute()
    os.environ.pop("PORTAL_DATABASE_URL", None)
    for number, (name, url) in enumerate((("SQLite", ""), ("PostgreSQL", given.postgresql))):
        if url:
            os.environ["PORTAL_DATABASE_URL"] = url
        if url is not None:
            loaded = load.loaded(given.size, home / "postgresql" if url else home)
            yield name, Portal.over(loaded, home / "searched" / name, given.port + 4 * number, given.size)


def alone(school: Portal, times: int) -> dict[str, Figures]:
    """Each question's figures, asked inside a process of its own."""
    told = json.loads(school.call("-m", "bench.measuring.searching", str(times), *QUESTIONS))
    return {one["question"]: one for one in told}


def served(schools: dict[str, Portal], found: dict[str, dict[str, Figures]], given: argparse.Namespace) -> None:
    """The same asked of real servers, question by question in turn."""
    try:
        for school in schools.values():
            school.serve()
        for questions in [*((one,) for one in QUESTIONS), QUESTIONS]:
            for name, school in schools.items():
                figures = found[name].setdefault(questions[0] if len(questions) == 1 else IN_TURN, {})
                one = crowd(school.base, questions, 1, given.seconds / 4)
                many = crowd(school.base, questions, given.clients, given.seconds)
                figures |= {
                    "one": median(one.took), "rate": len(many.took) / given.seconds, "p50": median(many.took),
                    "p99": share(sorted(many.took), 99), "failed": one.failed + many.failed,
                }  # fmt: skip
    finally:
        for school in schools.values():
            school.stop()


def crowd(base: str, questions: Sequence[str], clients: int, seconds: float) -> Crowd:
    """So many clients at once, each with a connection of its own, one question after the other, until the time is up."""
    paths = [f"/tim-kiem/?q={quote_plus(one)}" for one in questions]
    with ThreadPoolExecutor(clients) as pool:
        seen = list(pool.map(lambda number: reader(base, paths[number % len(paths) :] + paths[: number % len(paths)], seconds),
                             range(clients)))  # fmt: skip
    return Crowd([ms for one in seen for ms in one.took], sum(one.failed for one in seen))


def reader(base: str, paths: Sequence[str], seconds: float) -> Crowd:
    """One of them."""
    client, took, failed, until = Client(base, **HOST), list[float](), 0, time.monotonic() + seconds
    while not took or time.monotonic() < until:
        try:
            answer = client.get(paths[(len(took) + failed) % len(paths)])
        except (OSError, HTTPException):
            failed += 1
            if time.monotonic() > until:
                break
            continue
        if answer.status == 200:
            took.append(answer.took)
        else:
            failed += 1
    client.close()
    return Crowd(took, failed)


def heading(given: argparse.Namespace) -> str:
    when = f"{datetime.now().astimezone():%d/%m/%Y %H:%M (%Z)}"  # noqa: TID251
    return f"{when}, {given.size:,} articles, milliseconds. On {', '.join(counters.machine().values())}; {counters.versions()['ours']}."


def table(found: dict[str, dict[str, Figures]], clients: int) -> Iterator[str]:
    """A line for each question on each database, in ms."""
    over = ["one client", f"{clients} at once: p50", "p99", "answers a second", "failed"] if clients else []
    heads = ["question", "database", "found", "CPU portal + database", "passed", "suggested", *over]
    yield f"| {' | '.join(heads)} |"
    yield f"|{' --- |' * len(heads)}"
    for question in [*QUESTIONS, *([IN_TURN] if clients else [])]:
        for name, figures in found.items():
            yield f"| {' | '.join([*_inside(question, name, figures[question]), *_outside(figures[question])])} |"


def _inside(question: str, name: str, of: Figures) -> list[str]:
    if "found" not in of:
        return [question, name, *"––––"]
    database = f" + {of['database']:.1f}" if of["database"] else ""
    return [
        question, name, of["found"], f"{of['portal']:.1f}{database}", f"{of['took']:.1f}", f"{of['suggested']:.1f}",
    ]  # fmt: skip


def _outside(of: Figures) -> list[str]:
    if "p50" not in of:
        return []
    return [*(f"{of[name]:.0f}" for name in ("one", "p50", "p99", "rate")), str(of["failed"])]


def agreed(databases: Sequence[dict[str, Figures]]) -> str:
    """Whether every question found the same everywhere."""
    if len(databases) < 2:
        return "One database only: nothing to compare it with."
    here, there = databases
    other = [one for one in QUESTIONS if any(here[one][what] != there[one][what] for what in ("found", "first"))]
    return f"Not the same on both databases: {', '.join(other)}." if other else "The same was found on both databases."


if __name__ == "__main__":
    main()
