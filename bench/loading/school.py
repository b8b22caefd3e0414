"""An empty school with its board, fields, sections and plan, set up by the verbs; the pictures of the corpus."""

import io
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from random import Random
from typing import Any

from django.core.files.base import ContentFile
from PIL import Image, ImageDraw

from bench.corpus import NEWEST, PICTURES, SECTIONS, SEED, SPAN
from portal.approval import actions as approval
from portal.approval.rules import Verb
from portal.files import actions as files
from portal.files.models import Picture
from portal.files.widths import want_widths
from portal.news import actions as news
from portal.news.models import Section
from portal.people.models import Field, FieldAssignment, Person
from portal.people.rules import Kind, Office
from portal.plan import actions as plan
from portal.plan.models import PlanEntry
from portal.pupils import actions as pupils
from portal.pupils.rules import Seen
from portal.website.actions import FirstDecision, found_school

OPENED = NEWEST - SPAN - timedelta(days=60)
CHANNEL = "bench"
FIELDS = ("van-phong", "chuyen-mon", "doan-doi", "thu-vien")
BOARD = {
    "hieutruong": Office.PRINCIPAL, "truongban": Office.HEAD, "phoban": Office.DEPUTY, "thuky": Office.SECRETARY,
    "quantri": Office.SYSADMIN, **{f"uyvien{number}": Office.MEMBER for number in range(1, len(FIELDS) + 1)},
}  # fmt: skip
NAMES = {
    "hieutruong": "Nguyễn Thị Mai", "truongban": "Trần Văn Bình", "phoban": "Lê Thu Hà", "thuky": "Vũ Ngọc Sen",
    "quantri": "Bùi Minh Trí", "uyvien1": "Phạm Thị Cúc", "uyvien2": "Đỗ Tiến Dũng", "uyvien3": "Hoàng Kim Oanh",
    "uyvien4": "Ngô Gia Bách", "giaovien1": "Đinh Văn Duy", "giaovien2": "Tạ Thị Quế", "giaovien3": "Chu Văn Lâm",
    "giaovien4": "Lương Mai Phương", "giaovien5": "Đặng Anh Khoa", "giaovien6": "Hồ Thanh Hải",
    "giaovien7": "Dương Bảo Ngọc", "giaovien8": "Trịnh Thu Trang",
}  # fmt: skip
WIDE, HIGH, QUALITY = 800, 500, 82  # pixels; about 40 kB each


@dataclass(frozen=True)
class School:
    """What the articles stand on; sections, authors and entries by the number of the section in the corpus."""

    people: dict[str, Person]
    sections: tuple[Section, ...]
    entries: tuple[PlanEntry, ...]
    pictures: tuple[Picture, ...]

    def author(self, section: int) -> Person:
        return self.people[f"giaovien{section + 1}"]


def found(domain: str) -> School:
    """Set everything up in an empty database."""
    people = {
        name: Person.objects.create_user(name, f"{name}@{domain}", None, full_name=full, kind=Kind.STAFF)
        for name, full in NAMES.items()
    }
    found_school(
        school={"name": "Trường THCS Đo Lường", "initials": "ĐL", "ward": "Phường Việt Hưng, Hà Nội", "domain": domain},
        decision=FirstDecision("01/QĐ", OPENED.date(), NAMES["hieutruong"], "Ban hành Quy chế và lập Ban biên tập"),
        board={name: (office,) for name, office in BOARD.items()}, at=OPENED,
    )  # fmt: skip
    fields = [Field.objects.create(slug=slug, title=slug.replace("-", " ").capitalize()) for slug in FIELDS]
    for number, field in enumerate(fields, 1):
        FieldAssignment.objects.create(field=field, person=people[f"uyvien{number}"], assigned_by=people["truongban"],
                                       starts=OPENED)  # fmt: skip
    sections = tuple(_section(slug, title, fields[number % len(fields)], number, people)
                     for number, (slug, title) in enumerate(SECTIONS))  # fmt: skip
    return School(people, sections, _entries(people), _pictures(people["thuky"]))


def _section(slug: str, title: str, field: Field, number: int, people: dict[str, Person]) -> Section:
    begun = news.begin_section(
        title=title, intro=f"Tin, bài của chuyên mục {title}.", field=field, audience="public", slug_=slug,
        position=number * 10 + 10, by=people["thuky"], at=OPENED, channel=CHANNEL,
    )  # fmt: skip
    section: Section = up(begun, people["thuky"], OPENED)
    return section


def _entries(people: dict[str, Person]) -> tuple[PlanEntry, ...]:
    """A standing entry for each section in one plan over all the years."""
    starts, ends = OPENED.date(), date(NEWEST.year + 20, 12, 31)
    drawn = plan.draw_up(
        title="Kế hoạch hoạt động", starts=starts, ends=ends, by=people["thuky"], at=OPENED, channel=CHANNEL
    )
    wanted = [plan.Entry(title, starts, ends, slug, True) for slug, title in SECTIONS]
    made = plan.add_entries(drawn, wanted, by=people["thuky"], at=OPENED, channel=CHANNEL)
    plan.confirm(drawn, by=people["truongban"], at=OPENED, channel=CHANNEL)
    return tuple(made)


def _pictures(by: Person) -> tuple[Picture, ...]:
    made = tuple(
        files.store_picture(ContentFile(picture(number), "anh.jpg"), title=f"Ảnh {number + 1}",
                            alt=f"Cảnh thứ {number + 1} ở sân trường", credit="Câu lạc bộ ảnh", by=by, at=OPENED, channel=CHANNEL)
        for number in range(PICTURES)
    )  # fmt: skip
    want_widths([one.pk for one in made], OPENED)
    for one in made:
        pupils.declare_picture(one, seen=Seen.NOBODY, by=by, at=OPENED, channel=CHANNEL)
    return made


def picture(number: int) -> bytes:
    """One of the twenty JPEGs every side shows, drawn from the seed."""
    chance = Random(SEED + number)
    image = Image.new("RGB", (WIDE, HIGH), tuple(chance.randrange(90, 200) for _ in range(3)))
    pen = ImageDraw.Draw(image)
    for _ in range(900):
        x, y, size = chance.randrange(WIDE), chance.randrange(HIGH), chance.randrange(4, 50)
        pen.ellipse((x, y, x + size, y + size), tuple(chance.randrange(256) for _ in range(3)))
    out = io.BytesIO()
    image.save(out, "JPEG", quality=QUALITY)
    return out.getvalue()


def up(page: Any, by: Person, at: datetime) -> Any:
    """Hand a page in and let whoever holds each step approve, all at `at`; returns it as it is up."""
    now = approval.submit(page, by=by, at=at, channel=CHANNEL)
    while now.open is not None:
        holder = Person.objects.get(pk=now.open.holders[0].person)
        now = approval.decide(page, Verb.APPROVE, revision=now.case.revision_id, hash=now.case.hash, by=holder, at=at,
                              channel=CHANNEL)  # fmt: skip
    return type(page).objects.get(pk=page.pk)
