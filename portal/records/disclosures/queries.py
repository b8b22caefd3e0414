"""Reading what the school discloses: the checklist of a year, what is up, its versions and their proof (Điều 16.1.2; TT 09/2024)."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import Count, Max, Min, QuerySet
from django.db.models.functions import Coalesce

from portal.approval.models import Approval, Case
from portal.approval.queries import Standing, standings
from portal.approval.rules import State as Text
from portal.base import journal, regulation
from portal.base.models import JournalEntry
from portal.base.rules import Refusal
from portal.files.queries import holds_files
from portal.people import offices
from portal.people.models import Person
from portal.people.rules import Board
from portal.records.disclosures import rules
from portal.records.disclosures.amended_rules import QUALITY
from portal.records.disclosures.circulars import Circular, Point, circular_of, year_name, year_of, years
from portal.records.disclosures.terms_rules import Known, Stands, State, Terms, stands
from portal.records.models import Disclosure, DisclosureChange, DisclosureCharge
from portal.records.models.disclosures import Version as Version
from portal.records.models.disclosures import today
from portal.records.outcomes.queries import amended_at

KIND = "records.disclosure"


@holds_files(KIND)
def up(at: datetime) -> QuerySet[Disclosure]:
    """What is disclosed: anybody reads it."""
    found: QuerySet[Disclosure] = Disclosure.objects.filter(live=True)
    return found


def terms() -> Terms:
    """The numbers of the circular as the school ever set them; one query."""
    return Terms(regulation.history("disclosure"))


def may_write(year: int, code: str, person: Person, at: datetime, board: Board | None = None) -> Refusal | None:
    """R-DISC-03 asked of the rows."""
    held = DisclosureCharge.objects.filter(year=year, code=code, ends=None).values_list("person_id", flat=True).first()
    board = board or offices.board(at)
    return rules.may_write(person.pk, board, code=code, charged=held, duties=offices.duties(person, at),
                           insider=offices.is_insider(person, at, board))  # fmt: skip


# ---- the checklist ----


@dataclass(frozen=True)
class Row:
    """One point of a school year as the staff see it."""

    year: int
    point: Point
    stands: Stands
    page: Disclosure | None = None
    case: Case | None = None
    person: Person | None = None  # who answers for it
    first_up: datetime | None = None
    last_up: datetime | None = None
    keep_until: date | None = None
    route: Standing | None = None  # while it is on its way
    down: bool = False  # taken down for somebody's privacy, and not up again

    @property
    def address(self) -> str:
        return f"/noi-bo/cong-khai/{self.year}/{self.point.slug}/"


def checklist(year: int, at: datetime, code: str = "", board: Board | None = None, *, routes: bool = True) -> list[Row]:
    """Every point of a school year in the order of its circular, or the one with this code; a fixed number of queries however many
    there are. `routes`: with where each is that is on its way."""
    law = circular_of(year)
    if law is None:
        return []
    wanted = [point for point in law.points() if code in ("", point.code)]
    pages = {
        one.code: one for one in Disclosure.objects.filter(year=year, code__in=[p.code for p in wanted]).defer("tables")
    }
    ids = [one.pk for one in pages.values()]
    charges = {
        one.code: one.person for one in DisclosureCharge.objects.filter(year=year, ends=None).select_related("person")
    }
    cases = {one.page_id: one for one in Case.objects.filter(page__in=ids)}
    known, numbers = _known(ids, pages, cases), terms()
    moving = [one for one in cases.values() if one.state == Text.IN_REVIEW] if routes else []
    on_way = standings(moving, at, board) if cases and routes else []
    ways = {one.case.page_id: one for one in on_way}
    found = []
    for point in wanted:
        page = pages.get(point.code)
        one = known[page.pk] if page is not None else Known()
        found.append(Row(
            year, point, stands(one, year, numbers, at), page, cases.get(page.pk) if page else None, charges.get(point.code),
            one.first_up, one.last_up, numbers.keep_until(one.first_up) if one.first_up else None,
            ways.get(page.pk) if page else None, one.private_since is not None,
        ))  # fmt: skip
    return found


def _known(ids: list[int], pages: Mapping[str, Disclosure], cases: Mapping[int, Case]) -> dict[int, Known]:
    """What the rows know of each page; three queries, one more for results that were amended."""
    ups = {
        row["page_id"]: (row["first"], row["last"])
        for row in Approval.objects.filter(page__in=ids, went_live_at__isnull=False).order_by().values("page_id")
        .annotate(first=Min("went_live_at"), last=Max("went_live_at"))
    }  # fmt: skip
    downs: dict[int, datetime] = {}
    lines = JournalEntry.objects.filter(subject_type=KIND, subject_id__in=ids, verb="withdraw").order_by("id")
    for page, at, data in lines.values_list("subject_id", "at", "data"):
        if data.get("ground") == rules.PRIVACY and page is not None:
            downs[page] = at
    changes: dict[int, list[date]] = defaultdict(list)
    for page, told_at, changed_on in DisclosureChange.objects.filter(page__in=ids).values_list(
        "page_id", "told_at", "changed_on"
    ):
        last = ups.get(page, (None, None))[1]
        if last is None or last <= told_at:  # no version has followed what was told
            changes[page].append(changed_on)
    for one in pages.values():
        if one.code == QUALITY and one.live:  # results amended since are a change of what it tells (R-DISC-11, -21)
            last = ups.get(one.pk, (None, None))[1]
            changes[one.pk] += [today(at) for at in amended_at(one.year - 1) if last is not None and at > last]
    return {
        one.pk: Known(
            cases[one.pk].state if one.pk in cases else "", one.live, *ups.get(one.pk, (None, None)),
            min(changes[one.pk], default=None), downs.get(one.pk) if not one.live else None,
        )
        for one in pages.values()
    }  # fmt: skip


def late_of(rows: Iterable[Row]) -> list[Row]:
    return [row for row in rows if row.stands.state is State.LATE]


# ---- what readers have ----


def public_years(at: datetime) -> list[tuple[int, int, datetime | None]]:
    """School years with something up: year, how many points, when the last of them went up; one query."""
    rows = up(at).order_by("-year").values("year").annotate(
        count=Count("pk"), last=Max(Coalesce("case__corrected_at", "case__published_at"))
    )  # fmt: skip
    return [(row["year"], row["count"], row["last"]) for row in rows]


@dataclass(frozen=True)
class Open:
    """One point as readers have it: what is asked, and the page where it is up."""

    point: Point
    page: Disclosure | None
    updated_at: datetime | None


def public_year(year: int, at: datetime) -> tuple[Circular, dict[str, Open]] | None:
    """Every point of a school year with what is up of it, by code; None where no circular asks. One query."""
    law = circular_of(year)
    if law is None:
        return None
    there = {one.code: one for one in up(at).filter(year=year).select_related("case").defer("tables")}
    return law, {point.code: _open(point, there.get(point.code)) for point in law.points()}


def _open(point: Point, page: Disclosure | None) -> Open:
    return Open(point, page, (page.case.corrected_at or page.case.published_at) if page is not None else None)


def front(at: datetime) -> dict[str, Any]:
    """What the public place shows: the years there are, the newest with its points in their groups; two queries."""
    known = public_years(at)
    newest = public_year(known[0][0], at) if known else None
    if newest is None:
        return {"open_years": [], "groups": []}
    law, points = newest
    found = [{"year": year, "name": year_name(year), "count": count, "last": last} for year, count, last in known]
    return {"open_years": found, "law": law, "groups": groups_of(law, points)}


def addresses(at: datetime) -> list[tuple[str, datetime]]:
    """Every school year and point that is up with when it last changed; one query."""
    found: dict[str, datetime] = {}
    for one in up(at).select_related("case").defer("tables", "words").order_by("pk"):
        changed = one.case.corrected_at or one.case.published_at
        if changed is not None:
            of_year = f"/cong-khai/{one.year}/"
            found[one.public_address] = changed
            found[of_year] = max(changed, found.get(of_year, changed))
    return sorted(found.items())


def groups_of(law: Circular, points: Mapping[str, Open]) -> list[tuple[str, list[Open]]]:
    """The points of a circular in its groups."""
    return [(group.title, [points[point.code] for point in group.points]) for group in law.groups]


def offered_years(at: datetime) -> list[int]:
    """The school years the staff work on: each a circular asks for, and the coming one from July on."""
    found = years(today(at))
    return [found[0] + 1, *found] if found and today(at).month in (7, 8) else found


def present_year(at: datetime) -> int:
    return year_of(today(at))


# ---- proof ----


@dataclass(frozen=True)
class Proof:
    """That something was published: the line of the journal with its hour, who decided, the hash of what went up."""

    line: int
    at: datetime
    wall: datetime  # by the machine's clock
    by: str
    hash: str
    clause: str


def proof_of(page: Disclosure) -> Proof | None:
    """Of its first publication; two queries."""
    line = journal.lines_of(page).filter(verb__in=("publish", "raise_history")).first()
    if line is None:
        return None
    given = Approval.objects.filter(pk=line.data.get("approval", 0)).select_related("by").first()
    return Proof(line.pk, line.at, line.wall, str(given.by) if given else "", line.hash, line.clause)
