"""Everything a quick text needs, guessed from the words, the photos, the plan and the writer's own posts."""

from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from typing import Any

from portal.base.rules import Refusal
from portal.news.capture import reading, rules
from portal.news.capture.photos import of_the_school
from portal.news.capture.rules import Activity, Guess, Place
from portal.news.editor.markup import as_html, bare
from portal.news.models import Section
from portal.news.queries import writable_sections, written_by
from portal.news.rules import GENRE_TITLES, Draft, Genre, not_ready
from portal.people import offices
from portal.people.models import Person, UnitPost
from portal.people.rules import Kind
from portal.plan.models import PlanEntry
from portal.plan.queries import open_entries


@dataclass(frozen=True)
class World:
    """What one writer may choose from today: his sections, and the plan as far as it concerns them."""

    person: Person
    at: datetime

    @cached_property
    def sections(self) -> list[Section]:
        return list(writable_sections(self.person, self.at))

    @cached_property
    def places(self) -> tuple[Place, ...]:
        internal = Section.Reach.INTERNAL
        return tuple(Place(one.slug, one.title, one.field_id, one.audience == internal) for one in self.sections)

    @cached_property
    def entries(self) -> list[PlanEntry]:
        """Open entries; to a collaborator only those of his own sections, and those of none."""
        reach = {one.slug for one in self.places}
        found = list(open_entries(self.at.date()))
        return [one for one in found if self.person.kind == Kind.STAFF or one.section_slug in reach | {""}]

    @cached_property
    def activities(self) -> tuple[Activity, ...]:
        return tuple(
            Activity(one.pk, one.title, one.section_slug, one.starts, one.ends, one.standing) for one in self.entries
        )

    @cached_property
    def fields(self) -> frozenset[int]:
        """The fields this person answers for, or may write in."""
        if self.person.kind == Kind.COLLABORATOR:
            return offices.posts(self.person, self.at)
        held = offices.board(self.at).fields
        return frozenset(field for field, people in held.items() if self.person.pk in people)

    @cached_property
    def units(self) -> frozenset[str]:
        posts = UnitPost.objects.filter(offices.in_force(self.at), person=self.person)
        return frozenset(posts.values_list("unit__slug", flat=True))

    @cached_property
    def last(self) -> str:
        return written_by(self.person).values_list("section__slug", flat=True).first() or ""


@dataclass(frozen=True)
class Said:
    """What the writer gave so far: words, photos, and what he chose himself ("" where the portal chooses)."""

    text: str = ""
    title: str = ""
    photos: int = 0
    taken: tuple[datetime, ...] = ()
    without_words: int = 0
    consent: bool = False
    section: str = ""
    genre: str = ""
    plan_entry: str = ""
    place: str = ""
    event_start: datetime | None = None
    event_end: datetime | None = None
    opening_at: datetime | None = None


