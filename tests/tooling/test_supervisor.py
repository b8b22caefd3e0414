"""What the supervisor started ends with it, however it ends."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]

# like granian: a master that lets a process of its own do the serving, and does not mind what happens to it
SERVER = """
import multiprocessing, os, signal, sys, time
from pathlib import Path

def serve(folder):
    from portal.supervisor import die_with_parent_process
    die_with_parent_process()
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    (Path(folder) / "inner").write_text(str(os.getpid()))
    time.sleep(60)

if __name__ == "__main__":
    inner = multiprocessing.get_context("spawn").Process(target=serve, args=sys.argv[1:])
    inner.start()
    (Path(sys.argv[1]) / "server").write_text(str(os.getpid()))
    signal.signal(signal.SIGTERM, lambda *_: (inner.kill(), sys.exit(0)))
    inner.join()
"""
WORKER = """
import os, sys, time
from pathlib import Path
with open(Path(sys.argv[1]) / "worker", "a") as file:
    file.write(f"{os.getpid()}\\n")
time.sleep(60)
"""
SUPERVISOR = """
import os, sys
from pathlib import Path
from portal.supervisor import Program, Supervisor
folder = Path(sys.argv[1])
programs = [Program(name, [sys.executable, str(folder / f"{name}.py"), str(folder)]) for name in sys.argv[2:]]
supervisor = Supervisor(
    programs, env=os.environ, cwd=folder,
    is_ready=lambda: all((folder / name).exists() for name in ("server", "inner", "worker")),
    when_ready=lambda: (folder / "ready").touch(),
)
sys.exit(supervisor.run())
"""


def wait_for(what: Callable[[], object], seconds: float = 15) -> None:
    deadline = time.monotonic() + seconds
    while not what():
        assert time.monotonic() < deadline, "waited in vain"
        time.sleep(0.02)


def is_running(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] not in {"Z", "X"}
    except FileNotFoundError:
        return False


class Running:
    def __init__(self, folder: Path, *names: str) -> None:
        self.folder = folder
        env = os.environ | {"PYTHONPATH": str(ROOT)}
        command = [sys.executable, "-c", SUPERVISOR, str(folder), *names]
        self.process = subprocess.Popen(command, env=env, stdout=subprocess.PIPE, text=True)

    def pids(self) -> list[int]:
        return [int(line) for name in ("server", "inner", "worker") for line in self.lines(name)]

    def lines(self, name: str) -> list[str]:
        return (self.folder / name).read_text().split()

    def end(self, seconds: float = 15) -> int:
        self.process.communicate(timeout=seconds)
        return self.process.returncode

    def all_gone(self) -> bool:
        return not any(is_running(pid) for pid in self.pids())


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "server.py").write_text(SERVER)
    (tmp_path / "worker.py").write_text(WORKER)
    (tmp_path / "broken.py").write_text("raise SystemExit(3)")
    return tmp_path


@pytest.fixture
def running(folder: Path) -> Iterator[Running]:
    started = Running(folder, "server", "worker")
    wait_for((folder / "ready").exists)
    yield started
    if started.process.poll() is None:
        started.process.terminate()
    started.end()


@pytest.mark.parametrize(
    ("signum", "code"),
    [(signal.SIGINT, 0), (signal.SIGTERM, 143), (signal.SIGHUP, 129), (signal.SIGKILL, -9)],
)
def test_everything_ends_with_the_supervisor(running: Running, signum: signal.Signals, code: int) -> None:
    assert [is_running(pid) for pid in running.pids()] == [True, True, True]
    running.process.send_signal(signum)
    assert running.end() == code
    wait_for(running.all_gone)


def test_a_server_killed_outright_takes_its_own_process_along_and_is_started_again(running: Running) -> None:
    server, inner, _ = running.pids()
    for name in ("server", "inner"):
        (running.folder / name).unlink()
    os.kill(server, signal.SIGKILL)
    wait_for(lambda: not is_running(inner))
    wait_for((running.folder / "inner").exists)
    assert running.process.poll() is None


def test_a_killed_worker_comes_back(running: Running) -> None:
    os.kill(running.pids()[-1], signal.SIGKILL)
    wait_for(lambda: len(running.lines("worker")) == 2)
    wait_for(lambda: is_running(running.pids()[-1]))
    assert running.process.poll() is None


def test_a_worker_that_falls_again_and_again_ends_everything(running: Running) -> None:
    for fall in range(1, 7):
        wait_for(lambda fall=fall: len(running.lines("worker")) == fall)  # type: ignore[misc]
        os.kill(running.pids()[-1], signal.SIGKILL)
    assert running.end() == 1
    wait_for(running.all_gone)


def test_a_program_that_cannot_start_ends_everything(folder: Path) -> None:
    started = Running(folder, "worker", "broken")
    said, _ = started.process.communicate(timeout=15)
    assert (started.process.returncode, said) == (1, "“broken” dừng khi đang khởi động (mã 3).\n")
