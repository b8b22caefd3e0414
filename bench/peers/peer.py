"""What the runner asks of every peer, whatever it is made of: the same six questions."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Protocol


class Missing(Exception):
    """The machine lacks something this peer stands on; the sentence says what brings it. The run goes on without the peer."""


class Peer(Protocol):
    """One server to stand beside ours. It lives in a folder of its own, listens on loopback, and is no service of the system."""

    name: str

    def prepare(self, size: int) -> None:
        """Make sure that the corpus of so many articles is loaded; quick where it is already. Raises `Missing`."""

    def start(self) -> str:
        """Serve what was prepared last; gives the base address, without a slash at its end."""

    def pages(self) -> Mapping[str, str]:
        """The path of every page measured, by its name: home, article, list, search_marks, search_plain, feed."""

    def pids(self) -> Sequence[int]:
        """Every process that serves, the database too."""

    def stop(self) -> None:
        """End what was started; nothing to do when nothing was."""

    def version(self) -> str:
        """Names and versions of all it is made of, for the report."""


def room_for_sockets(folder: Path) -> Path:
    """`folder`, made where it is absent; a socket's name must fit in 107 bytes, or nothing in it could be reached."""
    if len(bytes(folder / "mariadb.sock")) > 107:
        raise Missing(f"{folder}: the path is too long for a socket; give a shorter --home")
    folder.mkdir(parents=True, exist_ok=True)
    return folder
