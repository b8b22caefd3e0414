"""Admissions: what a season says, who handles applications, how one comes to its result (TT 37/2020 Đ.9.9; Luật 91/2025). Pure."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from portal.base.rules import Ground, Refusal
from portal.people.rules import Board, Duty

CLAUSE = "TT 37/2020 Đ.9.9"
ROUTE = "Điều 14.2"
SECRET = "Luật 91/2025 Đ.24"
MOST_FILES = 10
MOST_PLACES = 5000
MOST_QUOTAS = 60  # lines of the table
LONGEST = {"title": 200, "intro": 1000, "who": 4000, "method": 300, "quota": 6000, "dossier": 4000, "plan": 4000, "place": 200,
           "hours": 200, "contact": 300, "basis": 4000, "link": 300, "consent": 4000}  # fmt: skip
CONSENT = (
    "Nhà trường dùng những thông tin này chỉ để xét tuyển trong đợt này, chỉ người được Hiệu trưởng giao việc tuyển sinh xem, "
    "không đưa cho ai khác, không công bố danh sách; xóa hết, cả giấy tờ gửi kèm, khi hết thời hạn giữ. Gia đình xem, bổ sung, "
    "rút hồ sơ bất cứ lúc nào bằng mã trên biên nhận."
)


class Way(StrEnum):
    """How families apply."""

    FORM = "form"
    LINK = "link"
    OFFICE = "office"


WAYS: Mapping[Way, str] = {
    Way.FORM: "Điền đơn ngay trên cổng này", Way.LINK: "Qua trang tuyển sinh của Sở, thành phố", Way.OFFICE: "Nộp tại trường",
}  # fmt: skip


@dataclass(frozen=True)
class Given:
    """What a season says. `dossier`, `plan`, `basis`, `quota`: one a line, a line of `quota` being “area | kind | number” or “area |
    number”. `year`: 2027 is 2027–2028. `opens` until `closes`: half-open, when applications are taken."""

    title: str
    year: int
    intro: str = ""
    who: str = ""
    method: str = ""
    quota: str = ""
    dossier: str = ""
    plan: str = ""
    place: str = ""
    hours: str = ""
    contact: str = ""
    basis: str = ""
    way: str = Way.OFFICE
    link: str = ""
    opens: datetime | None = None
    closes: datetime | None = None
    consent: str = ""


@dataclass(frozen=True)
class Quota:
    """So many places for an area, of a kind."""

    area: str
    kind: str
    many: int


def lines(text: str) -> list[str]:
    """What stands on each line, without empty ones."""
    return [one.strip() for one in text.splitlines() if one.strip()]


def quotas(text: str) -> tuple[list[Quota], list[str]]:
    """The table of places, and the lines that are no line of it."""
    found, odd = [], []
    for line in lines(text):
        *said, many = (part.strip() for part in line.split("|"))
        number = many.replace(".", "")
        if (
            len(said) not in (1, 2)
            or not said[0]
            or not (number.isascii() and number.isdigit() and int(number[:6]) <= MOST_PLACES)
        ):
            odd.append(line)
        else:
            found.append(Quota(said[0], said[1] if len(said) == 2 else "", int(number[:6])))
    return found, odd


def areas(text: str) -> list[str]:
    """The areas a family chooses from, each once, in their order."""
    return list(dict.fromkeys(one.area for one in quotas(text)[0]))


# ---- the season ----


def may_write(board: Board, person: int, duties: Collection[Duty]) -> Refusal | None:
    """R-ADM-01: a season's plan and notices are written by whom the Principal named for admissions, the school board and the
    Secretary; it goes up by its route (Điều 14.2)."""
    if Duty.ADMISSIONS in duties or person in board.principals | board.vice_principals | board.secretaries:
        return None
    return Refusal(
        "R-ADM-01", ROUTE, "Thông tin tuyển sinh do người được giao tuyển sinh, Ban giám hiệu hoặc Thư ký soạn."
    )


def is_begun(given: Given) -> list[Refusal]:
    """R-ADM-02: a season has a name and a school year; its lines fit their places, its table of places reads, its link is an
    https address, it closes after it opens (TT 37/2020 Đ.9.9)."""
    found, odd = quotas(given.quota)
    wrong = [
        ("title", not given.title.strip(), "Đợt tuyển sinh cần có tên."),
        ("year", not 2020 <= given.year <= 2200, "Năm học chưa đúng."),
        *((name, len(getattr(given, name)) > most, f"Nhiều nhất {most} ký tự.") for name, most in LONGEST.items()),
        ("quota", bool(odd), f"Dòng “{odd[0][:60] if odd else ''}” chưa đúng mẫu: nơi cư trú | diện | số chỉ tiêu."),
        ("quota", len(found) > MOST_QUOTAS, f"Bảng chỉ tiêu nhiều nhất {MOST_QUOTAS} dòng."),
        ("way", given.way not in set(Way), "Chọn một cách đăng ký."),
        ("link", bool(given.link) and not _is_address(given.link), "Địa chỉ bắt đầu bằng https://."),
        ("closes", bool(given.opens and given.closes and given.closes <= given.opens), "Giờ đóng phải sau giờ mở."),
    ]  # fmt: skip
    return [Refusal("R-ADM-02", CLAUSE, told, name, Ground.NOT_READY) for name, bad, told in wrong if bad]


def _is_address(link: str) -> bool:
    """An address of a page elsewhere, with a host and nothing a browser would run."""
    host = link.removeprefix("https://").partition("/")[0]
    return link.startswith("https://") and "." in host and not set(link) & set(" \"'<>\\")


def is_whole(given: Given) -> list[Refusal]:
    """R-ADM-03: before it goes up a season says who may apply, how many, how, with what dossier, when, where, whom to ask and on
    what basis; a form also from when until when and what the family agrees to (TT 37/2020 Đ.9.9)."""
    form = given.way == Way.FORM
    wrong = [
        ("who", not given.who.strip(), "Cần ghi đối tượng và điều kiện dự tuyển."),
        ("quota", not quotas(given.quota)[0], "Cần ghi chỉ tiêu, mỗi nơi cư trú hoặc diện một dòng."),
        ("method", not given.method.strip(), "Cần ghi hình thức tuyển sinh."),
        ("dossier", not lines(given.dossier), "Cần ghi hồ sơ gồm những gì, mỗi giấy tờ một dòng."),
        ("plan", not lines(given.plan), "Cần ghi kế hoạch: các mốc thời gian, mỗi mốc một dòng."),
        ("place", not given.place.strip(), "Cần ghi nơi tiếp nhận."),
        ("hours", not given.hours.strip(), "Cần ghi giờ tiếp nhận."),
        ("contact", not given.contact.strip(), "Cần ghi liên hệ với ai, số nào."),
        ("basis", not lines(given.basis), "Cần ghi căn cứ pháp lý, mỗi văn bản một dòng."),
        ("link", given.way == Way.LINK and not given.link, "Cần ghi địa chỉ trang đăng ký."),
        ("opens", form and given.opens is None, "Cần ghi giờ mở nhận đơn."),
        ("closes", form and given.closes is None, "Cần ghi giờ đóng nhận đơn."),
        ("consent", form and not given.consent.strip(), "Cần ghi gia đình đồng ý những gì."),
    ]  # fmt: skip
    return [Refusal("R-ADM-03", CLAUSE, told, name, Ground.NOT_READY) for name, bad, told in wrong if bad]


def may_carry(files: Collection[int], *, own: Collection[int], before: Collection[int]) -> list[Refusal]:
    """R-ADM-04: a season carries the files its writer sent and those it carried before, at most ten (Điều 13.7)."""
    found = []
    if set(files) - set(own) - set(before):
        found.append(Refusal("R-ADM-04", "Điều 13.7", "Chỉ đính kèm tệp do chính thầy/cô gửi.", "files"))
    if len(set(files)) > MOST_FILES:
        found.append(
            Refusal("R-ADM-04", "Điều 13.7", f"Một đợt kèm nhiều nhất {MOST_FILES} tệp.", "files", Ground.NOT_READY)
        )
    return found


class Stage(StrEnum):
    """How taking applications stands at an hour."""

    AHEAD = "chua"
    OPEN = "mo"
    OVER = "het"


def stage(opens: datetime | None, closes: datetime | None, at: datetime) -> Stage | None:
    """R-ADM-05: applications are taken from the second it opens until the second it closes; the clock says so, nobody has to
    (TT 37/2020 Đ.9.9). None where no hours are told."""
    if opens is None or closes is None:
        return None
    if at < opens:
        return Stage.AHEAD
    return Stage.OPEN if at < closes else Stage.OVER


def year_name(year: int) -> str:
    return f"{year}–{year + 1}"


# ---- when results are told, and how long what families sent is kept ----


def may_handle(board: Board, person: int, duties: Collection[Duty]) -> Refusal | None:
    """R-ADM-06: applications are seen and handled by whom the Principal named for admissions, and by the Principal; by no other
    of the staff (Luật 91/2025 Đ.24)."""
    if Duty.ADMISSIONS in duties or person in board.principals:
        return None
    return Refusal("R-ADM-06", SECRET, "Hồ sơ dự tuyển chỉ người được Hiệu trưởng giao việc tuyển sinh được xem.")


def shown_in_order(shows: datetime, until: datetime, closes: datetime | None, at: datetime) -> Refusal | None:
    """R-ADM-07: results are told after applications have closed, until a later hour that is not past (TT 37/2020 Đ.9.9)."""
    if shows >= until or until <= at:
        said, name = "Giờ thôi tra cứu phải sau giờ báo kết quả và sau lúc này.", "until"
    elif closes is not None and shows < closes:
        said, name = f"Báo kết quả sau khi đóng nhận đơn ({closes:%H:%M %d/%m/%Y}).", "shows"
    else:
        return None
    return Refusal("R-ADM-07", CLAUSE, said, name, Ground.NOT_READY)


def still_kept(*, erased: bool) -> Refusal | None:
    """R-ADM-08: what was erased when its days were over comes back by nobody's hand, and its season takes no more
    (Luật 91/2025 Đ.24)."""
    if not erased:
        return None
    return Refusal("R-ADM-08", SECRET, "Đợt này đã hết hạn giữ, hồ sơ đã xóa.", "", Ground.CONFLICT)
