"""A whole paper at once: the decision with everyone it appoints or lets go, or nothing of it (Điều 7, 10.3)."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from django.db import transaction

from portal.base.refused import Refused, refuse_if
from portal.people import rules
from portal.people.actions.decisions import appoint, end_appointment, record_decision
from portal.people.actions.personnel import accept_personnel
from portal.people.actions.rights import hold
from portal.people.models import Appointment, Decision, Person, PersonnelProposal
from portal.people.queries import not_over
from portal.people.rules import Change, Office


@dataclass(frozen=True)
class Line:
    """One person in a paper: appointed from–until, or let go as from `starts`."""

    change: Change
    person: Person
    office: Office
    starts: datetime
    ends: datetime | None = None


@transaction.atomic
def issue_decision(
    *, number: str, signed_on: date, signer: str, subject: str, lines: Sequence[Line], by: Person, at: datetime,
    channel: str, answers: PersonnelProposal | None = None, places: Sequence[int] = (),
) -> Decision:  # fmt: skip
    """Write a paper down with all it does; `answers` is the proposal it answers. Raises Refused: a refusal about a line
    names its place, as `2.starts`, and nothing is kept; `places` where the lines stood as they were typed."""
    hold(by, *(line.person for line in lines))  # all at once: the first line raises the epoch, for which others wait
    paper = record_decision(number=number, signed_on=signed_on, signer=signer, subject=subject, by=by, at=at,
                            channel=channel)  # fmt: skip
    for place, line in enumerate(lines):
        try:
            _carry_out(line, paper, by=by, at=at, channel=channel)
        except Refused as no:
            shown = places[place] if places else place
            raise Refused(*(replace(one, field=f"{shown}.{one.field}") for one in no.refusals)) from no
    if answers is not None:
        refuse_if(rules.decision_changes_something(len(lines)))
        accept_personnel(answers, paper, by=by, at=at, channel=channel)
    return paper


def _carry_out(line: Line, paper: Decision, *, by: Person, at: datetime, channel: str) -> None:
    if line.change is Change.APPOINT:
        appoint(
            line.person, line.office, decision=paper, starts=line.starts, ends=line.ends, by=by, at=at, channel=channel
        )
        return
    ends = at if line.starts.date() == at.date() else line.starts
    running = Appointment.objects.filter(not_over(ends), person=line.person, office=line.office.value)
    held = running.order_by("starts").first()
    refuse_if(rules.holds_to_release(held is not None))
    assert held is not None
    end_appointment(held, decision=paper, ends=ends, by=by, at=at, channel=channel)
