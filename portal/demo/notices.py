"""Internal notices of the demo: written, decided, confirmed and corrected by the people themselves (Điều 15.1, 15.2)."""

from collections.abc import Callable, Mapping
from datetime import date, datetime, time, timedelta
from typing import Any

from django.core.files.base import ContentFile

from portal.approval import actions as approval
from portal.base.clock import ZONE
from portal.demo.content.notices import NOTICES, NoticeSeed
from portal.demo.founding import CHANNEL
from portal.demo.papers import form
from portal.files import actions as files
from portal.intranet import actions
from portal.intranet.models import InternalNotice, UpNotice
from portal.intranet.notices.actions import Words
from portal.intranet.notices.queries import must_confirm
from portal.intranet.notices.roll import roll
from portal.intranet.notices.rules import To
from portal.people.models import Person, Unit

Up = Callable[[Any, Person, datetime], None]
MORNING, SATURDAY = time(7, 30), 5


def tell(up: Up, people: Mapping[str, Person], now: datetime) -> None:
    """Every notice of the two years; `up` takes a page its whole way."""
    units = {unit.slug: unit.pk for unit in Unit.objects.all()}
    for seed in NOTICES:
        _tell(seed, up, people, units, now)


def _tell(seed: NoticeSeed, up: Up, people: Mapping[str, Person], units: Mapping[str, int], now: datetime) -> None:
    at = datetime.combine(_day(seed.on, now, -1), MORNING, ZONE)
    by = people[seed.by]
    to = To(seed.everyone, frozenset(seed.offices), frozenset(units[slug] for slug in seed.units),
            frozenset(people[name].pk for name in seed.people))  # fmt: skip
    until = None if seed.by_day is None else _day(seed.by_day, now, 1)
    words = Words(seed.title, seed.intro, to, seed.sort, until, _paper(seed, by, at))
    notice = actions.write_notice(words, by=by, at=at, channel=CHANNEL)
    if seed.waits:
        approval.submit(notice, by=by, at=at, channel=CHANNEL)
        return
    up(notice, by, at)
    if until is not None:
        _confirm(notice, seed, people, at, now)
    if seed.corrected:
        later = at + timedelta(days=1)
        approval.correct(notice, by=by, at=later, channel=CHANNEL)
        actions.edit_notice(
            notice, Words(seed.title, seed.corrected, to, seed.sort, until), by=by, at=later, channel=CHANNEL
        )
        up(notice, by, later)


def _day(told: date | int, now: datetime, sign: int) -> date:
    """A day, or so many days from the demo's; a day off moves on to the next working day that way."""
    if isinstance(told, date):
        return told
    day = now.astimezone(ZONE).date() + timedelta(days=sign * told)
    while day.weekday() >= SATURDAY:
        day += timedelta(days=sign)
    return day


def _paper(seed: NoticeSeed, by: Person, at: datetime) -> tuple[int, ...]:
    if seed.paper is None:
        return ()
    content = ContentFile(form(seed.paper), "ke-hoach.docx")
    kept = files.store_attachment(content, title=seed.paper.title, by=by, at=at, channel=CHANNEL, guarded=True)
    return (kept.pk,)


def _confirm(
    notice: InternalNotice, seed: NoticeSeed, people: Mapping[str, Person], at: datetime, now: datetime
) -> None:
    """Everybody it reaches but the silent, some minutes apart, the same day and the next."""
    shown = UpNotice.objects.get(pk=notice.pk)
    asked = roll(at + timedelta(hours=3)).people
    silent = {people[name].pk for name in seed.silent}
    names = {person.pk: person for person in people.values()}
    for number, colleague in enumerate(asked.values()):
        hour = min(at + timedelta(hours=3, minutes=17 * number), now)
        if colleague.id not in silent and must_confirm(shown, colleague, hour):
            actions.confirm(notice, hash=shown.hash, by=names[colleague.id], at=hour, channel=CHANNEL)
