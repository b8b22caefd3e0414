"""What the issue promised, asked of the figures of one run: ratios between rows measured in turn on the same machine."""

from collections.abc import Iterator
from operator import truediv
from statistics import median

from bench.results import (
    ALONE,
    APP,
    MEMORY,
    MOMENT,
    NGINX,
    RATE,
    STATIC,
    UNCACHED,
    WORDPRESS,
    Results,
    Row,
    Target,
)

LARGE, SMALL, FULL = 20_000, 1_000, 100_000
VISIBLE_APP, VISIBLE_NGINX, COLD, MEMORY_OURS = (
    "approve_to_visible_app",
    "approve_to_visible_nginx",
    "cold_start",
    "server_and_worker",
)


def targets(results: Results) -> list[Target]:
    """Every promise with what was found."""
    return [
        *_of_pages_kept(results),
        *_of_pages_made(results),
        *_of_search(results),
        *_of_size(results),
        *_of_moments(results),
    ]


def _of_pages_kept(results: Results) -> Iterator[Target]:
    for size in _peered(results):
        for page in ("home", "article"):
            said = f"{page}, {size:,} articles"
            yield _ratio(results, f"{said}: from memory ÷ nginx static", (RATE, APP), (RATE, STATIC), page, size, 0.3)
            yield _ratio(
                results, f"{said}: behind our nginx ÷ nginx static", (RATE, NGINX), (RATE, STATIC), page, size, 0.8
            )
            yield _ratio(
                results, f"{said}: from memory ÷ plain WordPress", (RATE, APP), (RATE, WORDPRESS), page, size, 300
            )


def _of_pages_made(results: Results) -> Iterator[Target]:
    for size in _peered(results):
        yield _ratio(results, f"article made anew, {size:,} articles: ours ÷ WordPress", (RATE, UNCACHED), (RATE, WORDPRESS),
                     "article", size, 1.5)  # fmt: skip


def _of_search(results: Results) -> Iterator[Target]:
    lists = results.find(ALONE, UNCACHED, "list", LARGE)
    for page, spelled in (("search_marks", "“Đức Giang”"), ("search_plain", "“duc giang”")):
        ours, theirs = (results.find(ALONE, one, page, LARGE) for one in (UNCACHED, WORDPRESS))
        many, said = results.find(RATE, UNCACHED, page, LARGE), f"search {spelled}, {LARGE:,} articles"
        yield _told(f"{said}, one client: WordPress p50 ÷ ours", _quotient(theirs, ours), 30, least=True)
        yield _told(f"{said}, one client: p50 ÷ our list page made anew", _quotient(ours, lists), 2, least=False)
        p99 = max(many.p99) if many and many.p99 else None
        yield _told(f"{said}, 16 connections: worst p99 ÷ p50 of one client",
                    p99 / ours.middle if p99 and ours and ours.values else None, 20, least=False)  # fmt: skip


def _of_size(results: Results) -> Iterator[Target]:
    for page in ("home", "list", "article"):
        small, full = (results.find(ALONE, UNCACHED, f"{page}_in_turn", size) for size in (SMALL, FULL))
        yield _told(f"{page} made anew: time at {FULL:,} ÷ at {SMALL:,}", _quotient(full, small), 1.2, least=False)


def _of_moments(results: Results) -> Iterator[Target]:
    through, at_app = (
        results.find(MOMENT, who, name, LARGE) for who, name in ((NGINX, VISIBLE_NGINX), (APP, VISIBLE_APP))
    )
    yield _told(
        "approve to visible through nginx, slowest, seconds", max(through.values) if through else None, 1, least=False
    )
    missed = float(at_app.failed) if at_app and at_app.values else None
    yield _told("approve to visible at the app: approvals the next request did not show", missed, 0, least=False)
    memory = results.find(MEMORY, APP, MEMORY_OURS, LARGE)
    yield _told(
        f"server and worker at {LARGE:,} articles, MB of PSS", memory.middle if memory else None, 350, least=False
    )


def _peered(results: Results) -> list[int]:
    return [size for size in results.sizes if size != FULL]


def _ratio(
    results: Results, said: str, ours: tuple[str, str], theirs: tuple[str, str], page: str, size: int, bound: float
) -> Target:
    found = [results.find(*one, page, size) for one in (ours, theirs)]
    return _told(said, _paired(*found), bound, least=True)


def _paired(above: Row | None, below: Row | None) -> float | None:
    """The median of the ratios turn by turn, where both had their turns side by side; else the ratio of the medians."""
    if above is None or below is None or len(above.values) != len(below.values) or not all(below.values):
        return _quotient(above, below)
    return median(map(truediv, above.values, below.values)) if above.values else None


def _quotient(above: Row | None, below: Row | None) -> float | None:
    if above is None or below is None or not above.middle or not below.middle:
        return None
    return above.middle / below.middle


def _told(said: str, found: float | None, bound: float, *, least: bool) -> Target:
    met = None if found is None else (found >= bound if least else found <= bound)
    return Target(said, bound, found, met, least)
