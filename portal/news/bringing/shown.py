"""A converted place as it is shown: before and after, what differs marked, letters nobody sees made visible."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

LONGEST = 600  # letters of one place on screen; the draft has them all
HYPHEN = "\u00ad"  # ư in TCVN3, which no browser shows


@dataclass(frozen=True)
class Told:
    where: str
    before: str
    after: str
    font: str
    told_by: str

    @classmethod
    def of(cls, change: Mapping[str, Any]) -> "Told":
        before, after = (_short(change[name]) for name in ("before", "after"))
        return cls(change["where"], before.replace(HYPHEN, "-"), after, change["font"], change["told_by"])


def _short(text: str) -> str:
    return text if len(text) <= LONGEST else text[:LONGEST] + "…"
