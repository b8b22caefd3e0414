"""Whether somebody is written anew who was forgotten: known by the keyed hash of the school's number of him."""

from collections.abc import Iterable

from portal.pupils.erasing.kept_outside import hashed
from portal.pupils.models import Erasure


def erased(codes: Iterable[str]) -> frozenset[str]:
    """Which of these codes belonged to a pupil who was erased; one query."""
    keys = {hashed("pupil", code): code for code in codes if code}
    there = Erasure.objects.filter(digest__in=keys, state=Erasure.State.DONE).values_list("digest", flat=True)
    return frozenset(keys[one] for one in there)
