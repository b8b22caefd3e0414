"""Keeps server and worker running together: one port, one data folder, one end. Standard library only.

Why not honcho: docs/decisions/0002-supervisor.md.
"""

from __future__ import annotations

import contextlib
import ctypes
import fcntl
import multiprocessing
import os
import signal
import socket
import subprocess
import sys
import time
from collections import deque
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

PR_SET_PDEATHSIG = 1
STOPPING = {signal.SIGINT, signal.SIGTERM, signal.SIGHUP}
WATCHED = STOPPING | {signal.SIGCHLD}
GRACE = 8.0
RESTARTS, WITHIN = 5, 60.0


class CannotStart(Exception):
    """One Vietnamese sentence for the person at the terminal."""


def set_parent_death_signal(signum: int) -> None:
    """Linux: the kernel sends `signum` to this process when its parent ends, however that happens."""
    if sys.platform == "linux":
        ctypes.CDLL(None, use_errno=True).prctl(PR_SET_PDEATHSIG, signum)


def die_with_parent_process() -> None:
    """For a process that the server forks for itself: it must not outlive the server's master."""
    parent = multiprocessing.parent_process()
    if parent is None:
        return
    set_parent_death_signal(signal.SIGKILL)
    if os.getppid() != parent.pid:
        os._exit(1)


def die_with_make() -> None:
    """When make itself is killed, take the orderly way out instead of living on without a terminal."""
    with contextlib.suppress(OSError):
        if Path(f"/proc/{os.getppid()}/comm").read_text().strip() in {"make", "gmake"}:
            set_parent_death_signal(signal.SIGTERM)


def reserve_port(host: str, port: int) -> socket.socket:
    """Hold `port` until we end. The server joins it by SO_REUSEPORT; another supervisor is refused.

    Two granian masters on one port would both start and share the requests, so the port is first tried
    without SO_REUSEPORT. The socket held never listens: until the server does, connections are refused.
    """
    try:
        bound(host, port, socket.SO_REUSEADDR).close()
        try:
            return bound(host, port, socket.SO_REUSEPORT)
        except OSError:  # connections of an earlier server still fading away
            return bound(host, port, socket.SO_REUSEADDR, socket.SO_REUSEPORT)
    except PermissionError:
        raise CannotStart(f"Không được phép mở cổng {port}; hãy chọn cổng khác, ví dụ: PORT=8080 make run") from None
    except OSError:
        other = port + 1 if port < 65535 else 8000
        raise CannotStart(
            f"Cổng {port} đang có chương trình khác dùng; hãy tắt nó hoặc chọn cổng khác: PORT={other} make run"
        ) from None


def bound(host: str, port: int, *options: int) -> socket.socket:
    held = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    try:
        for option in options:
            held.setsockopt(socket.SOL_SOCKET, option, 1)
        held.bind((host, port))
    except OSError:
        held.close()
        raise
    return held


def lock_folder(folder: Path) -> int:
    """Take `folder` for this process; the lock follows the folder when it is renamed and ends with the process."""
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        os.close(handle)
        raise CannotStart(f"Thư mục dữ liệu {folder} đang được một cổng khác sử dụng; hãy tắt cổng đó trước.") from None
    return handle


@dataclass(frozen=True)
class Program:
    name: str
    command: Sequence[str]


class Supervisor:
    """Starts programs, restarts one that falls, and ends all of them together."""

    def __init__(
        self,
        programs: Sequence[Program],
        *,
        env: Mapping[str, str],
        cwd: Path,
        is_ready: Callable[[], bool] = lambda: True,
        when_ready: Callable[[], None] = lambda: None,
        say: Callable[[str], None] = print,
    ) -> None:
        self.programs = {program.name: program for program in programs}
        self.env, self.cwd = dict(env), cwd
        self.is_ready, self.when_ready, self.say = is_ready, when_ready, say
        self.children: dict[str, subprocess.Popen[bytes]] = {}
        self.falls: deque[float] = deque(maxlen=RESTARTS)
        self.ready = False

    def run(self) -> int:
        signal.pthread_sigmask(signal.SIG_BLOCK, WATCHED)
        for signum in STOPPING:  # a shell's `&` may have left SIGINT ignored
            signal.signal(signum, signal.SIG_DFL)
        try:
            for name in self.programs:
                self.start(name)
            return self.watch()
        finally:
            self.stop()

    def start(self, name: str) -> None:
        parent = os.getpid()

        def before_exec() -> None:
            set_parent_death_signal(signal.SIGKILL)
            signal.pthread_sigmask(signal.SIG_SETMASK, [])
            if os.getppid() != parent:
                os._exit(1)

        self.children[name] = subprocess.Popen(
            self.programs[name].command,
            env=self.env,
            cwd=self.cwd,
            stdin=subprocess.DEVNULL,
            start_new_session=True,
            preexec_fn=before_exec,
        )

    def watch(self) -> int:
        while True:
            caught = signal.sigtimedwait(WATCHED, 1.0 if self.ready else 0.1)
            if caught is not None and caught.si_signo in STOPPING:
                return 128 + caught.si_signo if caught.si_signo != signal.SIGINT else 0
            for name, child in list(self.children.items()):
                if child.poll() is not None and not self.restart(name, child.returncode):
                    return 1
            if not self.ready and self.is_ready():
                self.ready = True
                self.when_ready()

    def restart(self, name: str, code: int) -> bool:
        """A worker killed in mid-task comes back and its lease runs out; one that cannot live stops everything."""
        self.kill_group(self.children[name], signal.SIGKILL)
        if not self.ready:
            self.say(f"“{name}” dừng khi đang khởi động (mã {code}).")
            return False
        now = time.monotonic()
        if len(self.falls) == RESTARTS and now - self.falls[0] < WITHIN:
            self.say(f"“{name}” dừng quá nhiều lần (mã {code}); tắt cổng.")
            return False
        self.falls.append(now)
        self.say(f"“{name}” dừng (mã {code}), đang chạy lại.")
        self.start(name)
        return True

    def stop(self) -> None:
        for child in self.children.values():
            if child.poll() is None:
                child.terminate()
        deadline = time.monotonic() + GRACE
        while any(child.poll() is None for child in self.children.values()) and time.monotonic() < deadline:
            again = signal.sigtimedwait(WATCHED, 0.2)
            if again is not None and again.si_signo == signal.SIGINT:
                break  # a second Ctrl-C: at once
        for child in self.children.values():
            self.kill_group(child, signal.SIGKILL)
            child.wait()

    @staticmethod
    def kill_group(child: subprocess.Popen[bytes], signum: int) -> None:
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(child.pid, signum)
