"""The demo school in figures: results of three terms and two years, staff and quality filled into their forms. All of it is invented."""

from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from typing import Any, Final

from portal.base.clock import ZONE
from portal.people.models import Person
from portal.records.figures import actions as figures
from portal.records.figures.blanks import BLANKS
from portal.records.figures.rules import read
from portal.records.outcomes import actions as outcomes
from portal.records.outcomes.rules import AWARDS, GRADES, LEVELS, TITLES, Cell, Kind, Term, Who

CHANNEL = "demo"
Up = Callable[[Any, Person, datetime], None]
Four = tuple[int, int, int, int]
SIZES: Final[Mapping[int, tuple[int, int]]] = {6: (208, 101), 7: (201, 97), 8: (165, 82), 9: (160, 79)}  # all, girls
SHARES: Final[Mapping[Kind, Four]] = {Kind.LEARNING: (34, 41, 23, 2), Kind.CONDUCT: (82, 14, 3, 1)}  # per cent
TITLED: Final[tuple[int, int]] = (6, 15)  # per cent of a grade: Xuất sắc, Giỏi
TERMS: Final = (
    (2024, Term.YEAR, "2025-06-10T09:00", -3), (2025, Term.FIRST, "2026-01-20T09:00", 0),
    (2025, Term.SECOND, "2026-05-29T09:00", 2), (2025, Term.YEAR, "2026-06-05T09:00", 2),
)  # fmt: skip
FORMS: Final[Mapping[str, Mapping[str, str]]] = {
    "8.1": {
        "doingu-ql-ths": "2", "doingu-ql-dh": "1", "doingu-ql-chuan": "3", "doingu-ql-bd": "3", "doingu-gv-ths": "7",
        "doingu-gv-dh": "35", "doingu-gv-chuan": "42", "doingu-gv-bd": "40", "doingu-nv-dh": "4", "doingu-nv-cd": "2",
        "doingu-nv-duoi": "1", "doingu-nv-chuan": "7", "doingu-nv-bd": "7",
    },
    "9.2": {
        f"hs-{grade}-{key}": str(count)
        for grade, (all_, girls) in SIZES.items()
        for key, count in (("lop", all_ // 41), ("hs", all_), ("nu", girls), ("dt", grade + 3), ("kt", grade - 4), ("den", 9 - grade + 2),
                           ("di", 3), ("olai", int(grade == 7)))
    },
}  # fmt: skip


def tell(up: Up, people: Mapping[str, Person], now: datetime) -> None:
    """Everything said before `now`; `up` takes a page its whole way."""
    by = people["hieutruong"]
    for year, term, on, better in TERMS:
        at = datetime.fromisoformat(on).replace(tzinfo=ZONE)
        if at < now - timedelta(hours=4):
            up(
                outcomes.begin(year, term, _counts(better, titles=term is Term.YEAR), by=by, at=at, channel=CHANNEL),
                by,
                at,
            )
    for day, (code, said) in enumerate(FORMS.items(), 12):
        at = datetime(2026, 10, day, 9, 0, tzinfo=ZONE)
        if at < now - timedelta(hours=4):
            values, _ = read(BLANKS[code], said)
            up(figures.keep(2026, code, values, by=by, at=at, channel=CHANNEL), by, at)


def _counts(better: int, *, titles: bool) -> dict[Cell, int]:
    """Invented figures; `better` moves a few from the second level to the first; `titles` of a year too."""
    made = {}
    for kind, shares in SHARES.items():
        for grade in GRADES:
            for who, size in zip((Who.ALL, Who.GIRLS), SIZES[grade], strict=True):
                parts = [size * share // 100 for share in shares[1:]]
                first = size - sum(parts) + (better if who is Who.ALL else 0)
                parts[0] -= better if who is Who.ALL else 0
                made |= {
                    Cell(kind, grade, who, level): n for level, n in zip(LEVELS, (first, *parts), strict=True) if n
                }
    for grade in GRADES if titles else ():
        for who, size in zip((Who.ALL, Who.GIRLS), SIZES[grade], strict=True):
            told = [size * share // 100 for share in TITLED]
            made |= {
                Cell(AWARDS, grade, who, level): n for level, n in zip(TITLES, (*told, size - sum(told)), strict=True)
            }
    return made
