"""What the machine says: CPU of processes and of everybody, memory shared out, what it is and what runs on it."""

import os
import platform
import resource
import subprocess
import time
from collections.abc import Sequence
from importlib.metadata import version
from pathlib import Path

TICK = os.sysconf("SC_CLK_TCK")


class Meter:
    """CPU between two moments: of some processes, and foreign to them and to our own client; in seconds and in cores."""

    def __init__(self, pids: Sequence[int]) -> None:
        self.pids = pids
        self.began, self.all, self.own, self.client = time.monotonic(), busy(), cpu_of(pids), mine()

    def read(self) -> tuple[float, float]:
        """Seconds of CPU the processes took, cores that were busy for nobody here."""
        passed = time.monotonic() - self.began
        own, client = cpu_of(self.pids) - self.own, mine() - self.client
        return own, max(0.0, (busy() - self.all - own - client) / passed)


def busy() -> float:
    """Seconds of CPU everybody took since the machine started; what a hypervisor took (steal) counts."""
    names = Path("/proc/stat").read_text().splitlines()[0].split()[1:9]
    user, nice, system, _idle, _wait, irq, soft, steal = map(int, names)
    return (user + nice + system + irq + soft + steal) / TICK


def cpu_of(pids: Sequence[int]) -> float:
    """Seconds of CPU these processes took so far, without their children; one that is gone counts nothing."""
    return sum(_cpu(pid) for pid in pids)


def _cpu(pid: int) -> float:
    try:
        told = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return 0.0
    return (int(told[11]) + int(told[12])) / TICK


def mine() -> float:
    """Seconds of CPU this process and its children that ended took."""
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(one.ru_utime + one.ru_stime for one in used)


def pss(pids: Sequence[int]) -> float:
    """MB (2^20) these processes hold, shared pages shared out among those who share them."""
    return sum(_pss(pid) for pid in pids) / 1024


def _pss(pid: int) -> int:
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) for line in lines if line.startswith("Pss:")), 0)


def machine() -> dict[str, str]:
    """What this is, in words."""
    model = next((line.partition(":")[2].strip() for line in Path("/proc/cpuinfo").read_text().splitlines()
                  if line.startswith("model name")), platform.machine())  # fmt: skip
    memory = int(Path("/proc/meminfo").read_text().split()[1]) / 2**20
    told = dict(line.partition("=")[::2] for line in Path("/etc/os-release").read_text().splitlines())
    return {
        "processors": f"{os.cpu_count()} × {model}", "memory": f"{memory:.0f} GiB",
        "system": f"{told.get('PRETTY_NAME', '').strip(chr(34))}, Linux {platform.release()}",
    }  # fmt: skip


def versions() -> dict[str, str]:
    """What of the run is not a peer's."""
    ours = [f"{name} {version(name)}" for name in ("granian", "Django", "wagtail")]
    found = {"ours": f"Python {platform.python_version()}, {', '.join(ours)}"}
    for name, asked in (("wrk", ["wrk", "-v"]), ("nginx", ["/usr/sbin/nginx", "-v"])):
        try:
            done = subprocess.run(asked, capture_output=True, text=True)
        except OSError:
            continue
        found[name] = " ".join((done.stdout + done.stderr).split("\n")[0].split()[:3]).replace("nginx version: ", "")
    return found
