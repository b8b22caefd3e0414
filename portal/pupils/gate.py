"""Coming in to what concerns pupils: staff whose rights stand, each as far as he reaches, and families to their own (Luật 91/2025;
Điều 15.3). No answer is kept by anybody, and none is listed anywhere; no file's name names a child."""

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.http import Http404

from portal.people import mixins, offices
from portal.pupils.roll import queries
from portal.pupils.roll.rules import Reach

CHANNEL = "web"


@dataclass(frozen=True)
class Here(mixins.Here):
    """Who asks, at which hour; how far he reaches is read when it is asked for."""

    @cached_property
    def reach(self) -> Reach:
        return queries.reach(self.person, self.at, self.board)

    @property
    def about(self) -> dict[str, Any]:
        """What every verb is told of its circumstances."""
        return {"by": self.person, "at": self.at, "channel": CHANNEL}


def overseeing(here: Here) -> None:
    """What was hidden of children is followed by the board, the school's leaders and who keeps the rolls; Http404 for others."""
    board = here.board
    circle = board.everyone | board.substitutes | board.principals | board.vice_principals
    if here.person.pk not in circle and not here.reach.keeps:
        raise Http404


for_staff = mixins.opened_to(offices.is_insider, Here)
for_families = mixins.opened_to(
    lambda person, at: not offices.is_suspended(person, at), Here
)  # each is shown his own alone
