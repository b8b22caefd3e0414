"""The reads of admissions."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Count, Q, QuerySet

from portal.approval.models import Case
from portal.approval.queries import latest
from portal.approval.rules import State
from portal.base import regulation
from portal.base.clock import ZONE
from portal.base.rules import Refusal
from portal.base.text import fold
from portal.files.queries import holds_files
from portal.people import offices
from portal.people.models import Person
from portal.people.rules import Board
from portal.pupils import rules as pupils
from portal.records.admissions import dossier_rules, rules
from portal.records.admissions.dossier_rules import OUTCOMES, PAPERS, Outcome, Papers
from portal.records.admissions.rules import Stage, Way
from portal.records.models import AdmissionRun, AdmissionSeason, Application

UNDER_WAY = 40  # drafts shown at once
OLD_SEASONS = 20  # shown behind the newest
STANDS = {
    **{str(one): (name, Q(papers=one, outcome="")) for one, name in PAPERS.items()},
    **{str(one): (name, Q(outcome=one)) for one, name in OUTCOMES.items() if one},
}  # what a list is narrowed to: name, which rows


def may_write(person: Person, at: datetime, board: Board | None = None) -> Refusal | None:
    """R-ADM-01 at `at`."""
    return rules.may_write(board or offices.board(at), person.pk, offices.duties(person, at))


def may_handle(person: Person, at: datetime, board: Board | None = None) -> Refusal | None:
    """R-ADM-06 at `at`."""
    return rules.may_handle(board or offices.board(at), person.pk, offices.duties(person, at))


# ---- seasons ----


@holds_files("records.admissionseason")
def public(at: datetime) -> QuerySet[AdmissionSeason]:
    """Seasons any reader may open."""
    return AdmissionSeason.objects.filter(live=True)


def seasons() -> list[AdmissionSeason]:
    """Seasons that are up, the newest first; one query."""
    return list(AdmissionSeason.objects.filter(live=True).select_related("case").order_by("-year", "-pk")[:OLD_SEASONS])


def at_address(slug: str) -> AdmissionSeason | None:
    """The season that is up there."""
    return AdmissionSeason.objects.filter(live=True, slug=slug).select_related("case").first()


def addresses() -> list[tuple[str, datetime]]:
    """Every season that is up with when it last changed; one query."""
    found = AdmissionSeason.objects.filter(live=True).select_related("case").order_by("pk")
    return [(one.address, changed) for one in found
            if (changed := one.case.corrected_at or one.case.published_at) is not None]  # fmt: skip


def under_way() -> list[AdmissionSeason]:
    """Seasons on their way, the last touched first, as they stand now."""
    cases = Case.objects.filter(page__in=AdmissionSeason.objects.values("pk")).exclude(state=State.PUBLISHED)
    return [latest(case.page.specific) for case in cases.select_related("page").order_by("-touched_at")[:UNDER_WAY]]


def form_stage(season: AdmissionSeason, at: datetime) -> Stage | None:
    """R-ADM-05 of a season's own form, as its words say, up or not yet; None where families apply elsewhere."""
    return rules.stage(season.opens, season.closes, at) if season.way == Way.FORM else None


def stage(season: AdmissionSeason, at: datetime) -> Stage | None:
    """How the portal's own form stands; None where families apply elsewhere, or the season is not up."""
    return form_stage(season, at) if season.live else None


def usual_year(at: datetime) -> int:
    """The school year the next season is for."""
    return int(pupils.school_year(at.astimezone(ZONE).date())) + 1


# ---- how a season's results stand ----


def run_of(season: AdmissionSeason) -> AdmissionRun:
    """Its hours and what became of it; one that is not kept yet where nobody set any."""
    try:
        return season.run
    except AdmissionRun.DoesNotExist:
        return AdmissionRun(season=season)


def is_told(run: AdmissionRun, at: datetime) -> bool:
    """Whether families are told results at `at`."""
    return run.shows is not None and run.until is not None and run.shows <= at < run.until


