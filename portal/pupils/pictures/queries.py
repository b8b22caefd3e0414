"""Who can be recognised in pictures, whether they agreed, and what stands in the way of a text for it."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import F, Q, QuerySet
from wagtail.models import Page as WagtailPage

from portal.approval.queries import decided_at, obstructs
from portal.approval.rules import Audience
from portal.base import regulation
from portal.base.clock import ZONE
from portal.base.rules import Refusal
from portal.files.models import Exposure, Picture
from portal.people import offices
from portal.pupils.models import Declaration, Enrolment, Pupil, SchoolClass, Withheld
from portal.pupils.pictures import agreed, rules
from portal.pupils.pictures.rules import SEEN, Seen
from portal.pupils.roll.queries import classes_at, pupils_of, reach, sits, today

SINCE, THE_LOOK = "pictures.declared_from", "base.school"


def in_force(contents: Collection[str]) -> dict[str, Declaration]:
    """What is declared now of pictures with these contents (sha256); at most four queries."""
    found = Declaration.objects.filter(sha256__in=contents, ended_at=None).select_related("by")
    return {one.sha256: one for one in found.prefetch_related("classes", "pupils", "absent")}


def since(at: datetime) -> datetime | None:
    """From when on pictures that are stored need a declaration; the parameter as it stands that day."""
    return rules.declared_from(regulation.value(SINCE, today(at)), ZONE)


def recognised(said: Declaration) -> frozenset[int]:
    """Pupils (by number) who can be recognised: those named, or those of its classes on the day it was declared, but those
    said to be absent."""
    if said.seen == Seen.PUPILS:
        return frozenset(one.pk for one in said.pupils.all())
    if said.seen != Seen.CLASSES:
        return frozenset()
    there = Enrolment.objects.filter(sits(today(said.at)), school_class__in=[one.pk for one in said.classes.all()])
    there = there.filter(
        Q(pupil__erased_at=None) | Q(pupil__erased_at__gt=said.at)
    )  # a face stays when its name is forgotten
    return frozenset(there.values_list("pupil_id", flat=True)) - {one.pk for one in said.absent.all()}


def forgotten(children: Collection[int]) -> bool:
    """Whether who one of them is was erased: nobody agrees for him any more."""
    return Pupil.objects.filter(pk__in=children, erased_at__isnull=False).exists()


def lacking(said: Declaration, at: datetime) -> frozenset[int]:
    """Those of them of whom there is no consent at `at`: never asked, silent, refused, taken back (silence is no consent)."""
    return _lacking(said, recognised(said), at)


def _lacking(said: Declaration, children: frozenset[int], at: datetime) -> frozenset[int]:
    return children - agreed.agreed(children, Seen(said.seen), at, said.at) if children else frozenset()


@dataclass(frozen=True)
class Word:
    """A picture and what is said of it: the declaration, by class how many have not agreed."""

    picture: Picture
    said: Declaration | None
    without: Mapping[str, int]
    asked: bool  # whether it may not go up undeclared

    @property
    def title(self) -> str:
        """Who is in it, in one phrase; "" where nobody said."""
        if self.said is None:
            return ""
        names = ", ".join(str(one) for one in self.said.classes.all())
        if self.said.seen == Seen.PUPILS:
            return f"{SEEN[Seen.PUPILS]} ({len(self.said.pupils.all())} em)"
        return f"{SEEN[Seen.CLASSES]} {names}" if self.said.seen == Seen.CLASSES else SEEN[Seen(self.said.seen)]

    @property
    def refusal(self) -> Refusal | None:
        """Why outsiders may not see it."""
        if self.said is None:
            return rules.undeclared(1) if self.asked else None
        return rules.not_agreed(self.without, singled_out=self.said.seen == Seen.PUPILS)


def pictures_told(pictures: Iterable[Picture], at: datetime) -> list[Word]:
    """What is said of these pictures, in their order."""
    pictures = list(pictures)
    told = in_force({one.sha256 for one in pictures}) if pictures else {}
    from_hour = since(at) if any(one.sha256 not in told for one in pictures) else None
    without = {sha: _by_class(said, at) for sha, said in told.items()}
    return [
        Word(one, told.get(one.sha256), without.get(one.sha256, {}),
             bool(rules.needs_saying([(one.created_at, False)], from_hour)))
        for one in pictures
    ]  # fmt: skip


def _by_class(said: Declaration, at: datetime) -> Mapping[str, int]:
    """How many have not agreed, by the name of the class each sits in; nothing where all have."""
    missing = lacking(said, at)
    if not missing:
        return {}
    homes = classes_at(missing, today(at))
    return Counter(homes[pk].name if pk in homes else "cũ" for pk in missing)


def pictures_of(draft: Any, at: datetime) -> list[Word]:
    """The same of every picture a text shows; nothing is asked where it shows none."""
    shown = draft.shown_pictures()
    return pictures_told(Picture.objects.filter(pk__in=shown).order_by("pk"), at) if shown else []


def caption_names(draft: Any, at: datetime) -> int:
    """By R-PIC-15, how many captions and descriptions of its pictures, and grown-ups of its praise lists, hold the whole name of a
    pupil on the rolls; one query for the names, which stay here."""
    lines = [one for one in _captions(draft) if one.strip()]
    if not lines:
        return 0
    seats = Enrolment.objects.filter(sits(today(at)), pupil__erased_at=None)
    return rules.naming(lines, seats.values_list("pupil__full_name", flat=True).distinct())


def _captions(draft: Any) -> Iterator[str]:
    """What stands beside the pictures of a text: captions, and what describes them."""
    yield from Picture.objects.filter(pk__in=draft.shown_pictures()).values_list("alt", flat=True)
    for block in getattr(getattr(draft, "body", None), "raw_data", ()):  # papers have a body that is plain words
        shots = block["value"] if block["type"] == "gallery" else [block["value"]] if block["type"] == "image" else []
        yield from (shot.get("value", shot).get("caption") or "" for shot in shots)
        if block["type"] == "praise":  # whoever is praised as a grown-up is asked for no consent
            yield from (row.get("value", row).get("adult") or "" for row in block["value"]["rows"])


@obstructs
def in_the_way(draft: Any, at: datetime) -> Iterator[Refusal]:
    """R-PIC-10 to 12, R-PIC-16: what outsiders would read goes up once it is said who can be recognised in each of its
    pictures and all of them agreed; asked at the deciding act and when its hour comes."""
    if not draft.shown_pictures() or draft.facts(at).audience != Audience.PUBLIC:
        return
    told = pictures_of(draft, at)
    found = (_undeclared(told), *(word.refusal for word in told if word.said), _said_after(draft, told, at))
    yield from (one for one in found if one is not None)


def _said_after(draft: Any, told: Iterable[Word], at: datetime) -> Refusal | None:
    """Asked when its hour comes; nothing is decided before the deciding act."""
    said = [one.said for one in told if one.said is not None]
    decided = decided_at(draft.pk) if said else None
    late = [one for one in said if decided is not None and one.at > decided]
    if not late:
        return None
    board = offices.board(at)
    return rules.said_after(sum(one.by_id not in board.everyone and not reach(one.by, at, board).keeps for one in late))


def _undeclared(told: Iterable[Word]) -> Refusal | None:
    return rules.undeclared(sum(one.said is None and one.asked for one in told))


@dataclass(frozen=True)
class Seat:
    """A pupil of a class as the screen lists him, to those who may see who he is."""

    pupil: Pupil
    state: str  # agreed | refused | silent


def class_list(school_class: SchoolClass, seen: Seen, at: datetime) -> list[Seat]:
    """Who sits in a class with whether he agreed to such pictures, those who did not first."""
    pupils = list(pupils_of(school_class.pk, today(at)))
    ids = frozenset(one.pk for one in pupils)
    yes, no = agreed.agreed(ids, seen, at, at), agreed.took_back(ids, seen, at, at)
    seats = [Seat(one, "agreed" if one.pk in yes else "refused" if one.pk in no else "silent") for one in pupils]
    return sorted(seats, key=lambda seat: ("refused", "silent", "agreed").index(seat.state))


def places_of(sha256: str) -> list[tuple[str, int]]:
    """Which items outsiders may open show a picture: kind and number of each."""
    shown = Exposure.objects.filter(picture__sha256=sha256, audience=Exposure.Audience.PUBLIC)
    return sorted(set(shown.values_list("holder_type", "holder_id")))


def cases() -> QuerySet[Withheld]:
    """Pictures that were hidden, those nobody has looked after yet first, then the newest."""
    return Withheld.objects.select_related("settled_by").order_by(F("settled_at").desc(nulls_first=True), "-at", "-pk")


def page_of(found: QuerySet[Withheld], asked: str, many: int) -> Page[Withheld]:
    """One page of a list; a number that is none gives the first or the last."""
    return Paginator(found, many).get_page(asked)


@dataclass(frozen=True)
class Case:
    """A hidden picture as a screen tells of it: title, address and whether it is up of each place that showed it."""

    held: Withheld
    picture: Picture | None
    places: Sequence[tuple[str, str, bool]]


def hidden_picture(pk: int) -> Case | None:
    """One that was hidden and nobody has looked after yet; None where somebody has."""
    return next(iter(told_of(Withheld.objects.filter(pk=pk, settled_at=None))), None)


def told_of(found: Iterable[Withheld]) -> list[Case]:
    """The same with their places by name; two queries however many."""
    rows = list(found)
    pages = WagtailPage.objects.in_bulk({pk for one in rows for _, pk in one.places})
    shots = {one.sha256: one for one in Picture.objects.filter(sha256__in={one.sha256 for one in rows}).order_by("-pk")}
    return [
        Case(one, shots.get(one.sha256), [_place(kind, pages.get(pk), pk) for kind, pk in one.places]) for one in rows
    ]


def _place(kind: str, page: WagtailPage | None, pk: int) -> tuple[str, str, bool]:
    if kind == THE_LOOK:  # its number is no page's
        return ("Đầu mỗi trang của cổng", "/viec/bo-mat/", True)
    return (page.title, f"/viec/{pk}/", page.live) if page is not None else (f"mục số {pk}", "", False)
