"""The desk's menu for its frame, and how much waits, for the first page inside; nothing is asked of the database until a page shows it."""

from functools import cache
from typing import Any

from django.http import HttpRequest

from portal.desk.asked import board, moment
from portal.desk.menu import Entry, desk_menu
from portal.desk.queries.queue import how_many
from portal.people.models import Person
from portal.pupils.queries import held_here


def desk(request: HttpRequest) -> dict[str, Any]:
    @cache
    def entries() -> list[Entry]:
        person = getattr(request, "user", None)
        if not isinstance(person, Person):
            return []
        return desk_menu(person, board(request), moment(request), request.path, held_here(request))

    @cache
    def waiting() -> int:
        person = getattr(request, "user", None)
        return how_many(person, moment(request), board(request)) if isinstance(person, Person) else 0

    return {"desk_menu": entries, "desk_waiting": waiting}
