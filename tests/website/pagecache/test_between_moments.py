"""Between two moments the horizon knows of, not one byte of any page changes: so it knows of all of them."""

from datetime import datetime, timedelta

import pytest
from django.test import Client

from portal.base import clock
from portal.base.clock import day_begins
from portal.news import actions as news
from portal.people import actions as people
from portal.people.models import Appointment, Unit
from portal.website.pagecache import horizon
from tests.cast import NOW, Cast
from tests.website.everywhere import TOLD, a_school_with_something_everywhere

AN_INSTANT = timedelta(microseconds=1)
BY_THE_HOUR = (
    "/", "/tin-bai/", "/tin-bai/ngay-hoi/", "/luu-tru/2026/11/", "/rss/", "/lich.ics", "/sitemap.xml", "/ban-bien-tap/",
    "/lien-he/", "/lich-cong-tac/", "/gioi-thieu/", "/cong-khai/", "/to/", "/to/to-toan/", "/.well-known/security.txt",
)  # fmt: skip


def at(hours: int) -> str:
    return (NOW + timedelta(hours=hours)).isoformat()


def a_full_day(cast: Cast) -> None:
    """Every hour something begins or is over: events and texts, the front page, a field, an office, a post."""
    meeting = cast.published(cast.lan, title="Họp", event_start=at(1), event_end=at(2), place="Hội trường")
    cast.published(cast.lan, title="Mời họp", expires_at=at(1))
    form = news.draw_up_template(title="Mẫu", text="Nghỉ học", by=cast.sen, **TOLD)
    news.approve_template(form, by=cast.ha, **TOLD)
    cast.published(cast.cuc, title="Nghỉ học vì bão", urgent_template=form.pk, expires_at=at(2), notice=True)
    later = NOW + timedelta(hours=3)
    news.arrange_home(lead=meeting.pk, pins=[], shown=[], by=cast.sen, starts=later, **TOLD)
    people.assign_field(cast.fields["vp"], cast.dung, starts=later, by=cast.ha, **TOLD)
    Appointment.objects.filter(person=cast.phong).update(ends=later)
    people.post_to_unit(Unit.objects.get(), cast.khoa, leads=False, starts=later, by=cast.minh, **TOLD)


@pytest.mark.sqlite
def test_nothing_changes_between_two_moments_and_something_at_each(cast: Cast, client: Client) -> None:
    a_school_with_something_everywhere(cast)
    a_full_day(cast)
    moment, begun, changed = NOW, pages(client), dict[datetime, bool]()
    while moment.date() == NOW.date():
        moment = horizon.next_change(moment)
        clock.set_to(moment - AN_INSTANT, freeze=True)
        assert [path for path, words in pages(client).items() if words != begun[path]] == []
        clock.set_to(moment, freeze=True)
        before, begun = begun, pages(client)
        changed[moment] = begun != before
    midnight = day_begins(NOW.date() + timedelta(days=1))
    assert changed == {**{NOW + timedelta(hours=hour): True for hour in (1, 2, 3)}, midnight: True}


def pages(client: Client) -> dict[str, bytes]:
    return {path: client.get(path).content for path in BY_THE_HOUR}
