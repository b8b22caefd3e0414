"""Whether a page about an item leads to reminding whoever holds it (Điều 10.2, 12.4)."""

from portal.desk.queries import Seen
from portal.desk.rules import held_by


def reminds(item: Seen) -> bool:
    """Whether the review page leads to reminding: an item in another's hands, before one who may remind at all."""
    now, me = item.standing, item.person.pk
    keepers = item.board.secretaries | item.board.substitutes | item.board.leaders | item.board.deputies
    held = held_by(now.open) if now.passage is not None else frozenset()
    return bool(held) and me not in held and me in keepers | {item.case.creator_id}
