"""Measure the portal beside its peers: `python bench/run.py [--sizes 1000,20000,100000] [--quick] [--only …] [--write]`.

Loads what is not loaded yet (see bench/README.md), starts our server, worker and nginx as deploy/ has them and the peers
beside them, asks the same pages of all of them in turn, and prints what it found and which of the targets it meets.
`--quick` is one short round at 1,000 articles. `--write` puts table and chart into docs/performance.md.
"""

import argparse
import os
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path[0] = str(ROOT)

from bench import load
from bench.measuring import counters
from bench.measuring.clients import has_wrk
from bench.measuring.ours import Portal
from bench.measuring.phases import MOST_OF_PEERS, Run
from bench.measuring.targets import targets
from bench.peers import peers
from bench.peers.processes import answers
from bench.results import ALONE, MEMORY, MOMENT, RATE, Results

PHASES = ("alone", "rate", "moments", "sizes")
PORT, PORTS_EACH, PEERS_PORT = 8570, 4, 8620
KINDS = {RATE: "requests a second, 16 connections", ALONE: "ms, one client", MOMENT: "seconds", MEMORY: "MB of PSS"}
RESULTS = "results.json"
BEGAN = time.monotonic()


def options() -> argparse.Namespace:
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--sizes", type=lambda told: [int(one) for one in told.split(",")])
    asked.add_argument("--quick", action="store_true", help="one short round")
    asked.add_argument("--rounds", type=int)
    asked.add_argument("--seconds", type=int, help="of one window under 16 connections")
    asked.add_argument("--only", default=",".join(PHASES), help=f"some of {', '.join(PHASES)}")
    asked.add_argument("--no-peers", action="store_true")
    asked.add_argument("--load", action="store_true", help="load every corpus, measure nothing")
    asked.add_argument("--home", type=Path, default=load.HOME, help="where corpora, peers and results lie")
    asked.add_argument("--port", type=int, default=PORT)
    asked.add_argument("--write", action="store_true", help="into docs/performance.md")
    return asked.parse_args()


def begun(asked: argparse.Namespace) -> Results:
    quick = asked.quick
    return Results(
        began=datetime.now().astimezone().isoformat(timespec="minutes"), took=0, quick=quick,  # noqa: TID251
        sizes=asked.sizes or ([1000] if quick else [1000, 20_000, 100_000]), seconds=asked.seconds or (2 if quick else 3),
        rounds=asked.rounds or (1 if quick else 3), machine=counters.machine(), versions=counters.versions(),
    )  # fmt: skip


def measure(asked: argparse.Namespace) -> Results:
    """The whole run; the results are kept even where it breaks off."""
    results = begun(asked)
    if not has_wrk():
        results.missing.append("wrk is absent: apt install wrk; nothing is measured over many connections")
    beside = [] if asked.no_peers else peers(asked.home, PEERS_PORT)
    try:
        Run(results, lambda size: brought(size, asked, results), beside, asked.only.split(","), say).whole()
    finally:
        results.took = time.monotonic() - BEGAN
        results.targets = targets(results)
        results.save(asked.home / RESULTS)
    return results


def brought(size: int, asked: argparse.Namespace, results: Results) -> Portal:
    """A school of that size, loaded if need be, over a copy of its own; what was found so far is kept."""
    results.save(asked.home / RESULTS)
    port = asked.port + PORTS_EACH * results.sizes.index(size)
    return Portal.over(load.loaded(size, asked.home), asked.home / f"run-{size}", port, size)


def ports(asked: argparse.Namespace) -> list[int]:
    """Every port the run will listen on."""
    ours = range(asked.port, asked.port + PORTS_EACH * len(begun(asked).sizes))
    return [*ours, *([] if asked.no_peers else [PEERS_PORT, PEERS_PORT + 1])]


def load_all(asked: argparse.Namespace) -> None:
    """Everything that takes long the first time, on two cores; the largest has one to itself."""
    *others, largest = sorted(begun(asked).sizes)
    with ThreadPoolExecutor() as beside:
        last = beside.submit(load.loaded, largest, asked.home)
        for size in others:
            say(f"{size:,} articles: {load.loaded(size, asked.home)}")
        for size in () if asked.no_peers else [size for size in others or [largest] if size <= MOST_OF_PEERS]:
            peer = peers(asked.home, PEERS_PORT)[0]
            peer.prepare(size)
            say(f"{size:,} articles: {peer.name}")
        say(f"{largest:,} articles: {last.result()}")


def say(what: str) -> None:
    print(f"{time.monotonic() - BEGAN:7.0f} s  {what}", file=sys.stderr, flush=True)


def told(results: Results) -> str:
    """The figures and the targets as plain lines."""
    lines = [f"{results.began}, {results.took / 60:.0f} min; {'; '.join(results.machine.values())}", *results.missing]
    for kind, unit in KINDS.items():
        lines += ["", unit]
        for row in sorted(
            (one for one in results.rows if one.kind == kind and one.values), key=lambda one: (one.page, one.size)
        ):
            spread = f"{min(row.values):10.2f} – {max(row.values):.2f}"
            p99 = f"  p99 {max(row.p99):8.1f} ms" if row.p99 else ""
            cpu = f"  cpu {min(row.cpu):7.2f} ms" if row.cpu else ""
            noise = f"  foreign {max(row.foreign):.2f}" if row.foreign else ""
            wrong = f"  FAILED {row.failed}" if row.failed else ""
            lines.append(
                f"  {row.page:22}{row.size:8,}  {row.subject:26}{row.middle:10.2f} ({spread}){p99}{cpu}{noise}{wrong}"
            )
    lines += ["", "targets"]
    marks = {True: "met   ", False: "MISSED", None: "not measured"}
    lines += [
        f"  {marks[one.met]}  {one.said}: {'–' if one.found is None else f'{one.found:.3g}'}"
        f" ({'at least' if one.least else 'at most'} {one.bound:g})"
        for one in results.targets
    ]
    return "\n".join(lines)


def main() -> None:
    asked = options()
    asked.home = asked.home.absolute()
    os.chdir(ROOT)
    if asked.load:
        load_all(asked)
        return
    if taken := [port for port in ports(asked) if answers(port)]:
        raise SystemExit(f"somebody listens already on {', '.join(map(str, taken))}: end him, or give another --port")
    results = measure(asked)
    print(told(results))
    if asked.write:
        from bench import report

        report.write(results)


if __name__ == "__main__":
    main()
