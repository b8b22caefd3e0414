"""Papers about what is disclosed, in the layout of NĐ 30/2020: the copy for the notice-board, the minutes of posting it
(Điều 16.1.2; TT 09/2024 Đ.15)."""

from collections.abc import Callable, Mapping
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from portal.base.clock import ZONE
from portal.base.models import School
from portal.base.official.paper import Heading, Paper, Part, Signature, Stands, Table, Text, day_line
from portal.base.official.pdf import pdf
from portal.base.official.word import docx
from portal.base.sheets import download
from portal.people.models import Person
from portal.records.disclosures import queries
from portal.records.disclosures.circulars import year_name
from portal.records.disclosures.shown import as_read, files_are_shut
from portal.records.disclosures.views import row_of
from portal.records.gate import Here, for_insiders
from portal.records.models import Disclosure, DisclosurePosting

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
MADE: dict[str, tuple[Callable[[Paper], bytes], str]] = {"pdf": (pdf, "application/pdf"), "docx": (docx, DOCX)}
NOWHERE = School(name="Nhà trường", initials="", domain="")


@require_safe
@for_insiders
def board_copy(request: HttpRequest, here: Here, year: int, slug: str, kind: str) -> HttpResponse:
    """What is up of one point, on A4 for the notice-board."""
    page = row_of(year, slug, here).page
    shown = queries.up(here.at).filter(pk=page.pk).select_related("case").first() if page is not None else None
    if shown is None:
        raise Http404
    make, told = MADE[kind]
    return download(make(copy_of(shown, principal(here))), f"niem-yet-{year}-{slug}.{kind}", told)


@require_safe
@for_insiders
def minutes(request: HttpRequest, here: Here, pk: int, kind: str) -> HttpResponse:
    """The minutes of posting; with its removal once it is off."""
    posting = get_object_or_404(DisclosurePosting.objects.select_related("page", "posted_by", "removed_by"), pk=pk)
    make, told = MADE[kind]
    return download(make(minutes_of(posting)), f"bien-ban-niem-yet-{posting.pk}.{kind}", told)


def the_school() -> School:
    return School.objects.first() or NOWHERE


def principal(here: Here) -> Signature:
    """Who signs: the Principal, else a Vice-Principal in his stead."""
    held = sorted(here.board.principals) or sorted(here.board.vice_principals)
    name = str(Person.objects.filter(pk__in=held[:1]).first() or "")
    if here.board.principals or not held:
        return Signature("Hiệu trưởng", name)
    return Signature("Phó Hiệu trưởng", name, Stands.KT, "Hiệu trưởng")


def copy_of(page: Disclosure, signature: Signature) -> Paper:
    """The copy for the notice-board: words, tables, the names of its files, where it is read on the portal."""
    school, at = the_school(), page.case.corrected_at or page.case.published_at
    read, attached = as_read(page), [] if files_are_shut(page) else page.attached()
    body: list[Part] = [Text(line) for line in read.words.split("\n") if line.strip()]
    body += map(table_of, read.tables)
    if attached:
        body += [
            Heading("Tệp kèm theo trên cổng", 3),
            *(Text(f"- {one.title} ({one.kind.upper()})") for one in attached),
        ]
    body.append(Text(f"Bản này đăng tại https://{school.domain}{page.public_address}", indent=False, italic=True))
    return Paper(
        issuer=school.name, place=place_of(school), day=at.astimezone(ZONE).date() if at else None, title="Thông báo",
        about=f"Công khai {page.point.title}, năm học {year_name(page.year)}", grounds=(f"Căn cứ {page.law.number}, {page.point.basis}",),
        body=tuple(body), symbol=f"TB-{school.initials}" if school.initials else "", signatures=(signature,),
        recipients=("Niêm yết", "Lưu: VT"),
    )  # fmt: skip


def table_of(one: Mapping[str, Any]) -> Table:
    """A table of a point as official papers set it, its columns of figures to the right."""
    figures = frozenset(n for n in range(len(one["head"])) if all(_is_figure(row[n]) for row in one["rows"]))
    return Table(tuple(one["head"]), tuple(map(tuple, one["rows"])), one["caption"], figures=figures)


def _is_figure(cell: str) -> bool:
    return (
        cell.replace(".", "").replace(",", "").replace("%", "").replace("-", "").strip().isdigit() or not cell.strip()
    )


def place_of(school: School) -> str:
    return school.ward.partition(",")[0].removeprefix("phường ").removeprefix("Phường ").strip() or "…………"


def minutes_of(posting: DisclosurePosting) -> Paper:
    """The minutes: what hangs where from when, until when, before whom; and that it came off."""
    school, page = the_school(), posting.page
    last = posting.removed_on or posting.posted_on
    body: list[Part] = [
        Text(f"Hôm nay, {day_line(posting.posted_on)}, tại {posting.place}, {school.name} niêm yết nội dung công khai sau:"),
        Text(f"{page.point.title} (mục {page.code}), năm học {year_name(page.year)}.", lead="1. Nội dung:"),
        Text(f"bản thứ {posting.version} đăng trên cổng thông tin của trường, mã bản {posting.hash[:16]}.", lead="2. Bản niêm yết:"),
        Text(f"từ {day_line(posting.posted_on)} đến hết {day_line(posting.until)}.", lead="3. Thời gian niêm yết:"),
        Text("Những người chứng kiến:", lead="4."),
        *(Text(f"- {one}") for one in posting.witnesses),
    ]  # fmt: skip
    if posting.removed_on is not None:
        body.append(
            Text(
                f"Bản niêm yết được gỡ {day_line(posting.removed_on)}, sau khi đã treo đủ thời gian.",
                lead="5. Kết thúc niêm yết:",
            )
        )
    else:
        body.append(Text("ngày ...... tháng ...... năm ............", lead="5. Kết thúc niêm yết, gỡ:"))
    body.append(Text("Biên bản lập thành hai bản, đã đọc cho mọi người cùng nghe và ký tên."))
    witness = Signature("Người chứng kiến", "", here="(Ký, ghi rõ họ tên)")
    return Paper(
        issuer=school.name, place=place_of(school), day=last, title="Biên bản", about=f"Niêm yết công khai {page.point.title}",
        symbol=f"BB-{school.initials}" if school.initials else "", body=tuple(body),
        signatures=(witness, Signature("Người lập biên bản", str(posting.posted_by), here="(Ký, ghi rõ họ tên)")),
        recipients=("Hiệu trưởng", "Lưu: VT"),
    )  # fmt: skip
