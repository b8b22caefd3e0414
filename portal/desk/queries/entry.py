"""One activity of the plan as one person sees it."""

from dataclasses import dataclass
from datetime import datetime

from portal.desk.queries.owed import KEPT, Owed, owed, sections_known, seen_by, sight_of
from portal.desk.queries.works import Sections, Work, works_about
from portal.people.models import Person
from portal.people.rules import Board
from portal.plan.models import PlanEntry
from portal.plan.queries import clocks, led_units
from portal.plan.rules import Asked, may_assign, may_confirm, may_move

MOST = 40  # articles shown on the page of an activity


@dataclass(frozen=True)
class Shown:
    """Its section and hour, what was asked for and written, what this person may do with it."""

    section: str
    sections: Sections
    due: datetime | None
    owing: list[Owed]
    works: list[Work]  # the newest first; of a standing activity those of the last half year
    more_works: int  # how many are not among them
    may_move: bool
    may_cancel: bool
    may_assign: bool
    follows: bool
    everything: bool  # whether he sees what everyone owes


def field_of(sections: Sections, slug: str) -> int | None:
    """The field of a section by its slug."""
    return sections.get(slug, ("", None, 0))[1]


def shown(entry: PlanEntry, person: Person, at: datetime, board: Board) -> Shown:
    """Everything about one activity this person may see."""
    sections, led = sections_known(), led_units(person, at)
    eyes = sight_of(person, at, board)
    rows = [row for row in seen_by(owed(at), eyes) if row.assignment.entry_id == entry.pk]
    follows = person.pk in board.everyone | board.principals | board.vice_principals | board.sysadmins
    found = works_about([entry.pk], at - KEPT if entry.standing else None).get(entry.pk, [])
    works = sorted((one for one in found if follows or person.pk in one.hands), key=_newest, reverse=True)
    own = [Asked(unit=unit) for unit in led]
    fields: list[int | None] = [field_of(sections, entry.section_slug)]
    if not entry.section_slug:
        fields += [one for one, members in board.fields.items() if person.pk in members]
    return Shown(
        section=sections.get(entry.section_slug, (entry.section_slug, None, 0))[0],
        sections=sections,
        due=None if entry.standing else clocks().after_event(entry.ends),
        owing=rows,
        works=works[:MOST],
        more_works=max(len(works) - MOST, 0),
        may_move=may_move(board, person.pk, confirmed=entry.plan.confirmed_at is not None) is None,
        may_cancel=may_confirm(board, person.pk) is None,
        may_assign=any(may_assign(board, person.pk, one, led, own) is None for one in fields),
        follows=follows,
        everything=eyes.everything,
    )


def _newest(work: Work) -> tuple[datetime, int]:
    return work.touched_at, work.page
