"""`make run` for real: interrupted, first, second start, and the end of each."""

import os
import re
import signal
import subprocess
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from portal.demo.accounts import TABLE
from portal.supervisor import bound

ROOT = Path(__file__).resolve().parents[2]
pytestmark = [pytest.mark.sqlite, pytest.mark.long]


class Start:
    """One `make run` with its own data folder and port; its output is read line by line."""

    def __init__(self, home: Path) -> None:
        with bound("127.0.0.1", 0) as free:
            self.port = free.getsockname()[1]
        clean = {name: value for name, value in os.environ.items() if not name.startswith(("PORTAL_", "DJANGO_"))}
        self.began = time.monotonic()
        self.process = subprocess.Popen(
            ["make", "run"],
            cwd=ROOT,
            env=clean | {"PORT": str(self.port), "PORTAL_HOME": str(home), "PORTAL_DEMO_PASSWORD": "mot-hai-ba-bon"},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            start_new_session=True,
        )
        self.said: list[str] = []

    def read_until(self, part: str) -> float:
        assert self.process.stdout is not None
        for line in self.process.stdout:
            self.said.append(line.rstrip("\n"))
            if part in line:
                return time.monotonic() - self.began
        raise AssertionError("\n".join(self.said))

    def wait_for(self, path: Path) -> None:
        while not path.exists():
            assert self.process.poll() is None, "it ended before"
            time.sleep(0.05)

    def get(self, path: str) -> tuple[int, str]:
        with urllib.request.urlopen(f"http://127.0.0.1:{self.port}{path}", timeout=10) as answer:
            return answer.status, answer.read().decode()

    def end(self, signum: signal.Signals) -> None:
        os.killpg(self.process.pid, signum)
        self.process.communicate(timeout=30)


@pytest.fixture
def home(tmp_path: Path) -> Iterator[Path]:
    """A data folder; whoever still works in it when the test ends is stopped."""
    yield tmp_path / "var"
    for entry in Path("/proc").glob("[0-9]*/environ"):
        try:
            if f"PORTAL_HOME={tmp_path}".encode() in entry.read_bytes():
                os.kill(int(entry.parts[2]), signal.SIGKILL)
        except OSError:
            continue


def test_an_interrupted_first_start_just_starts_again_and_the_second_is_quick(home: Path) -> None:
    interrupted = Start(home)
    left = home.parent / ".var.building"
    interrupted.read_until("tạo cơ sở dữ liệu")
    interrupted.wait_for(left / "portal.sqlite3")
    interrupted.end(signal.SIGKILL)
    assert (home.exists(), left.exists()) == (False, True)
    (left / "portal.sqlite3").write_text("half a database")  # the worst it can leave

    first = Start(home)
    assert first.read_until("Cổng đã sẵn sàng") < 180
    first.read_until("Ctrl-C")
    status, page = first.get("/")
    assert (status, re.findall("<html[^>]*lang=.vi", page) != []) == (200, True)
    assert [line.split()[0] for line in first.said if line.startswith("  ")][-len(TABLE) :] == [row[0] for row in TABLE]
    assert f"http://127.0.0.1:{first.port}" in "\n".join(first.said)
    assert "mot-hai-ba-bon" in "\n".join(first.said)
    first.end(signal.SIGINT)
    assert ((home / "portal.sqlite3").exists(), left.exists()) == (True, False)

    second = Start(home)
    assert second.read_until("Cổng đã sẵn sàng") < 10
    assert second.get("/")[0] == 200
    second.end(signal.SIGTERM)
    with pytest.raises(OSError, match="refused"):
        second.get("/")
