"""Servers in a folder: started as children that end with us, waited for, counted, and ended in good order."""

import ctypes
import os
import shutil
import signal
import socket
import subprocess
import time
from collections.abc import Iterable, Sequence
from pathlib import Path

from bench.peers.peer import Missing

WAIT_SECONDS = 30.0
PLACES = os.pathsep.join((os.environ.get("PATH", ""), "/usr/sbin", "/usr/local/sbin", "/sbin"))


def program(name: str, package: str) -> str:
    """The path of a program, those only an administrator has in his PATH too; `Missing` names the package that brings it."""
    found = shutil.which(name, path=PLACES)
    if found is None:
        raise Missing(f"{name} is absent: apt install --no-install-recommends {package}")
    return found


class Daemon:
    """A server in the foreground of its own: a child that writes to `said.log` and is asked to end (SIGTERM) when we die."""

    child: subprocess.Popen[bytes] | None = None

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def run(self, command: Sequence[str | Path], where: Path | int) -> None:
        """Start it; comes back once somebody answers at `where`, a socket's file or a port of loopback."""
        log = self.folder / "said.log"
        with log.open("ab") as out:
            self.child = subprocess.Popen(
                [str(part) for part in command],
                stdin=subprocess.DEVNULL,
                stdout=out,
                stderr=out,
                preexec_fn=_end_with_us,
            )
        deadline = time.monotonic() + WAIT_SECONDS
        while not answers(where):
            if self.child.poll() is not None or time.monotonic() > deadline:
                raise RuntimeError(f"{command[0]} does not answer:\n{log.read_text(errors='replace')[-2000:]}")
            time.sleep(0.02)

    def runs(self) -> bool:
        return self.child is not None and self.child.poll() is None

    def pids(self) -> list[int]:
        return family([self.child.pid]) if self.child else []

    def stop(self) -> None:
        """SIGTERM, then SIGKILL for one that does not listen; nothing to do when it does not run."""
        if self.child is not None and self.child.poll() is None:
            self.child.terminate()
            try:
                self.child.wait(WAIT_SECONDS)
            except subprocess.TimeoutExpired:
                self.child.kill()
                self.child.wait()
        self.child = None


def _end_with_us() -> None:
    ctypes.CDLL(None).prctl(1, signal.SIGTERM)


def answers(where: Path | int) -> bool:
    """Whether somebody listens on a socket's file or a port of loopback."""
    family = socket.AF_INET if isinstance(where, int) else socket.AF_UNIX
    with socket.socket(family, socket.SOCK_STREAM) as probe:
        try:
            probe.connect(("127.0.0.1", where) if isinstance(where, int) else str(where))
        except OSError:
            return False
    return True


def family(roots: Iterable[int]) -> list[int]:
    """Those processes and all that descend from them, that are alive."""
    kept, open_ = [], list(roots)
    while open_:
        pid = open_.pop(0)
        try:
            told = [path.read_text() for path in Path(f"/proc/{pid}/task").glob("*/children")]
        except OSError:
            continue
        if told:
            kept.append(pid)
        open_.extend(int(child) for child in " ".join(told).split())
    return kept
