"""One of everything the internal layer holds, each with a word of its own that stands nowhere else."""

from dataclasses import dataclass, field
from datetime import date, time, timedelta

from portal.approval.queries import standing
from portal.approval.rules import Verb
from portal.files.models import Attachment
from portal.intranet.library import actions as library
from portal.intranet.models import Entry, LibraryItem, Subject, UpNotice, Week
from portal.intranet.notices import actions as notices
from portal.intranet.notices.actions import Words
from portal.intranet.notices.rules import To
from portal.intranet.week import actions as weeks
from portal.intranet.week import keys, queries
from portal.intranet.week.names import Written, resolved
from portal.intranet.week.rules import Duty, Part
from portal.intranet.week.told import DutyLine
from portal.people.models import Person
from tests.cast import NOW, Cast
from tests.intranet.test_library import maths, paper

MONDAY = date(2026, 11, 16)
SAID = {"at": NOW, "channel": "test"}
KINDS = ("lich", "truc", "nhaplich", "chung", "vong", "hoclieu", "nhaphoclieu")


def word(kind: str) -> str:
    """A word for each kind of thing: a line of the week, its duties, a week not posted, a notice to all, one to a circle, an
    item of the library, a draft of one."""
    return f"chimsau{kind}"


def line(cast: Cast, week: Week, content: str, day: int = 0, hour: int | None = None, **more: str) -> Entry:
    """A line as somebody types it."""
    said = Written(week.monday + timedelta(days=day), Part.MORNING, time(hour) if hour else None, None, content, **more)  # type: ignore[arg-type]
    return weeks.keep(week, resolved(said, queries.roll(NOW), {})[0], by=cast.minh, **SAID)


def a_week(cast: Cast, monday: date = MONDAY) -> Week:
    return weeks.begin(monday, copy=False, by=cast.minh, **SAID)


def posted(cast: Cast, week: Week) -> Week:
    return weeks.post(week, by=cast.minh, **SAID)


def a_notice(
    cast: Cast, title: str, to: To, papers: tuple[int, ...] = (), *, asked: bool = False, by: str = "lan"
) -> UpNotice:
    """A notice that is up."""
    by_day = (NOW + timedelta(days=2)).date() if asked else None
    words = Words(title, f"{title} b", to, acknowledge_by=by_day, papers=papers)
    draft = notices.write_notice(words, by=cast.people[by], **SAID)
    return UpNotice.objects.get(pk=cast.up(draft, cast.people[by]).pk)


def an_item(cast: Cast, title: str, papers: list[Attachment]) -> LibraryItem:
    """A draft of Cúc's, who leads her unit and needs nobody's opinion."""
    given = library.Given(
        title, "giao-an", 6, Subject.objects.get(slug="toan").pk, None, 2026, maths(cast).pk, "Bài 1", f"{title} b"
    )
    return library.begin(given, papers, by=cast.cuc, **SAID)


def an_item_up(cast: Cast, title: str, papers: list[Attachment]) -> LibraryItem:
    item = an_item(cast, title, papers)
    library.send(item, by=cast.cuc, **SAID)
    now = standing(cast.case(item), NOW)
    while now.open is not None:
        now = cast.decide(item, Verb.APPROVE, Person.objects.get(pk=now.open.holders[0].person))
    return LibraryItem.objects.get(pk=item.pk)


@dataclass
class Inside:
    """What was planted, by kind, with the files of it and the secrets of calendars."""

    cast: Cast
    papers: dict[str, Attachment] = field(default_factory=dict)
    secrets: dict[str, str] = field(default_factory=dict)
    slugs: dict[str, str] = field(default_factory=dict)

    def paper(self, kind: str, by: Person) -> Attachment:
        self.papers[kind] = paper(by, f"{word(kind)} a", word(kind).encode())
        return self.papers[kind]

    def plant(self) -> "Inside":
        cast = self.cast
        week, said = a_week(cast), {name: f"{word('lich')} {name}" for name in ("attendees", "place", "preparation")}
        line(cast, week, f"{word('lich')} họp", 0, 9, lead="Lan", **said)
        weeks.set_duties(week, [DutyLine(Duty.GUARD, word("truc"))], word("truc"), by=cast.minh, **SAID)
        posted(cast, week)
        line(cast, a_week(cast, MONDAY + timedelta(days=7)), word("nhaplich"))
        for kind, to in (("chung", To(everyone=True)), ("vong", To(people=frozenset({cast.lan.pk})))):
            up = a_notice(cast, f"{word(kind)} c", to, (self.paper(kind, cast.sen).pk,), asked=True, by="sen")
            self.slugs[kind] = up.notice.slug
        self.slugs["hoclieu"] = an_item_up(cast, f"{word('hoclieu')} c", [self.paper("hoclieu", cast.cuc)]).slug
        self.slugs["nhaphoclieu"] = an_item(
            cast, f"{word('nhaphoclieu')} c", [self.paper("nhaphoclieu", cast.cuc)]
        ).slug
        for school, by in ((False, cast.lan), (True, cast.minh)):
            self.secrets[by.username] = keys.make(school=school, by=by, **SAID)
        return self
