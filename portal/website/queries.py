"""What the front door shows: the home page's parts, the roster, every address readers may open."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from typing import Any

from django.db.models import F, Q, QuerySet, Window
from django.db.models.functions import RowNumber

from portal.base.models import School
from portal.base.text import name_key
from portal.news import presenters
from portal.news.models import Article, Section
from portal.news.queries import Layout, home_layout, leading, public, sections_for, topics, visible_to
from portal.news.rules import Genre
from portal.people.models import Appointment, FieldAssignment
from portal.people.offices import in_force
from portal.people.rules import OFFICE_NAMES, Office

NEWEST, NOTICES, PHOTOS, LATEST, A_SECTION = 30, 5, 5, 8, 4
ROSTER = (Office.HEAD, Office.ACTING_HEAD, Office.DEPUTY, Office.MEMBER, Office.SECRETARY, Office.SYSADMIN)
SCHOOL_OFFICES = (Office.PRINCIPAL, Office.VICE_PRINCIPAL)


def school() -> School | None:
    """The school, once it is set up."""
    return School.objects.first()


def front(person: object, at: datetime, layout: Layout | None = None) -> dict[str, Any]:
    """The parts of the home page for this reader, in a fixed number of queries; what the board chose for it first.

    What is chosen is looked for among what this reader may see: whatever was taken down is simply not there (Điều 8.3).
    """
    visible = visible_to(person, at)
    layout = layout or home_layout()
    newest = list(visible[:NEWEST])
    chosen = _chosen(visible, layout)
    pins = [chosen[pk] for pk in layout.pins if pk in chosen]
    lead = chosen.get(layout.lead or 0) or leading(newest, pins)
    taken = {article.pk for article in pins + ([lead] if lead else [])}
    notices = list(visible.filter(notice=True)[:NOTICES])
    others = visible.exclude(pk__in=taken)
    photos = list(others.filter(genre=Genre.PHOTOS)[:PHOTOS])
    groups = _by_section(others.exclude(notice=True), layout)
    shown = {article.pk: article for part in (newest, pins, photos, *groups.values()) for article in part}
    shown |= {lead.pk: lead} if lead else {}
    pictures = presenters.pictures_of(shown.values())

    def cards(articles: Sequence[Article]) -> list[presenters.Item]:
        return [presenters.card(article, pictures.get(article.pk)) for article in articles]

    return {
        "lead": cards([lead])[0] if lead else None,
        "pinned": cards(pins),
        "today": _today(visible, at),
        "notices": cards(notices),
        "news_by_section": [
            {"section": {"title": section.title, "url": presenters.address(section)}, "items": cards(found)}
            for section, found in groups.items()
        ],
        "photos": [item for item in cards(photos) if "picture_url" in item],
        "latest": cards([article for article in newest if article.pk not in taken][:LATEST]),
    }  # fmt: skip


def _chosen(visible: QuerySet[Article], layout: Layout) -> dict[int, Article]:
    """The stories the board chose that this reader may see, by id."""
    ids = {*layout.pins, layout.lead} - {None}
    return {article.pk: article for article in visible.filter(pk__in=ids)} if ids else {}


def _by_section(visible: QuerySet[Article], layout: Layout) -> dict[Section, list[Article]]:
    """The newest few of each section the front page shows, in the board's order, else the school's."""
    nth = Window(RowNumber(), partition_by="section_id", order_by=[F("case__published_at").desc(), F("pk").desc()])
    found: dict[Section, list[Article]] = defaultdict(list)
    for article in visible.annotate(nth=nth).filter(nth__lte=A_SECTION):
        found[article.section].append(article)
    return {section: found[section] for section in layout.sections(list(found))}


def _today(visible: QuerySet[Article], at: datetime) -> list[dict[str, Any]]:
    """What approved articles announce for today, by the hour."""
    start = datetime.combine(at.date(), time.min, at.tzinfo)
    day = (start, start + timedelta(days=1) - timedelta(microseconds=1))
    found = visible.filter(Q(opening_at__range=day) | Q(opening_at=None, event_start__range=day))
    events = sorted((article.opening_at or article.event_start, article) for article in found.order_by("pk")[:20])
    return [
        {
            "time": hour.astimezone(at.tzinfo).strftime("%H:%M"), "title": article.title,
            "url": presenters.address(article), "note": ". ".join(filter(None, (article.place, presenters.origin(article)))),
            "now": article.event_end is not None and hour <= at < article.event_end,
        }
        for hour, article in events
    ]  # fmt: skip


def roster(at: datetime) -> list[dict[str, Any]]:
    """Who is of the board and by which paper, for everyone to see (Điều 7, 11.1); two queries."""
    held = Appointment.objects.filter(in_force(at), person__is_active=True).select_related("person", "decision")
    rows, titles = [], defaultdict(list)
    for row in held:
        if row.office in SCHOOL_OFFICES:
            titles[row.person_id].append(OFFICE_NAMES[row.office])
        elif row.office in ROSTER:
            rows.append(row)
    fields: dict[int, list[str]] = defaultdict(list)
    for line in FieldAssignment.objects.filter(in_force(at)).select_related("field").order_by("field__title"):
        fields[line.person_id].append(line.field.title)
    rows.sort(key=lambda row: (ROSTER.index(Office(row.office)), name_key(row.person.full_name)))
    return [
        {
            "office": OFFICE_NAMES[Office.HEAD if row.office == Office.ACTING_HEAD else row.office],
            "acting": row.office == Office.ACTING_HEAD, "person": str(row.person),
            "title": ", ".join(titles[row.person_id]),
            "fields": fields[row.person_id] if row.office == Office.MEMBER else [],
            "decision_number": row.decision.number, "decision_date": row.decision.signed_on,
            "until": row.ends - timedelta(microseconds=1) if row.ends else None,
        }
        for row in rows
    ]  # fmt: skip


@dataclass(frozen=True)
class Address:
    """One public address and when what stands there last changed."""

    path: str
    changed_at: datetime | None


def public_addresses(at: datetime) -> Iterator[Address]:
    """Every page a stranger may open, home first; three queries."""
    articles = [
        Address(presenters.address(article), article.case.corrected_at or article.case.published_at)
        for article in public(at).defer("body")
    ]
    newest = max((one.changed_at for one in articles if one.changed_at), default=None)
    yield Address("/", newest)
    yield from (Address(path, None) for path in ("/tin-bai/", "/ban-bien-tap/", "/so-do/"))
    yield from (Address(presenters.address(one), one.last_published_at) for one in sections_for(None, at))
    yield from (Address(presenters.address(one), one.last_published_at) for one in topics())
    yield from articles


def places(person: object, at: datetime) -> list[dict[str, Any]]:
    """The site map as people read it."""
    sections = list(sections_for(person, at))
    reach = Section.Reach
    groups = [
        ("Cổng này", [{"title": title, "url": url} for title, url in FIXED]),
        ("Chuyên mục", presenters.links(one for one in sections if one.audience == reach.PUBLIC)),
        ("Chuyên đề", [{"title": one.title, "url": presenters.address(one)} for one in topics()]),
        ("Cổng nội bộ", presenters.links(one for one in sections if one.audience == reach.INTERNAL)),
    ]
    return [{"title": title, "links": links} for title, links in groups if links]


FIXED = (
    ("Trang chủ", "/"), ("Tất cả tin, bài", "/tin-bai/"), ("Tìm trong cổng", "/tim-kiem/"),
    ("Ban biên tập", "/ban-bien-tap/"), ("Tin mới qua RSS", "/rss/"), ("Tin mới qua Atom", "/atom/"),
)  # fmt: skip
