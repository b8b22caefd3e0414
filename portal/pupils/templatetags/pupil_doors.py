"""Which of the room's doors open for whoever reads a page of it: nobody is shown one that stays shut."""

from typing import Any, NamedTuple

from django import template

from portal.people import offices
from portal.people.rules import Duty
from portal.pupils.roll.queries import held_here
from portal.pupils.roll.rules import keeps_rolls

register = template.Library()


class Doors(NamedTuple):
    rolls: bool
    results: bool


@register.simple_tag(takes_context=True)
def pupil_doors(context: Any) -> Doors:
    """Asked once a request, together with the menu."""
    request = context["request"]
    held, board = held_here(request), offices.board_of(request)
    brings = Duty.RESULTS in held.duties or request.user.pk in board.principals
    return Doors(held.teaches or keeps_rolls(board, held.duties, request.user.pk), held.teaches or brings)
