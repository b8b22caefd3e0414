"""The branches items hang on beside the public tree: Wagtail's own addresses lead to none of them."""

from collections.abc import Iterable
from typing import TypeVar

from django.db import transaction
from wagtail.models import Page

Branch = TypeVar("Branch", bound=Page)


@transaction.atomic
def branch(kind: type[Branch], steps: Iterable[tuple[str, str]]) -> Branch:
    """The branch at the end of `steps` (slug, title), each step made when first asked for."""
    place = Page.objects.select_for_update().get(depth=1)
    for slug, title in steps:
        found = kind.objects.child_of(place).filter(slug=slug).first()
        place = found or place.add_child(instance=kind(title=title, slug=slug))
    assert isinstance(place, kind)
    return place


def free_slug(parent: Page, wanted: str) -> str:
    """`wanted`, or with the first free number behind it, among what hangs on `parent`."""
    taken = set(parent.get_children().filter(slug__startswith=wanted).values_list("slug", flat=True))
    tries = (wanted if number == 1 else f"{wanted}-{number}" for number in range(1, len(taken) + 2))
    return next(one for one in tries if one not in taken)