class Suggestion:
    """The whole draft as it would be, with a reason for everything the portal chose."""

    def __init__(self, said: Said, world: World) -> None:
        self.said, self.world = said, world
        today = world.at.date()
        self.title, self.text = reading.title_and_rest(said.text, said.title)
        self.opening = reading.opening(said.text, today)
        if said.opening_at is not None:
            self.opening = reading.Opening(said.opening_at.replace(tzinfo=None), True)
        self.day = rules.day_of(said.taken, today)
        self.reachable = frozenset(one.slug for one in world.places)
        self.activity, why_entry = self._entry(today)
        guessed = rules.section(
            world.places, notice=self.notice, activity=self.activity, fields=world.fields, units=world.units,
            last=world.last,
        ) if not said.section else Guess(said.section, "")  # fmt: skip
        self.section = guessed.value
        if self.activity is None and not said.plan_entry:  # a section alone may name its standing entry
            self.activity, why_entry = self._entry(today, self.section)
        if not self.title and said.photos and self.activity is not None:
            self.title = self.activity.title
        kind = rules.genre(title=self.title, text=self.text, photos=said.photos, opening=self.opening, now=world.at)
        self.genre = said.genre if said.genre in GENRE_TITLES else kind.value
        self.reasons = {"section": guessed.reason, "genre": kind.reason, "plan_entry": why_entry}
        self.event_start, self.event_end, self.why_hours = self._hours()

    @property
    def notice(self) -> bool:
        return rules.is_notice(self.title)

    def _entry(self, today: date, section: str = "") -> tuple[Activity | None, str]:
        chosen = self.said.plan_entry
        if chosen:
            return next((one for one in self.world.activities if str(one.pk) == chosen), None), ""
        return rules.entry(
            self.world.activities, on=self.day, today=today, words=f"{self.title} {self.text}",
            section=self.said.section or section, reachable=self.reachable,
        )  # fmt: skip

    def _hours(self) -> tuple[datetime | None, datetime | None, str]:
        """What was typed, else what R-CAPTURE-04 finds; nothing for a text that tells of no event."""
        if self.said.event_start or self.said.event_end:
            return self.said.event_start, self.said.event_end, ""
        tells = self.said.photos or self.activity is not None or self.genre in (Genre.REFLECTION, Genre.REPORT)
        if not tells or (self.notice and not self.said.photos) or self.genre == Genre.CONFERENCE:
            return None, None, ""
        starts, ends, why = rules.happened(
            taken=self.said.taken, activity=self.activity, on=self.day, opening=self.opening
        )
        return of_the_school(starts), of_the_school(ends), why

    # -- what follows ----------------------------------------------------------------------------------------------------

    @property
    def opening_at(self) -> datetime | None:
        if self.said.opening_at is not None:
            return self.said.opening_at
        told = self.opening is not None and self.opening.exact and self.genre == Genre.CONFERENCE
        return of_the_school(self.opening.at) if told and self.opening else None

    @property
    def place(self) -> str:
        return self.said.place or reading.place(self.said.text)

    @property
    def summary(self) -> str:
        return reading.summary(bare(as_html(self.text.strip().partition("\n")[0]))) if self.text else ""

    @property
    def section_title(self) -> str:
        return next((one.title for one in self.world.places if one.slug == self.section), "– chọn chuyên mục –")

    @property
    def genre_title(self) -> str:
        return GENRE_TITLES[self.genre]

    @property
    def entry_title(self) -> str:
        return self.activity.title if self.activity is not None else "Ngoài kế hoạch"

    def given(self, body: list[dict[str, Any]]) -> dict[str, Any]:
        """The draft in the words of `news.actions.write`; the writer is its photographer."""
        return {
            "title": self.title, "section": self.section, "genre": self.genre, "notice": self.notice,
            "summary": self.summary, "plan_entry": self.activity.pk if self.activity is not None else "",
            "event_start": self.event_start, "event_end": self.event_end, "opening_at": self.opening_at,
            "place": self.place, "photographer": str(self.world.person) if self.said.photos else "",
            "consent": self.said.consent,
            "body": [*({"type": kind, "value": value} for kind, value in self._words()), *body],
        }  # fmt: skip

    def _words(self) -> list[tuple[str, str]]:
        """What was typed, as blocks."""
        return [("paragraph", as_html(reading.paragraphs(self.text)))] if self.text else []

    def lacks(self) -> list[Refusal]:
        """What the draft would still lack before it can be submitted."""
        internal = any(one.internal for one in self.world.places if one.slug == self.section)
        return not_ready(
            Draft(
                title=self.title, summary=self.summary, genre=self.genre, kind="original", notice=self.notice,
                has_text=bool(self.text), pictures=self.said.photos, pictures_without_alt=self.said.without_words,
                opening_at=self.opening_at, event_start=self.event_start, event_end=self.event_end, place=self.place,
                consent=self.said.consent, section_chosen=bool(self.section), internal=internal,
                internal_section=internal, body=tuple(self._words()),
            ),
            self.world.at,
        )  # fmt: skip
