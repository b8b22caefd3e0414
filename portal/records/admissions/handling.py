"""The verbs of who handles applications: papers judged, results given, a code made anew for a family that lost it
(TT 37/2020 Đ.9.9; Luật 91/2025 Đ.24). Words stand with the application and go with it; the record has numbers."""

from collections.abc import Collection
from datetime import datetime

from django.db import transaction
from django.views.decorators.debug import sensitive_variables

from portal.base import journal
from portal.base.refused import refuse_if
from portal.base.rules import Refusal
from portal.base.text import nfc
from portal.people.models import Person
from portal.pupils import actions as pupils
from portal.records.admissions import dossier_rules, queries, rules
from portal.records.admissions.applying import KIND, Receipt
from portal.records.admissions.dossier_rules import DROPS, Act, Outcome, Papers
from portal.records.models import AdmissionSeason, Application, ApplicationStep

MOST = 200  # at once


@transaction.atomic
def handle(
    season: AdmissionSeason, numbers: Collection[int], act: str, words: str, *, by: Person, at: datetime, channel: str
) -> list[tuple[int, Refusal]]:
    """Do one thing with some applications of a season; those it cannot be done with stay as they are and are named with why. Raises
    Refused (403)."""
    refuse_if(queries.may_handle(by, at))
    told = queries.is_announced(queries.run_of(season), at)
    left: list[tuple[int, Refusal]] = []
    words = nfc(words).replace("\r\n", "\n").strip()
    for one in (
        Application.objects.select_for_update().filter(season=season, pk__in=list(numbers)[:MOST]).order_by("pk")
    ):
        refusal = dossier_rules.may_act(act, one.papers, one.outcome, words, told=told)
        if refusal is not None:
            left.append((one.pk, refusal))
            continue
        verb = "application_dropped" if act in DROPS else "application_handled"
        journal.record(verb, subject=one, by=by, at=at, channel=channel, rule="R-ADM-17" if act in DROPS else "R-ADM-14",
                       clause=rules.CLAUSE, data={"season": season.pk, "act": act})  # fmt: skip
        if act in DROPS:
            one.delete()  # nothing of it is left, as when a family takes it back
            continue
        _done(one, Act(act), words)
        ApplicationStep.objects.create(application=one, act=act, words=words, by=by, at=at)
    return left


def _done(one: Application, act: Act, words: str) -> None:
    if act in (Act.COMPLETE, Act.LACKING):
        one.papers = Papers.COMPLETE if act is Act.COMPLETE else Papers.LACKING
        one.lacking = words if act is Act.LACKING else ""
    else:
        one.outcome = {Act.ADMIT: Outcome.ADMITTED, Act.REFUSE: Outcome.REFUSED}.get(act, Outcome.NONE)
        one.reason = "" if act is Act.REOPEN else words
    one.save(update_fields=["papers", "lacking", "outcome", "reason"])


@transaction.atomic
@sensitive_variables()
def renew_code(one: Application, *, by: Person, at: datetime, channel: str) -> Receipt:
    """A new code for a family that lost its own, printed this once; the one before opens nothing any more. Raises Refused (403)."""
    refuse_if(queries.may_handle(by, at))
    code = pupils.new_code(KIND)
    found: Application = Application.objects.select_for_update().select_related("season").get(pk=one.pk)
    found.digest = pupils.secret_digest(KIND, code)
    found.save(update_fields=["digest"])
    ApplicationStep.objects.create(application=found, act="ma-moi", by=by, at=at)
    journal.record("application_code_renewed", subject=found, by=by, at=at, channel=channel, rule="R-ADM-15", clause=rules.SECRET,
                   data={"season": found.season_id})  # fmt: skip
    return Receipt(found, code)
