"""Another program, bounded by the machine: seconds, memory, bytes written. Whoever made the file, only that program is at his mercy.

Run as a program of its own it sets the bounds for itself and becomes the other: `bounded.py seconds memory bytes command…`.
"""

import os
import resource
import subprocess
import sys
from pathlib import Path

KEPT = ("PATH", "TESSDATA_PREFIX", "TMPDIR")  # of our environment; no key or password of the portal goes along


def run(command: tuple[str, ...], *, folder: str | Path, seconds: int, memory: int, wrote: int) -> bool:
    """Whether it did its work in time, in that folder; it is ended after so many seconds of the clock or of a processor,
    at so many bytes of memory, and at so many bytes of one file it writes."""
    bounds = map(str, (seconds, memory, wrote))
    env = {name: os.environ[name] for name in KEPT if name in os.environ} | {"OMP_THREAD_LIMIT": "1"}
    try:
        done = subprocess.run(
            [sys.executable, "-I", "-S", __file__, *bounds, *command],
            cwd=folder, env=env, stdin=subprocess.DEVNULL, capture_output=True, timeout=seconds, check=False,
        )  # fmt: skip
    except (subprocess.TimeoutExpired, OSError):
        return False
    return done.returncode == 0


def main(seconds: int, memory: int, wrote: int, *command: str) -> None:
    """Bound this process, then be the other program."""
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    resource.setrlimit(resource.RLIMIT_FSIZE, (wrote, wrote))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    os.execvp(command[0], command)


if __name__ == "__main__":
    given = [int(each) for each in sys.argv[1:4]]
    main(given[0], given[1], given[2], *sys.argv[4:])
