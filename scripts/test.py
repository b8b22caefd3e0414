"""`make test`: everything that must hold, on SQLite and on PostgreSQL. What is missing fails; nothing is skipped."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from cluster import binaries, cluster
from machine import ROOT, Missing, bring_venv, can_make_venv, die_with_us, install, may_install, runs

SYSTEM_PYTHON = "/usr/bin/python3"
FONT = Path("/usr/share/fonts/truetype/noto/NotoSans-Regular.ttf")
LOCKS = ROOT / "requirements"
PROCESSES = "2"


def main(arguments: list[str]) -> int:
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    began = time.monotonic()
    report = Report()
    if report.section("machine", bring_everything):
        checks = [*LINT, *([] if "--lint" in arguments else SOAK if "--soak" in arguments else TESTS)]
        for title, check in checks:
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
    env = os.environ | {"DJANGO_SETTINGS_MODULE": "portal.settings.test"} | variables
    print("$", " ".join(command), flush=True)
    python = ROOT / ".venv" / "bin" / "python"
    return subprocess.run([python, "-m", *command], cwd=ROOT, env=env, preexec_fn=die_with_us).returncode == 0


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


def pytest(*arguments: str, database: str) -> None:
    tool("pytest", "-n", PROCESSES, *arguments, PORTAL_DATABASE_URL=database, PORTAL_CHROMIUM=chromium() or "")


def on_sqlite() -> None:
    pytest("--durations=15", database="")


def on_postgresql() -> None:
    with cluster() as url:
        pytest("--durations=5", database=url)


def soak() -> None:
    alone = ("-p", "no:xdist", "-o", "faulthandler_timeout=0")  # one test of many minutes
    tool("pytest", "-m", "soak", "--hypothesis-profile=soak", "--hypothesis-show-statistics", *alone)


LINT = [
    ("style: ruff", style),
    ("floors and layers: import-linter", floors),
    ("types: mypy", types),
    ("migrations", migrations),
]
TESTS = [
    ("hashed lock on the system's python", lock_on_the_systems_python),
    ("tests on SQLite", on_sqlite),
    ("tests on PostgreSQL", on_postgresql),
]
SOAK = [("long property run", soak)]

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
