"""Refusals: how every rule of the house says no, with the clause it stands on."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class Ground(StrEnum):
    """Why a refusal was given; the API turns it into a status."""

    FORBIDDEN = "forbidden"  # not yours to do (403)
    CONFLICT = "conflict"  # the world moved meanwhile (409)
    NOT_READY = "not_ready"  # the item does not meet its rule yet (422)


@dataclass(frozen=True)
class Refusal:
    """One reason why a verb was not done: a rule id, its clause and a Vietnamese sentence."""

    rule: str
    clause: str
    message: str
    field: str = ""
    ground: Ground = Ground.FORBIDDEN

    def __str__(self) -> str:
        return f"{self.message} ({self.clause})" if self.clause else self.message


def worst(refusals: Iterable[Refusal]) -> Ground:
    """The ground that decides the answer when several refusals stand together."""
    grounds = {refusal.ground for refusal in refusals}
    return next(ground for ground in (Ground.FORBIDDEN, Ground.CONFLICT, Ground.NOT_READY) if ground in grounds)
