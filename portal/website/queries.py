"""What the front door shows beside the home page: the roster, every address readers may open."""

from collections import defaultdict
from datetime import datetime, timedelta
from typing import Any

from portal.base.models import School
from portal.base.ordering import titled
from portal.base.text import name_key
from portal.news import presenters
from portal.news.models import Section
from portal.news.queries import sections_within, topics
from portal.people import offices
from portal.people.models import Appointment, FieldAssignment
from portal.people.offices import in_force
from portal.people.rules import OFFICE_NAMES, Office
from portal.website.menu import INSIDE
from portal.website.places.people import has_page
from portal.website.places.shown import on_the_map

ROSTER = (Office.HEAD, Office.ACTING_HEAD, Office.DEPUTY, Office.MEMBER, Office.SECRETARY, Office.SYSADMIN)
SCHOOL_OFFICES = (Office.PRINCIPAL, Office.VICE_PRINCIPAL)
NAMELESS = "chưa ghi họ tên"  # the name of an account is shown to nobody


def school() -> School | None:
    """The school, once it is set up."""
    return School.objects.first()


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
    for line in FieldAssignment.objects.filter(in_force(at)).select_related("field").order_by(titled("field__title")):
        fields[line.person_id].append(line.field.title)
    rows.sort(key=lambda row: (ROSTER.index(Office(row.office)), name_key(row.person.full_name)))
    return [
        {
            "office": OFFICE_NAMES[Office.HEAD if row.office == Office.ACTING_HEAD else row.office],
            "acting": row.office == Office.ACTING_HEAD, "person": row.person.full_name or NAMELESS,
            "page": row.person_id if has_page(row.person) else None,
            "title": ", ".join(titles[row.person_id]),
            "fields": fields[row.person_id] if row.office == Office.MEMBER else [],
            "decision_number": row.decision.number, "decision_date": row.decision.signed_on,
            "until": row.ends - timedelta(microseconds=1) if row.ends else None,
        }
        for row in rows
    ]  # fmt: skip


def places(person: object, at: datetime) -> list[dict[str, Any]]:
    """The site map as people read it."""
    inside = offices.is_insider(person, at)
    sections = list(sections_within(inside=inside))
    door = inside or not getattr(person, "is_authenticated", False)
    reach = Section.Reach
    groups = [
        ("Cổng này", [{"title": title, "url": url} for title, url in FIXED]),
        *on_the_map(),
        ("Chuyên mục", presenters.links(one for one in sections if one.audience == reach.PUBLIC and _flows(one))),
        ("Trang giới thiệu, hướng dẫn", presenters.links(one for one in sections if not _flows(one))),
        ("Chuyên đề", [{"title": one.title, "url": presenters.address(one)} for one in topics()]),
        (
            INSIDE[0],
            [{"title": "Vào cổng nội bộ", "url": INSIDE[1]}] * door
            + presenters.links(one for one in sections if one.audience == reach.INTERNAL),
        ),
    ]
    return [{"title": title, "links": links} for title, links in groups if links]


def _flows(section: Section) -> bool:
    return bool(section.shape == Section.Shape.NEWS)


FIXED = (
    ("Trang chủ", "/"), ("Tất cả tin, bài", "/tin-bai/"), ("Thư viện ảnh", "/anh/"), ("Lưu trữ theo tháng", "/luu-tru/"),
    ("Lịch công tác", "/lich-cong-tac/"), ("Tìm trong cổng", "/tim-kiem/"),
    ("Tin mới qua RSS", "/rss/"), ("Tin mới qua Atom", "/atom/"),
)  # fmt: skip
