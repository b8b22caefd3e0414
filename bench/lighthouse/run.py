"""Lighthouse in its mobile profile over the demo school: `python bench/lighthouse/run.py [--runs 3] [--address URL]`.

Installs the locked Lighthouse beside itself once (`npm ci`), builds a demo school of its own, serves it, and measures home, a
section, an article, the search and its results. Prints, for each page, the median of the runs: the four scores, the times,
what was transferred, and every audit that is not full marks; `--write` puts the same into docs/performance.md. Throttling is
Lighthouse's own simulation of a slow phone on slow 4G.
"""

import argparse
import json
import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "scripts")]

from pictures import demo

CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
TIMES = {"FCP": "first-contentful-paint", "LCP": "largest-contentful-paint", "TBT": "total-blocking-time",
         "CLS": "cumulative-layout-shift"}  # fmt: skip
COLUMNS = ("page", "performance", "accessibility", "best practices", "SEO", "first paint", "largest paint", "blocked", "CLS",
           "transferred", "JavaScript", "requests")  # fmt: skip
DOC, FROM, UNTIL = ROOT / "docs" / "performance.md", "<!-- measured -->", "<!-- /measured -->"
SEARCHED = "/tim-kiem/?q=khai+gi%E1%BA%A3ng"
TRIES = 4
NO_SCORE = frozenset({"notApplicable", "informative", "manual", "error"})


@dataclass
class Page:
    """One address and what each run said of it."""

    name: str
    url: str
    reports: list[dict[str, Any]] = field(default_factory=list)

    def score(self, category: str) -> int:
        return round(statistics.median(100 * (one["categories"][category]["score"] or 0) for one in self.reports))

    def number(self, audit: str) -> float:
        return statistics.median(one["audits"][audit].get("numericValue") or 0.0 for one in self.reports)

    def carried(self, kind: str = "") -> tuple[int, int]:
        """Bytes over the wire and requests of one kind; of everything where none is named."""
        rows = self.reports[-1]["audits"]["network-requests"]["details"]["items"]
        mine = [one for one in rows if not kind or one.get("resourceType") == kind]
        return sum(one.get("transferSize") or 0 for one in mine), len(mine)

    def figures(self) -> list[str]:
        """One line of the table."""
        whole, requests = self.carried()
        return [
            self.name, *(str(self.score(one)) for one in CATEGORIES), f"{self.number(TIMES['FCP']) / 1000:.2f} s",
            f"{self.number(TIMES['LCP']) / 1000:.2f} s", f"{self.number(TIMES['TBT']):.0f} ms",
            f"{self.number(TIMES['CLS']):.3f}", f"{whole / 1000:.1f} kB", f"{self.carried('Script')[0] / 1000:.1f} kB", str(requests),
        ]  # fmt: skip

    def faults(self) -> list[str]:
        """What kept a page from full marks in a category that counts it."""
        found: dict[str, None] = {}
        for report in self.reports:
            for category in report["categories"].values():
                for ref in category["auditRefs"]:
                    audit = report["audits"][ref["id"]]
                    if ref["weight"] and audit["scoreDisplayMode"] not in NO_SCORE and (audit["score"] or 0) < 0.995:
                        found[f"{audit['id']}: {audit['score']} {audit.get('displayValue', '')}".strip()] = None
        return list(found)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--address", default="", help="a site that runs already")
    parser.add_argument("--keep", default="", help="a folder for the full reports")
    parser.add_argument("--path", action="append", default=[], help="measure these paths instead")
    parser.add_argument("--write", action="store_true", help=f"put the figures into {DOC.relative_to(ROOT)}")
    asked = parser.parse_args()
    install()
    with nullcontext(asked.address) if asked.address else demo() as address:
        pages = [Page(path, urljoin(address, path)) for path in asked.path] or list(pages_of(address))
        print(row(COLUMNS), row(["---"] * len(COLUMNS)), sep="\n", flush=True)
        for page in pages:
            urllib.request.urlopen(page.url, timeout=60).read()  # a warm process, as readers meet it
            with reports_in(asked.keep) as folder:
                page.reports = [measured(page, folder, number) for number in range(asked.runs)]
            print(row(page.figures()), flush=True)
    told = "\n".join(
        [said(pages, asked.runs), "", *(f"- {page.name}: {fault}" for page in pages for fault in page.faults())]
    )
    print(f"\n{told}")
    if asked.write:
        write(
            "\n".join(
                [row(COLUMNS), row(["---"] * len(COLUMNS)), *(row(page.figures()) for page in pages), "", told.strip()]
            )
        )
    return 0


