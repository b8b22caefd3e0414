"""nginx before us keeps strangers' pages for a second: here they are blotted out as soon as readers should see other ones.

nginx has no command for this. A page it keeps is one file in one folder; a file of another version than nginx's own is to it
as if it were not there, and it fetches the page anew. Taking the files away would do the same, but nginx would complain of
each one it later finds missing.
"""

import logging
import os
import re
import time
from collections.abc import Callable
from pathlib import Path
from threading import Event

logger = logging.getLogger("portal.website")
EVERY = 0.2  # seconds between two looks
AGAIN = 26  # times in a row, five seconds: what was begun before the change and laid down after it goes too
KEPT = re.compile(r"[0-9a-f]{32}")
SOON = 1.0  # seconds until asking again what could not be answered
BLANK = ".trang"
SIZE = 4096  # bytes; nginx must find more than the head of a page


def blot(folder: Path) -> int:
    """Blot out every page nginx keeps in `folder`; how many there were. Readers are answered all the while."""
    blank, spare = _blank(folder), folder / f"{BLANK}.{os.getpid()}"
    blotted = blank.stat().st_ino
    with os.scandir(folder) as entries:
        kept = [entry.name for entry in entries if KEPT.fullmatch(entry.name) and entry.inode() != blotted]
    spare.unlink(missing_ok=True)
    for name in kept:
        os.link(blank, spare)
        spare.replace(folder / name)
    return len(kept)


def _blank(folder: Path) -> Path:
    """The file put in the place of pages: one for all of them, readable to nginx, which is another account."""
    path = folder / BLANK
    if not path.exists():
        path.write_bytes(bytes(SIZE))
        path.chmod(0o644)
    return path


def watch(folder: Path, epoch: Callable[[], int], until: Callable[[], float], stop: Event) -> None:
    """Blot out whenever the epoch moves or the hour comes at which time alone changes something (`until`, a second of the
    machine's clock), till `stop` is set. A database that does not answer is asked again; what it missed is made good."""
    known, ends, again, silent = None, 0.0, 0, False
    while not stop.wait(EVERY):
        try:
            now = epoch()
            moved = now != known or time.time() >= ends
            known, silent = now, False
        except Exception as fault:
            if not silent:
                logger.warning("nginx's pages are not watched: %s", fault)
            known, silent = None, True
            continue
        again = AGAIN if moved else again - 1
        if again > 0:
            _blot_or_say(folder)
        if moved:
            ends = _or_soon(until)


def _or_soon(until: Callable[[], float]) -> float:
    try:
        return until()
    except Exception as fault:
        logger.warning("when time will change what readers see is not known: %s", fault)
        return time.time() + SOON


def _blot_or_say(folder: Path) -> None:
    try:
        blot(folder)
    except FileNotFoundError:
        return  # nginx has not started yet
    except OSError as fault:
        logger.error("nginx's pages cannot be blotted out, readers see a change up to three seconds late: %s", fault)
