"""The strip in which the board says that it is away or back, and lets others decide; asked only where a page shows it."""

from typing import Any

from django import template

from portal.desk import asked
from portal.people import queries
from portal.people.models import Person

register = template.Library()


@register.inclusion_tag("desk/duty_strip.html", takes_context=True)
def duty(context: Any) -> dict[str, Any]:
    """What the person of this page may say of his own duty; nothing for who is not of the board."""
    request = context["request"]
    person = request.user
    at = asked.moment(request)
    found = queries.duty(person, at, asked.board(request)) if isinstance(person, Person) else None
    away = found.away if found is not None else None
    return {"duty": found, "away_now": away is not None and away.starts <= at}