def row(cells: Sequence[str]) -> str:
    """One line of a Markdown table."""
    return f"| {' | '.join(cells)} |"


def said(pages: list[Page], runs: int) -> str:
    return (
        f"{time.strftime('%d/%m/%Y %H:%M')}, `python bench/lighthouse/run.py --runs {runs}`: medians; load of the machine at the end "
        f"{os.getloadavg()[0]:.1f} on {os.cpu_count()} cores; Lighthouse {pages[0].reports[0]['lighthouseVersion']}, mobile profile, "
        "simulated throttling. In some run not full marks:"
    )


def write(figures: str) -> None:
    """Put the figures between the two marks of the page about performance."""
    text = DOC.read_text(encoding="utf-8")
    before, _, rest = text.partition(FROM)
    after = rest.partition(UNTIL)[2]
    DOC.write_text(f"{before}{FROM}\n\n{figures}\n\n{UNTIL}{after}", encoding="utf-8")


def install() -> None:
    if not (HERE / "node_modules" / ".bin" / "lighthouse").exists():
        npm = shutil.which("npm")
        if npm is None:
            raise SystemExit("Lighthouse needs Node 18 or newer, with npm.")
        subprocess.run([npm, "ci", "--no-audit", "--no-fund"], cwd=HERE, check=True)


def pages_of(address: str) -> Iterator[Page]:
    """Home; a section of the menu; the lead story; the search, empty and with results."""
    html = urllib.request.urlopen(address, timeout=60).read().decode()
    yield Page("home", address + "/")
    sections = re.findall(r'<a[^>]+href="(/[a-z0-9-]+/)"', html.partition("<nav")[2].partition("</nav>")[0])
    section = next(one for one in sections if "/tin" in one or "hoat-dong" in one or "chuyen-mon" in one)
    article = re.search(r'href="(/tin-bai/[a-z0-9-]+/)"', html.partition("<main")[2])
    if article is None:
        raise SystemExit("no article on the home page")
    yield Page("section", urljoin(address, section))
    yield Page("article", urljoin(address, article[1]))
    yield Page("search", urljoin(address, "/tim-kiem/"))
    yield Page("results", urljoin(address, SEARCHED))


@contextmanager
def reports_in(kept: str) -> Iterator[Path]:
    if kept:
        Path(kept).mkdir(parents=True, exist_ok=True)
        yield Path(kept)
    else:
        with tempfile.TemporaryDirectory() as folder:
            yield Path(folder)


def measured(page: Page, folder: Path, number: int) -> dict[str, Any]:
    """One run's report."""
    out = folder / f"{re.sub(r'[^a-z0-9]+', '-', page.name).strip('-') or 'page'}-{number}.json"
    words = [
        str(HERE / "node_modules" / ".bin" / "lighthouse"), page.url, "--quiet", "--output=json", f"--output-path={out}",
        f"--only-categories={','.join(CATEGORIES)}", "--chrome-flags=--headless=new --no-sandbox --disable-gpu",
    ]  # fmt: skip
    chromium = os.environ.get("PORTAL_CHROMIUM") or "/usr/bin/chromium"
    environment = os.environ | {"CHROME_PATH": chromium}
    for _ in range(TRIES):  # on a busy machine Chromium now and then loses the beginning of a recording
        if subprocess.run(words, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL).returncode == 0:
            report: dict[str, Any] = json.loads(out.read_text(encoding="utf-8"))
            if "runtimeError" not in report:
                return report
    raise SystemExit(f"Lighthouse could not measure {page.url}; try again on a quieter machine.")


if __name__ == "__main__":
    sys.exit(main())
