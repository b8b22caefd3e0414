"""The reads of results in figures."""

from datetime import datetime

from portal.base.rules import Refusal
from portal.people import offices
from portal.people.models import Person
from portal.records.models.outcomes import Outcome
from portal.records.models.outcomes import amended_at as amended_at
from portal.records.outcomes import rules
from portal.records.outcomes.rules import Cell, Counts, Term

PUBLIC = "/cong-khai/ket-qua/"
STAFF = "/noi-bo/so-lieu/"
IN_ORDER = (Term.YEAR, Term.SECOND, Term.FIRST)  # the newest first


def may_write(person: Person, at: datetime) -> Refusal | None:
    """Why this person enters no figures; None where he does."""
    return rules.may_write(offices.board(at), person.pk, offices.duties(person, at))


def published() -> list[Outcome]:
    """What is up, the newest year and term first."""
    return _ordered(Outcome.objects.filter(live=True).defer("counts"))


def every() -> list[Outcome]:
    """What there is, up or not, the newest first."""
    return _ordered(Outcome.objects.defer("counts").select_related("case"))


def _ordered(found: object) -> list[Outcome]:
    return sorted(found, key=lambda one: (-one.year, IN_ORDER.index(Term(one.term))))  # type: ignore[call-overload,no-any-return]


def shown(year: int, term: str) -> Outcome | None:
    """The page of a term readers have."""
    found: Outcome | None = Outcome.objects.filter(live=True, year=year, term=term).first()
    return found


def before(page: Outcome) -> Counts:
    """The figures of the same term a year before that are up; empty where there are none."""
    found = shown(page.year - 1, page.term)
    return found.counted() if found else {}


def printed_of(year: int) -> list[rules.Table]:
    """The tables of a whole school year that are up, small groups kept back: for other records to show; empty where none is up."""
    found = shown(year, Term.YEAR)
    return rules.tables(found.counted()) if found else []


def from_marks(year: int, term: Term) -> dict[Cell, int]:
    """What the pupils' results of a term add up to, if they were brought in."""
    from portal.pupils.queries import awards, counts

    number = {Term.FIRST: 1, Term.SECOND: 2, Term.YEAR: 3}[term]
    found: dict[Cell, int] = {}
    for one in counts(year, number):
        for kind, level in ((rules.Kind.LEARNING, one.study), (rules.Kind.CONDUCT, one.conduct)):
            if level:
                cell = Cell(kind, one.grade, rules.Who.ALL, level)
                found[cell] = found.get(cell, 0) + one.many
    if term is Term.YEAR:
        titles = {name: level for level, name in rules.TITLES.items()}
        for grade, award, many in awards(year):
            cell = Cell(rules.AWARDS, grade, rules.Who.ALL, titles.get(award, "N"))
            found[cell] = found.get(cell, 0) + many
    return found
