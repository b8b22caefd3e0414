"""What a run found, as plain values: written as JSON by `bench.run`, read by `bench.report`."""

import json
from dataclasses import asdict, dataclass, field
from pathlib import Path
from statistics import median
from typing import Any

APP, UNCACHED, NGINX = "our app, page from memory", "our app, page made anew", "our nginx"
STATIC, WORDPRESS, WORDPRESS_CACHED = "nginx static", "WordPress", "WordPress + nginx cache"
RATE, ALONE, MOMENT, MEMORY = "rate", "alone", "moment", "memory"


@dataclass
class Row:
    """One figure, once a turn: a round has one, or several short ones beside the limit. `kind` says of what:

    - RATE: `values` are requests a second with `connections` connections; p50, p99 in ms, `cpu` in ms of the server a request;
    - ALONE: one client, one request after the other; `values` are ms at p50 of each round, `p50` and `p99` over all in ms;
    - MOMENT: seconds (cold start, approve to visible);
    - MEMORY: MB of PSS.

    `foreign` is busy CPU, in cores, of neither server nor client; `failed` counts answers that were none.
    """

    kind: str
    subject: str
    page: str  # home, home_gzip, article, article_gzip, list, search_marks, search_plain, feed, desk, review; or what was timed
    size: int  # articles
    values: list[float] = field(default_factory=list)
    p50: list[float] = field(default_factory=list)
    p95: list[float] = field(default_factory=list)
    p99: list[float] = field(default_factory=list)
    cpu: list[float] = field(default_factory=list)
    foreign: list[float] = field(default_factory=list)
    failed: int = 0
    octets: int = 0  # of one answer's body, as it travels
    connections: int = 1

    @property
    def middle(self) -> float:
        """The median; 0 where nothing was found."""
        return median(self.values) if self.values else 0.0


@dataclass
class Target:
    """One promise of the issue: `found` is measured against `bound`; met None where it was not measured."""

    said: str
    bound: float
    found: float | None
    met: bool | None
    least: bool  # whether bound is the least (else the most)


@dataclass
class Results:
    began: str  # ISO, with its zone
    took: float  # seconds
    quick: bool
    sizes: list[int]
    seconds: float  # of one window
    rounds: int
    machine: dict[str, str]
    versions: dict[str, str]
    missing: list[str] = field(default_factory=list)  # sentences: what could not be measured here, and why
    rows: list[Row] = field(default_factory=list)
    targets: list[Target] = field(default_factory=list)

    def row(self, kind: str, subject: str, page: str, size: int, **more: Any) -> Row:
        """The row of that name, begun where there is none."""
        found = self.find(kind, subject, page, size)
        if found is None:
            found = Row(kind, subject, page, size, **more)
            self.rows.append(found)
        return found

    def find(self, kind: str, subject: str, page: str, size: int) -> Row | None:
        named = (kind, subject, page, size)
        return next((row for row in self.rows if (row.kind, row.subject, row.page, row.size) == named), None)

    def save(self, path: Path) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps(asdict(self), ensure_ascii=False, indent=1))


def read(path: Path) -> Results:
    """A run as it was kept."""
    kept = json.loads(path.read_text())
    rows, targets = [Row(**row) for row in kept.pop("rows")], [Target(**one) for one in kept.pop("targets")]
    return Results(**kept, rows=rows, targets=targets)
