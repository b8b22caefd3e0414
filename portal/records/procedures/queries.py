"""The reads of procedures."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Q, QuerySet

from portal.approval.models import Case
from portal.approval.queries import latest
from portal.approval.rules import State
from portal.base.clock import ZONE
from portal.base.ordering import titled
from portal.base.rules import Refusal
from portal.base.text import fold, has_marks, nfc
from portal.files.queries import holds_files
from portal.people import offices
from portal.people.models import Person
from portal.people.rules import Board
from portal.records.models import Procedure
from portal.records.procedures import rules
from portal.records.procedures.rules import Stage

MOST = 500  # procedures a school has, at the very most
UNDER_WAY = 40  # drafts shown at once


def today(at: datetime) -> date:
    """The school's day."""
    return at.astimezone(ZONE).date()


def may_write(person: Person, at: datetime, board: Board | None = None) -> Refusal | None:
    """R-PROC-01 at `at`."""
    return rules.may_write(board or offices.board(at), person.pk, offices.duties(person, at))


@holds_files("records.procedure")
def public(at: datetime) -> QuerySet[Procedure]:
    """Procedures any reader may open."""
    return Procedure.objects.filter(live=True)


@dataclass(frozen=True)
class Told:
    """One procedure with how it stands today."""

    procedure: Procedure
    stage: Stage

    @property
    def stage_name(self) -> str:
        return rules.STAGES[self.stage]

    @property
    def is_over(self) -> bool:
        return self.stage is Stage.OVER


def told(one: Procedure, day: date) -> Told:
    return Told(one, rules.stage(one.starts, one.ends, day))


def listed(words: str, day: date, *, over: bool = False) -> list[Procedure]:
    """Procedures that are up by name: those that hold or will, or those that are over. Words are looked for in name, summary,
    whom it is for and dossier, with their marks where they have any; one query."""
    ended = Q(ends__lte=day)
    found = Procedure.objects.filter(ended if over else ~ended | Q(ends=None), live=True).select_related("case")
    wanted = words.split()
    return [one for one in found.order_by(titled(), "pk")[:MOST] if _has(one, wanted)]


def _has(one: Procedure, words: list[str]) -> bool:
    said = nfc(" ".join((one.title, one.intro, one.who, one.dossier))).lower()
    bare = fold(said)
    return all(nfc(word).lower() in said if has_marks(word) else fold(word) in bare for word in words)


def at_address(slug: str) -> Procedure | None:
    """The procedure that is up there."""
    return Procedure.objects.filter(live=True, slug=slug).select_related("case").first()


def addresses() -> list[tuple[str, datetime]]:
    """Every procedure that is up with when it last changed; one query."""
    found = Procedure.objects.filter(live=True).select_related("case").order_by("pk")
    return [(one.address, changed) for one in found
            if (changed := one.case.corrected_at or one.case.published_at) is not None]  # fmt: skip


def under_way() -> list[Procedure]:
    """Procedures on their way, the last touched first, as they stand now."""
    cases = Case.objects.filter(page__in=Procedure.objects.values("pk")).exclude(state=State.PUBLISHED)
    return [latest(case.page.specific) for case in cases.select_related("page").order_by("-touched_at")[:UNDER_WAY]]
