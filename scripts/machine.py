"""What the machine must have: system packages, a virtual environment, the hashed lock. Standard library only."""

from __future__ import annotations

import contextlib
import ctypes
import fcntl
import hashlib
import os
import shlex
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
VENV = ROOT / ".venv"


class Missing(Exception):
    """Something the machine lacks, with the line that brings it."""


@contextlib.contextmanager
def step(title: str) -> Iterator[None]:
    print(f"  • {title} …", flush=True)
    began = time.monotonic()
    yield
    took = time.monotonic() - began
    if took >= 1:
        print(f"    xong sau {took:.0f} giây", flush=True)


def call(command: Sequence[str | Path], *, quiet: bool = True, env: dict[str, str] | None = None) -> None:
    """Run to the end; what it said is shown only when it failed. It dies with us."""
    parts = [str(part) for part in command]
    output = subprocess.PIPE if quiet else None
    done = subprocess.run(
        parts,
        cwd=ROOT,
        env=env,
        stdout=output,
        stderr=subprocess.STDOUT,
        text=True,
        start_new_session=True,
        preexec_fn=die_with_us,
    )
    if done.returncode:
        print(done.stdout or "", file=sys.stderr)
        raise Missing(f"Lệnh không chạy được (mã {done.returncode}): {shlex.join(parts)}")


def die_with_us() -> None:
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(1, signal.SIGKILL)


def may_install() -> list[str] | None:
    """The prefix with which apt-get may be called, or None when nobody gave us the right."""
    if shutil.which("apt-get") is None:
        return None
    if os.geteuid() == 0:
        return []
    if shutil.which("sudo") and subprocess.run(["sudo", "-n", "true"], capture_output=True).returncode == 0:
        return ["sudo", "-n"]
    return None


def install(packages: Sequence[str]) -> None:
    """Bring Debian or Ubuntu packages, or say the exact line."""
    prefix = may_install()
    if prefix is None:
        raise Missing(f"Máy còn thiếu. Hãy chạy dòng sau rồi thử lại:\n\n    sudo apt install {' '.join(packages)}\n")
    quietly = [*prefix, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-qq", "-y"]
    with step(f"cài gói hệ thống: {' '.join(packages)}"):
        call([*quietly, "update"])
        call([*quietly, "install", "--no-install-recommends", *packages])


def can_make_venv(python: str) -> None:
    """Debian ships python3 without ensurepip."""
    if not runs(Path(python), "import ensurepip, venv"):
        version = subprocess.check_output([python, "-c", "import sys; print(sys.version_info.minor)"], text=True)
        install(["python3-venv", f"python3.{version.strip()}-venv"])


def bring_venv(lock: Path, *, folder: Path = VENV, python: str = sys.executable) -> Path:
    """The folder's python with exactly the lock installed; nothing to do, and no network, when unchanged."""
    stamp, wanted = folder / f"lock-{lock.stem}", hashlib.sha256(lock.read_bytes()).hexdigest()
    inside = folder / "bin" / "python"
    with one_at_a_time(lock.parent):
        if stamp.exists() and stamp.read_text() == wanted and runs(inside, "import django"):
            return inside
        if not runs(inside, "import pip"):
            can_make_venv(python)
            with step(f"tạo môi trường Python {folder.relative_to(ROOT)}"):
                call([python, "-m", "venv", "--clear", folder])
        with step(f"cài thư viện theo {lock.relative_to(ROOT)} (có kiểm mã băm)"):
            call([inside, "-m", "pip", "install", "--disable-pip-version-check", "--no-input", "--no-deps",
                  "--only-binary", ":all:", "--require-hashes", "-r", lock])  # fmt: skip
        stamp.write_text(wanted)
    return inside


def runs(python: Path, statement: str) -> bool:
    return python.exists() and subprocess.run([python, "-c", statement], capture_output=True).returncode == 0


@contextlib.contextmanager
def one_at_a_time(folder: Path) -> Iterator[None]:
    """`make run` and `make test` may be started together; only one of them installs."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)