def is_announced(run: AdmissionRun, at: datetime) -> bool:
    """Whether results have been told, now or before."""
    return run.shows is not None and run.shows <= at


def is_over(run: AdmissionRun, at: datetime) -> bool:
    """Whether nothing is looked up any more."""
    return run.until is not None and run.until <= at


def erased_from(season: AdmissionSeason, run: AdmissionRun) -> datetime | None:
    """From when on all of it goes: so many days, as on that day, after applications closed and results are told no more."""
    ends = [hour for hour in (season.closes, run.until) if hour is not None]
    if not ends:
        return None
    over = max(ends)
    return over + timedelta(days=regulation.number("admissions.erase_days", over.astimezone(ZONE).date()))


# ---- applications ----


@dataclass(frozen=True)
class Tally:
    """How many applications stand how."""

    name: str
    key: str
    many: int


def tally(season: AdmissionSeason) -> list[Tally]:
    """Counts of every state a list is narrowed to, whether there are any or not; one query."""
    counted = Application.objects.filter(season=season).aggregate(
        **{f"n_{key}": Count("pk", filter=which) for key, (_, which) in STANDS.items()}
    )
    return [Tally(name, key, counted[f"n_{key}"]) for key, (name, _) in STANDS.items()]


def listed(season: AdmissionSeason, stands: str = "", words: str = "") -> QuerySet[Application] | list[Application]:
    """Applications in the order they came, narrowed by how they stand and by words in names, telephone or number; one query, of
    no more rows than are looked at where no words are."""
    found = Application.objects.filter(STANDS[stands][1] if stands in STANDS else Q(), season=season)
    found = found.annotate(many_files=Count("files")).defer("note").order_by("pk")
    wanted = fold(words).split()
    return [one for one in found if _has(one, wanted)] if wanted else found


def _has(one: Application, words: list[str]) -> bool:
    said = fold(f"{one.child} {one.guardian} {one.phone} {one.pk}")
    return all(word in said for word in words)


def waiting() -> dict[int, int]:
    """How many applications of each season nobody has looked at yet, or look at anew; one query."""
    fresh = Application.objects.order_by().filter(papers=Papers.RECEIVED, outcome="").values("season")
    return dict(fresh.annotate(many=Count("pk")).values_list("season", "many"))


def alike(one: Application) -> list[Application]:
    """Others of the same season that seem to be for the same child."""
    others = Application.objects.filter(season=one.season_id, born=one.born).exclude(pk=one.pk)
    return [other for other in others if fold(str(other.child)) == fold(str(one.child))]


@dataclass(frozen=True)
class Told:
    """What a family is told of its application at one hour."""

    one: Application
    papers: str
    lacking: str
    outcome: Outcome
    reason: str
    shows: datetime | None
    may_send: bool

    @property
    def outcome_name(self) -> str:
        return OUTCOMES[self.outcome]


def told(one: Application, at: datetime) -> Told:
    """Nothing of a result before its hour."""
    run = run_of(one.season)
    outcome = dossier_rules.told_outcome(one.outcome, told=is_told(run, at))
    wanted = dossier_rules.papers_wanted(stage(one.season, at), one.papers, one.outcome)
    return Told(one, PAPERS[Papers(one.papers)], one.lacking if one.papers == Papers.LACKING else "", outcome,
                one.reason if outcome else "", run.shows, wanted is None)  # fmt: skip


def by_digest(digest: str, at: datetime) -> Application | None:
    """The application a code opened a little while ago, unless the code was made anew since or everything is over."""
    found = Application.objects.filter(digest=digest).select_related("season", "season__run").first()
    return None if found is None or is_over(run_of(found.season), at) else found


def left(season: AdmissionSeason) -> int:
    """How many applications are still kept, asked anew: nought is the proof that they went."""
    many: int = Application.objects.filter(season=season).count()
    return many
