"""Fields and units are begun alike: by a title nobody else of the kind has."""

from typing import TypeVar

from django.db.models import Q

from portal.base.refused import Refused
from portal.base.rules import Refusal
from portal.base.text import one_line, slug
from portal.people.models import Field, Unit

Named = TypeVar("Named", Field, Unit)


def begin(kind: type[Named], title: str, taken: Refusal) -> Named:
    """A new row under this title, with the address made of it. Raises Refused with `taken` where either is in use."""
    title = one_line(title)
    address = slug(title)[:120]
    if kind.objects.filter(Q(title=title) | Q(slug=address)).exists():
        raise Refused(taken)
    return kind.objects.create(title=title, slug=address)
