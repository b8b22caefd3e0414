"""What the one search finds inside: lines of the week, notices, the library, the timetable; each asked anew whether this person
may see it, whatever the index holds (Điều 15.1, 15.3)."""

from collections.abc import Collection, Iterable, Iterator
from datetime import datetime, time
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse

from portal.base.clock import ZONE
from portal.base.findable import Shelf, Words, register
from portal.base.models import JournalEntry
from portal.base.templatetags.days import weekday
from portal.intranet.library import queries as library
from portal.intranet.models import Entry, InternalNotice, LibraryItem, Subject, Timetable, UpNotice, Week
from portal.intranet.notices import queries as notices
from portal.intranet.subjects.actions import RENAMED
from portal.intranet.timetable import queries as timetable
from portal.people import offices
from portal.people.models import Person

Cards = dict[int, dict[str, Any]]
UP_AND_DOWN = frozenset({"publish", "raise_history", "withdraw"})
MORNING = time(7)


def _about(label: str, line: JournalEntry) -> Iterator[int]:
    if line.verb in UP_AND_DOWN and line.subject_type == label and line.subject_id is not None:
        yield line.subject_id


# ---- the week ----


def _posted() -> QuerySet[Entry]:
    return Entry.objects.filter(week__posted_at__isnull=False, cancelled_at=None)


def entries_seen(person: object, at: datetime) -> QuerySet[Entry]:
    """Lines of posted weeks, for insiders."""
    return _posted() if offices.is_insider(person, at) else Entry.objects.none()


def _entries(items: Collection[int] | None) -> Iterator[Words]:
    found = _posted() if items is None else _posted().filter(pk__in=items)
    for one in found.iterator(500):
        parts = (one.attendees, one.lead, one.place, one.preparation)
        yield Words(one.pk, one.content, parts, "lich-cong-tac", _begins(one))


def _begins(one: Entry) -> datetime:
    return datetime.combine(one.day, one.starts or MORNING, ZONE)


def _entry_cards(items: Iterable[int], person: object, at: datetime) -> Cards:
    return {
        one.pk: {
            "title": one.content, "section_title": f"Lịch công tác, {weekday(one.day)} {one.day:%d/%m/%Y}",
            "url": f"{reverse('intranet:week_of', args=[one.week.monday])}#viec-{one.pk}",
            "text": " · ".join(filter(None, (one.place, one.lead, one.attendees, one.preparation))),
        }
        for one in entries_seen(person, at).filter(pk__in=items).select_related("week")
    }  # fmt: skip


def _of_week(line: JournalEntry) -> Iterator[int]:
    """A week posted is all its lines; a change is of one."""
    if line.subject_type != Week._meta.label_lower:
        return
    if line.verb == "week_posted":
        yield from Entry.objects.filter(week=line.subject_id).values_list("pk", flat=True)
    elif line.verb == "week_changed":
        yield int(line.data["line"])


# ---- notices ----


def _up(person: object, at: datetime) -> QuerySet[UpNotice]:
    return notices.visible_to(person, at) if isinstance(person, Person) else notices.standing().none()


def _notices(items: Collection[int] | None) -> Iterator[Words]:
    found = notices.standing() if items is None else notices.standing().filter(pk__in=items)
    for up in found:
        titles = (one.title for one in up.notice.attached())
        yield Words(up.pk, up.notice.title, (up.notice.intro, *titles), "thong-bao-noi-bo", up.up_at)


def _notice_cards(items: Iterable[int], person: object, at: datetime) -> Cards:
    return {
        up.pk: {
            "title": up.notice.title, "url": reverse("intranet:notice", args=[up.notice.slug]), "text": up.notice.intro,
            "section_title": "Thông báo nội bộ", "published_at": up.up_at,
        }
        for up in _up(person, at).filter(pk__in=items)
    }  # fmt: skip


# ---- the library ----


def _shelved(person: object, at: datetime) -> QuerySet[LibraryItem]:
    return library.visible_to(person, at) if isinstance(person, Person) else LibraryItem.objects.none()


def _of_library(line: JournalEntry) -> Iterator[int]:
    """Items that went up or down; all that is filed under a subject or series by another name now."""
    yield from _about(LibraryItem._meta.label_lower, line)
    if line.verb == RENAMED:
        name = "subject" if line.subject_type == Subject._meta.label_lower else "series"
        yield from LibraryItem.objects.filter(live=True, **{name: line.subject_id}).values_list("pk", flat=True)


def _items(items: Collection[int] | None) -> Iterator[Words]:
    found = LibraryItem.objects.filter(live=True, case__published_at__isnull=False)
    found = found.select_related("case", "subject", "series", "unit")
    for one in found if items is None else found.filter(pk__in=items):
        said = (
            one.intro,
            one.lesson,
            one.get_sort_display(),
            *(str(part) for part in (one.subject, one.series, one.unit) if part),
        )
        titles = (paper.title for paper in one.attached())
        yield Words(one.pk, one.title, (*said, *titles), "kho-hoc-lieu", one.case.published_at)


def _item_cards(items: Iterable[int], person: object, at: datetime) -> Cards:
    found = _shelved(person, at).filter(pk__in=items).select_related("case", "subject")
    return {
        one.pk: {
            "title": one.title, "url": reverse("intranet:library_item", args=[one.slug]), "published_at": one.case.published_at,
            "section_title": ", ".join(filter(None, ("Kho học liệu", str(one.subject or ""), one.get_grade_display() or ""))),
            "text": " ".join(filter(None, (one.lesson, one.intro))),
        }
        for one in found
    }  # fmt: skip


# ---- the timetable ----


def _timetables(person: object, at: datetime) -> QuerySet[Timetable]:
    """Every version that is up, for insiders; for others the one in force and the one that comes after it."""
    if offices.is_insider(person, at):
        return timetable.versions()
    return timetable.versions().filter(pk__in=[one.pk for one in timetable.in_force(at) if one is not None])


def _versions(items: Collection[int] | None) -> Iterator[Words]:
    found = Timetable.objects.filter(live=True, case__published_at__isnull=False).select_related("case").defer("unread")
    for one in found if items is None else found.filter(pk__in=items):
        classes = " ".join(f"lớp {name}" for name in one.classes())
        yield Words(one.pk, one.title, (one.intro, classes), "thoi-khoa-bieu", one.case.published_at)


def _version_cards(items: Iterable[int], person: object, at: datetime) -> Cards:
    inside = offices.is_insider(person, at)
    return {
        one.pk: {
            "title": one.title, "section_title": "Thời khóa biểu", "text": one.intro, "published_at": one.case.published_at,
            "url": reverse("intranet:timetable_item", args=[one.slug]) if inside else timetable.PUBLIC,
        }
        for one in _timetables(person, at).filter(pk__in=items).select_related("case")
    }  # fmt: skip


register(Shelf("week", {"lich-cong-tac": "Lịch công tác"}, entries_seen, _entries, _entry_cards, _of_week, order=30))
register(Shelf(
    "notice", {"thong-bao-noi-bo": "Thông báo nội bộ"}, _up, _notices, _notice_cards,
    lambda line: _about(InternalNotice._meta.label_lower, line), order=31,
))  # fmt: skip
register(Shelf(
    "library", {"kho-hoc-lieu": "Kho học liệu"}, _shelved, _items, _item_cards, _of_library, order=32,
))  # fmt: skip
register(Shelf(
    "timetable", {"thoi-khoa-bieu": "Thời khóa biểu"}, _timetables, _versions, _version_cards,
    lambda line: _about(Timetable._meta.label_lower, line), order=33,
))  # fmt: skip
