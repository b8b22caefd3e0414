"""The annual report of a school, from what is up of its school year, in the layout of NĐ 30/2020 (TT 09/2024 Đ.14)."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from portal.base.models import School
from portal.base.official.paper import Heading, Paper, Part, Signature, Text
from portal.records.disclosures.amended_rules import of_pupils, readable_words
from portal.records.disclosures.circulars import Point, year_name
from portal.records.disclosures.papers import place_of, table_of
from portal.records.models import Disclosure

CHAPTERS: Sequence[tuple[str, tuple[str, ...]]] = (
    ("I. Thông tin chung về nhà trường", ("4.1", "4.2", "4.3", "4.4", "4.5", "4.6", "4.7", "4.8")),
    ("II. Đội ngũ nhà giáo, cán bộ quản lý và nhân viên", ("8.1",)),
    ("III. Cơ sở vật chất và học liệu", ("8.2",)),
    ("IV. Kết quả đánh giá và kiểm định chất lượng giáo dục", ("8.3",)),
    ("V. Kết quả hoạt động giáo dục", ("9.1", "9.2")),
    ("VI. Kết quả tài chính", ("5.1", "5.2", "5.3", "5.4", "5.5")),
)  # by the annex of TT 09/2024
NOT_UP = "Nội dung này chưa được công khai."


def report(
    year: int, points: Mapping[str, tuple[Point, Disclosure | None]], school: School, signature: Signature, day: date
) -> Paper:
    """The paper: every chapter of the annex with what is up of it on `day`; what is not is said to be missing. The school year named
    `year` is told of to 31/12/`year`."""
    body: list[Part] = [
        Text(
            f"Báo cáo lập từ các mục công khai của năm học {year_name(year)}, số liệu đến ngày 31 tháng 12 năm {year}."
        )
    ]
    for title, codes in CHAPTERS:
        body.append(Heading(title, 1))
        for code in codes:
            if code in points:
                body += _point(*points[code], school)
    return Paper(
        issuer=school.name, place=place_of(school), day=day, title="Báo cáo", about=f"Thường niên năm {year}",
        symbol=f"BC-{school.initials}" if school.initials else "",
        grounds=("Căn cứ Thông tư 09/2024/TT-BGDĐT, Điều 14",), body=tuple(body), signatures=(signature,),
        recipients=("Đăng cổng thông tin điện tử", "Lưu: VT"),
    )  # fmt: skip


def _point(point: Point, page: Disclosure | None, school: School) -> Iterator[Part]:
    yield Heading(f"{point.code}. {point.title}")
    if page is None:
        yield Text(NOT_UP, italic=True)
        return
    words = readable_words(page.code, page.words, newer=True)  # counts of pupils in words would stand as a copy too
    yield from (Text(line) for line in words.split("\n") if line.strip())
    if of_pupils(page.code) and page.tables:  # a copy in a file would stand beside what is amended later (R-DISC-19)
        yield Text(
            f"Bảng số liệu học sinh: bản đang đăng tại https://{school.domain}{page.public_address}", italic=True
        )
    else:
        yield from map(table_of, page.tables)
    for one in page.attached():
        yield Text(f"Kèm theo trên cổng: {one.title} ({one.kind.upper()})", italic=True)


def missing(points: Mapping[str, tuple[Point, Disclosure | None]]) -> list[str]:
    """The codes the report would have nothing for."""
    asked = [code for _, codes in CHAPTERS for code in codes]
    return [code for code in asked if code in points and points[code][1] is None]
