"""The desk's menu for its frame; nothing is asked of the database until a page shows it."""

from functools import cache
from typing import Any

from django.http import HttpRequest

from portal.base import clock
from portal.desk.menu import Entry, menu_for
from portal.people.models import Person


def desk(request: HttpRequest) -> dict[str, Any]:
    @cache
    def entries() -> list[Entry]:
        person = getattr(request, "user", None)
        return menu_for(person, clock.now(), request.path) if isinstance(person, Person) else []

    return {"desk_menu": entries}
