"""`make test`: everything that must hold, on SQLite and on PostgreSQL. What is missing fails; nothing is skipped."""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import IO

from cluster import binaries, cluster
from machine import ROOT, Missing, bring_venv, can_make_venv, die_with_us, install, may_install, runs

SYSTEM_PYTHON = "/usr/bin/python3"
FONT = Path("/usr/share/fonts/truetype/noto/NotoSans-Regular.ttf")
LOCKS = ROOT / "requirements"
PROCESSES = "2"
Check = tuple[str, Callable[[], None]]


def main(arguments: list[str]) -> int:
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    began = time.monotonic()
    report = Report()
    if report.section("machine", bring_everything):
        with contextlib.ExitStack() as until_the_end:
            tests: list[Check] = []
            if not {"--lint", "--soak"} & set(arguments):
                report.section("databases", lambda: tests.extend(until_the_end.enter_context(databases())))
            for title, check in [*LINT, *(SOAK if "--soak" in arguments else tests)]:
                report.section(title, check)
    return report.end(time.monotonic() - began)


class Failed(Exception):
    pass


class Report:
    def __init__(self) -> None:
        self.lines: list[tuple[str, bool, float]] = []

    def section(self, title: str, check: Callable[[], None]) -> bool:
        print(f"\n{f'── {title} ':─<100}", flush=True)
        began, held = time.monotonic(), True
        try:
            check()
        except (Failed, Missing) as fault:
            print(fault, flush=True)
            held = False
        self.lines.append((title, held, time.monotonic() - began))
        return held

    def end(self, took: float) -> int:
        print(f"\n{'══ summary ':═<100}")
        for title, held, seconds in self.lines:
            print(f"  {'ok    ' if held else 'FAILED'}  {title:<40} {seconds:6.1f} s")
        failed = sum(not held for _, held, _ in self.lines)
        print(
            f"\n{'FAILED: ' + str(failed) + ' section(s)' if failed else 'All held.'} Total {took:.0f} s.", flush=True
        )
        return 1 if failed else 0


def tool(*command: str, **variables: str) -> None:
    """Run a module of the virtual environment, its output going straight to the screen."""
    if not held(*command, **variables):
        raise Failed(f"{command[0]} found faults")


def held(*command: str, **variables: str) -> bool:
    print("$", " ".join(command), flush=True)
    return begun(*command, **variables).wait() == 0


def begun(*command: str, output: IO[str] | None = None, **variables: str) -> subprocess.Popen[str]:
    env = os.environ | {"DJANGO_SETTINGS_MODULE": "portal.settings.test"} | variables
    env.pop("PYTHONDONTWRITEBYTECODE", None)  # some forty processes start in a run, and each would compile everything
    python = ROOT / ".venv" / "bin" / "python"
    return subprocess.Popen(
        [python, "-m", *command], cwd=ROOT, env=env, stdout=output, stderr=output, text=True, preexec_fn=die_with_us
    )


def bring_everything() -> None:
    packages = []
    if binaries() is None:
        packages.append("postgresql")
    if not FONT.exists():
        packages.append("fonts-noto-core")
    if not list(Path("/usr/lib").glob("*/libatomic.so.1")):
        packages.append("libatomic1")  # Playwright's own node asks for it
    if chromium() is None and not on_ubuntu():
        packages.append("chromium")
    if nginx() is None:
        packages.append("nginx")
    if not runs(Path(SYSTEM_PYTHON), "import icu"):
        packages.append("python3-icu")  # asked for the order of CLDR; from the index it would be compiled
    if not list(Path("/usr/share/tesseract-ocr").glob("*/tessdata/vie.traineddata")):
        packages += ["tesseract-ocr", "tesseract-ocr-vie"]  # scans are read for real
    if shutil.which("pdftoppm") is None:
        packages.append("poppler-utils")
    if packages:
        install(packages)
    python = bring_venv(LOCKS / "test.txt")
    if chromium() is None:  # Ubuntu's package is a snap, which no container runs
        prefix = may_install()
        if prefix is None:
            raise Missing("No Chromium. Run: sudo .venv/bin/python -m playwright install --with-deps chromium")
        subprocess.run([python, "-m", "playwright", "install-deps", "chromium"], check=True)
        subprocess.run([python, "-m", "playwright", "install", "chromium"], check=True)


def nginx() -> str | None:
    """Debian keeps it where only root looks."""
    return shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin")


