"""Servers that stand beside ours in a benchmark, each in a folder of its own; bench/README.md says what they need."""

from pathlib import Path

from bench.peers.peer import Missing, Peer
from bench.peers.wordpress import Stack, WordPress

__all__ = ["Missing", "Peer", "peers"]


def peers(home: Path, first_port: int = 8580) -> list[Peer]:
    """The peers that have articles of their own, under `home`, on `first_port` and the one after it."""
    stack = Stack(home, (first_port, first_port + 1))
    return [WordPress(stack, cached=False), WordPress(stack, cached=True)]
