"""Documents and the register of numbers: who keeps them, what each must say, what is in force when, how numbers run
(Điều 14.2, 16.1.2; NĐ 30/2020; NĐ 42/2022). Pure."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from portal.base.days import TOO_FAR, is_far
from portal.base.official.layout import LETTER
from portal.base.official.paper import symbol as after_number
from portal.base.rules import Ground, Refusal
from portal.people.rules import Board, Duty
from portal.records.documents.kinds import KINDS, NAMES, OURS

CLAUSE = "Điều 16.1.2"
ROUTE = "Điều 14.2"
NUMBERS = "NĐ 30/2020 Điều 15"
MOST_FILES, MOST_RELATIONS = 20, 20


class Origin(StrEnum):
    """Who issued a document."""

    SCHOOL = "truong"
    ABOVE = "cap-tren"


ORIGINS: Mapping[Origin, str] = {Origin.SCHOOL: "Nhà trường", Origin.ABOVE: "Cấp trên"}


class Relation(StrEnum):
    """What a document does to an earlier one."""

    REPLACES = "thay"
    AMENDS = "sua"


RELATIONS: Mapping[Relation, str] = {Relation.REPLACES: "Thay thế", Relation.AMENDS: "Sửa đổi, bổ sung"}
BACK: Mapping[Relation, str] = {Relation.REPLACES: "Được thay thế bởi", Relation.AMENDS: "Được sửa đổi, bổ sung bởi"}


class Force(StrEnum):
    """Whether a document binds on a day."""

    AHEAD = "chua"
    IN_FORCE = "con"
    SUPERSEDED = "thay"
    EXPIRED = "het"


FORCES: Mapping[Force, str] = {
    Force.AHEAD: "Chưa có hiệu lực",
    Force.IN_FORCE: "Còn hiệu lực",
    Force.SUPERSEDED: "Đã được thay thế",
    Force.EXPIRED: "Hết hiệu lực",
}


@dataclass(frozen=True)
class Given:
    """What a document says of itself, as plain values; days are of the school's calendar. `ends`: the first day it binds no
    more. `relations`: what it does to which other documents, by their numbers."""

    title: str
    kind: str = ""
    symbol: str = ""
    origin: str = Origin.SCHOOL.value
    issuer: str = ""
    issued: date | None = None
    starts: date | None = None
    ends: date | None = None
    signer: str = ""
    signer_post: str = ""
    field: int | None = None
    intro: str = ""
    grounds: str = ""
    body: str = ""
    recipients: str = ""
    relations: tuple[tuple[str, int], ...] = ()


# ---- who ----


def may_write(board: Board, person: int, duties: Collection[Duty]) -> Refusal | None:
    """R-DOC-01: documents are brought in by who keeps the school's papers, the school board and the Secretary; each goes up
    by its route."""
    if Duty.CLERK in duties or person in board.principals | board.vice_principals | board.secretaries:
        return None
    return Refusal("R-DOC-01", ROUTE, "Văn bản do văn thư, Ban giám hiệu hoặc Thư ký đưa lên.")


def may_number(board: Board, person: int, duties: Collection[Duty]) -> Refusal | None:
    """R-DOC-02: numbers are given and cancelled by who keeps the school's papers, or the Principal (NĐ 30/2020 Điều 15)."""
    if Duty.CLERK in duties or person in board.principals:
        return None
    return Refusal("R-DOC-02", NUMBERS, "Số văn bản do văn thư được Hiệu trưởng phân công cấp.")


def may_read_register(board: Board, person: int, duties: Collection[Duty]) -> Refusal | None:
    """R-DOC-03: the register names papers that are not public; the school board and who keeps it read it (Điều 15.3)."""
    if person in board.vice_principals or may_number(board, person, duties) is None:
        return None
    return Refusal("R-DOC-03", "Điều 15.3", "Sổ văn bản do Ban giám hiệu và văn thư xem.")


# ---- what it says ----


def is_begun(given: Given) -> list[Refusal]:
    """R-DOC-04: a document has its summary (trích yếu), and what is chosen for it is something there is (NĐ 42/2022)."""
    wrong = [
        ("title", not given.title.strip(), "Cần ghi trích yếu nội dung."),
        ("kind", given.kind not in {"", *KINDS}, "Loại văn bản này không có trong danh mục."),
        ("origin", given.origin not in set(Origin), "Cần chọn văn bản của trường hay của cấp trên."),
        *((name, day is not None and is_far(day), TOO_FAR) for name, day in _days(given)),
    ]
    return [Refusal("R-DOC-04", CLAUSE, told, name, Ground.NOT_READY) for name, bad, told in wrong if bad]


def _days(given: Given) -> tuple[tuple[str, date | None], ...]:
    return ("issued", given.issued), ("starts", given.starts), ("ends", given.ends)


def is_whole(given: Given, files: int, today: date) -> list[Refusal]:
    """R-DOC-05: before it goes up a document says its kind, number and symbol, days, issuer, signer, and carries its text: a
    file or words of its own (NĐ 42/2022; TT 37/2020 Đ.9.4)."""
    wrong = [
        ("kind", not given.kind, "Cần chọn loại văn bản."),
        ("symbol", not given.symbol, "Cần ghi số và ký hiệu."),
        ("issued", given.issued is None, "Cần ghi ngày ban hành."),
        ("issued", given.issued is not None and given.issued > today, "Ngày ban hành chưa tới; văn bản đã ký mới đăng."),
        ("issuer", given.origin == Origin.ABOVE and not given.issuer, "Cần ghi cơ quan ban hành."),
        ("signer", not given.signer, "Cần ghi người ký."),
        ("starts", bool(given.issued and given.starts and given.starts < given.issued),
         "Ngày có hiệu lực không thể trước ngày ban hành."),
        ("ends", bool(given.ends and (begins(given) or date.min) >= given.ends),
         "Ngày hết hiệu lực phải sau ngày có hiệu lực."),
        ("files", not files and not given.body.strip(), "Cần kèm tệp văn bản, hoặc gõ toàn văn."),
    ]  # fmt: skip
    return [Refusal("R-DOC-05", CLAUSE, told, name, Ground.NOT_READY) for name, bad, told in wrong if bad]


