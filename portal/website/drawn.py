"""What was drawn is kept on disk under the hash of all it shows, and drawn again when it is not there."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import datetime, timedelta
from fcntl import LOCK_EX, flock
from pathlib import Path
from uuid import uuid4

from django.conf import settings

from portal.base.ticker import tick

KEPT = timedelta(days=60)


def folder() -> Path:
    """Where drawings lie; everything in it can be made again."""
    return Path(settings.MEDIA_ROOT) / "ve-lai"


def once(name: str, draw: Callable[[], bytes]) -> bytes:
    """The drawing of that name, made now if it never was: by one of all who ask at once, in whichever process, while the others
    wait for it. A half-written file is never seen."""
    path = folder() / name
    with suppress(FileNotFoundError):
        return path.read_bytes()
    path.parent.mkdir(parents=True, exist_ok=True)
    with _alone(path):
        with suppress(FileNotFoundError):
            return path.read_bytes()
        drawing = draw()
        part = path.with_name(f"{uuid4().hex}.tmp")
        part.write_bytes(drawing)
        part.replace(path)
    return drawing


@contextmanager
def _alone(path: Path) -> Iterator[None]:
    """One at a time, for one name. The lock goes with its file: whoever waited for one that is gone finds the drawing; where
    drawing failed, the next one tries."""
    locked = path.with_name(f"{path.name}.lock")
    with locked.open("wb") as held:
        flock(held, LOCK_EX)
        try:
            yield
        finally:
            locked.unlink(missing_ok=True)


@tick(every=timedelta(days=1))
def clear_old(at: datetime) -> int:
    """Forget drawings made long ago: who still asks for one has it drawn again. By the files' own hours."""
    if not folder().is_dir():
        return 0
    newest = max((one.stat().st_mtime for one in folder().iterdir()), default=0.0)
    old = [one for one in folder().iterdir() if one.stat().st_mtime < newest - KEPT.total_seconds()]
    for one in old:
        one.unlink(missing_ok=True)
    return len(old)
