"""The library of the demo, filled by the verbs its teachers, leaders, Secretary and Head use (Điều 15.1, 15.2)."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import Any

from django.core.files.base import ContentFile

from portal.approval import actions as approval
from portal.approval.queries import Standing, standing
from portal.base.clock import ZONE
from portal.demo.content.papers import Form
from portal.demo.content.resources import (
    ASKED,
    KNTT,
    MENDED,
    MENDED_INTRO,
    MENDED_ON,
    RATED,
    RESOURCES,
    SHARED,
    ResourceSeed,
)
from portal.demo.founding import CHANNEL
from portal.demo.papers import form
from portal.files import actions as files
from portal.intranet.library import actions, rules
from portal.intranet.library.rules import Given
from portal.intranet.models import Downloads, LibraryItem, Subject, TextbookSeries
from portal.people.models import Person, UnitPost

PassOn = Callable[[Any, datetime, Standing], Any]
SENT = time(15, 10)
MORNING = timedelta(hours=7)  # before the Head decides
BOOKLESS = frozenset({"skkn", "tu-lieu"})


def fill(pass_on: PassOn, people: Mapping[str, Person], now: datetime) -> None:
    """Everything of the year; `pass_on` takes what was handed in on, its deciding step at an hour."""
    Filler(pass_on, people, now).fill()


class Filler:
    """Walks the seeds through the verbs, remembering what was made by title."""

    def __init__(self, pass_on: PassOn, people: Mapping[str, Person], now: datetime) -> None:
        self.pass_on, self.people, self.now = pass_on, people, now
        self.subjects = {one.slug: one.pk for one in Subject.objects.all()}
        self.series = TextbookSeries.objects.get(slug=KNTT).pk
        posts = list(UnitPost.objects.filter(ends=None).order_by("-pk").select_related("person"))
        self.units = {post.person_id: post.unit_id for post in posts}
        self.leaders = {post.unit_id: post.person for post in posts if post.leads}
        self.made: dict[str, LibraryItem] = {}

    def fill(self) -> None:
        for seed in RESOURCES:
            self._one(seed)
        self._mend()
        for title, who, stars, reason in RATED:
            at = self.now - timedelta(days=len(reason) % 9 + 1)
            actions.rate(self.made[title], stars=stars, reason=reason, by=self.people[who], at=at, channel=CHANNEL)
        self._count()

    def _one(self, seed: ResourceSeed) -> None:
        by = self.people[seed.by]
        at = self._hour(seed.on) - timedelta(days=1) if seed.on else self.now - timedelta(days=1)
        given = Given(
            seed.title, seed.sort, seed.grade, self.subjects[seed.subject] if seed.sort != "skkn" else None,
            None if seed.sort in BOOKLESS else self.series, 2026, self.units[by.pk], seed.lesson,
            licence=seed.licence, source=seed.source,
        )  # fmt: skip
        item = actions.begin(given, [self._file(seed, by, at, "")], by=by, at=at, channel=CHANNEL)
        self.made[seed.title] = item
        if seed.title == SHARED:
            actions.share(item, True, by=by, at=at, channel=CHANNEL)
        elif seed.title == ASKED:
            actions.send(item, by=by, at=at, channel=CHANNEL)
        else:
            self._up(item, by, at)

    def _file(self, seed: ResourceSeed, by: Person, at: datetime, more: str) -> Any:
        name = f"{seed.lesson or rules.SORTS[rules.Sort(seed.sort)]}{more}"
        lines = (
            "I. Mục tiêu",
            f"Học sinh hiểu và làm được: {seed.title[0].lower()}{seed.title[1:]}.",
            "II. Chuẩn bị",
            "III. Tiến trình",
            more,
        )
        content = ContentFile(form(Form(seed.title, lines, by.full_name)), "bai.docx")
        return files.store_attachment(content, title=name[:200], by=by, at=at, channel=CHANNEL, guarded=True)

    def _up(self, item: LibraryItem, by: Person, at: datetime) -> None:
        """Begun at `at`; to the leader, who reads it next morning, to the Secretary, to the Head the same afternoon."""
        decided, leader = at + timedelta(days=1), self.leaders[self.units[by.pk]]
        sent = decided - MORNING if leader == by else at
        if not actions.send(item, by=by, at=sent, channel=CHANNEL):
            hash = standing(item.case, at).case.hash
            actions.opine(item, favourable=True, words="", hash=hash, by=leader, at=decided - MORNING, channel=CHANNEL)
        item.case.refresh_from_db()
        self.pass_on(item, decided, standing(item.case, decided - MORNING))

    def _mend(self) -> None:
        """One that has a second version."""
        item = LibraryItem.objects.get(pk=self.made[MENDED].pk)
        seed = next(one for one in RESOURCES if one.title == MENDED)
        by, at = self.people[seed.by], self._hour(MENDED_ON)
        approval.correct(item, by=by, at=at, channel=CHANNEL)
        file = self._file(seed, by, at, " (bản 2)")
        actions.edit(item, replace(item.given(), intro=MENDED_INTRO), [file], by=by, at=at, channel=CHANNEL)
        self._up(LibraryItem.objects.get(pk=item.pk), by, at)

    def _count(self) -> None:
        """How often files were fetched in the months of the year so far."""
        months = [date(2026, month, 1) for month in (9, 10, 11)]
        up = [item.pk for item in self.made.values() if LibraryItem.objects.filter(pk=item.pk, live=True).exists()]
        Downloads.objects.bulk_create(
            Downloads(item_id=pk, month=month, count=(pk * 7 + month.month * 3) % 11 + 1)
            for pk in up for month in months if (pk + month.month) % 3
        )  # fmt: skip

    def _hour(self, day: date) -> datetime:
        return datetime.combine(day, SENT, ZONE)
