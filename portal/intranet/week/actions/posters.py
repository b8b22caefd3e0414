"""Whom the Principal names to post the week, and who of them answers for its coming in time (Điều 15.2)."""

from datetime import datetime

from django.db import transaction

from portal.base import journal
from portal.base.refused import refuse_if
from portal.intranet.models import WeekPoster
from portal.intranet.week.rules import CLAUSE, is_of_the_staff, may_name_posters, named_once
from portal.people import offices
from portal.people.models import Person


@transaction.atomic
def name_poster(person: Person, *, answers: bool, by: Person, at: datetime, channel: str) -> WeekPoster:
    """Let somebody of the staff post the week from now on. Raises Refused (403, 409, 422)."""
    held = WeekPoster.objects.select_for_update().filter(offices.in_force(at), person=person)
    refuse_if(
        may_name_posters(offices.board(at), by.pk), is_of_the_staff(offices.is_insider(person, at)),
        named_once(held.exists()),
    )  # fmt: skip
    made = WeekPoster.objects.create(person=person, answers=answers, named_by=by, starts=at)
    journal.record("week_poster_named", subject=made, by=by, at=at, channel=channel, rule="R-WEEK-02", clause=CLAUSE,
                   data={"person": person.pk, "answers": answers})  # fmt: skip
    return made


@transaction.atomic
def end_poster(poster: WeekPoster, *, by: Person, at: datetime, channel: str) -> None:
    """He posts it no longer, from now on; said twice it changes nothing more. Raises Refused (403)."""
    refuse_if(may_name_posters(offices.board(at), by.pk))
    if not WeekPoster.objects.filter(offices.in_force(at), pk=poster.pk, starts__lt=at).update(ends=at):
        return
    journal.record("week_poster_ended", subject=poster, by=by, at=at, channel=channel, rule="R-WEEK-02", clause=CLAUSE,
                   data={"person": poster.person_id})  # fmt: skip
