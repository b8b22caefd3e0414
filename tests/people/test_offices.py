"""Decisions and offices: the Principal alone, to the second, and written down."""

from datetime import date, datetime, timedelta
from typing import Any

import pytest

from portal.base import epoch, journal
from portal.base.models import JournalEntry
from portal.base.refused import Refused
from portal.people import actions, offices
from portal.people.models import Appointment, Decision, Person
from portal.people.rules import Office
from tests.cast import NOW, OLD, Cast

SECOND, DAY = timedelta(seconds=1), timedelta(days=1)


def refused(verb: Any, *args: Any, **kwargs: Any) -> list[tuple[str, str]]:
    """The rules and grounds a verb was refused under."""
    with pytest.raises(Refused) as caught:
        verb(*args, **kwargs)
    return [(refusal.rule, refusal.ground.value) for refusal in caught.value.refusals]


def paper(cast: Cast, number: str = "12/QĐ", signed_on: date | None = None, at: datetime = NOW) -> Decision:
    return actions.record_decision(number=number, signed_on=signed_on or NOW.date(), signer="Nguyễn Mậu Minh",
                                   subject="Kiện toàn Ban", by=cast.minh, at=at, channel="test")  # fmt: skip


def appoint(cast: Cast, person: Person, office: Office, by: Person | None = None, **more: Any) -> Appointment:
    more = {"decision": Decision.objects.last() or paper(cast), "starts": NOW, "at": NOW, **more}
    return actions.appoint(person, office, by=by or cast.minh, channel="test", **more)


def holders(office: Office, at: datetime) -> set[str]:
    board = offices.board(at)
    return {person.username for person in Person.objects.all() if office in board.offices(person.pk)}


def last_line() -> JournalEntry:
    return JournalEntry.objects.order_by("-id")[0]


def test_an_office_is_held_from_its_first_second_up_to_but_not_at_its_end(cast: Cast) -> None:
    paper(cast)
    ends = NOW + 30 * DAY
    appoint(cast, cast.lan, Office.DEPUTY, starts=NOW + DAY, ends=ends)
    seen = {moment: "lan" in holders(Office.DEPUTY, moment)
            for moment in (NOW + DAY - SECOND, NOW + DAY, ends - SECOND, ends, ends + SECOND)}  # fmt: skip
    assert list(seen.values()) == [False, True, True, False, False]


def test_an_appointment_is_a_whole_line_of_the_record_and_moves_rights_and_epoch(cast: Cast) -> None:
    decision = paper(cast)
    before, version = epoch.current(), Person.objects.get(pk=cast.lan.pk).rights_version
    made = appoint(cast, cast.lan, Office.DEPUTY)
    line = last_line()
    assert (line.verb, line.subject_type, line.subject_id, line.actor_id, line.office, line.channel, line.rule, line.clause) == (
        "appoint", "people.person", cast.lan.pk, cast.minh.pk, "principal", "test", "R-OFFICE-01", "Điều 7",
    )  # fmt: skip
    assert line.data == {"appointment": made.pk, "office": "deputy", "decision": decision.pk, "starts": NOW.isoformat(),
                         "ends": None}  # fmt: skip
    assert (epoch.current(), Person.objects.get(pk=cast.lan.pk).rights_version) == (before + 1, version + 1)


@pytest.mark.parametrize("name", ["ha", "phong", "cuc", "sen", "tri", "lan", "vy", "phu"])
def test_nobody_but_the_principal_records_appoints_or_ends(cast: Cast, name: str) -> None:
    by, decision = getattr(cast, name), Decision.objects.get()
    no = [("R-OFFICE-01", "forbidden")]
    words = {"number": "1", "signed_on": NOW.date(), "signer": "A", "subject": "B"}
    assert refused(actions.record_decision, **words, by=by, at=NOW, channel="test") == no
    assert refused(appoint, cast, cast.lan, Office.DEPUTY, by=by, decision=decision) == no
    row = Appointment.objects.get(office="deputy")
    assert refused(actions.end_appointment, row, decision=decision, ends=NOW, by=by, at=NOW, channel="test") == no


def test_a_superuser_without_the_office_is_refused_like_anyone(cast: Cast) -> None:
    cast.tri.is_superuser = True
    cast.tri.save()
    assert refused(appoint, cast, cast.lan, Office.DEPUTY, by=cast.tri, decision=Decision.objects.get()) == [
        ("R-OFFICE-01", "forbidden")
    ]


