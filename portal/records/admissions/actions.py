"""The verbs of a season: begun, changed, its results told at an hour, and all families sent erased when its days are over. Handing in
and deciding is `approval`'s (Điều 14.2)."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from django.db import transaction

from portal.approval import actions as approval
from portal.approval.queries import latest
from portal.base import journal
from portal.base.forgetting import overwriting
from portal.base.refused import refuse_if
from portal.base.text import slug
from portal.base.ticker import tick
from portal.files.models import Attachment
from portal.people.models import Person
from portal.records.admissions import queries, rules
from portal.records.admissions.dossier_rules import Outcome
from portal.records.admissions.rules import Given
from portal.records.branches import branch
from portal.records.models import AdmissionRun, AdmissionSeason, Application, ApplicationPaper
from portal.records.texts import hang, numbers, own, take_words

LINES = ("title", "method", "place", "hours", "contact", "link")
TEXTS = ("intro", "who", "quota", "dossier", "plan", "basis", "consent")
TAKEN = frozenset({"tra-cuu", "ho-so"})  # addresses of the room itself


@transaction.atomic
def begin(given: Given, files: Sequence[Attachment], *, by: Person, at: datetime, channel: str) -> AdmissionSeason:
    """Begin a season from plain values and stored files; name and year are enough. Raises Refused (403, 422)."""
    refuse_if(queries.may_write(by, at))
    draft = AdmissionSeason(live=False, owner=by)
    _fill(draft, given, files, by)
    name = slug(draft.title)[:80].strip("-") or "tuyen-sinh"
    hang(draft, branch("tuyen-sinh"), f"dot-{name}" if name in TAKEN else name, by=by, at=at, channel=channel)
    return draft


@transaction.atomic
def edit(
    season: AdmissionSeason, given: Given, files: Sequence[Attachment], *, by: Person, at: datetime, channel: str,
    based_on: str | None = None,
) -> AdmissionSeason:  # fmt: skip
    """Change a season; of one that is up, the beginning of its correction. Raises Refused (403, 409, 422)."""
    refuse_if(queries.may_write(by, at))
    draft: AdmissionSeason = latest(season)
    _fill(draft, given, files, by)
    approval.save_text(draft, by=by, at=at, channel=channel, based_on=based_on)
    return draft


def _fill(draft: AdmissionSeason, given: Given, files: Sequence[Attachment], by: Person) -> None:
    carried = numbers(files)
    refuse_if(*rules.is_begun(given), *rules.may_carry(carried, own=own(files, by), before=draft.papers))
    take_words(draft, given, LINES, TEXTS)
    for name in ("year", "way", "opens", "closes"):
        setattr(draft, name, getattr(given, name))
    draft.papers = carried


def locked_run(season: AdmissionSeason) -> AdmissionRun:
    """Its row, held until the transaction ends."""
    AdmissionRun.objects.get_or_create(season=season)
    found: AdmissionRun = AdmissionRun.objects.select_for_update().get(season=season)
    return found


@transaction.atomic
def announce(
    season: AdmissionSeason, shows: datetime, until: datetime, *, by: Person, at: datetime, channel: str
) -> None:
    """Have families told their results from `shows` until `until` (half-open); said again it moves. Raises Refused: 403, 409, 422."""
    refuse_if(queries.may_handle(by, at))
    run = locked_run(season)
    refuse_if(rules.still_kept(erased=run.erased_at is not None), rules.shown_in_order(shows, until, season.closes, at))
    run.shows, run.until = shows, until
    run.save(update_fields=["shows", "until"])
    journal.record("admission_results_set", subject=season, by=by, at=at, channel=channel, rule="R-ADM-07", clause=rules.CLAUSE,
                   data={"shows": shows.isoformat(), "until": until.isoformat()})  # fmt: skip


@tick(every=timedelta(minutes=10))
def erase_what_is_over(at: datetime) -> None:
    """Everything families sent for a season goes so many days after it was over, rows, papers and what was done with them."""
    for season in AdmissionSeason.objects.filter(applications__isnull=False).select_related("run").distinct():
        from_when = queries.erased_from(season, queries.run_of(season))
        if from_when is not None and from_when <= at:
            with overwriting():
                _erase(season, at)


@transaction.atomic
def _erase(season: AdmissionSeason, at: datetime) -> None:
    run, there = locked_run(season), Application.objects.filter(season=season)
    gone = {
        "applications": there.count(), "admitted": there.filter(outcome=Outcome.ADMITTED).count(),
        "papers": ApplicationPaper.objects.filter(application__season=season).update(content=b""),  # or all bytes pass by here
    }  # fmt: skip
    there.delete()
    run.erased_at, run.erased = at, gone
    run.save(update_fields=["erased_at", "erased"])
    journal.record("applications_erased", subject=season, by=None, at=at, channel="worker", rule="R-ADM-08", clause=rules.SECRET,
                   data=gone)  # fmt: skip
