"""Who is in the demo's pictures: those of the years before are asked about no more; a few of this week are declared, one is not,
and one was hidden when a family took its consent back."""

from portal.base import regulation
from portal.demo.founding import OPENED

SINCE, CLAUSE = "pictures.declared_from", "Luật 91/2025 Đ.24"


def ask_of_none_before() -> None:
    """What the school had before it began to ask is asked about by nobody."""
    regulation.set_from(OPENED.date(), SINCE, "9999-12-31", CLAUSE)