def test_the_next_head_ends_the_present_ones_term_by_the_same_decision(cast: Cast) -> None:
    decision = paper(cast)
    appoint(cast, cast.lan, Office.HEAD, starts=NOW + DAY)
    assert (holders(Office.HEAD, NOW + DAY - SECOND), holders(Office.HEAD, NOW + DAY)) == ({"ha"}, {"lan"})
    assert Appointment.objects.get(person=cast.ha).ended_by == decision


def test_what_cannot_be_appointed_says_why(cast: Cast) -> None:
    decision = paper(cast)
    assert refused(appoint, cast, cast.vy, Office.MEMBER) == [("R-OFFICE-03", "not_ready")]
    assert refused(appoint, cast, cast.cuc, Office.MEMBER) == [("R-OFFICE-04", "conflict")]
    assert refused(appoint, cast, cast.lan, Office.ACTING_HEAD) == [("R-OFFICE-05", "not_ready")]
    assert refused(appoint, cast, cast.lan, Office.DEPUTY, starts=NOW - DAY) == [("R-OFFICE-07", "not_ready")]
    assert refused(appoint, cast, cast.lan, Office.DEPUTY, ends=NOW - DAY, starts=NOW) == [("R-TERM-02", "not_ready")]
    assert refused(paper, cast, decision.number) == [("R-OFFICE-08", "conflict")]


def test_an_office_ends_by_decision_at_an_hour_not_past_and_only_once(cast: Cast) -> None:
    decision, row = paper(cast), Appointment.objects.get(office="deputy")
    words: dict[str, Any] = {"decision": decision, "by": cast.minh, "channel": "test"}
    assert refused(actions.end_appointment, row, ends=NOW - SECOND, at=NOW, **words) == [("R-TERM-04", "not_ready")]
    actions.end_appointment(row, ends=NOW + DAY, at=NOW, **words)
    assert (holders(Office.DEPUTY, NOW + DAY - SECOND), holders(Office.DEPUTY, NOW + DAY)) == ({"phong"}, set())
    assert (last_line().verb, last_line().data["ends"]) == ("appointment_end", (NOW + DAY).isoformat())
    assert refused(actions.end_appointment, row, ends=NOW + 3 * DAY, at=NOW + 2 * DAY, **words) == [
        ("R-TERM-03", "conflict")
    ]


def test_the_school_is_never_without_a_principal(cast: Cast) -> None:
    words: dict[str, Any] = {"decision": paper(cast), "ends": NOW + DAY, "by": cast.minh, "at": NOW, "channel": "test"}
    row = Appointment.objects.get(office="principal")
    assert refused(actions.end_appointment, row, **words) == [("R-OFFICE-06", "conflict")]
    appoint(cast, cast.lan, Office.PRINCIPAL, starts=NOW + DAY)
    assert (holders(Office.PRINCIPAL, NOW), holders(Office.PRINCIPAL, NOW + DAY)) == ({"minh"}, {"lan"})


def test_the_acting_head_has_the_heads_powers_for_those_days_and_one_at_a_time(cast: Cast) -> None:
    words: dict[str, Any] = {"decision": paper(cast), "by": cast.minh, "at": NOW, "channel": "test"}
    actions.name_acting_head(cast.phong, starts=NOW, ends=NOW + 7 * DAY, **words)
    assert last_line().verb == "acting_head_name"
    again = refused(actions.name_acting_head, cast.lan, starts=NOW + DAY, ends=NOW + 2 * DAY, **words)
    assert again == [("R-OFFICE-04", "conflict")]
    made = actions.open_field(title="Y tế học đường", by=cast.phong, at=NOW, channel="test")
    assert [line.office for line in journal.lines_of(made)] == ["acting_head"]
    too_late = NOW + 7 * DAY
    assert refused(actions.open_field, title="Thư viện", by=cast.phong, at=too_late, channel="test") == [
        ("R-OFFICE-02", "forbidden")
    ]


def test_old_offices_are_kept(cast: Cast) -> None:
    paper(cast)
    appoint(cast, cast.lan, Office.HEAD)
    assert [(row.person.username, row.starts, row.ends) for row in Appointment.objects.filter(office="head").order_by("pk")] == [
        ("ha", OLD, NOW), ("lan", NOW, None),
    ]  # fmt: skip
