"""One thing looked at."""

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Sign:
    """One thing looked at: what it is, how it stands (done, now, alarm), what was seen."""

    title: str
    mark: str
    word: str
    lines: list[str] = field(default_factory=list)


def megabytes(size: int) -> str:
    """ "1.5 GB", "12 MB"."""
    return f"{size / 1024**3:.1f} GB" if size >= 1024**3 else f"{size / 1024**2:.0f} MB"
