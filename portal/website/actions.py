"""Setting up a school: its name, its front door, its first decision and board (Điều 3, 5, 7)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from wagtail.models import Page, Site

from portal.base import epoch, journal
from portal.base.models import School
from portal.base.refused import Refused
from portal.base.rules import Ground, Refusal
from portal.news.models import ArticleIndex, HomePage
from portal.people.models import Appointment, Decision, Person
from portal.people.rules import Office
from portal.website import drawn as drawn  # what the worker forgets of drawings


@dataclass(frozen=True)
class FirstDecision:
    """The Principal's paper the first board stands on."""

    number: str
    signed_on: date
    signer: str
    subject: str


@transaction.atomic
def found_school(
    *, school: Mapping[str, object], decision: FirstDecision, board: Mapping[str, tuple[Office, ...]], at: datetime
) -> School:
    """Set up the one school: `board` names, for existing usernames, the offices of the first decision.

    Raises Refused where a school stands already or a username is unknown.
    """
    if School.objects.exists():
        raise Refused(Refusal("R-FOUND-01", "Điều 3", "Cổng này đã có trường.", ground=Ground.CONFLICT))
    founded = School.objects.create(pk=1, **school)
    _front_door(founded)
    paper = Decision.objects.create(
        number=decision.number, signed_on=decision.signed_on, signer=decision.signer, subject=decision.subject
    )
    for username, offices in board.items():
        person = Person.objects.get(username=username)
        for office in offices:
            Appointment.objects.create(person=person, office=office, decision=paper, starts=at)
    journal.record("found_school", subject=founded, by=None, at=at, channel="command", clause="Điều 3, 7")
    epoch.bump()
    return founded


def _front_door(school: School) -> None:
    """The tree every page hangs on; Wagtail's welcome page goes."""
    root = Page.objects.get(depth=1)
    for welcome in root.get_children():
        welcome.delete()
    root = Page.objects.get(depth=1)
    home = root.add_child(instance=HomePage(title=school.name, slug="trang-chu"))
    home.add_child(instance=ArticleIndex(title="Kho bài", slug="tin-bai"))
    Site.objects.all().delete()
    Site.objects.create(hostname=school.domain, site_name=school.name, root_page=home, is_default_site=True)
