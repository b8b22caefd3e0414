"""How the front page is laid out by hand. Door: `news.queries.home_layout`."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from portal.news.models import Article, HomeSlot, Section
from portal.news.presenters import has_picture

Kind = HomeSlot.Kind


@dataclass(frozen=True)
class Layout:
    """What was chosen by hand, by page id; empty parts arrange themselves."""

    lead: int | None = None
    pins: tuple[int, ...] = ()
    shown: tuple[int, ...] = ()
    hidden: frozenset[int] = field(default_factory=frozenset)

    @property
    def automatic(self) -> bool:
        return self == Layout()

    def sections(self, found: Sequence[Section]) -> list[Section]:
        """Sections in the order chosen, those left out left out; ones begun later follow in the school's own order."""
        rank = {pk: number for number, pk in enumerate(self.shown)}
        kept = [one for one in found if one.pk not in self.hidden]
        return sorted(kept, key=lambda one: (rank.get(one.pk, len(rank)), one.position, one.title))


def home_layout() -> Layout:
    """The layout in force, in one query."""
    found: dict[str, list[int]] = {kind: [] for kind in Kind.values}
    for kind, page in HomeSlot.objects.order_by("position").values_list("kind", "page_id"):
        found[kind].append(page)
    return Layout(next(iter(found[Kind.LEAD]), None), tuple(found[Kind.PIN]), tuple(found[Kind.SHOWN]),
                  frozenset(found[Kind.HIDDEN]))  # fmt: skip


def leading(newest: Sequence[Article], pins: Sequence[Article]) -> Article | None:
    """The story that leads by itself: of those that are not pinned the newest with a picture, else the newest."""
    free = [article for article in newest if article not in pins]
    return next((article for article in free if has_picture(article)), free[0] if free else None)
