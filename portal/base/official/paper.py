"""What an official paper says, apart from how it is set.

    paper = Paper(
        issuer="Trường THCS Ngô Gia Tự", parent="UBND phường Việt Hưng", number=5, symbol=symbol("BC", "THCSNGT"),
        place="Việt Hưng", day=date(2026, 2, 5), title="Báo cáo", about="Thường niên năm 2025",
        grounds=("Căn cứ Thông tư số 09/2024/TT-BGDĐT",),
        body=(Heading("I. Đặc điểm"), Text("Trường có 16 lớp."), Table(("Khối", "Số lớp"), (("6", "4"), ("7", "4")))),
        signatures=(Signature("Hiệu trưởng", "Nguyễn Văn A"),), recipients=("UBND phường", "Lưu: VT"),
    )
    refuse_if(*faults(paper))       # what the decree asks and this paper lacks
    pdf(paper), docx(paper)         # portal.base.official.pdf, portal.base.official.word: whole files, in bytes

Words are plain text; a line break is a line break. Capitals are the layout's work: write names as they are read. A paper without
an issuer is a form for somebody outside (đơn): the state stands in the middle, place and day are left to fill.
"""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from portal.base.official.layout import LETTER, Align


class Stands(StrEnum):
    """In whose stead one signs (NĐ 30/2020, Điều 13)."""

    SELF = ""
    TM = "TM."  # for a body that decides together; `whom` is the body
    Q = "Q."  # entrusted with the office
    KT = "KT."  # a deputy for the head; `whom` is the head's office
    TL = "TL."  # by the head's order
    TUQ = "TUQ."  # by the head's authority in writing


@dataclass(frozen=True)
class Signature:
    """Who signs: his office, his name without titles, in whose stead. `here` stands under the office: "(Ký, ghi rõ họ tên)"."""

    office: str
    name: str = ""
    stands: Stands = Stands.SELF
    whom: str = ""
    here: str = ""


@dataclass(frozen=True)
class Text:
    """A paragraph. `lead` is bold before it ("Điều 1."); `align` and `indent` for what is not running text."""

    words: str
    lead: str = ""
    align: Align = "justify"
    bold: bool = False
    italic: bool = False
    indent: bool = True


@dataclass(frozen=True)
class Heading:
    """A heading: level 1 is a part in the middle, 2 a section or article, 3 an italic one below it."""

    words: str
    level: int = 2


@dataclass(frozen=True)
class Table:
    """A table: cells as they are read. `shares` of the width by column, even when empty; `figures` are columns set right."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    caption: str = ""
    shares: tuple[float, ...] = ()
    figures: frozenset[int] = frozenset()


@dataclass(frozen=True)
class Blank:
    """A line to fill by hand: each label with dots behind it, beside each other; without a label, only dots."""

    labels: tuple[str, ...] = ("",)


@dataclass(frozen=True)
class Leaf:
    """What follows begins a page."""


Part = Text | Heading | Table | Blank | Leaf


@dataclass(frozen=True)
class Paper:
    """A whole paper. `number` None: the clerk has not given one yet; `day` None: left to fill by hand."""

    title: str
    body: tuple[Part, ...]
    signatures: tuple[Signature, ...]
    issuer: str = ""
    parent: str = ""
    number: int | None = None
    symbol: str = ""
    place: str = ""
    day: date | None = None
    about: str = ""
    to: tuple[str, ...] = ()
    by: str = ""
    grounds: tuple[str, ...] = ()
    resolved: str = ""
    recipients: tuple[str, ...] = field(default=())

    @property
    def is_form(self) -> bool:
        """Whether somebody outside fills and signs it."""
        return not self.issuer

    @property
    def is_letter(self) -> bool:
        """Whether it is a công văn: no name of a kind, its matter stands under its number."""
        return not self.title


def symbol(kind: str, school: str, unit: str = "") -> str:
    """What follows the number: "BC-THCSNGT"; for a công văn "THCSNGT-VP", with the unit that drafts."""
    if kind == LETTER:
        return f"{school}-{unit}" if unit else school
    return f"{kind}-{school}"


def number_line(number: int | None, symbol: str) -> str:
    """ "Số: 05/BC-THCSNGT": below ten with a zero; space for the clerk's hand where there is none yet."""
    return f"Số: {'       ' if number is None else f'{number:02d}'}/{symbol}"


def day_line(day: date | None) -> str:
    """ "ngày 05 tháng 02 năm 2026": a zero before days 1 to 9 and months 1 and 2 only."""
    if day is None:
        return "ngày … tháng … năm 20…"
    return f"ngày {day.day:02d} tháng {day.month:02d} năm {day.year}" if day.month < 3 else (
        f"ngày {day.day:02d} tháng {day.month} năm {day.year}"
    )  # fmt: skip