def may_carry(files: Collection[int], *, own: Collection[int], before: Collection[int]) -> list[Refusal]:
    """R-DOC-06: a document carries what its writer sent and what it carried before, at most twenty files (Điều 13.7)."""
    found = []
    if set(files) - set(own) - set(before):
        found.append(Refusal("R-DOC-06", "Điều 13.7", "Chỉ đính kèm tệp do chính thầy/cô gửi.", "files"))
    if len(set(files)) > MOST_FILES:
        found.append(Refusal("R-DOC-06", "Điều 13.7", f"Một văn bản kèm nhiều nhất {MOST_FILES} tệp.", "files",
                             Ground.NOT_READY))  # fmt: skip
    return found


def may_relate(relations: Iterable[tuple[str, int]], known: Collection[int], itself: int | None) -> list[Refusal]:
    """R-DOC-07: a document replaces or amends documents that are up, never itself, each once (NĐ 42/2022)."""
    pairs = list(relations)
    others = [pk for _, pk in pairs]
    bad = (
        any(kind not in set(Relation) for kind, _ in pairs) or itself in others or not set(others) <= set(known)
        or len(set(others)) < len(others) or len(others) > MOST_RELATIONS
    )  # fmt: skip
    if not bad:
        return []
    return [Refusal("R-DOC-07", CLAUSE, "Chỉ thay thế, sửa đổi văn bản khác đang đăng, mỗi văn bản chọn một lần.",
                    "replaces", Ground.NOT_READY)]  # fmt: skip


# ---- whether it binds ----


def begins(given: Given) -> date | None:
    """The first day it binds: the one it says, else the day it was issued."""
    return given.starts or given.issued


def force(starts: date | None, ends: date | None, replaced_from: Iterable[date], today: date) -> Force:
    """R-DOC-08: whether a document binds on `today`: not before its first day; not from the day one that replaces it begins;
    not from the day it ends (NĐ 42/2022). `replaced_from`: first days of those that are up and replace it."""
    if starts is not None and today < starts:
        return Force.AHEAD
    if any(day <= today for day in replaced_from):
        return Force.SUPERSEDED
    return Force.EXPIRED if ends is not None and ends <= today else Force.IN_FORCE


# ---- numbers ----


def symbol(number: int, kind: str, school: str, unit: str = "") -> str:
    """“05/KH-THCSNGT”; of an official letter “05/THCSNGT-VT”: the drafting unit stands behind (NĐ 30/2020, Phụ lục I)."""
    return f"{number:02d}/{after_number(KINDS[kind].letters or LETTER, school, unit)}"


def may_take(kind: str, issued: date | None, summary: str, today: date, last: date | None) -> list[Refusal]:
    """R-REG-01: a number is taken for a kind the school signs, with a summary; days run forward with the numbers of their year
    and never ahead of today; `last` is the day of the number before it (NĐ 30/2020 Điều 15)."""
    wrong = [
        ("kind", kind not in OURS, "Cần chọn loại văn bản của trường."),
        ("summary", not summary.strip(), "Cần ghi trích yếu để biết số cấp cho văn bản nào."),
        ("issued", issued is None, "Cần ghi ngày văn bản."),
        ("issued", issued is not None and issued > today, "Ngày văn bản chưa tới."),
        ("issued", issued is not None and issued.year < today.year - 1, "Sổ của năm ấy đã khóa."),
        ("issued", bool(issued and last and issued < last),
         f"Số trước đó ngày {last:%d/%m/%Y}; số sau không mang ngày sớm hơn." if last else ""),
    ]  # fmt: skip
    return [Refusal("R-REG-01", NUMBERS, told, name, Ground.NOT_READY) for name, bad, told in wrong if bad]


def may_cancel(reason: str, *, cancelled: bool, used: bool) -> list[Refusal]:
    """R-REG-02: a number is cancelled once, with its reason, and not while a document that is up bears it; it stays in the
    register and is given to nobody else (NĐ 30/2020 Điều 15)."""
    if cancelled:
        return [Refusal("R-REG-02", NUMBERS, "Số này đã hủy rồi.", ground=Ground.CONFLICT)]
    if used:
        return [Refusal("R-REG-02", NUMBERS, "Văn bản mang số này đang đăng; gỡ văn bản trước rồi mới hủy số.",
                        ground=Ground.CONFLICT)]  # fmt: skip
    if not reason.strip():
        return [Refusal("R-REG-02", NUMBERS, "Cần ghi lý do hủy số.", "reason", Ground.NOT_READY)]
    return []


def may_bear(*, cancelled: bool, other: bool) -> Refusal | None:
    """R-REG-03: a document bears a number that stands, and no number stands on two documents (NĐ 30/2020 Điều 15)."""
    if cancelled:
        return Refusal("R-REG-03", NUMBERS, "Số này đã hủy.", "symbol", Ground.CONFLICT)
    if other:
        return Refusal("R-REG-03", NUMBERS, "Số này đã dùng cho một văn bản khác.", "symbol", Ground.CONFLICT)
    return None


def kind_name(code: str) -> str:
    """“Kế hoạch”; “Văn bản” where none is chosen."""
    return NAMES.get(code, "Văn bản")
