import re
from dataclasses import dataclass
from datetime import date, datetime

import pytest
from django.core import mail
from django.core.mail import EmailMultiAlternatives

from portal.base import clock, queue
from portal.base.models import Parameter
from portal.desk.actions import reminders, turns
from portal.people.models import Person
from tests.cast import NOW, Cast

DOOR = re.compile(r"^(.+):\n(http\S+)$", re.MULTILINE)
SITE = "http://testserver"


@dataclass
class Post:
    """The worker's rounds, and what lies in people's letter boxes."""

    cast: Cast

    def round(self, at: datetime = NOW) -> list[EmailMultiAlternatives]:
        """One round of the worker at `at`; the mails it sent."""
        before = len(mail.outbox)
        clock.set_to(at, freeze=True)
        turns.hear_news(at)
        turns.look(at)
        reminders.watch_deadlines(at)
        queue.run_due(at)
        return mail.outbox[before:]

    def to(self, person: Person) -> list[EmailMultiAlternatives]:
        return [one for one in mail.outbox if one.to == [person.email]]


def doors(message: EmailMultiAlternatives) -> dict[str, str]:
    """The ways on a letter offers: words → path."""
    return {label: url.removeprefix(SITE) for label, url in DOOR.findall(str(message.body))}


def links(message: EmailMultiAlternatives) -> dict[str, str]:
    """Of them those that decide."""
    return {label: path for label, path in doors(message).items() if path.startswith("/thu/")}


@pytest.fixture
def post(cast: Cast) -> Post:
    return a_post(cast)


def a_post(cast: Cast) -> Post:
    """The cast's letter boxes are on the school's mail domain."""
    Parameter.objects.create(
        name="mail.domain", value="testserver.edu.vn", clause="Điều 14.3", valid_from=date(2026, 9, 1)
    )
    turns.hear_news(NOW)
    return Post(cast)