def chromium() -> str | None:
    names = [os.environ.get("PORTAL_CHROMIUM", ""), "chromium", "google-chrome", "chrome"]
    found = [path for name in names if name and (path := shutil.which(name)) and "/snap/" not in os.path.realpath(path)]
    browsers = Path(os.environ.get("PLAYWRIGHT_BROWSERS_PATH") or Path.home() / ".cache" / "ms-playwright")
    found += [str(path) for path in sorted(browsers.glob("chromium-*/chrome-linux*/chrome"))]
    return found[0] if found else None


def on_ubuntu() -> bool:
    release = Path("/etc/os-release")
    return release.exists() and "\nID=ubuntu" in "\n" + release.read_text()


def style() -> None:
    faults = [command for command in ("check", "format --check") if not held("ruff", *command.split(), ".")]
    if faults:
        raise Failed(f"ruff: {', '.join(faults)}")


def types() -> None:
    rooms = sorted(ROOT.glob("portal/*/"))
    names = [room / f"{name}{end}" for room in rooms for name in ("rules", "actions", "queries") for end in (".py", "")]
    names += sorted({*ROOT.glob("portal/*/*_rules.py"), *ROOT.glob("portal/*/*/*rules.py")})
    tool("mypy", *(str(path.relative_to(ROOT)) for path in names if path.exists()))


def floors() -> None:
    script = "import sys; from importlinter.cli import lint_imports_command; sys.exit(lint_imports_command())"
    done = subprocess.run([ROOT / ".venv" / "bin" / "python", "-c", script], cwd=ROOT)
    if done.returncode:
        raise Failed("an arrow points up")


def migrations() -> None:
    tool("django", "check", "--fail-level", "WARNING")
    tool("django", "makemigrations", "--check", "--dry-run")


def lock_on_the_systems_python() -> None:
    """The lock must install on what Debian and Ubuntu ship, and hold together there."""
    can_make_venv(SYSTEM_PYTHON)
    python = bring_venv(LOCKS / "base.txt", folder=ROOT / ".cache" / "system-python", python=SYSTEM_PYTHON)
    print("$", SYSTEM_PYTHON, "-m pip check", flush=True)
    if subprocess.run([python, "-m", "pip", "check"], cwd=ROOT).returncode:
        raise Failed("the lock does not hold together")


class Database:
    """Migrated once, beside the checks that ask for none; each process of the tests begins with a copy of it."""

    def __init__(self, url: str, said: Path) -> None:
        self.url, self.said = url, said
        with said.open("w") as output:
            self.migrating = begun("manage", "migrate", "--verbosity=0", output=output, PORTAL_DATABASE_URL=url)

    def tests(self, *arguments: str) -> None:
        if self.migrating.wait():
            raise Failed(f"the migrations failed:\n{self.said.read_text()}")
        variables = {"PORTAL_DATABASE_URL": self.url, "PORTAL_MIGRATED": "1", "PORTAL_CHROMIUM": chromium() or ""}
        # one by one: in portions one process was handed all the browser's tests, and the other waited for it
        tool("pytest", "-n", PROCESSES, "--maxschedchunk=1", *arguments, **variables)


@contextlib.contextmanager
def databases() -> Iterator[list[Check]]:
    """What is to be tested while both databases stand."""
    with tempfile.TemporaryDirectory(prefix="portal-migrated-") as name, cluster() as url:
        folder = Path(name)
        sqlite = Database(f"sqlite:///{folder / 'migrated.sqlite3'}", folder / "sqlite.out")
        postgresql = Database(url, folder / "postgresql.out")
        with ThreadPoolExecutor(1) as beside:  # waits for pip most of the time
            lock = beside.submit(lock_on_the_systems_python)
            yield [
                ("tests on SQLite", lambda: sqlite.tests("--durations=15")),
                ("tests on PostgreSQL", lambda: postgresql.tests("--durations=5")),
                ("hashed lock on the system's python", lock.result),
            ]


def soak() -> None:
    alone = ("-p", "no:xdist", "-o", "faulthandler_timeout=0")  # one test of many minutes
    tool("pytest", "-m", "soak", "--hypothesis-profile=soak", "--hypothesis-show-statistics", *alone)


LINT = [
    ("style: ruff", style),
    ("floors and layers: import-linter", floors),
    ("types: mypy", types),
    ("migrations", migrations),
]
SOAK = [("long property run", soak)]

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
