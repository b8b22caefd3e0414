"""How the front page is laid out by hand. Doors: `news.queries.home_layout`, `home_in_force`, `home_ahead`."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from django.db.models import Q

from portal.base.text import sort_key
from portal.news.models import Article, HomeArrangement, HomeSlot, Section
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
        return sorted(kept, key=lambda one: (rank.get(one.pk, len(rank)), one.position, sort_key(one.title)))


@dataclass(frozen=True)
class Ahead:
    """An arrangement that has not begun yet."""

    arrangement: HomeArrangement
    layout: Layout


def home_layout(at: datetime) -> Layout:
    """The layout in force at a moment, exact to it, in one query: the latest that has begun and was not called off."""
    begun = HomeArrangement.objects.filter(starts__lte=at, cancelled_at=None).order_by("-starts", "-pk")
    return _layout(HomeSlot.objects.filter(arrangement=begun.values("pk")[:1]).order_by("position"))


def home_in_force(at: datetime) -> HomeArrangement | None:
    """The arrangement in force at a moment, with who made it; None where nobody has arranged anything yet."""
    begun = HomeArrangement.objects.filter(starts__lte=at, cancelled_at=None).select_related("made_by")
    return begun.order_by("-starts", "-pk").first()


def home_ahead(at: datetime) -> list[Ahead]:
    """Arrangements still to begin, soonest first; two queries."""
    coming = HomeArrangement.objects.filter(Q(starts__gt=at), cancelled_at=None).order_by("starts", "pk")
    rows = coming.select_related("made_by").prefetch_related("slots")
    return [Ahead(one, _layout(sorted(one.slots.all(), key=lambda slot: slot.position))) for one in rows]


def _layout(slots: Iterable[HomeSlot]) -> Layout:
    found: dict[str, list[int]] = {kind: [] for kind in Kind.values}
    for slot in slots:
        found[slot.kind].append(slot.page_id)
    return Layout(next(iter(found[Kind.LEAD]), None), tuple(found[Kind.PIN]), tuple(found[Kind.SHOWN]),
                  frozenset(found[Kind.HIDDEN]))  # fmt: skip


def leading(newest: Sequence[Article], pins: Sequence[Article]) -> Article | None:
    """The story that leads by itself: of those that are not pinned the newest with a picture, else the newest."""
    free = [article for article in newest if article not in pins]
    return next((article for article in free if has_picture(article)), free[0] if free else None)
